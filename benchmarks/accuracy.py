"""Writes docs/accuracy.md: the accuracy of the extraction on annotated documents that nothing was trained on.

python -m benchmarks.accuracy GOLD.jsonl… [--accounts CASES.jsonl] > docs/accuracy.md

Beside the files that are named the documents of `ingest/training/held_out.txt` are measured, language by language.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ingest.evaluate import Figure, figures, paired, read_records
from ingest.extract import Extractor, load_extractor
from ingest.goldformat import document_of, gold_record
from ingest.matching import match_links
from ingest.training.inline import read_documents

TRAINING = Path(__file__).resolve().parents[1] / "ingest" / "training"
BINS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
HEAD = "| what | P | R | F1 | gold | found | right |\n|---|---|---|---|---|---|---|"
Records = list[dict[str, Any]]


def held_out() -> Iterator[tuple[str, Records]]:
    """The documents kept from training, by language."""
    ids = set((TRAINING / "held_out.txt").read_text(encoding="utf-8").split())
    by_language: dict[str, Records] = defaultdict(list)
    for record in read_documents(TRAINING / "documents"):
        if record["id"] in ids:
            by_language[record["language"]].append(record)
    yield from sorted(by_language.items())


def extracted(extractor: Extractor, golds: Records) -> dict[str, dict[str, Any]]:
    return {record["id"]: gold_record(extractor.extract(document_of(record))) for record in golds}


def row(figure: Figure, name: str | None = None) -> str:
    cells = [name or (f"– {figure.label}" if figure.label else figure.name)]
    cells += ["–" if x is None else f"{x:.3f}" for x in (figure.p, figure.r, figure.f1)]
    return "| " + " | ".join([*cells, *(str(x) for x in (figure.gold, figure.pred, figure.right))]) + " |"


def table(title: str, golds: Records, preds: dict[str, dict[str, Any]]) -> Iterator[str]:
    yield f"## {title}: {len(golds)} documents\n"
    yield HEAD
    yield from (row(figure) for figure in figures(paired(golds, preds)) if figure.name != "mentions, relaxed")
    yield ""


def summary(language: str, golds: Records, preds: dict[str, dict[str, Any]]) -> Iterator[str]:
    found = {(f.name, f.label): f for f in figures(paired(golds, preds))}
    for name in ("mentions, exact", "entities B³, all", "links"):
        yield row(found[name, None], f"{language} ({len(golds)} documents): {name}")


def calibration(golds: Records, extractor: Extractor) -> Iterator[str]:
    """How many of the links said with a probability are right."""
    said: Counter[float] = Counter()
    right: Counter[float] = Counter()
    for gold, pred in paired(golds, extracted(extractor, golds)):
        for link in match_links(gold, pred):
            if link.pred and "probability" in link.pred:
                low = max((b for b in BINS if b <= link.pred["probability"]), default=0.0)
                said[low] += 1
                right[low] += bool(link.gold)
    yield "| probability said | links | right |\n|---|---|---|"
    for low in BINS:
        if said[low]:
            yield f"| {low:.1f} to {low + 0.1:.1f} | {said[low]} | {right[low] / said[low]:.2f} |"
    yield ""


def accounts(path: str) -> Iterator[str]:
    import json

    from ingest.accounts.find import find_accounts

    wanted = found = right = 0
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        gold = {(e["type"], e["value"]) for e in case["expected"]}
        allowed = {(e["type"], e["value"]) for e in case.get("allowed", [])}
        mine = {(a.kind, a.value) for a in find_accounts(case["text"], case.get("region"))}
        mine = {a for a in mine if a in gold or not {a, (a[0], None)} & allowed}
        wanted, found, right = wanted + len(gold), found + len(mine), right + len(mine & gold)
    yield "## Accounts\n"
    yield f"{right} of {wanted} found in {Path(path).name}, {found - right} wrong.\n"


def write(paths: Iterable[str], cases: str | None) -> Iterator[str]:
    extractor, low = load_extractor(), load_extractor(min_probability=BINS[0])
    yield "# Accuracy\n"
    yield (
        f"Written by `python -m benchmarks.accuracy`; extractor `{extractor.version}`. Nothing here was trained on; "
        "rules and thresholds were chosen on these files, so unseen documents may do worse. Scoring: exact span and "
        "schema; links by ends and type.\n"
    )
    together: Records = []
    for path in paths:
        golds = list(read_records(path).values())
        together += golds
        glued = [g for g in golds if g.get("articles")]
        parts = [(Path(path).name, golds)]
        if glued and len(glued) < len(golds):
            parts = [(f"{Path(path).name}, single texts", [g for g in golds if not g.get("articles")])]
            parts.append((f"{Path(path).name}, glued pages", glued))
        for title, some in parts:
            yield from table(title, some, extracted(extractor, some))
    yield "## Other languages: documents held out of training\n"
    yield HEAD
    for language, golds in held_out():
        yield from summary(language, golds, extracted(extractor, golds))
    yield "\nOne to four documents a language: a hint, not a measurement.\n"
    yield "## Is a link's probability what it says?\n"
    yield from calibration(together, low)
    if cases:
        yield from accounts(cases)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--accounts")
    args = parser.parse_args()
    for line in write(args.gold, args.accounts):
        print(line)


if __name__ == "__main__":
    main()
