"""What a document says of its people beside their names: the part of a group, whether a name is a pseudonym."""

from __future__ import annotations

import re
from functools import lru_cache


def _any_of(words: str, *unspaced: str) -> re.Pattern[str]:
    """A pattern for words of languages that put blanks between them, and of those that do not."""
    spaced = "|".join(words.split()).replace("_", " ")
    others = "|".join(word for text in unspaced for word in text.split())
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)" + (f"|{others}" if others else ""), re.IGNORECASE)


_VICTIM = _any_of(
    "victims? survivors? traffick(?:ed|ing) rescued? rescues rescuing freed released? releasing helped held captives? "
    "captivity forced lured tricked deceived sold sell selling resold bought buys beaten tortured escaped? fled "
    "repatriat\\w+ "
    "jobseekers? job-seekers missing stranded trapped enslaved hostages? duped cheated defrauded saved kidnapped "
    "abducted "
    "returnees evacuat\\w+ embassy girls? children minors boys? youths? teenagers women confined chained locked "
    "padlocked "
    "brought_(?:home|back|out) home promised injured died killed jumped ransom(?:ed)? against_their_will padlocked "
    "swam "
    "mangsa diselamatkan dikurung ditipu dibebaskan korban dipulangkan disekap diperdagangkan dijual dijanjikan "
    "dikeluarkan "
    "nạn_nhân giải_cứu bị_lừa bị_bán lừa_bán cưỡng_bức bị_nhốt giam_giữ bị_đưa nasagip biktima nailigtas naloko "
    "ikinulong sinagip "
    "nabenta nakatakas umuwi",
    "获救 獲救 救出 解救 被困 受害 被骗 誘騙 诱骗 被关 被關 被拘禁 賣 被卖 卖到 获释 獲釋 回国 返台 失踪 失聯",
    "เหยื่อ ผู้เสียหาย ช่วยเหลือ ถูกหลอก ถูกขัง ถูกขาย กักขัง หลบหนี กลับประเทศ ช่วย",
    "រំដោះ ជួយសង្គ្រោះ រងគ្រោះ ជនរងគ្រោះ បង្ខាំង លក់ បោកបញ្ឆោត រត់គេច សង្គ្រោះ",
    "ကယ်တင် လွတ်မြောက် ပိတ်လှောင် ရောင်းစား သားကောင် ကယ်ဆယ် လိမ်လည်ခံ ရောင်းချခံ",
)
_SUSPECT = _any_of(
    "arrest\\w* suspects? suspected charged charges charging indicted convicted sentenced accused defendants? wanted "
    "fugitives? "
    "detain(?:ed|s|ing) scammers? fraudsters? gang members ringleaders? accomplices? recruiters? traffickers "
    "smugglers deported "
    "sanction\\w* designat\\w+ ofac prosecuted jailed mules? directors owners agents brokers? leaders guards "
    "managers bosses "
    "bodyguards organisers led_by criminals? perpetrators extradited jail custody rounded_up handcuff\\w+ individuals "
    "co-conspirators? runners courier launder\\w* control(?:led)? bought_from sold_to sells_to "
    "ditahan tahan menahan ditangkap menangkap diberkas suspek tersangka didakwa mendakwa dituduh sindiket deportasi "
    "dideportasi "
    "bắt_giữ bắt_tạm_giam bắt khởi_tố đối_tượng nghi_phạm bị_can bị_cáo truy_nã đồng_phạm trục_xuất inaresto "
    "naaresto nadakip suspek "
    "arestado kinasuhan hinuli timbog pinaghahanap",
    "拘捕 逮捕 抓获 抓獲 嫌疑 被告 涉诈 涉詐 起诉 起訴 通缉 通緝 判处 判處 羈押 移交 遣返 落网",
    "จับกุม ผู้ต้องหา ผู้ต้องสงสัย หมายจับ ดำเนินคดี หลอกลวง รวบ เนรเทศ",
    "ឃាត់ខ្លួន ចាប់ខ្លួន ជនសង្ស័យ ចោទប្រកាន់ បណ្តេញ និរទេស",
    "ဖမ်းဆီး ဖမ်းမိ သံသယ တရားခံ တရားစွဲ ပြည်နှင်",
)
_WORKER = _any_of(
    "workers? employees? staff employed labourers operators cleaners cooks? drivers dancers dealers interpreters "
    "porters callers "
    "technicians personnel work(?:s|ed|ing)? occupants hired found_(?:in|at) pekerja kakitangan bekerja dipekerjakan "
    "nhân_viên người_lao_động làm_việc lao_động manggagawa nagtatrabaho empleyado",
    "员工 員工 工人 同乡 打工 厨师 廚師",
    "คนงาน แรงงาน พนักงาน ทำงาน",
    "កម្មករ បុគ្គលិក ធ្វើការ",
    "အလုပ်သမား ဝန်ထမ်း",
)
_OFFICIAL = _any_of(
    "officials? officers? police(?:men)? soldiers troops lawmakers legislators MPs judges prosecutors inspectors "
    "volunteers "
    "pegawai anggota_polis polisi cán_bộ pulis",
    "警员 警員 官员 官員 เจ้าหน้าที่ตำรวจ ตำรวจ មន្ត្រី",
)
_OTHER = _any_of(
    "witnesses relatives families parents lawyers residents investors shareholders saksi saksi-saksi", "证人 證人"
)
_SUMMED = ((_VICTIM, "victims"), (_SUSPECT, "suspects"), (_WORKER, "workers"))
_HALF = 40  # characters at which a word counts half as much for a group
_SLIGHT = 0.3  # below it nothing has befallen those whom their own words call workers


