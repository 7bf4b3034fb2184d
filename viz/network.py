"""A subgraph as a page to explore: search, details with every quote, filters, a table; see `assets/network.js`."""

from __future__ import annotations

from collections.abc import Collection

from graph.model import Subgraph
from viz.layout import layout
from viz.page import page
from viz.rows import rows
from viz.survivors import survivors
from viz.words import vocabulary

STYLES = ("common.css", "network.css")
SCRIPTS = (
    "common.js", "signs.js", "claims.js", "facts.js", "search.js", "view.js", "details.js", "graph.js", "draw.js",
    "legend.js", "tables.js", "network.js",
)  # fmt: skip


def network_page(
    subgraph: Subgraph, title: str = "Network", *, note: str = "", harmed: Collection[str] | None = None, seed: int = 0
) -> str:
    """One HTML file that opens from disk without a network.

    Args:
        note: a sentence under the title, such as what a limit left out.
        harmed: entities drawn with the survivors' sign; None leaves it to `viz.survivors`.
        seed: of the layout; equal input and seed give an equal file.
    """
    facts = rows(subgraph, survivors(subgraph) if harmed is None else harmed)
    place = {entity.id: n for n, entity in enumerate(subgraph.entities)}
    edges = [(place[k.source], place[k.target]) for k in subgraph.links if k.source in place and k.target in place]
    points, group = layout(len(place), edges, seed)
    drawn = [[round(float(x), 2), round(float(y), 2), g] for (x, y), g in zip(points, group, strict=True)]
    head = {"title": title, "note": note}
    data = {"head": head, "words": vocabulary(), "facts": facts, "layout": drawn}
    return page(title, "network.html", STYLES, SCRIPTS, data)
