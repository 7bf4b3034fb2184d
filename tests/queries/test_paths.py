"""Paths: fewest hops, then strength; not through places and public bodies; the same as networkx finds."""

import random
from collections.abc import Callable
from itertools import islice

import networkx as nx
import pytest

from graph.lookup import resolve
from graph.store import Store
from queries.paths import CLOSED, Path, paths


def names(path: Path) -> list[str]:
    return [entity.name for entity in path.entities]


def ask(store: Store, a: str, b: str, **options: object) -> tuple[Path, ...]:
    return paths(store, resolve(store, a).id, resolve(store, b).id, **options)  # type: ignore[arg-type]


def test_a_direct_link_is_found_with_its_quote(small: Store) -> None:
    (path,) = ask(small, "Bo Lim", "Cy Tan", k=1)
    assert path.hops == 1
    assert path.links[0].evidence[0].quote == "Bo Lim FAMILY_OF Cy Tan."


def test_parallel_links_of_a_hop_are_all_given(small: Store) -> None:
    path = ask(small, "Bo Lim", "Blue Ltd", k=1)[0]
    assert {path.links[0].type, *(link.type for link in path.parallel[0])} == {"DIRECTS", "OWNS"}


def test_a_denied_hop_ranks_behind_none_but_fewer_hops_come_first(small: Store) -> None:
    first, second = ask(small, "Ann Moe", "Red Park", k=2)
    assert names(first) == ["Ann Moe", "Red Park"] and first.links[0].best.status == "denied"
    assert names(second) == ["Ann Moe", "Blue Ltd", "Red Park"]


def test_of_equal_length_the_asserted_path_comes_first(store_of: Callable[..., Store]) -> None:
    store = store_of(
        "P Al Fa | DIRECTS | C One Ltd |\nC One Ltd | OPERATES | K Red Park | alleged\n"
        "P Al Fa | DIRECTS | C Two Ltd |\nC Two Ltd | OPERATES | K Red Park |\n"
    )
    assert [names(path)[1] for path in ask(store, "Al Fa", "Red Park")] == ["Two Ltd", "One Ltd"]


def test_places_and_public_bodies_join_only_when_asked(small: Store) -> None:
    assert ask(small, "Red Park", "Far Park") == ()
    assert [names(p) for p in ask(small, "Red Park", "Far Park", through=("Location",))] == [
        ["Red Park", "Westland", "Far Park"]
    ]
    assert ask(small, "Ann Moe", "Dee Oo") == ()
    assert names(ask(small, "Ann Moe", "Dee Oo", through=("PublicBody",))[0])[1] == "Police"


def test_a_place_may_be_an_end(small: Store) -> None:
    assert names(ask(small, "Blue Ltd", "Westland")[0]) == ["Blue Ltd", "Red Park", "Westland"]


def test_an_account_number_is_an_end_and_hops_are_bounded(small: Store) -> None:
    wallet = "TW7U4XB5XWBFdkC1HXPCymW7nAhjnRw41H"
    assert ask(small, wallet, "Blue Ltd", k=1)[0].hops == 3
    assert ask(small, wallet, "Blue Ltd", max_hops=2) == ()


def test_documents_join_into_one_path(store_of: Callable[..., Store]) -> None:
    store = store_of("P Ann Moe | DIRECTS | C Blue Ltd |", "C Blue Ltd | OPERATES | K Red Park |")
    path = ask(store, "Ann Moe", "Red Park")[0]
    assert len({link.evidence[0].document for link in path.links}) == 2


@pytest.mark.parametrize("seed", range(25))
def test_the_k_best_are_as_short_as_networkx_finds_them(store_of: Callable[..., Store], seed: int) -> None:
    chosen = random.Random(seed)
    kinds = [chosen.choice(["P", "P", "C", "C", "L"]) for _ in range(14)]
    ends = [f"{kind} Name {chr(65 + i)} X" for i, kind in enumerate(kinds)]
    fitting = {("P", "P"): "FAMILY_OF", ("P", "C"): "DIRECTS", ("C", "C"): "OWNS", ("P", "L"): "HELD_AT"}
    lines = set()
    for _ in range(26):
        a, b = chosen.sample(ends, 2)
        if kind := fitting.get((a[0], b[0])):
            lines.add(f"{a} | {kind} | {b} |")
    store = store_of("\n".join(sorted(lines)))
    graph, schema = nx.Graph(), {}
    for edge in store.all_edges():
        graph.add_edge(edge.source, edge.target)
        schema |= {edge.source: edge.source_schema, edge.target: edge.target_schema}
    for _ in range(12):
        a, b = chosen.sample(sorted(graph), 2)
        keep = [node for node in graph if node in (a, b) or schema[node] not in CLOSED]
        try:
            theirs = list(islice(nx.shortest_simple_paths(graph.subgraph(keep), a, b), 8))
        except nx.NetworkXNoPath:
            theirs = []
        theirs = [path for path in theirs if len(path) - 1 <= 6]
        ours = paths(store, a, b, k=8, max_hops=6)
        assert [path.hops for path in ours] == [len(path) - 1 for path in theirs]
        assert len({tuple(e.id for e in path.entities) for path in ours}) == len(ours)
        for path in ours:
            for left, link, right in zip(path.entities, path.links, path.entities[1:], strict=False):
                assert {link.source, link.target} == {left.id, right.id}
