"""The countries that a text is about, by which a national telephone number can be read.

Evidence is what stands in the text: country and town names and demonyms, currencies, other numbers' +codes, sites'
country domains, the script itself. Evidence near a number weighs more than evidence far away.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from ingest.accounts.page import Page
from ingest.accounts.places import PLACES
from ingest.accounts.vocabulary import Vocabulary

CODES = {
    "60": "MY", "66": "TH", "855": "KH", "95": "MM", "84": "VN", "63": "PH", "62": "ID", "856": "LA", "65": "SG",
    "86": "CN", "852": "HK", "886": "TW", "82": "KR", "81": "JP", "91": "IN", "880": "BD", "977": "NP", "94": "LK",
    "92": "PK", "254": "KE", "256": "UG", "251": "ET", "234": "NG", "27": "ZA", "971": "AE", "55": "BR", "1": "US",
    "44": "GB", "49": "DE", "61": "AU", "7": "RU", "670": "TL", "680": "PW",
}  # fmt: skip
_PLACES = Vocabulary(PLACES)
_SCRIPTS = (
    ("TH", re.compile("[\u0e01-\u0e5b]")),
    ("KH", re.compile("[\u1780-\u17ff]")),
    ("MM", re.compile("[\u1000-\u109f]")),
    ("LA", re.compile("[\u0e81-\u0eff]")),
    ("VN", re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")),
    ("KR", re.compile("[\uac00-\ud7a3]")),
    ("JP", re.compile("[\u3041-\u30fe]")),
)
_MOST_BEFORE, _MOST_AFTER = 80, 40
_SCALE = 400
"""Characters after which a hint weighs half."""


def regions_near(page: Page, at: int) -> tuple[str, ...]:
    """Country codes, likeliest first, for a number at this offset; the page's own region leads."""
    evidence = _evidence(page)
    middle = bisect_left(evidence, (at, ""))
    weights: dict[str, float] = {}
    for where, region in evidence[max(0, middle - _MOST_BEFORE) : middle + _MOST_AFTER]:
        distance = at - where if where <= at else 2 * (where - at)
        weights[region] = weights.get(region, 0.0) + 1 / (1 + distance / _SCALE) ** 2
    ranked = sorted(weights, key=lambda region: (-weights[region], region))
    if page.region:
        ranked = [page.region, *(region for region in ranked if region != page.region)]
    return tuple(ranked)


@lru_cache(maxsize=4)
def _evidence(page: Page) -> tuple[tuple[int, str], ...]:
    found = [(word.start, word.sense) for word in _PLACES.find(page)]
    for match in re.finditer(r"\+(\d{1,3})", page.text):
        for length in (3, 2, 1):
            if region := CODES.get(match[1][:length]):
                found.append((match.start(), region))
                break
    for match in re.finditer(r"\w\.([a-z]{2})(?![\w.])", page.lower):
        if match[1].upper() in PLACES and match[1] not in ("in", "my", "us", "la"):
            found.append((match.start(), match[1].upper()))
    for region, script in _SCRIPTS:
        found += [(match.start(), region) for match in script.finditer(page.lower)][::40]
    return tuple(sorted(found))
