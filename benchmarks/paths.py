"""Pair paths on a generated graph: ours on the embedded store against networkx in memory, the same pairs.

python benchmarks/paths.py [ENTITIES] [LINKS] [PAIRS]      (default 200000 1000000 200)
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import networkx as nx

from benchmarks.generate import extracts
from graph.store import open_store
from queries.paths import CLOSED, paths


def timed(ask: Callable[[str, str], object], pairs: list[tuple[str, str]]) -> list[float]:
    """Milliseconds of each question."""
    times = []
    for a, b in pairs:
        start = time.perf_counter()
        ask(a, b)
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)


def report(name: str, times: list[float]) -> None:
    p95 = times[int(len(times) * 0.95)]
    print(f"{name:<34} p50 {statistics.median(times):9.2f} ms   p95 {p95:9.2f} ms   max {times[-1]:9.2f} ms")


def main(entities: int = 200_000, links: int = 1_000_000, count: int = 200) -> None:
    with tempfile.TemporaryDirectory() as folder, open_store(str(Path(folder) / "b.db"), create=True) as store:
        start = time.perf_counter()
        for extract in extracts(entities, links):
            store.add(extract)
        took = time.perf_counter() - start
        totals = {what: sum(kinds.values()) for what, kinds in store.counts().items()}
        print(f"built in {took:.0f} s, {links / took:,.0f} links/s: {totals}")

        graph = nx.Graph()
        schema = {}
        for edge in store.all_edges():
            graph.add_edge(edge.source, edge.target)
            schema[edge.source], schema[edge.target] = edge.source_schema, edge.target_schema
        nodes = sorted(node for node in graph if schema[node] not in CLOSED)
        chosen = random.Random(1)
        pairs = [(chosen.choice(nodes), chosen.choice(nodes)) for _ in range(count)]
        pairs = [(a, b) for a, b in pairs if a != b]

        def peer(a: str, b: str) -> object:
            """The same question: places and public bodies are not passed through."""
            open_ = nx.subgraph_view(graph, filter_node=lambda n: schema[n] not in CLOSED or n in (a, b))
            try:
                return nx.bidirectional_shortest_path(open_, a, b)
            except nx.NetworkXNoPath:
                return None

        for a, b in pairs[:25]:
            ours, theirs = paths(store, a, b, k=1), peer(a, b)
            assert (ours[0].hops if ours else None) == (len(theirs) - 1 if theirs else None), (a, b)
        report("scamgraph path, best of equals", timed(lambda a, b: paths(store, a, b, k=1), pairs))
        report("networkx, one path, filtered", timed(peer, pairs))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
