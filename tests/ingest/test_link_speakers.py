"""Who says so, in nine languages."""

from __future__ import annotations

import time

import pytest

from ingest.links.attribution import speaker


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Li Wei, a broker, was quoted by AFP as saying that he had sold nobody.", "Li Wei"),
        ("According to a second witness, the guards were armed.", "a second witness"),
        ("Li Wei was quoted by AFP as saying that he had sold nobody.", "Li Wei"),
        ("“We own nothing,” said Sok Dara, a spokesman for Pearl Bay.", "Sok Dara"),
        ("Prosecutors allege that Li ran the park.", "Prosecutors"),
        ("The indictment says that Li ran the park.", "The indictment"),
        ("Li ran the park, per court filings.", "court filings"),
        ("Its director, Tan Ah Kow, told Reuters that he had sold his shares.", "Tan Ah Kow"),
        ("Sam Rith, 24, from Takeo, testified that he had been sold.", "Sam Rith"),
        ("The firm denies that it owns the hotel.", "The firm"),
        ("He is said by a former clerk, Ly Chea, to own the hotel.", "Ly Chea"),
        ("[22:15] @old_yan: the boss is Fang", "@old_yan"),
        ("PW4: They sold her to Dongling Park.", "PW4"),
        ("Ling, a translator, 22, says she was sold twice.", "Ling"),
        ("BANGKOK: Thai police arrested Li on Monday.", None),
        ("A Vietnamese trader said to have supplied workers was arrested.", None),
        ("Officers found seven suspects in the hotel.", None),
    ],
)
def test_english_speakers(sentence: str, who: str | None) -> None:
    assert speaker(sentence) == who


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("公安部表示，林某是该集团的首要分子。", "公安部"),
        ("据路透社报道，陈某持有该园区。", "路透社"),
        ("该公司否认与园区有关。", "该公司"),
        ("他被称为园区教父。", None),
        ("กระทรวงการคลังระบุว่า บริษัทนี้เป็นเจ้าของ", "กระทรวงการคลัง"),
        ("นายสมชาย ใจดี กล่าวว่า เขาไม่ใช่เจ้าของ", "นายสมชาย ใจดี"),
        ("Theo cáo trạng, ông Lực sở hữu khách sạn.", "cáo trạng"),
        ("Bộ Công an cho biết đã bắt bảy người.", "Bộ Công an"),
        ("Menurut jaksa, Tan memiliki kasino itu.", "jaksa"),
        ("Polis menafikan laporan itu.", "Polis"),
        ("Budi Santoso membantah memiliki rekening itu.", "Budi Santoso"),
        ("Ayon sa NBI, siya ang may-ari ng gusali.", "NBI"),
        ("Itinanggi ni Reyes na kanya ang kompanya.", "Reyes"),
        ("យោងតាមអាជ្ញាធរ គាត់ជាម្ចាស់", "អាជ្ញាធរ"),
        ("ရဲတပ်ဖွဲ့က သူသည် ပိုင်ရှင်ဖြစ်ကြောင်း ပြောသည်။", "ရဲတပ်ဖွဲ့"),
    ],
)
def test_speakers_of_the_region(sentence: str, who: str | None) -> None:
    assert speaker(sentence) == who


@pytest.mark.parametrize("unit", ["A.Aa of ", "the aa bb, ", "-聲", "ก.", "report of ", "said ", "A ", "(", "1"])
def test_reading_a_speaker_does_not_cost_more_for_an_endless_sentence(unit: str) -> None:
    def cost(size: int) -> float:
        started = time.process_time()
        for n in range(10):
            speaker(f"{size} {n}{unit * (size // len(unit))}")
        return time.process_time() - started

    cost(900)
    assert cost(100_000) < 8 * max(cost(1_000), 0.005)
