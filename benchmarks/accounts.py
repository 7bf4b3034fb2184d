"""Speed of account extraction on one core, beside iocsearcher in the same run, and on texts made to be slow.

python benchmarks/accounts.py DOCUMENTS.jsonl [--peer PYTHON]

DOCUMENTS is JSON lines with "text". PYTHON is an interpreter that has iocsearcher (MIT, `pip install iocsearcher`);
without it this one's is used, or no peer if it has none. Bars: 0.5 MB/s and 4 times iocsearcher on real text; 2 s a
100 kB on hostile text. Times are CPU seconds of this process, so that a busy machine does not change them much.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
LENGTH = 100_000
SAMPLE = 10
"""The peer takes minutes for all documents; both are measured on every tenth as well."""
PEER = """
import json, sys, time
from iocsearcher.searcher import Searcher
searcher = Searcher()
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")][::int(sys.argv[2])]
searcher.search_data("warm up hr@gold.example")
start = time.process_time()
for text in texts:
    searcher.search_data(text)
print(time.process_time() - start)
"""


def hostile() -> dict[str, str]:
    """Texts of 100 kB (one of 1 MB) that make careless patterns slow."""
    chance = random.Random(1)

    def letters(alphabet: str, count: int) -> str:
        return "".join(chance.choices(alphabet, k=count))

    pieces = {
        "digits": "1",
        "digits in twos": "12 ",
        "national numbers": "012 345 678 ",
        "numbers after a country": "malaysia 012-345 6789 ",
        "accounts": "account 12345678 ",
        "brackets": "[",
        "defanged dots": "a[.]",
        "dots": ".",
        "dotted letters": "a.",
        "at signs": "a@",
        "schemes": "http://",
        "colons": "0:",
        "hexadecimal addresses": "0x" + "a" * 40 + " ",
        "IBAN heads": "DE89 ",
        "service names": "telegram ",
        "handles": "telegram @abcdef ",
        "Chinese cues": "微信号",
        "Thai cues": "โทร",
        "zero-width": "1\u200b",
        "brackets after a host": "a.com/)",
    }
    texts = {name: piece * (LENGTH // len(piece)) for name, piece in pieces.items()}
    texts["base58 letters"] = letters(BASE58, LENGTH)
    texts["TRON-like words"] = " ".join("T" + letters(BASE58, 33) for _ in range(LENGTH // 35))
    texts["base58 in lines"] = "\n".join("T" + letters(BASE58, 20) for _ in range(LENGTH // 22))
    texts["base58 in fours"] = " ".join(letters(BASE58, 4) for _ in range(LENGTH // 5))
    texts["mixed signs"] = letters("a1 .@-+:/[]()\n0xT", LENGTH)
    texts["one line of 1 MB"] = letters("abcdefghij klmnop 0123456789 .@-+:/", 10 * LENGTH)
    return texts


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def peer_seconds(python: str, path: str, step: int) -> float | None:
    done = subprocess.run([python, "-c", PEER, path, str(step)], capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"no peer: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return None
    return float(done.stdout)


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    from ingest.accounts.entities import account_entities
    from ingest.accounts.find import find_accounts

    path = arguments[0]
    python = arguments[arguments.index("--peer") + 1] if "--peer" in arguments else sys.executable
    texts = [json.loads(line)["text"] for line in Path(path).read_text("utf-8").splitlines()]
    find_accounts("warm up hr@gold.example, call +60 12-345 6789")
    for label, step in (("all documents", 1), (f"every {SAMPLE}th document", SAMPLE)):
        part = texts[::step]
        size = sum(len(text.encode()) for text in part) / 1e6
        ours = seconds(lambda part=part: [find_accounts(text) for text in part])  # type: ignore[misc]
        print(f"{label:28} {size:6.2f} MB  scamgraph   {size / ours:6.2f} MB/s")
        theirs = peer_seconds(python, path, step) if step > 1 else None
        if theirs:
            print(f"{label:28} {size:6.2f} MB  iocsearcher {size / theirs:6.2f} MB/s  ratio {theirs / ours:.1f}")
    print(f"\n{'hostile text':28} {'kB':>6}  s a 100 kB")
    for name, text in hostile().items():
        spent = seconds(lambda text=text: account_entities(text, find_accounts(text)))  # type: ignore[misc]
        print(f"{name:28} {len(text) / 1000:6.0f}  {spent / (len(text) / LENGTH):6.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
