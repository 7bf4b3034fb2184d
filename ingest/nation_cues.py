"""What stands around a person's or group's mark in a sketch where a text says of what nation they are.

Every pattern but those that only point at others has the group `said`, whose marks are the nations; patterns that
open a noun phrase have `noun`, the words between the demonym and the phrase's end. They are run on stretches of a few
hundred characters, never on a whole text.
"""

from __future__ import annotations

import re

from ingest.sketch import COUNTRY as C
from ingest.sketch import DEMONYM as N
from ingest.sketch import GROUP as G
from ingest.sketch import PERSON as P

_SMALL = (
    "who|whose|which|that|by|to|of|in|with|for|from|against|while|when|where|was|were|is|are|had|has|have|been|and|"
    "or|but|"
    "at|on|as|under|over|after|before|than|per|because"
)
_WORD = rf"(?!(?:{_SMALL})\b)[a-zà-ỹđ][\w'’-]*"
_TITLE = (
    r"(?:Mr|Ms|Mrs|Miss|Dr|Prof|Professor|Madame?|Sir|Dato|Datuk Seri|Datuk|Tan Sri|(?:Neak )?Oknha|Gen|Col|Lt|Maj|"
    r"Capt|Captain|"
    r"General|Colonel|Major|Pol|Brig|Sgt|Prime|Deputy|Foreign|Interior|Minister|Senator|President|Ambassador|"
    r"Governor|MP|"
    r"Ko|U|Daw|Khun|Tuan|Encik|Puan|Bapak|Ibu|Ông|Bà|Anh|Chị)\.?"
)
_NAMED = (
    r"(?:,? (?:surnamed|named|called|nicknamed|dubbed|alias|identified (?:only )?as|introduced as|addressed as|"
    r"by the name of|"
    r"using the name|under the (?:name|alias)(?: of)?|who (?:\w+ ){0,4}(?:called|named|as)|"
    r"(?:whom|that|we|they) (?:\w+ ){0,4}(?:called?|knew as)|(?:better |only |also )*known (?:only |to \w+ )*as|"
    r"bernama|nama|tên(?: là)?|nagngangalang|si|ni))"
)
_CITIZEN_NOUN = "(?:national|citizen|man|woman|men|women)"
_SOME = rf"{N}(?:(?:[-–/ ]|,? and |, |;|; )(?:dual |naturali[sz]ed )?{N}){{0,2}}"
_NATIONAL = rf"(?P<said>{_SOME}|{C}(?= {_CITIZEN_NOUN}))"

