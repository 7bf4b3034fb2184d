"""The Neo4j store: a graph that reads well, errors in one line, and nothing lost when the server goes away."""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from graph.bolt import BoltStore, _add
from graph.bolt_schema import STEPS, VERSION
from graph.bolt_server import Server as Named
from graph.bolt_view import shrink
from graph.embedded import EmbeddedStore
from graph.errors import StoreRefused, StoreUnreachable, StoreVersion
from graph.ontology import LINK_TYPES
from graph.whole import dump
from tests.graph.building import clean, extract, killed_after, random_extract, writer
from tests.graph.test_stores import SHE_DENIES, SHE_HELD, SHE_RUNS_KK, fill
from tests.neo4j.server import PASSWORD, Server, free_port


@pytest.fixture
def store(bolt_address: str) -> Iterator[BoltStore]:
    with BoltStore(bolt_address, create=True) as opened:
        fill(opened, SHE_RUNS_KK, SHE_DENIES, SHE_HELD)
        yield opened


def told(store: BoltStore, query: str, **values: Any) -> list[list[Any]]:
    """What Neo4j itself says."""
    answer = store._driver.execute_query(query, values, database_=store.server.database)
    return [list(record.values()) for record in answer.records]


# ---- what an analyst sees


def test_entities_carry_their_schema_as_label_and_their_name(store: BoltStore) -> None:
    rows = told(store, "MATCH (e:Entity) RETURN labels(e), e.name, e.documents, e.links, e.aliases ORDER BY e.name")
    assert rows == [
        [["Entity", "Phone"], "+66812345678", 1, 1, ["+66 81 234 5678"]],
        [["Entity", "Compound"], "KK Park", 3, 1, []],
        [["Entity", "Person"], "She Zhijiang", 3, 2, ["佘智江"]],
    ]


def test_a_link_is_a_relationship_that_shows_its_best_quote(store: BoltStore) -> None:
    fields = "r.claims, r.status, r.role, r.ended, r.quote, r.document, r.title"
    rows = told(store, f"MATCH (:Person {{name: 'She Zhijiang'}})-[r:OPERATES]->(:Compound) RETURN {fields}")
    held = SHE_HELD.document
    assert rows == [[3, "asserted", "developer", False, held.text, held.id, None]]
    store.forget(held.id)
    rows = told(store, f"MATCH (:Person)-[r:OPERATES]->(:Compound) RETURN {fields}")
    runs = SHE_RUNS_KK.document
    assert rows == [[2, "alleged", "operator", False, runs.text, runs.id, "Who runs KK Park"]]


def test_the_facts_are_one_step_behind(store: BoltStore) -> None:
    rows = told(
        store,
        "MATCH (e:Person)-[m:MENTIONED_IN]->(d:Document)<-[:CLAIMED_IN]-(c:Claim {status: 'denied'}) "
        "MATCH (c)-[:CLAIM_SOURCE]->(p:DocumentEntity)-[:PART_OF]->(e) "
        "MATCH (p)-[:IN_DOCUMENT]->(d)-[f:FOUND_IN]->(o:Origin) "
        "RETURN m.mentions, c.quotes, c.attributed_to, p.surfaces, f.address, o.address",
    )
    denies = SHE_DENIES.document
    assert rows == [[1, [denies.text], "his lawyer", ["She Zhijiang"], f"{denies.id}.txt", "reports"]]


def test_judgements_stand_between_document_entities(store: BoltStore) -> None:
    rows = told(store, "MATCH (:DocumentEntity {schema: 'Person'})-[j:JUDGED]->() RETURN j.verdict, j.by, j.why")
    assert rows == [["same", "full-name/1", "Person named she zhijiang"]] * 2


def test_the_full_text_index_finds_names_in_any_script(store: BoltStore) -> None:
    call = "CALL db.index.fulltext.queryNodes('scamgraph_names', $text) YIELD node RETURN node.name"
    assert told(store, call, text="佘智江") == [["She Zhijiang"]]


