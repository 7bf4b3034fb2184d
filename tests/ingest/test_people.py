"""What is said of people beside their names: nation, count, part, pseudonym, in nine languages."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

from ingest.evaluate import read_records
from ingest.nationality import nationalities, of_group, of_person
from ingest.numbers import first_number
from ingest.people import is_pseudonym, part_of


def spans(text: str, names: list[str]) -> list[tuple[int, int]]:
    return [(text.index(name), text.index(name) + len(name)) for name in names]


@pytest.mark.parametrize(
    ("text", "name", "codes"),
    [
        ("Kok An, 71, a naturalised Cambodian citizen born in Fujian", "Kok An", ["kh"]),
        ("Li Wei (Chinese, 34) and others", "Li Wei", ["cn"]),
        ("Name: Li Wei\nSex: M\nNationality: Chinese; Vanuatu\n", "Li Wei", ["cn", "vu"]),
        ("L-03 | Ram Thapa | 24 | Nepali | Bavet", "Ram Thapa", ["np"]),
        ("Li Wei was held on Monday. He is a Cambodian citizen and denies it.", "Li Wei", ["kh"]),
        ("Li Wei holds passports of China and of Saint Kitts and Nevis.", "Li Wei", ["cn", "kn"]),
        ("Bruno Reyes, an Israeli-French dual national", "Bruno Reyes", ["il", "fr"]),
        ("Go Lian, a Filipino-Chinese merchant", "Go Lian", ["ph"]),
        ("a Kenyan team leader of the firm, Moses, gave orders", "Moses", ["ke"]),
        ("Rose, a Dominican of Roseau, Dominica", "Rose", ["dm"]),
        ("覃仕宏（男，58岁，缅甸籍）投资", "覃仕宏", ["mm"]),
        ("实际控制人是柬埔寨籍华商蔡德昌", "蔡德昌", ["kh"]),
        ("จับกุมนายซอ ทู เลย์ สัญชาติเมียนมา", "ซอ ทู เลย์", ["mm"]),
        ("นายทุนชาวจีนชื่ออาหย่ง", "อาหย่ง", ["cn"]),
        ("một người Trung Quốc tên A Bính làm quản lý", "A Bính", ["cn"]),
        ("Chen Yulong (quốc tịch Trung Quốc) xây", "Chen Yulong", ["cn"]),
        ("seorang WNI bernama Bos Jimmy yang bekerja", "Bos Jimmy", ["id"]),
        ("seorang lelaki China bernama Lao Gui.", "Lao Gui", ["cn"]),
        ("si Huang Zhiwei, ang Chinese national na itinuturo", "Huang Zhiwei", ["cn"]),
    ],
)
def test_a_nation_is_said_beside_the_name(text: str, name: str, codes: list[str]) -> None:
    start = text.index(name)
    assert of_person(text, start, start + len(name)) == codes


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thai immigration holds Li Wei", "Li Wei"),
        ("the Chinese embassy told Li Wei", "Li Wei"),
        ("Li Wei runs a Myanmar-based firm", "Li Wei"),
        ("Chinese victims told police that Li Wei sold them", "Li Wei"),
        ("China's Li Wei Group and Li Wei", "Li Wei"),
        ("an ethnic Korean from Yanbian, Piao Long", "Piao Long"),
        ("Ana, a nurse from Honiara, Solomon Islands", "Ana"),
        ("Li Wei was deported from Thailand", "Li Wei"),
        ("Li Wei, whose wife is a Thai national, fled", "Li Wei"),
        ("Li Wei was stripped of his Cambodian citizenship", "Li Wei"),
        ("Lâm Thái cấu kết với một người Trung Quốc tên A Bính", "Lâm Thái"),
        ("ลิม เจีย หาว ตั้งบริษัท สัญชาติสิงคโปร์", "ลิม เจีย หาว"),
    ],
)
def test_a_nation_that_acts_beside_a_name_is_not_said_of_it(text: str, name: str) -> None:
    start = text.rindex(name)
    assert of_person(text, start, start + len(name)) == []


@pytest.mark.parametrize(
    ("text", "group", "codes"),
    [
        ("14 kg and 17 Myanmar women", "17 Myanmar women", ["mm"]),
        ("eleven of the workers, all Malaysians, were", "eleven of the workers", ["my"]),
        ("140 people (81 Chinese, 59 Burmese) were", "140 people", ["cn", "mm"]),
        ("six organisers, two of them Israeli citizens", "six organisers", []),
        ("40 Chinese-speaking callers", "40 Chinese-speaking callers", []),
        ("sixty Africans and Brazilians", "sixty Africans and Brazilians", []),
        ("9名中国籍男子", "9名中国籍男子", ["cn"]),
        ("ជនជាតិចិន ១៧ នាក់", "ជនជាតិចិន ១៧ នាក់", ["cn"]),
        ("တရုတ်နိုင်ငံသား ၇၂ ဦး", "တရုတ်နိုင်ငံသား ၇၂ ဦး", ["cn"]),
        ("lima rakyat Malaysia", "lima rakyat Malaysia", ["my"]),
        ("siyam ang Indonesian at ang iba", "siyam", ["id"]),
        ("nine people in Thailand", "nine people in Thailand", []),
    ],
)
def test_a_groups_nation_is_in_its_words_or_right_after(text: str, group: str, codes: list[str]) -> None:
    start = text.index(group)
    assert of_group(text, start, start + len(group)) == codes


@pytest.mark.parametrize(
    ("text", "persons", "groups", "of", "codes"),
    [
        ("Wang An, Li Bo and Chen Ci, all Chinese nationals,", ["Wang An", "Li Bo", "Chen Ci"], [], "Wang An", ["cn"]),
        ("Irish leaders Sean Roe, Ian Doe and Jo Poe met", ["Sean Roe", "Ian Doe", "Jo Poe"], [], "Jo Poe", ["ie"]),
        ("three Malaysians – Gan, Tan and Lim – fled", ["Gan", "Tan", "Lim"], ["three Malaysians"], "Lim", ["my"]),
        ("17 Vietnamese fled. One of them, Hanh, said", ["Hanh"], ["17 Vietnamese"], "Hanh", ["vn"]),
        ("9 Thais and 4 Lao fled. One of them, Noy, said", ["Noy"], ["9 Thais", "4 Lao"], "Noy", []),
        (
            "12 Ugandans, seven men and five women, left",
            [],
            ["12 Ugandans", "seven men", "five women"],
            "seven men",
            ["ug"],
        ),
        ("Malaysia's embassy has brought out 46 nationals", [], ["46 nationals"], "46 nationals", ["my"]),
        ("141 (130 Chinese, 11 Thais) came", [], ["141", "130 Chinese", "11 Thais"], "141", ["cn", "th"]),
        ("ជនជាតិកូរ៉េ ២ នាក់ គឺ គីម និង ប៉ាក់", ["គីម", "ប៉ាក់"], ["ជនជាតិកូរ៉េ ២ នាក់"], "ប៉ាក់", ["kr"]),
    ],
)
def test_a_nation_reaches_those_who_are_named_together(
    text: str, persons: list[str], groups: list[str], of: str, codes: list[str]
) -> None:
    said = nationalities(text, spans(text, persons), spans(text, groups))
    assert said.get(spans(text, [of])[0], []) == codes


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("a dozen men", 12),
        ("a retired couple", 2),
        ("a family of nine", 9),
        ("People from at least eleven countries", None),
        ("1.104 orang", 1104),
        ("2.5 million people", 2_500_000),
        ("三十七名中国人", 37),
        ("三男一女", 4),
        ("3万名工人", 30_000),
        ("60余名同乡", None),
        ("数十人", None),
        ("ชาวจีนยี่สิบเอ็ดคน", 21),
        ("คนไทย ๑๒ คน", 12),
        ("หลายสิบคน", None),
        ("ជនជាតិចិន ១៧ នាក់", 17),
        ("ជនជាតិចិនម្ភៃប្រាំនាក់", 25),
        ("ငါးဆယ့်သုံးဦး", 53),
        ("တရုတ်နိုင်ငံသား ၇၂ ဦး", 72),
        ("dua belas orang", 12),
        ("dua puluh tiga warga", 23),
        ("puluhan WNI", None),
        ("60an orang", None),
        ("dalawampu't limang Pilipino", 25),
        ("hai mươi ba người", 23),
        ("một trăm linh năm người", 105),
        ("hàng chục người", None),
    ],
)
def test_numbers_are_read_in_nine_languages(phrase: str, count: int | None) -> None:
    assert first_number(phrase) == count


@pytest.mark.parametrize(
    ("group", "sentence", "part"),
    [
        ("62 workers", "Lao police freed 62 workers who had been sold.", "victims"),
        ("57 employees", "Police found 57 employees there.", "workers"),
        ("9名中国籍男子", "警方拘捕9名中国籍男子。", "suspects"),
        ("คนไทย 9 คน", "มีคนไทย 9 คนถูกหลอกไปทำงาน", "victims"),
        ("ជនជាតិចិន ១៧ នាក់", "បានឃាត់ខ្លួនជនជាតិចិន ១៧ នាក់", "suspects"),
        ("32 công dân", "giải cứu 32 công dân khỏi tòa nhà", "victims"),
    ],
)
def test_the_part_of_a_group_is_what_stands_nearest(group: str, sentence: str, part: str) -> None:
    assert part_of(group, sentence) == part


@pytest.mark.parametrize(
    ("text", "name", "hidden"),
    [
        ("she spoke to Ms K, who", "K", True),
        ("a man who gave his name as Terry rang", "Terry", True),
        ("小满（化名），24岁", "小满", True),
        ("“เมย์” (นามสมมติ)", "เมย์", True),
        ("Ngân (tên nhân vật đã thay đổi), 21 tuổi", "Ngân", True),
        ("Kamariah (bukan nama sebenar), 58", "Kamariah", True),
        ("Ang Choon Hock, alias Andy Ang", "Ang Choon Hock", False),
        ("Sivaraman Nair, 58, changed ringgit into baht", "Sivaraman Nair", False),
        ("Xiao Mingliang was held", "Xiao Mingliang", False),
    ],
)
def test_a_pseudonym_is_told_by_its_form_or_by_the_text(text: str, name: str, hidden: bool) -> None:
    assert is_pseudonym(text, spans(text, [name])) is hidden


@pytest.mark.parametrize(
    "unit", ["Chinese ", "Li, ", "China, ", "(Thai, ", "One of them, ", "word ", "dua ", "ชาวจีน", "Dominican "]
)
def test_a_hostile_text_is_read_in_proportion_to_its_length(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    people = [(start, start + 1) for start in range(0, len(text), 40)]
    started = time.process_time()
    nationalities(text, people[::2], people[1::2])
    first_number(text)
    part_of(unit.strip(), text)
    is_pseudonym(text, people)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(("file", "precision", "recall"), [("dev.jsonl", 0.9, 0.5), ("dev_accounts.jsonl", 0.95, 0.9)])
def test_given_the_right_people_their_nations_are_found(
    shared: Path, file: str, precision: float, recall: float
) -> None:
    total: Counter[str] = Counter()
    for record in read_records(str(shared / "gold" / file)).values():
        of: dict[str, list[tuple[int, int]]] = {"Person": [], "Group": []}
        for entity in record["entities"]:
            of.get(entity["schema"], []).extend((start, end) for start, end in entity["mentions"])
        said = nationalities(record["text"], of["Person"], of["Group"])
        for entity in record["entities"]:
            ours = {code for start, end in entity["mentions"] for code in said.get((start, end), [])}
            gold = set(entity.get("nationality", []))
            total.update(gold=len(gold), found=len(ours), right=len(gold & ours))
    assert total["right"] >= precision * total["found"]
    assert total["right"] >= recall * total["gold"]
