"""Words a second of the whole model on one thread: names, then links between the names found.

speed.py FOLDER TEXTS.jsonl [DOCUMENTS]
"""

from __future__ import annotations

import json
import sys
import time
from itertools import islice, pairwise
from pathlib import Path

from evaluate import cluster
from runtime import Model


def main(folder: str, path: str, count: int = 20) -> None:
    begin = time.process_time()
    model = Model(folder)
    print(f"loaded in {time.process_time() - begin:.2f} s of CPU")
    with Path(path).open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, count)]
    model.judge(model.read(texts[0]), [])
    words = sum(len(text.split()) for text in texts)
    spent = {"names": 0.0, "clusters": 0.0, "links": 0.0}
    for text in texts:
        times = [time.process_time()]
        reading = model.read(text)
        times.append(time.process_time())
        entities = cluster(reading.names, text)
        times.append(time.process_time())
        model.judge(reading, entities)
        times.append(time.process_time())
        for part, (a, b) in zip(spent, pairwise(times), strict=True):
            spent[part] += b - a
    total = sum(spent.values())
    print(
        f"{words} words, {words / total:.0f} words/s of CPU,",
        {k: f"{1e6 * v / words:.0f} us/word" for k, v in spent.items()},
    )


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
