"""Rebuilds the shipped model with one command.

    build.py WORK --base e5-small-q4.bin --gold GOLD_FOLDER --ner NER_FOLDER --chinese IOB2 --thai TEXT

Runs, in order: base.py, general.py, train.py general, train.py domain, export.py; what is there already is kept.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def run(script: str, *args: object) -> None:
    print(script, *args, flush=True)
    subprocess.run([sys.executable, str(HERE / script), *map(str, args)], check=True)


def compile_gold(folder: Path, out: Path) -> None:
    """The inline documents of a folder as JSON lines, by the gold's own compiler."""
    paths = sorted(folder.glob("*.txt"))
    with out.open("w", encoding="utf-8") as file:
        subprocess.run([sys.executable, str(folder.parent / "inline.py"), *map(str, paths)], stdout=file, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("work", type=Path)
    for name in ("base", "gold", "ner", "chinese", "thai"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=12, help="on the general sets")
    parser.add_argument("--epochs", type=float, default=4)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    work: Path = args.work
    work.mkdir(parents=True, exist_ok=True)
    base, sets, warm, final = work / "base", work / "general.jsonl", work / "general.pt", work / "model.pt"
    if not (base / "pieces.npy").exists():
        run("base.py", args.base, base)
    if not sets.exists():
        run("general.py", args.ner, args.chinese, args.thai, sets)
    english, others = work / "train.jsonl", work / "train_ml.jsonl"
    compile_gold(args.gold / "train", english)
    compile_gold(args.gold / "train_ml", others)
    if not warm.exists():
        run("train.py", "general", base, sets, "--out", warm, "--minutes", args.minutes, "--seed", args.seed)
    if not final.exists():
        settings = ("--epochs", args.epochs, "--batch", 800, "--seed", args.seed)
        run("train.py", "domain", base, english, f"{others}*2", "--start", warm, "--out", final, *settings)
    run("export.py", base, final, work / "model")


if __name__ == "__main__":
    main()
