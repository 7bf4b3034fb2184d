"""`scamgraph extract`: what documents say, without a store."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from graph.terminal import FORMATS, clean, emit, warn
from ingest.commands_read import reading_options, settings_of

if TYPE_CHECKING:
    from graph.model import Extract
    from ingest.read.session import Settings
    from ingest.reading import Failure, Reading


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--min-probability", type=click.FloatRange(0, 1), help="Leave out less probable links.  [default: 0.5]")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1, 256), help="Processes that extract.")
@click.option(
    "--split/--no-split", default=True, show_default=True, help="Take pages with several stories apart, furniture off."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="jsonl",
    show_default=True,
    help="The gold format, a document a line; or for people, or a CSV row a link.",
)
@reading_options
def extract(paths: tuple[str, ...], min_probability: float | None, jobs: int, format_: str, **options: Any) -> None:
    """Entities and links of documents with their spans, as JSON lines of the gold format; nothing is stored.

    Reads what `ingest` reads. The id, text and offsets of JSON lines stay as they are given.

    \b
    scamgraph extract report.pdf --format text
    scamgraph extract gold.jsonl > predictions.jsonl
    """
    failed = False
    settings = settings_of(options)

    def records() -> Iterator[dict[str, Any]]:
        nonlocal failed
        from ingest.goldformat import gold_record
        from ingest.reading import Failure

        for result in _results(paths, settings, min_probability, jobs):
            if isinstance(result, Failure):
                failed = True
                warn(f"{result.address}: {result.reason}")
            else:
                yield gold_record(result)

    if format_ == "jsonl":
        for record in records():
            click.echo(json.dumps(record, ensure_ascii=False))
    elif format_ == "csv":
        emit((row for record in records() for row in _link_rows(record)), format_, str)
    else:
        for record in records():
            click.echo(clean(_told(record)))
    if failed:
        sys.exit(1)


def _results(
    paths: tuple[str, ...], settings: Settings, min_probability: float | None, jobs: int
) -> Iterator[Extract | Failure]:
    from ingest.extract import load_extractor
    from ingest.reading import Failure
    from ingest.workers import in_order

    load = load_extractor if min_probability is None else partial(load_extractor, min_probability)
    items = _readings(paths, settings)
    for item, result in in_order(items, lambda i: None if isinstance(i, Failure) else i, load, jobs):
        if result is not None:
            yield result
        elif isinstance(item, Failure):
            yield item


def _readings(paths: tuple[str, ...], settings: Settings) -> Iterator[Reading | Failure]:
    from graph.errors import ReadError
    from ingest.apart import Reader
    from ingest.reading import Failure
    from ingest.walk import walk

    with Reader(settings) as reader:
        for file in walk(paths):
            if isinstance(file, Failure):
                yield file
                continue
            try:
                yield from reader.read(file.open(settings.limits))
            except ReadError as error:
                yield Failure(file.address, str(error))


def _link_rows(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A row a link, with its ends by name and its quote."""
    entities = {entity["id"]: entity for entity in record["entities"]}
    for link in record["links"]:
        ends = {end: entities[link[end]] for end in ("source", "target")}
        start, end = link["evidence"]
        yield {
            "document": record["id"],
            "source": ends["source"]["name"],
            "source_schema": ends["source"]["schema"],
            "type": link["type"],
            "role": link["role"],
            "target": ends["target"]["name"],
            "target_schema": ends["target"]["schema"],
            "status": link["status"],
            "ended": link["ended"],
            "attributed_to": link["attributed_to"],
            "date": link["date"],
            "amount": link.get("amount"),
            "currency": link.get("currency"),
            "probability": link.get("probability"),
            "quote": record["text"][start:end],
        }


def _told(record: dict[str, Any]) -> str:
    """A document for people: its entities by schema, then its links."""
    lines = [f"{record['title'] or record['id']}"]
    by_schema: dict[str, list[str]] = {}
    for entity in record["entities"]:
        by_schema.setdefault(entity["schema"], []).append(entity["name"])
    lines += [f"  {schema}: {'; '.join(names)}" for schema, names in by_schema.items()]
    for row in _link_rows(record):
        kind = f"{row['type']} {row['role'] or ''}".strip()
        said = [word for word in (row["status"] if row["status"] != "asserted" else "", "ended" if row["ended"] else "",
                                  row["date"] or "") if word]  # fmt: skip
        lines.append(f"  {row['source']} - {kind} -> {row['target']}" + (f" ({', '.join(said)})" if said else ""))
        lines.append(f"      “{' '.join(row['quote'].split())[:300]}”")
    return "\n".join(lines)
