"""How the region's languages say who says so."""

from __future__ import annotations

import re

_NAME = r"[^\W\d_a-z][\w'’.-]*(?: (?:bin |binti |a/l |a/p |de |dela |ng )?[^\W\d_a-z][\w'’.-]*){0,6}"
_CLAUSE = r"(?:^|(?<=[.,;:!?“\"”\n] )|(?<=[“\"\n]))"
_HAN = r"[㐀-鿿·・A-Za-z（）()]"
_BEGIN_HAN = r"(?:^|(?<=[。，；：！？、“”「」》\n ]))"
_SAYS_HAN = (
    r"(?:表示|声称|聲稱|指出|指控|指称|指稱|透露|披露|宣布|宣佈|否认|否認|澄清|强调|強調|证实|證實|认为|認為|回应|回應|答覆|答复|"
    r"通报称|通報稱|还说|還說|坦言|质疑|質疑|研判|告诉|告訴|显示|顯示|说(?![明法服])|說(?![明法服])|"
    r"(?<![名自号號职職简簡俗统統被人])[称稱](?![为為号號呼之]))"
)
_TITLE_THAI = r"(?:นาย|นาง|น\.ส\.|พ\.ต|พล\.|ร\.ต|ส\.ต|คุณ|ดร\.|บริษัท)"
_SAYS_THAI = (
    "กล่าวว่า|กล่าวหาว่า|เปิดเผย(?:ว่า)?|เผยว่า|ระบุว่า|ยืนยันว่า|ปฏิเสธ|ให้ข้อมูลว่า|ให้การว่า|แถลงว่า|"
    "ออกแถลงการณ์|บอกว่า|อ้างว่า|ชี้แจง|เล่าว่า|เชื่อว่า"
)
_SAYS_VIETNAMESE = (
    "cho biết|cho hay|cho rằng|khẳng định|bác bỏ|phủ nhận|xác định|thông báo|tố cáo|cáo buộc|khai|tuyên bố|tiết lộ|"
    "nói với|nói rằng|nói|thừa nhận|kể"
)
_SAYS_MALAY = (
    "berkata|mengatakan|menyatakan|menyebut|mengaku|membantah|menafikan|menegaskan|mendakwa|memberitahu|menjelaskan|"
    "mengumumkan|menjawab|mengklaim|menuduh|menambah|mendedahkan|mengungkapkan|berharap|melaporkan"
)
_SAYS_KHMER = "(?:បាន)?(?:បញ្ជាក់|និយាយ|ប្រកាស|អះអាង|ប្រាប់|ថ្លែង|ឲ្យដឹង|រៀបរាប់|ចោទប្រកាន់)ថា|(?:បាន)?បដិសេធ"
_SAYS_BURMESE = "ပြော|ငြင်းဆို|သံသယ|စွပ်စွဲ|အတည်ပြု|ဟု ဆို|ဟုဆို|ထုတ်ပြန်"

