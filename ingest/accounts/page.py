"""A text made ready for search: digits, widths, dashes and defanged dots in one form, with the way back to the source.

Every account kind searches `Page.text`. What people write to hide an address or what a layout does to it (`[.]`,
`hxxp`, full-width or Thai digits, zero-width characters, no-break spaces) is undone here once, so that no kind has
to know of it. `Page.span` turns offsets back into those of the source.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import cache

_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff\u20e3"
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u30fc\u301c"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_LINES = "\r\u000b\u000c\u0085\u2028\u2029"


@cache
def _plain_forms() -> dict[str, str]:
    """One character for one character: offsets stay as they are."""
    plain = {"\u0130": "I"}  # its lower case would be two characters
    for code in (*range(0x80, 0x10000), *range(0x1D7CE, 0x1D800)):
        if unicodedata.category(chr(code)) == "Nd":
            plain[chr(code)] = str(unicodedata.decimal(chr(code)))
    plain.update({chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)})
    plain.update(dict.fromkeys(_DASHES, "-"))
    plain.update(dict.fromkeys(_SPACES, " "))
    plain.update(dict.fromkeys(_LINES, "\n"))
    return plain


def _in_plain_forms(text: str) -> str:
    """Few texts use more than a handful of these characters: one replacement each is faster than a translation."""
    if text.isascii():
        present = [character for character in "\t\r\v\f" if character in text]
    else:
        present = sorted(_plain_forms().keys() & set(text))
    if len(present) > 12:
        return text.translate({ord(character): _plain_forms()[character] for character in present})
    for character in present:
        text = text.replace(character, _plain_forms()[character])
    return text


OTHER_SCRIPTS = re.compile("[\u0370-\u1dff\u2600-\u27bf\u2e80-\ud7ff]")
_HIDDEN = re.compile(
    rf"""
    [{_INVISIBLE}]+
  | [\[({{<][ ]?(?:\.|dot|@|at|:|://|/)[ ]?[\])}}>]
  | \[\.(?=\w)
  | \[:(?=//)
  | \.\](?=\w)
  | :\](?=//)
  | \\\.(?=\w)
  | (?<![a-z])h(?:xx|\*\*|tx|xt)p(?=s?[\[:])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CORE = re.compile(r"dot|at|://|[.@:/]", re.IGNORECASE)
_BRACKETED = re.compile(r"[\[({<] ?(?:[.:@/]|[dD][oO][tT]|[aA][tT])")
_GONE = re.compile(f"[{_INVISIBLE}]")
_HINTS = (".]", ":]", "\\.", "hxxp", "h**p", "htxp", "hxtp")


def _may_hide(plain: str, lower: str) -> bool:
    """Whether the slower search for hidden forms is worth it; few texts have any."""
    if _BRACKETED.search(plain) or any(hint in lower for hint in _HINTS):
        return True
    return not plain.isascii() and _GONE.search(plain) is not None


def _shown(hidden: str) -> str:
    """What a hidden form stands for; invisible characters for nothing."""
    if hidden[0] in "hH":
        return "http"
    core = _CORE.search(hidden)
    return {"dot": ".", "at": "@"}.get(core[0].lower(), core[0]) if core else ""


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A text in plain form. `lower` has the same length; `region` is an ISO 3166 hint for national numbers.

    `has_other_scripts` says that letters of Thai, Chinese, Cyrillic and the like are in it.
    """

    text: str
    lower: str
    region: str | None = None
    has_other_scripts: bool = False
    starts: array[int] | None = None
    ends: array[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the source that stand behind these of `text`."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]


def page_of(text: str, region: str | None = None) -> Page:
    """The page of a text.

    >>> page_of("hxxps://gold[.]example，電話０８１").text
    'https://gold.example,電話081'
    """
    plain = _in_plain_forms(text)
    lower = plain.lower()
    other = not plain.isascii() and OTHER_SCRIPTS.search(plain) is not None
    if not _may_hide(plain, lower):
        return Page(plain, lower, region, other)
    pieces: list[str] = []
    starts, ends, at = array("I"), array("I"), 0
    for hidden in _HIDDEN.finditer(plain):
        shown = _shown(hidden[0])
        begin, end = _with_blanks(plain, *hidden.span()) if shown in (".", "@") else hidden.span()
        begin = max(begin, at)
        pieces += (plain[at:begin], shown)
        starts.extend(range(at, begin))
        ends.extend(range(at + 1, begin + 1))
        starts.extend([begin] * len(shown))
        ends.extend([end] * len(shown))
        at = end
    if not pieces:
        return Page(plain, lower, region, other)
    pieces.append(plain[at:])
    starts.extend(range(at, len(plain)))
    ends.extend(range(at + 1, len(plain) + 1))
    shown_text = "".join(pieces)
    return Page(shown_text, shown_text.lower(), region, other, starts, ends)


def _with_blanks(text: str, begin: int, end: int) -> tuple[int, int]:
    """A hidden dot or @ with one blank on either side, where a word stands on both: `gold [.] example`."""
    left = begin - (text[begin - 1 : begin] == " ")
    right = end + (text[end : end + 1] == " ")
    if text[left - 1 : left].isalnum() and text[right : right + 1].isalnum():
        return left, right
    return begin, end
