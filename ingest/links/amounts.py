"""Sums of money that a text names: "US$1.2 million", "640,000 baht", "3.1 BTC", as a plain number and a currency."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from ingest.wordlist import word_map, word_set

_SIGNS = word_map(
    "US$=USD $=USD A$=AUD AU$=AUD S$=SGD C$=CAD HK$=HKD NT$=TWD NZ$=NZD R$=BRL £=GBP €=EUR ¥=CNY RM=MYR ฿=THB "
    "₱=PHP ₹=INR ₩=KRW ₫=VND Rp=IDR Rs=INR Rs.=INR RMB=CNY KSh=KES Sh=KES USh=UGX Shs=UGX Php=PHP P=PHP N=NGN "
    "₦=NGN R=ZAR B=THB Tk=BDT Br=ETB K=MMK ₭=LAK ៛=KHR"
)
_CODES = word_set(
    "USD AUD SGD CAD HKD TWD NTD NZD BRL GBP EUR CNY RMB MYR THB PHP INR KRW VND IDR KES UGX NGN ZAR BDT ETB MMK "
    "LAK KHR JPY CHF AED NPR LKR PKR GHS TZS ZMW MOP GEL KZT UZS RUB TRY PLN BGN HUF MXN PEN COP ARS UYU VUV USDT "
    "USDC BTC ETH TRX BNB SOL LTC XMR DAI BUSD DOGE XRP"
)
_NAMES = word_map(
    "u.s. dollar=USD, us dollar=USD, dollar=USD, singapore dollar=SGD, hong kong dollar=HKD, baht=THB, ringgit=MYR, "
    "australian dollar=AUD, canadian dollar=CAD, taiwan dollar=TWD, riel=KHR, kip=LAK, kyat=MMK, dong=VND, đồng=VND, "
    "rupiah=IDR, peso=PHP, yuan=CNY, renminbi=CNY, won=KRW, yen=JPY, rupee=INR, taka=BDT, naira=NGN, birr=ETB, "
    "pound=GBP, euro=EUR, dirham=AED, lari=GEL, tenge=KZT, real=BRL, reais=BRL, rand=ZAR, cedi=GHS, kwacha=ZMW, "
    "tether=USDT, bitcoin=BTC, ether=ETH, pataca=MOP, franc=CHF, kenyan shilling=KES, ugandan shilling=UGX, "
    "shilling=KES, zloty=PLN, lev=BGN",
    ",",
)
_SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "mil": 6, "million": 6}
_SCALES |= {"b": 9, "bn": 9, "billion": 9, "lakh": 5, "crore": 7}

_NUMBER = r"(?P<number>\d{1,3}(?:[,  ]\d{3}){1,4}(?:\.\d{1,8})?|\d{1,12}(?:\.\d{1,8})?)"
_SCALE = r"(?:[  -]?(?P<scale>thousand|million|billion|lakh|crore|mn|bn|mil|[kmb](?![a-z])))?"


def _any_of(*words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(chain(*words), key=lambda w: (-len(w), w)))


_BEFORE = re.compile(
    rf"(?<![A-Za-z\d])(?P<sign>{_any_of(_SIGNS, _CODES)})[ \u00a0]?{_NUMBER}{_SCALE}(?![\d%])", re.IGNORECASE
)
_AFTER = re.compile(
    rf"(?<![\w.,$]){_NUMBER}{_SCALE}[ \u00a0](?:in )?(?P<name>{_any_of(_NAMES, _CODES)})s?\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in the text: where it stands, the number without separators, the currency or coin."""

    start: int
    end: int
    amount: str
    currency: str


def sums(text: str) -> list[Sum]:
    """The sums of a text, in order."""
    found = []
    end = 0
    matches = sorted([*_BEFORE.finditer(text), *_AFTER.finditer(text)], key=lambda m: (m.start(), -m.end()))
    for match in matches:
        if match.start() < end:
            continue
        said = match.groupdict().get("sign") or match["name"]
        currency = _currency(said)
        if currency is None or (len(said) == 1 and said.isalpha() and not said.isupper()):
            continue
        found.append(Sum(match.start(), match.end(), _amount(match["number"], match["scale"]), currency))
        end = match.end()
    return found


def _currency(said: str) -> str | None:
    if said in _SIGNS:
        return _SIGNS[said]
    if said.upper() in _CODES:
        code = said.upper()
        return {"RMB": "CNY", "NTD": "TWD"}.get(code, code)
    by_fold = {sign.lower(): code for sign, code in _SIGNS.items() if len(sign) > 1}
    return _NAMES.get(said.lower()) or by_fold.get(said.lower())


def _amount(number: str, scale: str | None) -> str:
    """The number written out: 1.2 and "million" are 1200000."""
    digits = re.sub(r"[,  ]", "", number)
    whole, _, fraction = digits.partition(".")
    shift = _SCALES[scale.lower()] if scale else 0
    whole, fraction = whole + fraction[:shift].ljust(shift, "0"), fraction[shift:].rstrip("0")
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{fraction}" if fraction else whole
