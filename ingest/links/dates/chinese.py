"""How Chinese writes dates, in both scripts; years of the Republic of China, not those of the farmers' calendar."""

from __future__ import annotations

import re

from ingest.links.dates.grammar import Grammar, Shift, compiled
from ingest.wordlist import any_of

_DIGIT = "一二三四五六七八九十"
_NUMBER = rf"(?P<number>1[0-2]|0?[1-9]|十[一二]?|[{_DIGIT}])"
_DAY = rf"(?P<day>[0-3]?\d|[{_DIGIT}廿卅]{{1,3}}) ?[日号號]"
_FARMERS = r"(?<!農曆)(?<!农历)(?<!陰曆)(?<!阴历)"
_MONTH_DAY = rf"{_NUMBER} ?月(?:份|底|初|中旬|上旬|下旬)?(?:{_DAY})?(?![薪租费費球饼餅])"
_YEARS = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1}
_OF_YEAR = rf"(?P<of_year>{any_of(_YEARS)})"
_MONTHS = {
    **dict.fromkeys(("本月", "这个月", "這個月", "当月", "當月"), 0),
    **dict.fromkeys(("上月", "上个月", "上個月"), -1),
    **dict.fromkeys(("下月", "下个月", "下個月"), 1),
}
_SAID = {
    **dict.fromkeys(("今日", "今天", "今早", "今晨", "今晚"), Shift("day", 0)),
    **dict.fromkeys(("昨日", "昨天", "昨晚", "昨夜"), Shift("day", -1)),
    **dict.fromkeys(("前天", "前日"), Shift("day", -2)),
    **dict.fromkeys(("明日", "明天", "明晚"), Shift("day", 1)),
    **dict.fromkeys(("同日", "同天", "当天", "當天", "当日", "當日", "当晚", "當晚"), Shift("day", 0, "last")),
    **dict.fromkeys(("次日", "翌日", "隔天", "隔日", "第二天"), Shift("day", 1, "last")),
    **dict.fromkeys(("同月",), Shift("month", 0, "last")),
    **dict.fromkeys(("次月",), Shift("month", 1, "last")),
    **dict.fromkeys(("同年",), Shift("year", 0, "last")),
    **dict.fromkeys(("次年", "翌年", "第二年"), Shift("year", 1, "last")),
    **dict.fromkeys(("上周", "上週", "上星期", "上个星期", "上個星期"), Shift("week", -1)),
    **dict.fromkeys(("下周", "下週", "下星期", "下个星期", "下個星期"), Shift("week", 1)),
    **dict.fromkeys(("本周", "本週", "这周", "這週", "这星期", "這星期"), Shift("week", 0)),
    **{word: Shift("month", step) for word, step in _MONTHS.items()},
    **{word: Shift("year", step) for word, step in _YEARS.items()},
}


def _counted(after: str) -> str:
    """Counted units; `月` without 个 is a month of the year."""
    return rf"(?P<count>\d{{1,3}}|[{_DIGIT}两兩]{{1,3}}) ?(?P<unit>[个個]月|[个個]?星期|天|日|周|週|年){after}"


CHINESE = Grammar(
    compiled(
        (
            "day first",
            rf"{_FARMERS}(?:(?P<republic>民[國国]) ?(?P<year>\d{{2,3}})"
            r"|(?<!\d)(?P<year_>(?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3})) ?年"
            rf"(?:底|初|中)?(?: ?{_MONTH_DAY})?",
        ),
        ("day first", rf"{_OF_YEAR}{_MONTH_DAY}"),
        ("day first", rf"(?P<of_month>{any_of(_MONTHS)}){_DAY}"),
        ("day first", rf"{_FARMERS}(?<![\d年第.]){_MONTH_DAY}"),
        ("weekday", r"(?P<which>上|本|这|這|下)?[个個]?(?:周|週|星期|礼拜|禮拜)(?P<weekday>[一二三四五六日天])"),
        ("relative", _counted("(?P<ago>前|之前|以前)(?!线|線|往|来|來|台|臺|夫|妻)")),
        ("relative", _counted("(?P<later>后|後|之后|之後)(?!台|臺|续|續)")),
        ("relative", rf"(?P<said>{any_of(_SAID)})(?![头頭]条|头條)"),
        ("day first", r"(?<![\d月.,/-])(?P<day>[0-3]?\d)[日号號](?![内內间間起薪元线線楼樓房门門室路院店])"),
    ),
    weekdays={day: n for n, day in enumerate("一二三四五六日")} | {"天": 6},
    steps={"上": -1, "本": 0, "这": 0, "這": 0, "下": 1, **_MONTHS, **_YEARS},
    units={
        "天": "day",
        "日": "day",
        "周": "week",
        "週": "week",
        "年": "year",
        "星期": "week",
        "个月": "month",
        "個月": "month",
        "个星期": "week",
        "個星期": "week",
    },
    said=_SAID,
    ahead=re.compile(r"(?:将于|將於|将在|將在|拟于|擬於|预计|預計|定于|定於)[^。；，]{0,12}$"),
)
