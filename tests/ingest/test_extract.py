"""Documents in, entities and claims out: whole, exact, and safe on any text."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.model import Document, Extract
from ingest.commands_extract import extract as command
from ingest.extract import Extractor, load_extractor
from ingest.goldformat import gold_record
from ingest.reading import Mark, MarkedLink


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load_extractor()


def document(text: str, published: str | None = None) -> Document:
    return Document(id=Document.id_of(text), text=text, published=published)


def names(extract: Extract, schema: str) -> set[str]:
    return {e.name for e in extract.entities if e.schema == schema}


REPORT = (
    "BANGKOK: Thai police arrested Li Wei, a Chinese businessman, in Mae Sot on Thursday.\n"
    "Li is the chairman of Golden Lotus Holdings Co., Ltd., which owns the Golden Lotus Casino in Myawaddy.\n"
    "The Karen National Army (KNA) guarded the site, where 24 Vietnamese nationals were held, said Ko Aung.\n"
    "Payment went to TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t, a wallet of the casino, contact linda@lotus.example."
)


def test_a_report_gives_people_places_and_accounts(extractor: Extractor) -> None:
    found = extractor.extract(document(REPORT, "2025-09-15"))
    found.verify()
    assert "Li Wei" in names(found, "Person")
    assert {"Mae Sot", "Myawaddy"} <= names(found, "Location")
    assert "Thai police" in names(found, "PublicBody")
    assert names(found, "CryptoWallet") == {"TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"}
    assert names(found, "Email") == {"linda@lotus.example"}
    army = next(e for e in found.entities if e.name == "Karen National Army")
    assert [m.surface for m in army.mentions] == ["Karen National Army", "KNA"]


def test_a_surname_alone_is_the_person_named_before(extractor: Extractor) -> None:
    found = extractor.extract(document(REPORT))
    person = next(e for e in found.entities if e.name == "Li Wei")
    assert [m.surface for m in person.mentions] == ["Li Wei", "Li"]


def test_properties_are_claims_with_their_sentence(extractor: Extractor) -> None:
    found = extractor.extract(document(REPORT))
    group = next(e for e in found.entities if e.schema == "Group")
    said = {c.type: c for c in found.claims if c.source == group.id and c.target is None}
    assert (said["count"].value, said["nationality"].value, said["part"].value) == ("24", "vn", "victims")
    assert said["count"].evidence[0].quote.startswith("The Karen National Army")


def test_links_carry_role_date_probability_and_quote(extractor: Extractor) -> None:
    found = extractor.extract(document(REPORT, "2025-09-15"))
    by_name = {e.id: e.name for e in found.entities}
    links = {(c.type, by_name[c.source], by_name[c.target]): c for c in found.claims if c.target}
    arrest = links["ACTED_AGAINST", "Thai police", "Li Wei"]
    assert (arrest.role, arrest.status, arrest.date) == ("arrested", "asserted", "2025-09-11")
    assert arrest.evidence[0].quote.startswith("BANGKOK: Thai police arrested Li Wei")
    assert 0.4 <= (arrest.probability or 0) <= 1
    assert links["DIRECTS", "Li Wei", "Golden Lotus Holdings Co., Ltd."].role == "chair"


def test_a_tables_marks_and_links_go_before_what_is_read(extractor: Extractor) -> None:
    text = "Owner: May Holdings | Firm: Golden Lotus"
    marks = [Mark(7, 19, "Person", "row1.owner"), Mark(28, 40, "Company", "row1.firm")]
    links = [MarkedLink("OWNS", "row1.owner", "row1.firm", role="owner", date="2024")]
    found = extractor.extract(document(text), marks, links)
    found.verify()
    assert [(e.schema, e.name) for e in found.entities] == [("Person", "May Holdings"), ("Company", "Golden Lotus")]
    owned = [c for c in found.claims if c.type == "OWNS" and c.probability is None]
    assert [(c.role, c.date, c.evidence[0].quote) for c in owned] == [("owner", "2024", text)]


def test_probability_decides_what_is_said(extractor: Extractor) -> None:
    few = extractor.extract(document(REPORT))
    more = load_extractor(0.05).extract(document(REPORT))
    count = [sum(c.target is not None for c in e.claims) for e in (few, more)]
    assert count[0] < count[1]
    assert all(c.probability is None or c.probability >= 0.05 for c in more.claims)


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b"])
def test_an_empty_text_says_nothing(extractor: Extractor, text: str) -> None:
    found = extractor.extract(document(text))
    found.verify()
    assert (found.entities, found.claims) == ((), ())


def test_the_same_text_gives_the_same_extract_whatever_came_before(extractor: Extractor) -> None:
    first = extractor.extract(document(REPORT))
    extractor.extract(document("Another report of Chen Zhi in Bavet. " * 30))
    assert extractor.extract(document(REPORT)) == first


HOSTILE = {
    "one word": "a" * 200_000,
    "digits": "1234567890" * 20_000,
    "stops": "." * 100_000,
    "lines": "\n" * 200_000,
    "brackets": "(" * 100_000,
    "surrogates": "Police \ud800 arrested \udfff Li Wei in Bavet. " * 20,
    "nul": "Police\x00 arrested Li Wei in Bavet.\x00" * 20,
    "emoji": "😀👩‍👩‍👧 Police arrested Li Wei 😀 in Bavet. " * 20,
    "right to left": "الشرطة \u202e اعتقلت محمد في دبي. " * 20,
    "accents apart": "Li\u0301 We\u0301i \u0301\u0301\u0301" * 200,
    "one line": "The Thai police arrested Li Wei and Chen Bo at KK Park on 3 May 2024 " * 60,
    "list of peoples": "Chinese " * 400,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_breaks_it_or_its_offsets(extractor: Extractor, name: str) -> None:
    found = extractor.extract(document(HOSTILE[name]))
    found.verify()


def test_time_grows_with_the_text_alone(extractor: Extractor) -> None:
    spent = []
    for size in (8, 32):
        started = time.process_time()
        extractor.extract(document("Thai police arrested Li Wei and Chen Bo at KK Park. " * 25 * size))
        spent.append(time.process_time() - started)
    assert spent[1] < 8 * spent[0]


def test_memory_does_not_grow_with_the_documents(extractor: Extractor) -> None:
    resident = Path("/proc/self/statm")
    sizes = []
    for round_ in range(3):
        for n in range(40):
            extractor.extract(document(f"Police arrested Suspect{round_}x{n} Wong{n}q{round_} in Bavet. " * 5))
        sizes.append(int(resident.read_text().split()[1]) * 4096)
    assert sizes[2] - sizes[1] < 20_000_000


def test_of_two_columns_only_the_tables_own_links_are_said(extractor: Extractor) -> None:
    text = "Owner: Lim Wei\nFirm: Blue Lotus Ltd\nWallet: TW7U4XB5XWBFdkC1HXPCymW7nAhjnRw41H"
    cells = [("Lim Wei", "Person"), ("Blue Lotus Ltd", "Company"), (text[-34:], "CryptoWallet")]
    marks = tuple(Mark(text.index(c), text.index(c) + len(c), schema, c) for c, schema in cells)
    found = extractor.extract(document(text), marks, (MarkedLink("OWNS", "Lim Wei", "Blue Lotus Ltd", "owner"),))
    assert [claim.type for claim in found.claims if claim.target] == ["OWNS"]


def test_json_lines_keep_id_text_and_offsets(tmp_path: Path) -> None:
    text = "  Thai police\u00a0arrested Li Wei 😀\r\nin  Bavet.\n"
    given = tmp_path / "documents.jsonl"
    given.write_text(json.dumps({"id": "d-1", "title": "T", "published": "2025-09-15", "text": text}), encoding="utf-8")
    result = CliRunner().invoke(command, [str(given)])
    (record,) = [json.loads(line) for line in result.output.splitlines()]
    assert (record["id"], record["text"]) == ("d-1", text)
    person = next(e for e in record["entities"] if e["schema"] == "Person")
    assert [text[start:end] for start, end in person["mentions"]] == ["Li Wei"]


def test_what_cannot_be_read_is_a_line_on_stderr_and_exit_1(tmp_path: Path) -> None:
    given = tmp_path / "documents.jsonl"
    given.write_text('{"id": "d", "text": "Li Wei fled."}\n{broken', encoding="utf-8")
    result = CliRunner().invoke(command, [str(given)])
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert "documents.jsonl#2" in result.stderr


@pytest.mark.parametrize("gold", ["dev.jsonl", "dev_accounts.jsonl"])
def test_every_fact_of_the_gold_texts_is_sound(extractor: Extractor, shared: Path, gold: str) -> None:
    for line in (shared / "gold" / gold).read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        found = extractor.extract(document(record["text"], record["published"]))
        found.verify()
        out = gold_record(found)
        ids = {e["id"] for e in out["entities"]}
        assert all(link["source"] in ids and link["target"] in ids for link in out["links"])


def test_every_fact_of_the_releases_is_sound(extractor: Extractor, shared: Path) -> None:
    lines = (shared / "data" / "releases" / "releases.jsonl").read_text(encoding="utf-8").splitlines()
    for line in lines[::20]:
        extractor.extract(document(json.loads(line)["text"])).verify()


@pytest.mark.parametrize(
    ("text", "schema", "name"),
    [
        ("温州市公安局通报，犯罪嫌疑人覃仕宏在缅甸妙瓦底被捕。", "Person", "覃仕宏"),
        ("臺北地檢署指出，被告鍾啓凡從桃園機場飛往金邊。", "Person", "鍾啓凡"),
        ("ตำรวจจับกุมนายสมชาย ใจดี ที่อำเภอแม่สอด จังหวัดตาก", "Person", "สมชาย ใจดี"),
        ("Công an bắt Nguyễn Văn Hùng tại Tây Ninh sáng 9/3.", "Person", "Nguyễn Văn Hùng"),
        ("Polisi menangkap Budi Santoso di Medan pada Kamis.", "Person", "Budi Santoso"),
        ("Polis menahan Lim Boon Keat di Johor Bahru semalam.", "Person", "Lim Boon Keat"),
        ("Inaresto ng pulisya si Maria Dela Cruz sa Maynila.", "Person", "Maria Dela Cruz"),
    ],
)
def test_names_are_found_in_the_region_s_languages(extractor: Extractor, text: str, schema: str, name: str) -> None:
    found = extractor.extract(document(text))
    found.verify()
    assert name in names(found, schema)


def test_a_line_that_comes_back_is_read_alike_every_time(extractor: Extractor) -> None:
    found = extractor.extract(document("Li Wei was arrested in Bavet.\n" * 400))
    person = next(e for e in found.entities if e.name == "Li Wei")
    assert len(person.mentions) == 400
