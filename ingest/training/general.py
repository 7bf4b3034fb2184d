"""The general name sets, as {"text", "ents"} lines, cut to what may go into shipped weights."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ENGLISH = ["redocred", "crossner", "wikigold", "sec_train", "wnut_train", "gum_train", "aug"]
NOT_FREE = {"gum_whow", "gum_fiction", "gum_reddit"}
"""Genres of GUM under a non-commercial licence."""
GENERAL = ("PERSON", "ORG", "LOC")
"""Labels of the general sets, used only before training on the domain."""
CHINESE = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
THAI = {"PERSON": "PERSON", "ORGANIZATION": "ORG", "LOCATION": "LOC", "FACILITY": "LOC"}
MARK = re.compile(r"\[(/?)([A-Z]+)\]")


def english(folder: Path) -> Iterator[dict[str, Any]]:
    for name in ENGLISH:
        for line in (folder / f"{name}.jsonl").open(encoding="utf-8"):
            document = json.loads(line)
            if document.get("src") not in NOT_FREE:
                yield {
                    "text": document["text"],
                    "ents": [e for e in document["ents"] if e[2] in GENERAL],
                }


def chinese(path: Path, group: int = 4) -> Iterator[dict[str, Any]]:
    """Sentences of the IOB2 file, `group` to a text."""
    text, ents, count = "", [], 0
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        for line in block.splitlines():
            if line.startswith("#") or not line.strip():
                continue
            _, word, tag, *_ = line.split("\t")
            if tag[0] == "B":
                ents.append([len(text), len(text) + len(word), CHINESE.get(tag[2:], "")])
            elif tag[0] == "I" and ents:
                ents[-1][1] = len(text) + len(word)
            text += word
        count += 1
        if count % group == 0 and text:
            yield {"text": text, "ents": [e for e in ents if e[2]]}
            text, ents = "", []


def thai(path: Path, group: int = 5) -> Iterator[dict[str, Any]]:
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    for i in range(0, len(lines), group):
        text, ents, at, open_at = "", [], 0, 0
        source = "\n".join(lines[i : i + group])
        for mark in MARK.finditer(source):
            text += source[at : mark.start()]
            at = mark.end()
            if not mark[1]:
                open_at = len(text)
            elif mark[2] in THAI and open_at < len(text):
                ents.append([open_at, len(text), THAI[mark[2]]])
        yield {"text": text + source[at:], "ents": ents}


def write_general(folder: Path, chinese_path: Path, thai_path: Path, out: Path) -> None:
    """The sets one after another as JSON lines."""
    with out.open("w", encoding="utf-8") as file:
        for source in (english(folder), chinese(chinese_path), thai(thai_path)):
            for document in source:
                if document["text"].strip():
                    print(json.dumps(document, ensure_ascii=False), file=file)
