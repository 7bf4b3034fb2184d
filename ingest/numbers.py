"""Numbers as texts write them, in nine languages: 1,240, "twenty-four", "a dozen", 三十七, สิบสอง, ១៧, dua belas."""

from __future__ import annotations

import re

COUNTED = {  # from one on
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen",
    "ms": "satu dua tiga empat lima enam tujuh lapan sembilan sepuluh sebelas",
    "vi": "một hai ba bốn năm sáu bảy tám chín mười",
    "tl": "isa dalawa tatlo apat lima anim pito walo siyam sampu",
    "tl before a noun": "isang dalawang tatlong apat limang anim pitong walong siyam sampung",
    "zh": "一 二 三 四 五 六 七 八 九 十",
    "th": "หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ",
    "km": "មួយ ពីរ បី បួន ប្រាំ ប្រាំមួយ ប្រាំពីរ ប្រាំបី ប្រាំបួន ដប់",
    "my": "တစ် နှစ် သုံး လေး ငါး ခြောက် ခုနစ် ရှစ် ကိုး ဆယ်",
}
TENS = {  # from twenty on
    "en": "twenty thirty forty fifty sixty seventy eighty ninety",
    "tl": "dalawampu tatlumpu apatnapu limampu animnapu pitumpu walumpu siyamnapu",
    "km": "ម្ភៃ សាមសិប សែសិប ហាសិប ហុកសិប ចិតសិប ប៉ែតសិប កៅសិប",
}
_OTHERS = {
    0: "zero ศูนย์ 〇 零",
    1: "seorang se mốt เอ็ด",
    2: "sepasang 两 兩 ยี่",
    4: "tư",
    5: "lăm",
    8: "delapan",
    10: "labing puluh mươi ဆယ့်",
    100: "hundred seratus ratus trăm daan daang 百 ร้อย រយ ရာ",
    1_000: "thousand seribu ribu nghìn ngàn libo libong 千 พัน ពាន់ ထောင်",
    10_000: "万 萬 หมื่น ម៉ឺន သောင်း",
    100_000: "แสน သိန်း",
    1_000_000: "million juta triệu milyon ล้าน លាន",
    100_000_000: "亿 億",
    1_000_000_000: "billion",
}
_LONGEST = 16  # words of one number
_TEEN = "belas"  # ten more than the word before
_VALUES = {word: n for words in COUNTED.values() for n, word in enumerate(words.split(), 1)}
_VALUES |= {word: 10 * n for words in TENS.values() for n, word in enumerate(words.split(), 2)}
_VALUES |= {word: n for n, words in _OTHERS.items() for word in words.split()}
_SPACED = sorted((w for w in (*_VALUES, _TEEN) if w[0] < "\u0e00" or w[0] == "ộ"), key=len, reverse=True)
_UNSPACED = sorted(_VALUES.keys() - set(_SPACED), key=len, reverse=True)
_PART = rf"(?:(?<!\w)(?:{'|'.join(_SPACED)})(?!\w)|{'|'.join(_UNSPACED)})"
_WORD = re.compile(_PART)
_RUN = re.compile(rf"{_PART}(?:(?:[ -]?(?:and |at |’t |'t |ng |linh |lẻ )?){_PART})*")
_DIGITS = re.compile(r"\d{1,3}(?:[.,]\d{3}){1,3}(?!\d)|\d{1,9}(?:\.\d{1,3})?")
_SCALE = re.compile(rf" ?({_PART})")

_VAGUE = re.compile(
    r"\b(?:or|to|atau|hoặc|hay|hingga|đến|o)\b|\d+an\b|\b(?:puluhan|belasan|ratusan|ribuan|hàng|vài|mấy|chục|ilang)\b|"
    r"[多余餘几幾數数]|หลาย|นับ|กว่า|รៀង|រាប់|ជាង|ကျော်|ခန့်"
)
_PAIRS = re.compile(r"\Aan? (?:[\w-]+ ){0,2}(?:(couple|pair)|(trio)|(dozen))\b")
_BODY_OF = re.compile(r"\Aan? (?:[\w-]+ )?(?:family|group|team|gang|crew|batch|total) of (?=\S)")
_MEN_AND_WOMEN = re.compile(r"([一二两兩三四五六七八九十]+)男([一二两兩三四五六七八九十]+)女")


def first_number(text: str) -> int | None:
    """The whole number of a counted phrase; None where it is vague ("dozens", "twenty or thirty", 60余名)."""
    low = text.casefold().partition(" from ")[0]
    pairs = _PAIRS.match(low)
    if pairs:
        return (2, 3, 12)[pairs.lastindex - 1] if pairs.lastindex else None
    both = _MEN_AND_WOMEN.search(low)
    if both:
        return _spelled(both[1]) + _spelled(both[2])
    body = _BODY_OF.match(low)
    if body:
        return _first(low[body.end() :])
    if re.match(r"an? (?!hundred\b|thousand\b|million\b)", low):
        return None if low.startswith("a few") else 1
    return None if _VAGUE.search(low) else _first(low.removeprefix("a "))


def _first(low: str) -> int | None:
    digits, words = _DIGITS.search(low), _RUN.search(low)
    if digits and (words is None or digits.start() < words.start()):
        scale = _SCALE.match(low, digits.end())
        times = _VALUES.get(scale[1], 1) if scale else 1
        grouped = times == 1 and re.search(r"[.,]\d{3}(?!\d)", digits[0])
        value = float(re.sub(r"[.,]", "", digits[0]) if grouped else digits[0].replace(",", ""))
        value *= times if times >= 100 else 1
        return int(value) if value == int(value) else None
    return _spelled(words[0]) if words else None


def _spelled(words: str) -> int:
    """The number that a run of number words makes: each scale multiplies what was counted since the last higher one."""
    total = part = unit = 0
    for word in _WORD.findall(words)[:_LONGEST]:
        value = _VALUES.get(word, 10)
        if word == _TEEN or (value < 100 and value % 10) or value == 0 or value in range(20, 100):
            unit += value
        elif value < 1_000:
            part += max(unit, 1) * value
            unit = 0
        else:
            total, part, unit = (total + (part + unit) * value if part + unit else max(total, 1) * value), 0, 0
    return total + part + unit
