"""F1 of names, and of links between given and between found entities, on gold files.

evaluate.py FOLDER SCORE_PY GOLD.jsonl[:GROUP_PREFIX]… [--out FILE]
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from labels import INVERSE, NAMED, SYMMETRIC
from runtime import Judgement, Model, Name

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7)


def cluster(names: list[Name], text: str) -> list[tuple[str, list[list[int]]]]:
    """Found names as entities: the same words, a surname or short form of a longer name, initials in brackets."""
    by_surface: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        by_surface[" ".join(text[name.start : name.end].casefold().split())].append(name)
    votes = {}
    for surface, found in by_surface.items():
        tally: Counter[str] = Counter()
        for name in found:
            tally[name.schema] += name.probability
        votes[surface] = tally.most_common(1)[0][0]
    home: dict[str, str] = {}
    for surface in sorted(by_surface, key=len, reverse=True):
        words = surface.split()
        owner = next(
            (
                other
                for other in home.values()
                if votes[other] == votes[surface]
                and votes[surface] != "Group"
                and other != surface
                and (
                    (set(words) <= set(other.split()) and votes[surface] != "Location")
                    or surface == "".join(w[0] for w in other.split() if w not in ("of", "and", "the", "for"))
                )
            ),
            surface,
        )
        home[surface] = owner
    entities: dict[str, list[list[int]]] = defaultdict(list)
    for surface, found in by_surface.items():
        entities[home[surface]] += [[n.start, n.end] for n in found]
    return [(votes[s], sorted(spans)) for s, spans in entities.items()]


def to_links(found: list[Judgement], ids: list[str], threshold: float) -> list[dict[str, Any]]:
    """One link a pair and type, the surer direction of symmetric types."""
    kept: dict[tuple[str, str, str], dict[str, Any]] = {}
    for j in sorted(found, key=lambda j: -j.probability):
        if j.probability < threshold:
            break
        source, target, role = ids[j.source], ids[j.target], j.role
        if j.type in SYMMETRIC and source > target:
            source, target, role = target, source, INVERSE.get(role, role)
        link = {"type": j.type, "source": source, "target": target, "role": role, "status": j.status, "ended": j.ended}
        kept.setdefault((j.type, source, target), link)
    return list(kept.values())


def predict(model: Model, gold: dict[str, Any]) -> dict[str, Any]:
    """The document with found names, and judgements for given and for found entities."""
    reading = model.read(gold["text"])
    given = [(e["schema"], e["mentions"]) for e in gold["entities"]]
    accounts = [g for g in given if g[0] not in NAMED]
    entities = cluster(reading.names, gold["text"]) + accounts
    return {
        "found": entities,
        "for_given": model.judge(reading, given),
        "for_found": model.judge(reading, entities),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    spec = importlib.util.spec_from_file_location("score", args.scorer)
    assert spec and spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    model = Model(args.folder)
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in args.gold:
        for line in Path(path).read_text(encoding="utf-8").splitlines():
            raw = json.loads(line)
            kind = raw["id"].split("-")[1] if raw["id"].startswith("trml") else raw["id"].split("-")[0]
            name = kind if kind.isalpha() and kind != "acc" else "case files" if kind == "acc" else "restated"
            groups[name].append(raw)
    table = {}
    for group, documents in groups.items():
        predictions = [predict(model, d) for d in documents]
        golds = {d["id"]: scorer.Doc(d) for d in documents}
        named = {d["id"]: scorer.Doc({**d, "links": []}, NAMED) for d in documents}
        row: dict[str, Any] = {"documents": len(documents)}
        found = {}
        for d, p in zip(documents, predictions, strict=True):
            entities = [{"id": f"p{i}", "schema": s, "mentions": m} for i, (s, m) in enumerate(p["found"])]
            found[d["id"]] = {"id": d["id"], "text": d["text"], "entities": entities, "links": []}
        result = scorer.score(named, {k: scorer.Doc(v, NAMED) for k, v in found.items()})["mentions"]
        row["names"] = result["exact"]["micro"] | {"relaxed": result["relaxed"]["micro"]["f1"]}
        row["schemata"] = {s: (f["f1"], f["gold"]) for s, f in result["exact"]["by_schema"].items()}
        for threshold in THRESHOLDS:
            for which in ("given", "found"):
                preds = {}
                for d, p in zip(documents, predictions, strict=True):
                    ids = (
                        [e["id"] for e in d["entities"]]
                        if which == "given"
                        else [e["id"] for e in found[d["id"]]["entities"]]
                    )
                    base = d if which == "given" else found[d["id"]]
                    preds[d["id"]] = scorer.Doc({**base, "links": to_links(p["for_" + which], ids, threshold)})
                links = scorer.score(golds, preds)["links"]
                row[f"links {which} {threshold}"] = [links["micro"][k] for k in ("p", "r", "f1")]
                if threshold == 0.5:
                    row[f"{which} fields"] = {f: links[f]["accuracy"] for f in ("role", "status", "ended")}
                    row[f"{which} types"] = {t: (f["f1"], f["gold"]) for t, f in links["by_type"].items()}
        table[group] = row
        names = row["names"]
        print(
            f"{group}: {len(documents)} documents, names P {names['p']} R {names['r']} F1 {names['f1']} "
            f"({names['gold']}), relaxed {names['relaxed']}"
        )
        print("   ", " ".join(f"{s} {f}/{n}" for s, (f, n) in row["schemata"].items()))
        for which in ("given", "found"):
            print(
                "    links,",
                which,
                " ".join(f"{t}: {row[f'links {which} {t}']}" for t in THRESHOLDS),
                row[f"{which} fields"],
            )
    if args.out:
        args.out.write_text(json.dumps(table, indent=1) + "\n")


if __name__ == "__main__":
    main()
