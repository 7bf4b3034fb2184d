"""First frame, dragging and size of the network page, beside pyvis with the same positions, in one browser run.

python benchmarks/pages.py [NODES...]      (default 1000 5000; pyvis is measured if it is installed)

pyvis gets its best case: physics off, our positions, and without the two tags that load from a CDN.
"""

from __future__ import annotations

import random
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from graph.model import Claim, Document, Entity, Evidence, Link, Subgraph
from graph.ontology import LINK_TYPES, SCHEMATA
from viz.layout import layout
from viz.network import network_page

ROUNDS = 3
WATCH = """() => {
  const gaps = [];
  let last = performance.now();
  const step = (now) => { gaps.push(now - last); last = now; window.watching = requestAnimationFrame(step); };
  window.gaps = gaps;
  window.watching = requestAnimationFrame(step);
}"""
STOP = "() => { cancelAnimationFrame(window.watching); return window.gaps.slice(1); }"
SECOND_FRAME = """new PerformanceObserver((list) => {
  if (list.getEntriesByName("explorer-ready").length) {
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("second-frame")));
  }
}).observe({ type: "mark", buffered: true });"""
MARK = "<script>performance.mark('explorer-ready')</script></body>"


def subgraph(count: int, seed: int = 1) -> Subgraph:
    """`count` entities and three times as many links, in communities of about sixty, a sentence under each link."""
    chance = random.Random(seed)
    schemata = [chance.choice(SCHEMATA[:7]) for _ in range(count)]
    entities = tuple(Entity(f"e{n}", schemata[n], f"{schemata[n]} number {n}", (f"alias {n}",)) for n in range(count))
    group = [chance.randrange(max(2, count // 60)) for _ in range(count)]
    members: dict[int, list[int]] = {}
    for n, g in enumerate(group):
        members.setdefault(g, []).append(n)
    links = []
    while len(links) < 3 * count:
        a = int(count * chance.random() ** 1.7)
        own = members[group[a]]
        b = (
            own[int(len(own) * chance.random() ** 1.7)]
            if chance.random() < 0.8
            else int(count * chance.random() ** 1.7)
        )
        fitting = [name for name, kind in LINK_TYPES.items() if kind.joins(schemata[a], schemata[b])]
        if a != b and fitting:
            quote = f"{entities[a].name} was seen with {entities[b].name}, the paper said on Monday."
            said = Claim(
                "d", chance.choice(fitting), f"e{a}", f"e{b}", (Evidence("d", len(links), len(links) + 1, quote),)
            )
            links.append(Link(f"l{len(links)}", said.type, said.source, said.target, (said,)))
    return Subgraph(entities, tuple(links), (Document("d", "", "A title", "A paper", "2025-01-01"),))


def pyvis_page(graph: Subgraph) -> str:
    from pyvis.network import Network

    place = {entity.id: n for n, entity in enumerate(graph.entities)}
    points, _ = layout(len(place), [(place[k.source], place[k.target]) for k in graph.links])
    net = Network(height="760px", width="100%", directed=True, cdn_resources="in_line")
    net.toggle_physics(False)
    for n, entity in enumerate(graph.entities):
        x, y = (float(v) * 40 for v in points[n])
        net.add_node(entity.id, label=entity.name, title=entity.name, x=x, y=y, physics=False)
    net.edges = [
        {"from": k.source, "to": k.target, "arrows": "to", "title": k.best.evidence[0].quote} for k in graph.links
    ]
    html = re.sub(
        r"<link[^>]*https?:[^>]*>|<script[^>]*src=\"https?:[^>]*>\s*</script>", "", net.generate_html(notebook=False)
    )
    return html.replace("</body>", MARK)


def measured(browser: Any, html: str, folder: Path) -> tuple[float, float, float]:
    """Milliseconds to the second frame after drawing, the 95th percentile gap of frames while dragging, MB."""
    file = folder / "page.html"
    file.write_text(html, "utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script(SECOND_FRAME)
    page.goto(file.as_uri())
    page.wait_for_function("performance.getEntriesByName('second-frame').length > 0", timeout=120_000)
    first = page.evaluate("performance.getEntriesByName('second-frame')[0].startTime")
    page.evaluate(WATCH)
    page.mouse.move(700, 420)
    page.mouse.down()
    end = time.monotonic() + 2.5
    step = 0
    while time.monotonic() < end:
        step += 1
        page.mouse.move(700 + 120 * ((step % 40) / 20 - 1), 420 + 3 * (step % 20))
    page.mouse.up()
    gaps = sorted(page.evaluate(STOP))
    page.close()
    return float(first), float(gaps[int(len(gaps) * 0.95)]), len(html.encode()) / 1e6


def main(counts: list[int]) -> None:
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    makers: dict[str, Callable[[Subgraph], str]] = {"ours": network_page}
    try:
        import pyvis  # noqa: F401
    except ImportError:
        print("pyvis is not installed and not measured")
    else:
        makers["pyvis"] = pyvis_page
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        for count in counts:
            graph = subgraph(count)
            for maker, make in makers.items():
                start = time.perf_counter()
                html = make(graph)
                built = time.perf_counter() - start
                runs = [measured(browser, html, Path(name)) for _ in range(ROUNDS)]
                first, gap, size = (statistics.median(values) for values in zip(*runs, strict=True))
                print(f"{count:6} nodes  {maker:6} built {built:5.1f} s   first frame {first:6.0f} ms", end="   ")
                print(f"dragging, p95 gap {gap:5.0f} ms   {size:.1f} MB", flush=True)
        browser.close()


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [1000, 5000])