BEFORE = re.compile(
    rf"(?<!ethnic )(?<!mostly )(?<!were )(?<!are ){_NATIONAL}(?![-‑]|’s|'s)(?P<noun>(?:[ -]{_WORD}){{0,6}})"
    rf"(?: of {N} (?:descent|origin|ancestry))?(?: (?:of|at|from|in) [^,.;\n{P}{G}{N}{C}]{{1,40}}(?=,))?"
    rf"(?:, (?:an?|the)(?: {_WORD}){{1,4}})?{_NAMED}?(?:,? {_TITLE}){{0,3}}[ ,:;\"“”‘'(–—-]{{0,4}}\Z"
)
LISTED = re.compile(  # the people named before one in a list
    rf"(?:{P}(?: ?\([^()\n]{{0,60}}\))?(?:, \d\d)?(?:,? and |, |、|和|及|และ|និង|နှင့် |và |dan | at )){{1,6}}\Z"
)
_AGE = r"(?:aged? )?(?:about )?\d\d(?:[- ]years?[- ]old)?"
_ALSO = (
    rf"(?:[\"”’']? ?[(（\[][^()（）\[\]\n]{{0,70}}[)）\]]|[\"”’']?,? [(（]?(?:also (?:known|spelled) as|alias|alyas|"
    rf"a\.?k\.?a\.?|"
    rf"née|nicknamed?|known (?:only )?as|or|formerly|born|hay còn gọi là|หรือ) ?[\"“‘']?{P}[\"”’']?[)）]?)"
)
_ASIDE = (
    rf"(?:,? ?(?:{_AGE}|male|female|[fm]\.?|man|woman|DOB [\d/.-]+|b\. \d{{4}}|born (?:on )?[\w ]{{4,20}}|"
    r"(?:from|of) [A-Z]\w+(?:, [A-Z]\w+)?|\d\d tuổi|\d\d tahun|taong gulang))"
)
_IS = r"(?:,? (?:who )?(?:is|was|as|ay|adalah|ialah|là)(?: also)?(?: \d\d and)?)"
_ARTICLE = r"(?:(?:a|an|the|another|ang|isang|seorang|một|also|himself|herself|both|all)\b ?)"
_PREMODIFIERS = rf"(?:[ ,]*(?:\d\d-year-old|{_WORD})){{0,3}} ?"
AFTER = re.compile(
    rf"{_ALSO}{{0,2}}{_ASIDE}{{0,3}}[\"”’']?(?:{_IS}[,;]? ?[(（–—-]? ?{_ARTICLE}{{0,2}}{_PREMODIFIERS}|"
    rf"(?:[,;] ?[(（–—-]?| ?[(（–—-]) ?{_ARTICLE}{{0,2}}{_PREMODIFIERS}| {_ARTICLE}{{0,2}})"
    rf"(?:{N}[- ]born )?{_NATIONAL}(?!-| [A-Z])(?P<noun>(?:[ -]{_WORD}){{0,4}})"
)
BRACKET = re.compile(
    rf"[\"”’']?,? ?[(（](?:[^()（）\n{P}]{{0,30}}[,;/，、] ?)?(?P<said>{_SOME}|{C})"
    rf"(?:[,;/，、][^()（）\n{P}]{{0,30}})?[)）]"
)
CELL = re.compile(  # a demonym that stands alone between marks: "Age 26. Kenyan. Passport", "| Thai |"
    rf"[^{P}{G}\n]{{0,60}}?(?:[.,;|·\t/(] *| {{2,}})(?P<said>{_SOME})(?: (?:national|citizen|male|female|man|woman))?"
    r"(?: *(?:[.,;|·\t\n/)]|\Z)| {2,})"
)
PASSPORT = re.compile(rf"[ ,|(\t–—-]{{1,6}}(?P<said>{_SOME}|{C}) passport")
PASSPORT_OF = re.compile(rf"(?P<said>{_SOME}) passport (?:[\w-]+ )?(?:of|issued to|in the name of) \Z")
_SEVERAL = (
    r"(?:all|both|each|(?:two|three|four|five|six|twin)(?! of))(?: of (?:them|whom|us))?(?: were| are|,|:)? (?:from )?"
)
ALL = re.compile(rf"(?:, {P})*(?:,? and {P})?,? [(–—-]? ?{_SEVERAL}(?P<said>{_SOME}|{C}(?: and {C})?)")

_HOLDS = (
    r"(?:is|was|becomes?|became|holds?|held|holding|has|had|with|acquired?|obtained|granted|got|gained|bought|his|"
    r"her|on|"
    r"bearer of|holders? of|carr(?:ies|ying)|travel(?:s|led|ling) on|uses?|used)"
)
_PAPER = "(?:citizenship|nationality|passports?|papers)"
STATED = re.compile(
    rf"(?:(?:citizens?|nationals?) of (?:both )?(?:the )?|(?:his|her) (?:home country of |native )|"
    rf"{_HOLDS} (?:[\w-]+ ){{0,2}}{_PAPER}(?: both)? of (?:both )?(?:the )?|"
    rf"bec(?:ame|omes|oming) an? (?:naturali[sz]ed )?(?={N})|"
    rf"{_HOLDS} (?:(?:a|an|also|both|dual|the|genuine|naturali[sz]ed|now|valid|his|her) ){{0,3}}"
    rf"(?=[{C}{N}](?:(?:,| and|,? and)?(?: an?)? ?[{C}{N}]){{0,3}} (?:citizen|national|{_PAPER})\b))"
    rf"(?P<said>[{C}{N}](?:(?:,? and|,|;|/)(?: of| an?)?(?: the)? ?[{C}{N}]){{0,3}})"
)
NOT_OF_THEM = re.compile(  # what is said after these is not so, or said of someone else
    r"\b(?:not|never|no|renounc\w+|stripped|revoked|lost|fake|forged|false|counterfeit|gave up|denie[sd]|"
    r"wife|husband|mother|father|brother|sister|son|daughter|partner|lawyer)\b[^.]{0,40}\Z"
)
STOP = re.compile(r"[.!?][”\"]?(?=\s)")
GOES_ON = re.compile(
    rf"[.!?][”\"]? (?:(?:He|She|Both|They|His|Her|The \d\d-year-old|Nationality)\b|(?:{N}-born )?[Cc]itizen of)"
)
_KNOWN_FOR = "(?:senator|tycoon|businessman|businesswoman|national|citizen|fugitive|actor|actress|lawmaker)"
PRONOUN = re.compile(
    rf"[.!?][”\"]? (?:(?:He|She) (?:is|was) (?:also )?(?:an? )?(?:{_WORD} ){{0,2}}|The \d\d-year-old |"
    rf"The (?:[\w-]+ )?(?={N} {_KNOWN_FOR}\b)|The (?={N},? (?:\d\d|who|is|was|has|had|said|told)\b))"
    rf"(?P<said>{_SOME})(?!-)(?P<noun>(?:[ -]{_WORD}){{0,4}})"
)
FORM = re.compile(
    rf"(?:(?:[Nn]ationalit(?:y|ies)|NATIONALIT(?:Y|IES)|[Cc]itizenship)(?: at birth)?[ \t:|：–—=-]{{0,8}}|"
    r"(?:[Kk]ewarganegaraan|[Ww]arganegara|[Qq]uốc tịch|[Nn]asyonalidad|[Pp]agkamamamayan|สัญชาติ|国籍|國籍|សញ្ជាតិ|"
    r"နိုင်ငံသား)[ \t]*[:|：–—=-][ \t]*)(?:\(?\d\)? ?)?"
    rf"(?P<said>[{C}{N}](?:(?:,? and|,|;|/| \(2\)|;? \d\.)? ?[{C}{N}]){{0,3}})"
)

