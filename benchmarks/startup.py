"""Start-up: `scamgraph --help` against a bare interpreter, as whole processes. Bar: at most 10 times.

python benchmarks/startup.py [ROUNDS]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time


def median(command: list[str], rounds: int) -> float:
    """Median wall time of a command, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main(rounds: int = 15) -> None:
    bare = median([sys.executable, "-c", "pass"], rounds)
    print(f"{'bare interpreter':<28} {bare * 1000:7.1f} ms")
    for arguments in (["--help"], ["path", "--help"], ["ingest", "--help"], ["network", "--help"]):
        ours = median([sys.executable, "-m", "queries.cli", *arguments], rounds)
        print(f"{'scamgraph ' + ' '.join(arguments):<28} {ours * 1000:7.1f} ms  {ours / bare:5.1f} x")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
