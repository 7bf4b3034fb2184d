"""Language by script and by words, over the training documents in nine languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ingest.language import language_of


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Thai police raided the compound on Monday morning.", "en"),
        ("泰国警方周一上午突击搜查了该园区，解救了二十四人。", "zh"),
        ("これは日本語のテキストです。今日はとても暑いですね。", "ja"),
        ("경찰은 월요일 오전 그 단지를 급습해 스물네 명을 구출했다.", "ko"),
        ("ตำรวจไทยบุกค้นสถานที่ดังกล่าวเมื่อเช้าวันจันทร์", "th"),
        ("ប៉ូលិសកម្ពុជាបានឡោមព័ទ្ធអគារនោះកាលពីព្រឹកថ្ងៃចន្ទ", "km"),
        ("မြန်မာရဲတပ်ဖွဲ့ဝင်များက ထိုပန်းခြံကို တနင်္လာနေ့ နံနက်တွင် ဝင်ရောက်စီးနင်းခဲ့သည်", "my"),
        ("Công an tỉnh Tây Ninh cho biết đã khởi tố vụ án vào sáng thứ Hai.", "vi"),
        ("Police said: 佘智江 was held in Bangkok, and his firm 亚太 denies it.", "en"),
        ("12345 67,8", None),
        ("", None),
    ],
)
def test_language_is_told_by_script_and_words(text: str, code: str | None) -> None:
    assert language_of(text) == code


def test_every_multilingual_training_document_is_told_right(shared: Path) -> None:
    told, wrong = 0, []
    for path in sorted((shared / "gold/train_ml").glob("*.txt")):
        for entry in re.split(r"^={3,}$", path.read_text(), flags=re.MULTILINE):
            head, _, rest = entry.partition("\n---\n")
            text = re.sub(r"\{\w+:([^{}]*)\}", r"\1", rest.partition("\n---\n")[0])
            code = re.search(r"^language: (\w+)$", head, re.MULTILINE)
            assert code, head
            told += 1
            if language_of(text) != code[1]:
                wrong.append(re.findall(r"^id: (.*)$", head, re.MULTILINE))
    assert told == 78
    assert wrong == []