# Words that make a country's name people, in the languages that make demonyms so.
_CUE = (
    r"(?:ชาว|คน|สัญชาติ|พลเมือง|ជនជាតិ|សញ្ជាតិ|ពលរដ្ឋ|(?<!\w)(?:[Nn]gười|[Qq]uốc tịch|[Cc]ông dân|[Dd]oanh nhân|"
    r"[Kk]iều dân|"
    r"[Ww]arga ?[Nn]egara|[Ww]arga|WN|[Rr]akyat|[Bb]erkewarganegaraan|[Kk]ewarganegaraan|[Pp]aspor|[Aa]sal|"
    r"[Ll]elaki|[Ww]anita|[Pp]ria|[Pp]erempuan|[Pp]engusaha|orang|[Mm]amamayang?(?: ng)?) )"
)
_CITIZEN = (
    rf"(?:{_CUE}[{C}{N}](?:(?:, | và | dan |และ|និង|နှင့်)[{C}{N}]){{0,2}}|{C}(?:和|、|及){C}(?:人|籍)|"
    rf"{C}(?:နိုင်ငံသား|နိုင်ငံသူ|လူမျိုး|国籍|國籍|籍|公民|国民|國民|人(?!民)|商人|男子|女子|富商|华人|華人|外援)|{N}(?=[\u4e00-\u9fff]))"
)
LOCAL_BEFORE = re.compile(rf"(?P<said>{_CITIZEN})[^{P}{G}{C}{N}\n.。，,;；、()（）]{{0,24}}[“\"「『‘(（ ]*\Z")
_OTHERS = r"บริษัท|công ty|公司|syarikat|perusahaan|ក្រុមហ៊ុន|với|กับ|dengan|與|与|向|และ| và | dan "
LOCAL_AFTER = re.compile(
    rf"(?:(?!{_OTHERS})[^{P}{G}\n。；;]){{0,40}}?(?P<said>{_CITIZEN})(?![^{P}{G}.,。，\n]{{0,20}}{P})"
)
LOCAL_GROUP = re.compile(rf"[^{P}{G}\n。；;，,、.]{{0,16}}(?P<said>{_CITIZEN})(?![^{P}{G}.,。，\n]{{0,20}}[{P}{G}])")

