"""Numbers in digits of any script, and in the number words of our languages."""

from __future__ import annotations

from ingest.wordlist import word_map

_CHINESE = dict(
    zip("零〇○一壹二两兩贰三叁四五六七八九", (0, 0, 0, 1, 1, 2, 2, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9), strict=True)
)
_CHINESE_TENS = {"十": 10, "廿": 20, "卅": 30, "百": 100, "千": 1_000}
WORDS = {
    word: int(number)
    for word, number in word_map(
        """
        a=1 an=1 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12
        thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30
        forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100
        một=1 hai=2 ba=3 bốn=4 năm=5 sáu=6 bảy=7 bẩy=7 tám=8 chín=9 mười=10
        satu=1 dua=2 tiga=3 empat=4 lima=5 enam=6 tujuh=7 lapan=8 delapan=8 sembilan=9 sepuluh=10 sebelas=11
        isang=1 isa=1 dalawang=2 dalawa=2 tatlong=3 tatlo=3 apat=4 limang=5 anim=6 pitong=7 pito=7 walong=8 walo=8
        siyam=9 sampung=10 sampu=10
        หนึ่ง=1 สอง=2 สาม=3 สี่=4 ห้า=5 หก=6 เจ็ด=7 แปด=8 เก้า=9 สิบ=10
        មួយ=1 ពីរ=2 បី=3 បួន=4 ប្រាំ=5 ប្រាំមួយ=6 ប្រាំពីរ=7 ប្រាំបី=8 ប្រាំបួន=9 ដប់=10
        တစ်=1 နှစ်=2 သုံး=3 လေး=4 ငါး=5 ခြောက်=6 ခုနစ်=7 ရှစ်=8 ကိုး=9 ဆယ်=10
        """
    ).items()
}
WORDS_OF_ENGLISH = tuple(WORDS)[: tuple(WORDS).index("hundred") + 1]


def whole_number(said: str) -> int | None:
    """The whole number that digits of any script, a number word or Chinese characters stand for."""
    said = said.strip().lower()
    if said.isdecimal():
        return int(said)
    if said in WORDS:
        return WORDS[said]
    if said and all(c in _CHINESE or c in _CHINESE_TENS for c in said):
        return _chinese(said)
    parts = said.replace("-", " ").split()
    if len(parts) == 2 and all(part in WORDS for part in parts):
        first, second = (WORDS[part] for part in parts)
        if second == 100:
            return first * second
        return first + second if first >= 20 and second < 10 else None
    return None


def _chinese(said: str) -> int:
    """二〇二三 is read digit by digit, 二十三 by its tens."""
    if not any(c in _CHINESE_TENS for c in said):
        return int("".join(str(_CHINESE[c]) for c in said))
    total, digit = 0, None
    for c in said:
        if c in _CHINESE:
            digit = _CHINESE[c]
        else:
            ten = _CHINESE_TENS[c]
            total += ten if digit is None or c in "廿卅" else digit * ten
            digit = None
    return total + (digit or 0)
