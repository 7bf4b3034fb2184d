"""The command that scores an extraction against annotated documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import click

from graph.terminal import emit, format_option

if TYPE_CHECKING:
    from ingest.evaluate import Figure
    from ingest.matching import Annotated

    Pairs = list[tuple[Annotated, Annotated]]


@click.command()
@click.argument("gold", type=click.Path(exists=True, dir_okay=False))
@click.argument("predictions", required=False, type=click.Path(exists=True, dir_okay=False))
@click.option("--errors", is_flag=True, help="List every miss, false alarm and wrong field instead of the figures.")
@click.option(
    "--baseline",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="Other predictions: show F1 beside theirs.",
)
@click.option(
    "--min-probability", type=click.FloatRange(0, 1), default=None, help="Leave out links below it, when extracting."
)
@format_option
def evaluate(
    gold: str, predictions: str | None, errors: bool, baseline: str | None, min_probability: float | None, format_: str
) -> None:
    """Accuracy against GOLD: mentions, entities, links, qualifiers. Without PREDICTIONS the extractor is run.

    Pages of several glued articles (those with `articles` in GOLD) are counted in all and apart.

    \b
    scamgraph evaluate gold.jsonl
    scamgraph extract gold.jsonl > mine.jsonl; scamgraph evaluate gold.jsonl mine.jsonl --errors
    """
    from ingest.evaluate import errors as errors_of
    from ingest.evaluate import paired, read_records

    golds = read_records(gold)
    preds = read_records(predictions) if predictions else _extracted(golds.values(), min_probability)
    pairs = paired(golds.values(), preds)
    if errors:
        for pair in pairs:
            emit(({"error": line} for line in errors_of(*pair)), format_, lambda row: str(row["error"]))
        return
    others = paired(golds.values(), read_records(baseline)) if baseline else None
    emit(_rows(pairs, others), format_, _line)


def _extracted(golds: Iterable[dict[str, Any]], min_probability: float | None) -> dict[str, dict[str, Any]]:
    from ingest.extract import load_extractor
    from ingest.goldformat import document_of, gold_record

    extractor = load_extractor() if min_probability is None else load_extractor(min_probability)
    records = (gold_record(extractor.extract(document_of(gold))) for gold in golds)
    return {record["id"]: record for record in records}


def _parts(pairs: Pairs) -> Iterator[tuple[str, list[int]]]:
    """All documents, and where there are both: pages of glued articles, and single texts."""
    glued = [n for n, (gold, _) in enumerate(pairs) if gold.glued]
    single = [n for n, (gold, _) in enumerate(pairs) if not gold.glued]
    yield "all", sorted(glued + single)
    if glued and single:
        yield "glued pages", glued
        yield "single texts", single


def _rows(pairs: Pairs, others: Pairs | None) -> Iterator[dict[str, Any]]:
    from dataclasses import asdict

    from ingest.evaluate import figures

    for part, members in _parts(pairs):
        mine = list(figures([pairs[n] for n in members]))
        theirs = {(f.name, f.label): f for f in figures([others[n] for n in members])} if others else {}
        for n, figure in enumerate(mine):
            row = {"part": part, "documents": len(members), "first": n == 0} | asdict(figure)
            if others:
                row |= _difference(figure, theirs.get((figure.name, figure.label)))
            yield row


def _difference(mine: Figure, theirs: Figure | None) -> dict[str, float | None]:
    def main(figure: Figure | None) -> float | None:
        return None if figure is None else figure.p if figure.r is None else figure.f1

    before, now = main(theirs), main(mine)
    change = None if before is None or now is None else round(now - before, 4)
    return {"baseline": before, "change": change}


def _line(row: Mapping[str, Any]) -> str:
    """A table's row; the first of a part has the heading above it."""
    from ingest.matching import FIELDS

    lines = []
    if row["first"]:
        head = f"{row['documents']} documents: {row['part']}"
        columns = ["P", "R", "F1", "gold", "pred", "right"] + (["before", "change"] if "baseline" in row else [])
        lines.append(("" if row["part"] == "all" else "\n") + f"{head:<28}" + "".join(f"{c:>8}" for c in columns))
    name = f"  {row['label']}" if row["label"] else row["name"]
    cells = [row["p"], row["r"], row["f1"], row["gold"], row["pred"], row["right"]]
    if row["name"] in FIELDS:
        name, cells = f"{row['name']} of right links", [row["p"], "", "", row["gold"], "", row["right"]]
    if "baseline" in row:
        cells += [row["baseline"], "-" if row["change"] is None else f"{row['change']:+.3f}"]
    lines.append(f"{name:<28}" + "".join(f"{_cell(cell):>8}" for cell in cells))
    return "\n".join(lines)


def _cell(value: object) -> str:
    return "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)