GROUP_AFTER = re.compile(
    rf"(?: of them| sa mga ito| sa kanila)?(?:"
    rf"(?:,| were| are| is| was| ay| ang|:)? ?\(?(?:all|both|each)?(?: of (?:them|whom))?(?: were| are|,|"
    rf":)? ?(?:from )?"
    rf"(?P<all>{_SOME})(?: nationals| citizens)?(?=[ ,.;)\n]|\Z)(?! {_WORD}(?<!and))"
    rf"|(?:,? (?:were|are|was|is|all|both|came|who came)?){{0,2}} (?:from|nationals of|citizens of|of) (?:the )?"
    rf"{C}(?:(?:, | and |, and )(?:the )?{C}){{0,4}}(?!-)"
    rf"| \(\d*,? ?(?:[\d,]+ )?[{N}{C}](?:(?:, | and |, and |; )(?:[\d,]+ )?[{N}{C}])*\)"
    rf"| of {_SOME} (?:nationality|citizenship|origin))"
)
_NUMBER = rf"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w*twenty\S*|{N}s?)"
ONE_OF = re.compile(
    rf"(?<!\w)(?:(?:[Oo]ne|[Tt]wo|[Tt]he (?:eldest|youngest|oldest|other|last)|[Aa]nother|[Aa] (?:second|third|\w+th))"
    rf" of (?:them|whom|these|those|the {_NUMBER})(?:,| was| is|:)?"
    r"|(?:One|Another|[Aa] (?:third|\w+th)|[Aa]mong them|[Ii]ncluding|[Ss]alah seorang(?: korban)?|"
    r"[Ss]eorang daripada mereka)(?:,|:| was)?|其中一[名位人]|คนหนึ่ง)"
    rf"(?: (?:an?|the) [^{P}{G}{N}{C}.;\n]{{0,40}},)?(?:,? (?:an? [\w-]+ )?(?:named|called|identified as|designated))?"
    rf"(?: {_TITLE})? ?[\"“‘]?\Z"
)
IS_ONE_OF = re.compile(r"(?: ?\([^()\n]{0,40}\))?,? (?:who (?:is|was) )?(?:one of|among) (?:them|the [\w-]+|whom)\b")
WHO_ARE = re.compile(  # between a group and those whom the text then names as its members
    r"\A ?(?:[,:(–—-]|namely|named|called|identified as|are|were|gồm|yaitu|yakni|iaitu|sina|là|គឺ|คือ|ได้แก่|即|为|為|"
    rf"whom \w+(?: \w+)? called)? ?(?:{P}(?:[,、]? (?:and |và |dan |at |និង |และ )?|、|និង|และ|和|及))*\Z"
)
MIXED = re.compile(rf" \({G}(?:,? (?:and )?{G})+\)")  # "141 (130 Chinese, 11 Vietnamese)"
OF_THEM = re.compile(r" of (?:them|us|these|those|the \d+)\b")
PART_OF = re.compile(r"\bof (?:them|us|these|those|the [\w-]+)\b")
AND_MORE = re.compile(r"\A(?:,|:| –|—| \(|,? and|,? of whom|,? including)? ?(?:and )?\Z")
COMPATRIOT = re.compile(r",? (?:an?|another|his|her|their) (?:fellow )?(?:compatriot|countryman|countrywoman)\b")
A_COMPATRIOT = re.compile(r"(?:compatriot|countryman|countrywoman|kababayan|同鄉|同乡|同胞),? (?:called |named )?\Z")
OF_ITS_PEOPLE = re.compile(r"\b(?:nationals|citizens)\b|compatriots?|fellow countr\w+|countrymen|同胞|国人|國人")
SENDER = re.compile(  # the state whose people these are
    rf"(?P<said>[{C}{N}])(?:'s|’s)? ?(?:[Ee]mbassy|[Cc]onsulate|[Aa]mbassador|[Gg]overnment|[Mm]ission|[Cc]onsul)"
    rf"|(?:[Ee]mbassy|[Cc]onsulate|[Aa]mbassador|[Cc]onsul) of (?:the )?{C}"
    rf"|(?:[.—–\n] |\n){C}(?= (?:has|had|will|wants?|plans?|asked|brought|flew))"
)
ELSEWHERE = re.compile(  # after these a country in a group's words is where they are
    r"\b(?:in|at|to|near|into|through|across|inside|by|against|di|ke|tại|sang|ở|sa)\s+(?:the )?\Z|(?:ใน|ที่|នៅ|在)\Z"
)
NOT_PEOPLE = re.compile(r" [A-Z]|[- ](?:based|speaking|speakers?|born|owned|run|language)\b")
NOT_ALL = re.compile(r"\b(?:including|Africans|Asians|foreigners|others|ethnic)\b")
