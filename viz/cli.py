"""The commands that draw: network and map, each one HTML file that opens without a network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graph.terminal import clean, store_option

if TYPE_CHECKING:
    from viz.gather import Gathered


def _title_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--title", help="What the page is called.  [default: made of what was asked]")(command)


def _redact_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--redact",
        is_flag=True,
        help="Survivors (people recruited, taken, held, sold or freed), their family and accounts get numbers for "
        "names, in quotes too.",
    )(command)


def _out_option(default: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(
        "--out",
        default=default,
        show_default=True,
        type=click.Path(dir_okay=False, allow_dash=True),
        help="File to write; - is standard output.",
    )


@click.command()
@click.argument("entities", nargs=-1, metavar="[ENTITY]...")
@click.option("--hops", default=1, show_default=True, type=click.IntRange(0, 6), help="How far around each ENTITY.")
@click.option("--limit", default=300, show_default=True, type=click.IntRange(1), help="At most so many entities.")
@_redact_option
@_title_option
@_out_option("network.html")
@store_option
def network(
    entities: tuple[str, ...], hops: int, limit: int, redact: bool, title: str | None, out: str, store: str
) -> None:
    """One HTML file to explore what is around each ENTITY (an id, a name or an account number), without a network.

    Without ENTITY: those of the store that are most tied to one another.

    \b
    scamgraph network "KK Park" --hops 2 --out kk-park.html
    scamgraph network --limit 1000 --redact
    """
    from graph.lookup import resolve
    from graph.store import open_store
    from viz.gather import around, most_linked
    from viz.network import network_page
    from viz.survivors import survivors

    with open_store(store) as graph:
        centres = [resolve(graph, entity) for entity in entities]
        found = around(graph, [c.id for c in centres], hops, limit) if centres else most_linked(graph, limit)
        harmed = survivors(found.subgraph)
        shown = _redacted(graph, found) if redact else found
    names = {entity.id: entity.name for entity in shown.subgraph.entities}
    named = title or ("Around " + ", ".join(names[c.id] for c in centres) if centres else "Most linked entities")
    html = network_page(shown.subgraph, named, note=_note(shown, "entities", limit, redact), harmed=harmed)
    size = f"{len(names)} entities, {len(shown.subgraph.links)} links"
    _write(out, html, f"{size}, {len(shown.subgraph.documents)} documents")


@click.command("map")
@click.option(
    "--limit",
    default=1000,
    show_default=True,
    type=click.IntRange(1),
    help="So many places, those with most links, and what contains them.",
)
@_redact_option
@_title_option
@_out_option("map.html")
@store_option
def map_(limit: int, redact: bool, title: str | None, out: str, store: str) -> None:
    """One HTML file with compounds and places on a map, each with the quotes that place somebody there.

    \b
    scamgraph map --out map.html
    """
    from graph.store import open_store
    from viz.gather import places
    from viz.geo import map_page
    from viz.survivors import survivors

    with open_store(store) as graph:
        found = places(graph, limit)
        harmed = survivors(found.subgraph)
        shown = _redacted(graph, found) if redact else found
    note = _note(shown, "places", limit, redact)
    html = map_page(shown.subgraph, title or "Places", note=note, mentioned=shown.mentioned, harmed=harmed)
    number = sum(entity.schema in ("Compound", "Location") for entity in shown.subgraph.entities)
    _write(out, html, f"{number} places, {len(shown.subgraph.links)} links, {len(shown.subgraph.documents)} documents")


def _redacted(graph: Any, found: Gathered) -> Gathered:
    from viz.redaction import redacted

    return redacted(graph, found)


def _note(found: Gathered, what: str, limit: int, redact: bool) -> str:
    """What the page does not show, for its heading."""
    notes = []
    if found.left_out:
        notes.append(f"{found.left_out:,} further {what} left out (limit {limit:,})")
    if redact:
        notes.append("names of survivors replaced by numbers")
    return "; ".join(notes)


def _write(out: str, html: str, what: str) -> None:
    if out == "-":
        click.echo(html, nl=False)
        return
    Path(out).write_text(html, "utf-8")
    click.echo(clean(f"{out}: {what}, {len(html.encode()) / 1e6:.1f} MB; opens in a browser without a network"))
