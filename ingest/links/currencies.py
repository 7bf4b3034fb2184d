"""Currencies by sign, code and name, and the words for thousands and millions, in all our languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ingest.wordlist import word_map, word_set

SIGNS = word_map(
    "US$=USD $=USD A$=AUD AU$=AUD S$=SGD C$=CAD HK$=HKD NT$=TWD NZ$=NZD R$=BRL £=GBP €=EUR ¥=CNY ￥=CNY RM=MYR "
    "฿=THB ₱=PHP ₹=INR ₩=KRW ₫=VND Rp=IDR Rp.=IDR Rs=INR Rs.=INR RMB=CNY KSh=KES KShs=KES Sh=KES USh=UGX UShs=UGX "
    "Shs=KES Php=PHP Tk=BDT Br=ETB ₭=LAK ៛=KHR ₦=NGN 人民币=CNY 人民幣=CNY 新台币=TWD 新台幣=TWD 台币=TWD 台幣=TWD "
    "港币=HKD 港幣=HKD 美金=USD 马币=MYR 馬幣=MYR"
)
LETTERS = word_map("P=PHP N=NGN R=ZAR B=THB K=MMK")
"""Letters that stand for a currency, though only right before a long number: K99 and B 12 are no sums."""
CODES = word_set(
    "USD AUD SGD CAD HKD TWD NTD NZD BRL GBP EUR CNY RMB MYR THB PHP INR KRW VND IDR KES UGX NGN ZAR BDT ETB MMK "
    "LAK KHR JPY CHF AED NPR LKR PKR GHS TZS ZMW MOP GEL KZT UZS RUB TRY PLN BGN HUF MXN PEN COP ARS UYU VUV USDT "
    "USDC BTC ETH TRX BNB SOL LTC XMR DAI BUSD DOGE XRP PGK FJD BND"
)
CASUAL_CODES = word_set("usd usdt usdc btc eth trx thb myr php vnd idr sgd hkd cny rmb eur aud gbp inr")
COINS = word_set("USDT USDC BTC ETH TRX BNB SOL LTC XMR DAI BUSD DOGE XRP")
STABLE = word_set("USDT USDC DAI BUSD Tether tether")
"""Coins worth a dollar each, so that "5,000 dollars in USDT" is a sum of the coin."""
NAMES = word_map(
    """
    U.S. dollar=USD, US dollar=USD, American dollar=USD, dollar=USD, Singapore dollar=SGD, Hong Kong dollar=HKD,
    Australian dollar=AUD, Canadian dollar=CAD, Taiwan dollar=TWD, New Taiwan dollar=TWD, New Zealand dollar=NZD,
    baht=THB, ringgit=MYR, riel=KHR, kip=LAK, kyat=MMK, dong=VND, rupiah=IDR, peso=PHP, yuan=CNY, renminbi=CNY,
    won=KRW, yen=JPY, rupee=INR, Nepali rupee=NPR, Nepalese rupee=NPR, Indian rupee=INR, Pakistani rupee=PKR,
    Sri Lankan rupee=LKR, taka=BDT, naira=NGN, birr=ETB, pound=GBP, pounds sterling=GBP, quid=GBP, euro=EUR,
    dirham=AED, lari=GEL, tenge=KZT, real=BRL, reais=BRL, rand=ZAR, cedi=GHS, kwacha=ZMW, kina=PGK, vatu=VUV,
    pataca=MOP, franc=CHF, Swiss franc=CHF, Kenyan shilling=KES, Ugandan shilling=UGX, Tanzanian shilling=TZS,
    shilling=KES, zloty=PLN, lev=BGN, rouble=RUB, ruble=RUB, lira=TRY, tether=USDT, bitcoin=BTC, ether=ETH,
    đồng=VND, VNĐ=VND, đô=USD, đô la=USD, đô la Mỹ=USD, đô Mỹ=USD, đô la Úc=AUD, đô la Singapore=SGD,
    đô la Hồng Kông=HKD, nhân dân tệ=CNY, tệ=CNY, đài tệ=TWD, kíp=LAK, yên=JPY,
    dolar=USD, dolar AS=USD, dolar Amerika=USD, dolar Amerika Syarikat=USD, dolar Singapura=SGD, dolar Hong Kong=HKD,
    dolar Australia=AUD, dolar Taiwan=TWD, dong Vietnam=VND, piso=PHP, dolyar=USD
    """,
    ",",
)
UNSPACED_NAMES = word_map(
    """
    元=CNY 块=CNY 塊=CNY 块钱=CNY 塊錢=CNY 人民币=CNY 人民幣=CNY 元人民币=CNY 元人民幣=CNY 美元=USD 美金=USD 美刀=USD
    港元=HKD 港币=HKD 港幣=HKD 元港币=HKD 元港幣=HKD 新台币=TWD 新台幣=TWD 元新台币=TWD 元新台幣=TWD 台币=TWD
    台幣=TWD 元台币=TWD 元台幣=TWD 泰铢=THB 泰銖=THB 铢=THB 林吉特=MYR 令吉=MYR 马币=MYR 馬幣=MYR 新币=SGD 新幣=SGD
    新加坡元=SGD 坡币=SGD 日元=JPY 日圆=JPY 日圓=JPY 韩元=KRW 韓元=KRW 韓圜=KRW 欧元=EUR 歐元=EUR 英镑=GBP 英鎊=GBP
    澳元=AUD 澳币=AUD 澳幣=AUD 加元=CAD 越南盾=VND 越盾=VND 印尼盾=IDR 缅币=MMK 缅元=MMK 緬幣=MMK 緬元=MMK
    瑞尔=KHR 瑞爾=KHR 基普=LAK 比索=PHP 披索=PHP 卢比=INR 盧比=INR 泰达币=USDT 泰達幣=USDT 比特币=BTC 比特幣=BTC
    以太币=ETH 以太幣=ETH
    บาท=THB ดอลลาร์=USD ดอลลาร์สหรัฐ=USD เหรียญสหรัฐ=USD เหรียญ=USD ดอลลาร์สิงคโปร์=SGD ดอลลาร์ฮ่องกง=HKD
    ดอลลาร์ไต้หวัน=TWD ดอลลาร์ออสเตรเลีย=AUD หยวน=CNY ริงกิต=MYR เรียล=KHR กีบ=LAK จ๊าด=MMK จ๊าต=MMK ดอง=VND
    วอน=KRW เยน=JPY ยูโร=EUR ปอนด์=GBP รูปี=INR เปโซ=PHP รูเปียห์=IDR บิตคอยน์=BTC
    រៀល=KHR ដុល្លារ=USD ដុល្លារអាមេរិក=USD បាត=THB យ័ន=CNY យាន់=CNY ដុង=VND រីងហ្គីត=MYR
    ကျပ်=MMK ယွမ်=CNY ဒေါ်လာ=USD ဘတ်=THB
    """
)
BEFORE_NUMBER = word_map("ကျပ်=MMK ယွမ်=CNY ဒေါ်လာ=USD ဘတ်=THB အမေရိကန်ဒေါ်လာ=USD")
"""Burmese names stand before the number."""
SCALES = {
    word: int(power)
    for word, power in word_map(
        """
        hundred=2 k=3 thousand=3 m=6 mn=6 mil=6 million=6 b=9 bn=9 billion=9 trillion=12 lakh=5 lac=5 lakhs=5 crore=7
        crores=7
        nghìn=3 ngàn=3 triệu=6 tr=6 tỷ=9 tỉ=9 ribu=3 rb=3 juta=6 jt=6 miliar=9 bilion=9 triliun=12 libo=3 libong=3
        milyon=6 milyong=6 bilyon=9 bilyong=9
        """
    ).items()
}
UNSPACED_SCALES = {
    word: int(power)
    for word, power in word_map(
        """
        百=2 千=3 万=4 萬=4 亿=8 億=8 ร้อย=2 พัน=3 หมื่น=4 แสน=5 ล้าน=6 រយ=2 ពាន់=3 ម៉ឺន=4 សែន=5 លាន=6 កោដិ=7 ប៊ីលាន=9
        ရာ=2 ထောင်=3 သောင်း=4 သိန်း=5 သန်း=6 ကုဋေ=7
        """
    ).items()
}

_PLACES: dict[str, Sequence[tuple[str, re.Pattern[str]]]] = {
    "rupee": (
        ("LKR", re.compile(r"Sri Lanka|Colombo|Kandy\b")),
        ("NPR", re.compile(r"Nepal|Kathmandu")),
        ("PKR", re.compile(r"Pakistan|Lahore|Karachi|Islamabad|Punjab Police|Gujrat")),
        ("INR", re.compile(r"\bIndia|Delhi|Mumbai|Kerala|Chennai|Hyderabad")),
    ),
    "shilling": (
        ("KES", re.compile(r"Kenya|Nairobi|Mombasa")),
        ("UGX", re.compile(r"Uganda|Kampala|Entebbe")),
        ("TZS", re.compile(r"Tanzania|Dodoma|Dar es Salaam")),
    ),
    "¥": (("CNY", re.compile(r"\bChin(?:a|ese)\b|中国")), ("JPY", re.compile(r"Japan|Tokyo|Osaka|Nagoya|日本"))),
    "元": (
        ("CNY", re.compile(r"中国|大陆|省|公安")),
        ("TWD", re.compile(r"台灣|臺灣|台北|新台幣|新北|高雄|刑事局")),
        ("HKD", re.compile(r"香港|港元|港幣|元朗|九龍")),
    ),
}
_SHARED = {
    **dict.fromkeys(("rupee", "rs", "rs."), "rupee"),
    **dict.fromkeys(("shilling", "sh", "shs"), "shilling"),
    **dict.fromkeys(("¥", "￥"), "¥"),
    **dict.fromkeys(("元", "块", "塊", "块钱", "塊錢"), "元"),
}
_BY_FOLD = (
    {sign.lower(): code for sign, code in (SIGNS | BEFORE_NUMBER).items()}
    | {code.lower(): {"RMB": "CNY", "NTD": "TWD"}.get(code, code) for code in CODES}
    | {name.lower(): code for name, code in NAMES.items()}
    | UNSPACED_NAMES
)


def currency_of(text: str) -> Callable[[str], str]:
    """The code that a sign or name in a text stands for; what several countries use goes by the places named there."""
    known: dict[str, str | None] = {}

    def code(said: str) -> str:
        folded = said.lower()
        kind = _SHARED.get(folded)
        if kind and kind not in known:
            counts = [(len(places.findall(text)), code) for code, places in _PLACES[kind]]
            known[kind] = max(counts, key=lambda c: c[0])[1] if any(count for count, _ in counts) else None
        return (known[kind] if kind else None) or LETTERS.get(said) or _BY_FOLD[folded]

    return code