PATTERNS: dict[str, tuple[re.Pattern[str], ...]] = {
    language: tuple(re.compile(pattern) for pattern in patterns)
    for language, patterns in {
        "zh": (
            rf"由(?P<who>{_HAN}{{2,16}}?)(?:发布|發布|公布|撰写|撰寫)的?(?:报告|報告)",
            r"(?P<who>网传|網傳|外界曾传|外界曾傳)",
            rf"(?:根据|根據|据|據)(?![称稱悉了])(?P<who>{_HAN}{{2,20}}?)"
            r"(?:称|稱|报道|報道|報導|透露|介绍|介紹|披露|消息|指控|指出|说|說|[，,])",
            rf"{_BEGIN_HAN}(?P<who>(?![据據])(?!.[称稱][，,]){_HAN}{{1,24}}?)"
            r"(?:则|則|也|亦|还|還|今天|今日|昨日|周[一二三四五六日]|予以|"
            rf"通过律师予以|赛后|賽後|在[记記]者[会會]上)?{_SAYS_HAN}",
            rf"被(?P<who>{_HAN}{{2,12}}?)(?:视为|視為|指控|指为|指為|称为|稱為)",
        ),
        "th": (
            r"ตาม(?:รายงานของ|คำกล่าวของ|คำให้การของ|คำแถลงของ|รายงาน)(?P<who>[฀-๿.]{2,40}(?: [฀-๿.]{2,30})?)",
            rf"(?P<who>{_TITLE_THAI}[฀-๿.()]{{0,40}}(?: [฀-๿.()]{{1,30}}){{0,3}}?) ?(?:จึง|ยัง|ได้)?(?:{_SAYS_THAI})",
            rf"(?P<who>[฀-๿.]{{2,40}}?)(?:จึง|ยัง|ได้)?(?:{_SAYS_THAI})",
            r"ถูก(?P<who>[฀-๿.]{2,30}?)(?:กล่าวหา|ฟ้อง)",
        ),
        "vi": (
            r"\b[Tt]heo (?:lời (?:kể của |khai của )?)?(?P<who>(?!dõi|đuổi|đó|sau|học)[^,.:;\n]{2,60})",
            rf", (?P<who>(?:ông |bà |anh |chị )?{_NAME}), (?:\d\d tuổi, )?(?:{_SAYS_VIETNAMESE})\b",
            rf"{_CLAUSE}(?P<who>(?!và |bác )[^,.:;\n]{{2,70}}?)(?<!bị)(?<!được) (?:{_SAYS_VIETNAMESE})\b",
        ),
        "ms": (
            r"\b(?:[Mm]enurut|[Mm]engikut|[Bb]erdasarkan keterangan) (?P<who>[^,.:;\n]{2,60})",
            rf"\b(?:kata|ujar|tutur|ungkap|jelas|ucap|tegas) (?P<who>{_NAME})",
            rf"\b(?P<who>{_NAME})(?:, \d\d,|,)? (?:turut |juga |telah |pula )?(?:{_SAYS_MALAY})\b",
            r"\b(?P<who>[Pp]erusahaan itu|[Ss]yarikat itu|[Pp]olisi?|[Pp]eguamnya|[Pp]engacaranya|[Kk]orban|[Mm]angsa|"
            r"ia|dia)"
            rf"(?:,[^,.]{{1,40}},|,)? (?:turut |juga |telah |pula )?(?:{_SAYS_MALAY})\b",
            r"\b(?:dituduh|didakwa|dituding) (?:oleh )?"
            rf"(?P<who>(?:sesetengah|pihak berkuasa|pihak|polis) (?:{_NAME}|[a-z]+)|{_NAME})",
        ),
        "tl": (
            r"\b[Aa]yon (?:kay|kina|sa|sa mga) (?P<who>[^,.:;\n]{2,60})",
            rf"\b(?:[Ss]inabi|[Ii]tinanggi|[Ii]ginigiit|[Gg]iit|[Ii]nihayag|[Kk]inumpirma|[Ss]abi|[Ii]sinalaysay|[Pp]ahayag|"
            rf"[Ii]niulat|[Ii]nakusahan) (?:din |naman |rin )?(?:ni|nina|ng) (?P<who>{_NAME}|[a-z]+)",
        ),
        "km": (
            r"(?:យោងតាម|តាមប្រភព|តាមសម្តីរបស់|តាម(?=ដីកា|របាយការណ៍|លោក|អ្នក|នគរបាល|អង្គការ|សេចក្តី))[ ​]?"
            r"(?P<who>(?!ខ្លួន)[ក-៿​]{2,40}?)(?=[ ,។]|$)",
            rf"(?P<who>(?:លោក |អ្នកស្រី )?(?:[ក-៿​]{{2,20}} )?[ក-៿​]{{2,30}}?)[ ​]?(?:{_SAYS_KHMER})",
        ),
        "my": (
            r"(?P<who>[က-႟]{2,40}?)(?:၏ )?(?:ပြောကြားချက်|ထုတ်ပြန်ချက်|အစီရင်ခံစာ)အရ",
            rf"(?P<who>[က-႟]{{1,40}}?)က(?: |၊)(?=[^။\n]{{0,200}}(?:{_SAYS_BURMESE}))",
        ),
    }.items()
}