def part_of(mention: str, sentence: str) -> str:
    """The part that a group plays: by its own words first, then by its sentence; what befell it before what it did."""
    for words, part in ((_VICTIM, "victims"), (_SUSPECT, "suspects"), (_OFFICIAL, "officials"), (_OTHER, "other")):
        if words.search(mention):
            return part
    start = max(0, sentence.find(mention))
    end = start + len(mention)
    scores = dict.fromkeys(("victims", "suspects", "workers"), 0.0)
    for words, part in _SUMMED:
        for found in words.finditer(sentence):
            away = start - found.end() if found.end() <= start else max(0, found.start() - end)
            scores[part] += _HALF / (_HALF + away)
    if _WORKER.search(mention) and scores["victims"] < _SLIGHT:
        return "workers"
    scores["workers"] /= 2  # to have worked says less than what was done to them or by them
    best = max(scores, key=lambda part: scores[part])
    return best if scores[best] else "victims"


_CALLED = re.compile(
    r"(?:known (?:only |to \w+ |there |locally )*(?:only )?as|knew (?:only )?as|nicknamed|addressed as|referred to as|"
    r"(?:we|i will|shall|they|to be|have to|had to) call(?:ed)?|calling (?:\w+self )?|by the name(?: of)?|"
    r"under the name|"
    r"using the name|pseudonym|gave (?:his|her) name (?:only )?as|name was given as|name was|signs?|signed (?:as|"
    r"\w+self)|"
    r"identified (?:only )?as|designated|code-?named|pose[sd]? as|posing as|introduced \w+self as|(?:by|to|from) one|"
    r"name used[^:|\n]{0,20}[:|]|biệt danh|綽號|绰号|外号|自稱|自称|ฉายา|berinisial|inisial)"
    r"[\s|“\"'‘「『(]*(?:(?:Mr|Ms|Miss|Mrs|Dr)\.? )?\Z",
    re.IGNORECASE,
)
_DISGUISED = re.compile(
    r"[”\"’'」』]?\s*[,(（][^()（）]{0,40}(?:\b(?:pseudonym|not (?:his|her|their) real name|"
    r"real name (?:on file|withheld|known)|"
    r"name(?:s)? (?:has |have )?(?:been )?(?:changed|altered|withheld)|whose (?:full )?names? we|full name we|"
    r"changed\)|an alias|"
    r"bukan nama sebenar(?:nya)?|nama samaran|(?:hindi|di) (?:niya )?tunay na pangalan|hindi tunay)|"
    r"đã (?:được )?(?:thay đổi|đổi)|"
    r"tên giả|化名|นามสมมติ|นามสมมุติ|ឈ្មោះសន្មត|មិនមែនឈ្មោះពិត|អត្តនាម|အမည်လွှဲ|အမည်ပြောင်း)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:victim|survivor|witness|co-?conspirator|person|individual|subject|complainant|accused|driver|john doe|"
    r"jane doe|SP|PW|CW|W)"
    r"[ -]?(?:\w{0,2}\d+|[A-Z])\Z|[A-Z](?:\.[A-Z])*\.?\Z",
    re.IGNORECASE,
)
_NICKNAME = re.compile(
    r"(?:boss|brother|ah|a|fatty|old|little|big|mama|bang|kak|abang|abg|director|manager|chairman|admin|tio|fei|koko|"
    r"ate|bos|bhai|"
    r"si|bé|anh|chị|cô|ci|ko|mae|sia)[ -]\S+\Z|\S+ (?:ge|gor|jie)\Z|"
    r"[阿小老]\S{1,2}\Z|\S{1,2}[哥姐叔爺爷]\Z|\S{1,2}老[板闆]\Z|(?:พี่|เฮีย|เสี่ย|ลุง|ป้า|เจ๊|เจ้|โบ|อา)\S+\Z|(?:បង|អា)\S{1,8}\Z",
    re.IGNORECASE,
)
_ALL_CHANGED = re.compile(
    r"\bnames (?:of [^.\n]{1,40} )?(?:have |were |are )?(?:been )?(?:changed|altered)\b", re.IGNORECASE
)
_IMPOSTOR = re.compile(
    r"(?:using the name|calling \w+self|under the name|posing as|by the pseudonym|known only as|"
    r"signed \w+self)[\s“\"'‘]*\Z",
    re.IGNORECASE,
)


def is_pseudonym(text: str, mentions: list[tuple[int, int]]) -> bool:
    """Whether a person is named by a pseudonym alone."""
    surfaces = [text[start:end] for start, end in mentions]
    if any(_DISGUISED.match(text[end : end + 70]) for _, end in mentions):
        return True
    if any(_is_full(s) for s in surfaces):
        return any(_IMPOSTOR.search(text[max(0, start - 40) : start]) for start, _ in mentions)
    for (start, end), surface in zip(mentions, surfaces, strict=True):
        before, after = text[max(0, start - 60) : start], text[end : end + 2]
        quoted = before[-1:] in ("“", '"', "‘", "「", "『") and after[:1] in ("”", '"', "’", ",", "」", "』")
        if quoted or _ROLE.match(surface) or _NICKNAME.match(surface) or _CALLED.search(before):
            return True
    return _all_changed(text)


@lru_cache(maxsize=4)
def _all_changed(text: str) -> bool:
    """Whether a document says that the names in it are not the real ones."""
    return bool(_ALL_CHANGED.search(text))


def _is_full(surface: str) -> bool:
    return len(surface.split()) > 1 and not _ROLE.match(surface) and not _NICKNAME.match(surface)