def test_every_id_is_unique_by_a_constraint(store: BoltStore) -> None:
    names = {name for (name,) in told(store, "SHOW CONSTRAINTS YIELD name")}
    assert {f"scamgraph_{type_.lower()}" for type_ in LINK_TYPES} < names
    assert {"scamgraph_entity", "scamgraph_document", "scamgraph_claim", "scamgraph_judged"} < names


def test_nothing_but_errors_is_said(bolt_address: str, capfd: pytest.CaptureFixture[str]) -> None:
    with BoltStore(bolt_address, create=True) as store:
        fill(store, SHE_HELD)
        store.rebuild()
        store.forget(SHE_HELD.document.id)
        assert list(store.problems()) == []
    assert capfd.readouterr() == ("", "")


INFLATE = """
MATCH (e:Entity {name: $name})<-[:PART_OF]-(p) WITH e, p LIMIT 1
UNWIND range(1, 3000) AS n
CREATE (e)<-[:PART_OF]-(:DocumentEntity {key: p.key, id: 'z' + toString(n)})
CREATE (e)-[:MENTIONED_IN]->(:Document {id: 'z' + $name + toString(n)})
CREATE (e)<-[:LOCATED_IN {id: 'z' + $name + toString(n)}]-(:Entity {id: 'z' + $name + toString(n)})
CREATE (e)-[:LOCATED_IN {id: 'y' + $name + toString(n)}]->(:Entity {id: 'y' + $name + toString(n)})
"""


def test_a_document_costs_the_same_beside_a_large_entity(bolt_address: str) -> None:
    """Counted in what the server says it touched, so that no other process disturbs the figure."""
    *others, last = sorted(map(_about_cambodia, range(4)), key=lambda one: one.document.id)
    with BoltStore(bolt_address, create=True) as store:
        fill(store, *others)
        small = _touched(store, last)
        told(store, INFLATE, name="Cambodia")
        for _ in range(20):  # the server samples what its planner goes by in the background
            large = _touched(store, last)
            if large.total() < 1.5 * small.total():
                break
            time.sleep(1)
    assert large.total() < 1.5 * small.total(), (large - small).most_common(3)


def _about_cambodia(number: int) -> Any:
    named = ("Location", "Cambodia"), ("Location", "Phnom Penh"), ("Person", f"Dara Sok{number}")
    links = [("LOCATED_IN", 2, 1), ("TRANSPORTED_TO", 3, 1)]
    return extract(f"Dara Sok{number} came to Phnom Penh, Cambodia.", *named, links=links)


class Profiled:
    """The driver's transaction, with what each query touches counted."""

    def __init__(self, transaction: Any) -> None:
        self.transaction = transaction
        self.hits: Counter[str] = Counter()

    def run(self, query: str, values: dict[str, Any]) -> Any:
        result = self.transaction.run("PROFILE " + query, values)
        rows = result.values()
        self.hits[query] += _hits(result.consume().profile)
        return SimpleNamespace(values=lambda: rows)


def _touched(store: BoltStore, one: Any) -> Counter[str]:
    """Database hits of a document's coming and going, by query."""
    with store._driver.session(database=store.server.database) as session, session.begin_transaction() as transaction:
        profiled: Any = Profiled(transaction)
        _add(profiled, one, ())
        shrink(profiled, one)
        transaction.rollback()
        return Counter(profiled.hits)


def _hits(plan: Any) -> int:
    return int(plan["args"].get("DbHits", 0)) + sum(_hits(child) for child in plan.get("children", ()))


# ---- other versions, damage


def test_a_newer_store_is_left_alone(store: BoltStore, bolt_address: str) -> None:
    told(store, "MATCH (s:ScamgraphStore) SET s.version = $version", version=VERSION + 1)
    with pytest.raises(StoreVersion, match=f"schema version {VERSION + 1}, this program knows {VERSION}; upgrade"):
        BoltStore(bolt_address, create=True)


