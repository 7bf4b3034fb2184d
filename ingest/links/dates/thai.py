"""How Thai writes dates, in Buddhist or common years, in digits of either script."""

from __future__ import annotations

import re

from ingest.links.dates.grammar import Grammar, Shift, compiled, numbered
from ingest.wordlist import any_of

_MONTHS = numbered(
    "มกราคม ม.ค., กุมภาพันธ์ ก.พ., มีนาคม มี.ค., เมษายน เม.ย., พฤษภาคม พ.ค., "
    "มิถุนายน มิ.ย., กรกฎาคม ก.ค., สิงหาคม ส.ค., กันยายน ก.ย., ตุลาคม ต.ค., "
    "พฤศจิกายน พ.ย., ธันวาคม ธ.ค."
)
_MONTH = rf"(?P<month>{any_of(_MONTHS)})"
_NO_YEAR = "คน|ราย|บาท|นาย|แห่ง|ปี|ล้าน|หมื่น|แสน|%"
_YEAR = rf"(?P<year>(?:25|19|20|๒๕|๑๙|๒๐)\d\d|[67๖๗]\d)(?!\d| ?(?:{_NO_YEAR})|[,.]\d)"
_ERA = r"(?: ?(?:ปี ?)?(?:พ\.ศ\. ?|ค\.ศ\. ?)?)"
_YEARS = {
    **dict.fromkeys(("ปีที่แล้ว", "ปีก่อน", "ปีที่ผ่านมา", "ปีกลาย"), -1),
    **dict.fromkeys(("ปีนี้", "ปีเดียวกันนี้"), 0),
    **dict.fromkeys(("ปีหน้า", "ปีถัดไป"), 1),
}
_WITH_YEAR = rf"(?:{_ERA}{_YEAR}| ?(?P<of_year>{any_of(_YEARS)}))?"
_WHICH = {"ที่แล้ว": -1, "ที่ผ่านมา": -1, "ก่อน": -1, "นี้": 0, "หน้า": 1}
_SAID = {
    **dict.fromkeys(("วันนี้", "คืนนี้", "เช้านี้"), Shift("day", 0)),
    **dict.fromkeys(("เมื่อวานนี้", "วานนี้", "เมื่อวาน", "เมื่อคืนนี้", "เมื่อคืน"), Shift("day", -1)),
    **dict.fromkeys(("พรุ่งนี้", "วันพรุ่งนี้"), Shift("day", 1)),
    **dict.fromkeys(("วันเดียวกัน", "คืนเดียวกัน"), Shift("day", 0, "last")),
    **dict.fromkeys(("วันรุ่งขึ้น", "วันถัดมา", "วันต่อมา"), Shift("day", 1, "last")),
    **{f"สัปดาห์{word}": Shift("week", step) for word, step in _WHICH.items()},
    **{f"เดือน{word}": Shift("month", step) for word, step in _WHICH.items()},
    **{word: Shift("year", step) for word, step in _YEARS.items()},
}
_COUNT = r"(?P<count>\d{1,3}|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ) ?(?P<unit>วัน|คืน|สัปดาห์|อาทิตย์|เดือน|ปี)"

THAI = Grammar(
    compiled(
        ("day first", rf"(?<![\d.,/-])(?P<day>[0-3๐-๓]?\d)(?= ?(?:และ|ถึง|[-–]) ?[0-3๐-๓]?\d ?(?:{any_of(_MONTHS)}))"),
        ("day first", rf"(?<![\d.,])(?P<day>[0-3๐-๓]?\d) ?(?:เดือน)?{_MONTH}{_WITH_YEAR}"),
        ("in month", rf"(?:เดือน)?{_MONTH}{_WITH_YEAR}"),
        ("weekday", r"วัน(?P<weekday>จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ?|ศุกร์|เสาร์|อาทิตย์)(?P<which>ที่แล้ว|ที่ผ่านมา|ก่อน|นี้|หน้า)?"),
        ("relative", rf"{_COUNT}(?P<ago>ที่แล้ว|ก่อน|ที่ผ่านมา)"),
        ("relative", rf"{_COUNT}(?P<later>ต่อมา|ถัดมา|หลังจากนั้น|ให้หลัง)"),
        ("relative", rf"(?<!ทุก)(?P<said>{any_of(_SAID)})"),
        ("year", r"(?:ปี|พ\.ศ\.|ค\.ศ\.|ตั้งแต่|ใน|ถึง|เมื่อ) ?(?P<year>(?:25|19|20|๒๕|๑๙|๒๐)\d\d)(?!\d)"),
    ),
    _MONTHS,
    {"จันทร์": 0, "อังคาร": 1, "พุธ": 2, "พฤหัสบดี": 3, "พฤหัส": 3, "พฤหัสฯ": 3, "ศุกร์": 4, "เสาร์": 5, "อาทิตย์": 6},
    {**_WHICH, **_YEARS},
    {"วัน": "day", "คืน": "day", "สัปดาห์": "week", "อาทิตย์": "week", "เดือน": "month", "ปี": "year"},
    _SAID,
    re.compile(r"(?:จะ|เตรียม|กำหนด)[^\n ]{0,30} ?[^\n ]{0,20}$"),
)
