"""The commands that ask the store: search, show, neighbours, path, stats, check."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from graph.errors import ScamgraphError, UnknownEntity
from graph.ontology import LINK_TYPES, SCHEMATA
from graph.store import open_store
from graph.terminal import emit, format_option, store_option

SCHEMA = click.Choice(SCHEMATA)


@click.command()
@click.argument("text")
@click.option("--schema", "schemata", multiple=True, type=SCHEMA, help="Only these schemata; may be repeated.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1), help="At most so many.")
@store_option
@format_option
def search(text: str, schemata: tuple[str, ...], limit: int, store: str, format_: str) -> None:
    """Entities by name, alias, native script or account number; typing slips are forgiven.

    \b
    scamgraph search "she zhi"
    scamgraph search 佘智江 --format jsonl
    """
    from queries import answer
    from queries.search import search as find

    with open_store(store) as graph:
        hits = find(graph, text, schemata=schemata, limit=limit)
    if not hits:
        raise UnknownEntity(f"nothing is named like {text!r}; `scamgraph stats` tells what is in the store")
    rows = (
        answer.entity_row(h.entity) | {"matched": h.matched, "score": h.score, "documents": h.entity.documents}
        for h in hits
    )
    emit(rows, format_, _hit_text)


def _hit_text(row: Any) -> str:
    also = f"  as {row['matched']!r}" if row["matched"] != row["name"] else ""
    near = f"  {row['score']:.0f} % alike" if row["score"] < 100 else ""
    return f"{row['id']:<24} {row['schema']:<13} {row['name']}{also}{near}  ({row['documents']} documents)"


@click.command()
@click.argument("entity")
@store_option
@format_option
def show(entity: str, store: str, format_: str) -> None:
    """All that is claimed of ENTITY (an id, a name or an account number), with quotes and documents.

    \b
    scamgraph show "KK Park"
    scamgraph show "KK Park" --format csv > claims.csv
    """
    from graph.lookup import resolve
    from queries.dossier import claim_rows, dossier, dossier_text

    with open_store(store) as graph:
        row = dossier(graph, resolve(graph, entity))
    emit(claim_rows(row) if format_ == "csv" else [row], format_, dossier_text)  # type: ignore[arg-type]


@click.command()
@click.argument("entity")
@click.option(
    "--type", "types", multiple=True, type=click.Choice(tuple(LINK_TYPES)), help="Only these link types; repeatable."
)
@click.option("--schema", "schemata", multiple=True, type=SCHEMA, help="Only neighbours of these schemata; repeatable.")
@store_option
@format_option
def neighbours(entity: str, types: tuple[str, ...], schemata: tuple[str, ...], store: str, format_: str) -> None:
    """Who and what is linked to ENTITY, each link with its quotes.

    \b
    scamgraph neighbours "KK Park" --type OPERATES --type HELD_AT
    """
    from graph.lookup import resolve
    from queries import answer
    from queries.neighbours import neighbours as near

    with open_store(store) as graph:
        centre = resolve(graph, entity)
        found = near(graph, centre.id, types=types, schemata=schemata)
        documents = graph.documents(answer.documents_of(n.link for n in found))
    rows = (
        answer.entity_row(n.entity) | {"outgoing": n.outgoing, "link": answer.link_row(n.link, documents)}
        for n in found
    )
    emit(rows, format_, _neighbour_text)
    if not found and format_ == "text":
        click.echo(f"{centre.name} has no such links.", err=True)


def _neighbour_text(row: Any) -> str:
    from queries import answer

    link = row["link"]
    arrow = f"{link['type']} →" if row["outgoing"] else f"← {link['type']}"
    head = f"{arrow} {answer.entity_text(row)}{answer.qualifiers(link)}"
    return "\n".join((head, *answer.quotes_text(link, "    ")))


@click.command()
@click.argument("source")
@click.argument("target")
@click.option("--k", default=3, show_default=True, type=click.IntRange(1, 100), help="How many paths.")
@click.option("--max-hops", default=6, show_default=True, type=click.IntRange(1, 20), help="No longer paths than this.")
@click.option(
    "--through",
    multiple=True,
    type=click.Choice(("Location", "PublicBody")),
    help="Let paths lead through places or public bodies; repeatable.",
)
@store_option
@format_option
def path(source: str, target: str, k: int, max_hops: int, through: tuple[str, ...], store: str, format_: str) -> None:
    """How SOURCE and TARGET are tied: fewest hops first, the sentence under each hop.

    Each is an id, a name or an account number. Paths do not lead through Location and PublicBody (they tie
    everybody to everybody) unless --through says so.

    \b
    scamgraph path "She Zhijiang" "KK Park"
    scamgraph path TW7U4XB5XWBFdkC1HXPCymW7nAhjnRw41H "KK Park" --k 5 --format jsonl
    """
    from graph.lookup import resolve
    from queries import answer
    from queries.paths import paths

    with open_store(store) as graph:
        a, b = resolve(graph, source), resolve(graph, target)
        if a.id == b.id:
            raise ScamgraphError(f"{source!r} and {target!r} are one entity: {a.name} ({a.schema} {a.id})")
        found = paths(graph, a.id, b.id, k=k, max_hops=max_hops, through=through)
        if not found:
            closed = [schema for schema in ("Location", "PublicBody") if schema not in through]
            hint = f"; paths through {' and '.join(closed)} were left out, see --through" if closed else ""
            raise ScamgraphError(f"no path from {a.name} to {b.name} within {max_hops} hops{hint}")
        links = [link for p in found for link in (*p.links, *(x for side in p.parallel for x in side))]
        documents = graph.documents(answer.documents_of(links))
    rows = (
        {
            "rank": p.rank,
            "hops": p.hops,
            "entities": [answer.entity_row(e) for e in p.entities],
            "links": [answer.link_row(link, documents) for link in p.links],
            "parallel": [[answer.link_row(link, documents) for link in side] for side in p.parallel],
        }
        for p in found
    )
    emit(rows, format_, _path_text)


def _path_text(row: Any) -> str:
    from queries import answer

    links = row["links"]
    weak = sorted({link["status"] for link in links} - {"asserted"})
    note = f", over {' and '.join(weak)} links" if weak else ""
    lines = [f"path {row['rank']}: {row['hops']} hop{'s' if row['hops'] > 1 else ''}{note}"]
    lines.append("  " + answer.entity_text(row["entities"][0]))
    for entity, link, others in zip(row["entities"][1:], links, row["parallel"], strict=True):
        for one in (link, *others):
            forward = one["target"] == entity["id"]
            lines.append(f"    {'→' if forward else '←'} {one['type']}{answer.qualifiers(one)}")
            lines += answer.quotes_text(one, "        ")
        lines.append("  " + answer.entity_text(entity))
    return "\n".join((*lines, ""))


@click.command()
@store_option
@format_option
def stats(store: str, format_: str) -> None:
    """What is in the store: documents by language, entities by schema, links by type, claims by status.

    \b
    scamgraph stats --format csv
    """
    with open_store(store) as graph:
        counts = graph.counts()
    rows = (
        {"what": what, "kind": kind, "count": count} for what, kinds in counts.items() for kind, count in kinds.items()
    )
    emit(rows, format_, lambda row: f"{row['what']:<12} {row['kind']:<16} {row['count']:>9,}")


@click.command()
@click.option("--rebuild", is_flag=True, help="Then make the view of entities and links anew from the facts.")
@store_option
@format_option
def check(rebuild: bool, store: str, format_: str) -> None:
    """Whether the store is whole: every span, quote, end and id fits, and the view is that of the facts.

    Prints one line a problem and exits 1 if there is any.

    \b
    scamgraph check
    """
    with open_store(store) as graph:
        problems = _Problems(graph.problems())
        emit(problems, format_, lambda row: row["problem"])
        if rebuild:
            graph.rebuild()
        counts, address = graph.counts(), graph.address  # which never holds a password
    if problems.count:
        what = "they are listed above" if not rebuild else "the view was made anew; run check again"
        raise ScamgraphError(f"{problems.count} problems in {address}: {what}")
    total = {what: sum(kinds.values()) for what, kinds in counts.items()}
    click.echo(f"{address} is whole: " + ", ".join(f"{n:,} {what}" for what, n in total.items()), err=True)


class _Problems:
    """Problem rows, counted as they pass."""

    def __init__(self, problems: Iterator[str]) -> None:
        self._problems = problems
        self.count = 0

    def __iter__(self) -> Iterator[dict[str, str]]:
        for problem in self._problems:
            self.count += 1
            yield {"problem": problem}