def test_a_store_of_version_1_is_brought_up_to_date(store: BoltStore, bolt_address: str) -> None:
    before = dump(store)
    indexes = "SHOW INDEXES YIELD name WHERE name IN ['scamgraph_name', 'scamgraph_names'] RETURN name ORDER BY name"
    for (name,) in told(store, indexes):
        told(store, f"DROP INDEX {name}")
    told(store, "MATCH (s:ScamgraphStore) SET s.version = 1")
    with BoltStore(bolt_address) as opened:
        assert told(opened, indexes) == [["scamgraph_name"], ["scamgraph_names"]]
        assert told(opened, "MATCH (s:ScamgraphStore) RETURN s.version") == [[VERSION]]
        assert dump(opened) == before


def test_the_steps_may_be_taken_twice(store: BoltStore, bolt_address: str) -> None:
    for statement in (statement for step in STEPS for statement in step):
        told(store, statement)
    assert list(store.problems()) == []


DAMAGE = {
    "MATCH (d:Document {given_id: 'news-1'}) SET d.text = d.text + '!'": "its id is not that of its text",
    "MATCH (p:DocumentEntity {name: 'KK Park'}) SET p.surfaces = ['KK Pork']": "is not 'KK Pork'",
    "MATCH (p:DocumentEntity {schema: 'Phone'}) SET p.number = 9": "it is number 9",
    "MATCH (p:DocumentEntity {schema: 'Phone'}) DETACH DELETE p": "is not all there",
    "MATCH (c:Claim {role: 'developer'}) SET c.role = 'tenant'": "its id is not that of its content",
    "MATCH (c:Claim {role: 'developer'}) DETACH DELETE c": "is not all there",
    "MATCH (c:Claim {role: 'developer'})-[r:CLAIM_TARGET]->() DELETE r": "what stands beside it does not fit",
    "MATCH (c:Claim) REMOVE c.link": "the view has",
    "MATCH ()-[j:JUDGED]->() SET j.verdict = 'different'": "its id is not that of its content",
    "MATCH ()-[j:JUDGED]->() DELETE j": "not kept",
    "MATCH (e:Person) SET e.documents = 9": "the view has",
    "MATCH (e:Person) SET e.name = 'Nobody'": "the view has",
    "MATCH (e:Person) SET e.aliases = []": "its aliases are",
    "MATCH (e:Person) REMOVE e:Person": "what stands beside it does not fit",
    "MATCH (n:Name {surface: 'KK Park'}) SET n.key = 'nothing'": "is filed under 'nothing'",
    "MATCH (n:Name {surface: 'KK Park'}) SET n.said = 9": "the view has",
    "MATCH (n:Name)<-[r:NAMED]-() DELETE r": "what stands beside it does not fit",
    "MATCH ()-[r:OPERATES]->() SET r.status = 'denied'": "does not show the claim",
    "MATCH ()-[r:OPERATES]->() DELETE r": "missing from the view",
    "MATCH (a:Phone), (b:Compound) CREATE (b)-[:HOLDS_ACCOUNT {id: 'x', key: 'x'}]->(a)": "no fact makes it",
    "MATCH (e:Phone)-[r:MENTIONED_IN]->() DELETE r": "what stands beside it does not fit",
    "CREATE (:Entity:Person {id: 'x.1', schema: 'Person', name: 'X', documents: 0, links: 0, aliases: []})": "no fact",
    "MATCH (p:DocumentEntity {schema: 'Phone'})-[r:PART_OF]->() DELETE r": "what stands beside it does not fit",
}


def test_damage_is_found(store: BoltStore) -> None:
    assert list(store.problems()) == []
    for statement, found in DAMAGE.items():
        with store._driver.session(database=store.server.database) as session:
            session.run(statement).consume()
        assert found in "\n".join(store.problems()), statement
        told(store, "MATCH (n) WHERE NOT n:ScamgraphStore DETACH DELETE n")
        fill(store, SHE_RUNS_KK, SHE_DENIES, SHE_HELD)


# ---- who may come in


def test_a_url_with_a_password_never_shows_it(bolt_address: str) -> None:
    with BoltStore(bolt_address, create=True) as store:
        assert PASSWORD not in store.address
        assert PASSWORD not in repr(store.server)
        assert store.address == "bolt://" + bolt_address.split("@")[1]


@pytest.mark.parametrize(
    ("address", "plain", "database", "user", "password"),
    [
        ("bolt://h", "bolt://h", "neo4j", None, None),
        ("neo4j+s://h:7687/cases", "neo4j+s://h:7687", "cases", None, None),
        ("bolt://me:p%40ss@h:1", "bolt://h:1", "neo4j", "me", "p@ss"),
        ("bolt://:secret@[::1]:7687", "bolt://[::1]:7687", "neo4j", "neo4j", "secret"),
        ("neo4j://h?policy=eu", "neo4j://h?policy=eu", "neo4j", None, None),
    ],
)
def test_addresses(
    monkeypatch: pytest.MonkeyPatch, address: str, plain: str, database: str, user: str | None, password: str | None
) -> None:
    for name in ("NEO4J_USERNAME", "NEO4J_PASSWORD", "NEO4J_DATABASE"):
        monkeypatch.delenv(name, raising=False)
    assert Named.named(address) == Named(plain, database, user, password)


def test_credentials_and_database_come_from_the_environment(bolt_address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_USERNAME", "neo4j")
    monkeypatch.setenv("NEO4J_PASSWORD", PASSWORD)
    plain = "bolt://" + bolt_address.split("@")[1]
    with BoltStore(plain, create=True) as store:
        assert store.generation() == 0
    monkeypatch.setenv("NEO4J_DATABASE", "elsewhere")
    with pytest.raises(StoreRefused, match="no database elsewhere"):
        BoltStore(plain, create=True)


@pytest.mark.parametrize(("who", "message"), [("neo4j:wrong-password@", "user neo4j"), ("", "no user was given")])
def test_a_wrong_password_is_refused_in_one_line(
    bolt_address: str, monkeypatch: pytest.MonkeyPatch, who: str, message: str
) -> None:
    monkeypatch.delenv("NEO4J_USERNAME", raising=False)
    monkeypatch.delenv("NEO4J_PASSWORD", raising=False)
    with pytest.raises(StoreRefused, match=f"{message}.*set NEO4J_USERNAME and NEO4J_PASSWORD") as raised:
        BoltStore(f"bolt://{who}{bolt_address.split('@')[1]}", create=True)
    assert "wrong-password" not in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    "address",
    [f"bolt://neo4j:secret-word@127.0.0.1:{free_port()}", "bolt://127.0.0.1:99999", "bolt://", "neo4j://[::1"],
)
def test_where_nothing_answers_is_one_line_at_once(address: str) -> None:
    started = time.monotonic()
    with pytest.raises(StoreUnreachable) as raised:
        BoltStore(address, create=True)
    assert "secret-word" not in str(raised.value)
    assert "\n" not in str(raised.value)
    assert time.monotonic() - started < 15


def test_a_process_killed_in_the_middle_leaves_whole_documents(bolt_address: str, tmp_path: Path) -> None:
    for kept in (2, 9):
        killed_after(writer(bolt_address, 3, 15), kept)
        with BoltStore(bolt_address) as store:
            assert len(list(store.document_ids())) > kept
            assert list(store.problems()) == []
    assert writer(bolt_address, 3, 15).wait(120) == 0
    with BoltStore(bolt_address) as store:
        assert dump(store) == clean(tmp_path / "clean.db", 3, count=15)


def test_two_writers_take_turns(bolt_address: str, tmp_path: Path) -> None:
    both = [writer(bolt_address, seed, 12) for seed in (1, 2)]
    assert [one.wait(180) for one in both] == [0, 0]
    with BoltStore(bolt_address) as store:
        assert dump(store) == clean(tmp_path / "clean.db", 1, 2, count=12)
        assert list(store.problems()) == []
        assert store.generation() == 24


@pytest.mark.parametrize("agent", ["Neo4j/5.23.0", "Neo4j/5.26.30", "Neo4j/2026.02.1", "ArcadeDB/26.10"])
def test_a_server_that_speaks_our_cypher_is_taken(agent: str) -> None:
    Named("bolt://h", "neo4j")._fits(agent)


@pytest.mark.parametrize("agent", ["Neo4j/4.4.40", "Neo4j/5.9.0"])
def test_a_server_that_is_too_old_is_refused(agent: str) -> None:
    with pytest.raises(StoreRefused, match=r"Neo4j 5\.23 or newer is needed; this is Neo4j/"):
        Named("bolt://h", "neo4j")._fits(agent)


# ---- a server that goes away


@pytest.fixture(scope="module")
def own_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server to kill and to start again; the tests below leave it in worse and worse a state."""
    server = Server(tmp_path_factory.mktemp("own"), heap="320m")
    server.start()
    yield server
    server.stop()


def test_a_killed_server_loses_no_document_and_keeps_none_by_half(own_server: Server, tmp_path: Path) -> None:
    documents = [random_extract(random.Random(number), number) for number in range(40)]
    with EmbeddedStore(str(tmp_path / "clean.db"), create=True) as embedded:
        fill(embedded, *documents)
        expected = dump(embedded)
    started = threading.Event()
    failed: list[BaseException] = []

    def work() -> None:
        try:
            with BoltStore(own_server.address, create=True) as store:
                for number, one in enumerate(documents):
                    _patiently(store, one)
                    if number == 10:
                        started.set()
        except BaseException as error:
            failed.append(error)
            raise

    writer = threading.Thread(target=work)
    writer.start()
    assert started.wait(120)
    time.sleep(0.05)
    own_server.kill()
    own_server.start()
    writer.join(180)
    assert failed == []
    with BoltStore(own_server.address) as store:
        assert list(store.problems()) == []
        assert dump(store) == expected


def _patiently(store: BoltStore, one: Any) -> None:
    """As a person would: run it again when told that the server was away longer than the driver waits."""
    for _ in range(4):
        try:
            return fill(store, one)
        except StoreUnreachable:
            time.sleep(1)
    return fill(store, one)


def test_a_read_only_database_answers_and_refuses_to_change(own_server: Server) -> None:
    with BoltStore(own_server.address, create=True) as store:
        fill(store, SHE_RUNS_KK)
    own_server.stop()
    own_server.start(server_databases_default__to__read__only="true")
    with BoltStore(own_server.address) as store:
        before = dump(store)
        assert before
        with pytest.raises(StoreRefused, match="database neo4j is read-only") as raised:
            fill(store, SHE_DENIES)
        assert "\n" not in str(raised.value)
        assert dump(store) == before


def test_a_server_that_is_gone_is_one_line(own_server: Server) -> None:
    with BoltStore(own_server.address, create=True) as store:
        own_server.kill()
        with pytest.raises(StoreUnreachable, match="nothing answers") as raised:
            list(store.document_ids())
        assert "\n" not in str(raised.value)


def test_a_password_in_the_address_is_never_printed(store: BoltStore, bolt_address: str) -> None:
    from click.testing import CliRunner

    from queries.cli import root

    fill(store, SHE_HELD)
    assert "@" in bolt_address
    result = CliRunner().invoke(root, ["check", "--store", bolt_address])
    assert result.exit_code == 0
    assert "is whole" in result.output and bolt_address.split("@")[0] not in result.output
