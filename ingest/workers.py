"""Extraction by one process or several; results come back in the order in which the documents came."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic, Protocol, TypeVar

from graph.model import Document, Extract
from ingest.reading import Failure, Mark, MarkedLink, Reading

Item = TypeVar("Item")
_AHEAD = 8  # items a process that may be read before the oldest of them is done


class Extractor(Protocol):
    """Document in, Extract out; `version` names it with its weights."""

    version: str

    def extract(
        self, document: Document, marks: tuple[Mark, ...] = (), links: tuple[MarkedLink, ...] = ()
    ) -> Extract: ...


Load = Callable[[], Extractor]


def in_order(
    items: Iterable[Item], task: Callable[[Item], Reading | None], load: Load, jobs: int
) -> Iterator[tuple[Item, Extract | Failure | None]]:
    """Every item with what is extracted from its reading, None for an item without one.

    Args:
        load: makes the extractor, in every process once and only when it is needed; a function of a module.
    """
    return _alone(items, task, load) if jobs <= 1 else _together(items, task, load, jobs)


def _alone(
    items: Iterable[Item], task: Callable[[Item], Reading | None], load: Load
) -> Iterator[tuple[Item, Extract | Failure | None]]:
    extractor = None
    for item in items:
        reading = task(item)
        if reading is None:
            yield item, None
            continue
        extractor = extractor or load()
        yield item, _extracted(extractor, reading)


def _extracted(extractor: Extractor, reading: Reading) -> Extract | Failure:
    """What a document says; a text on which extraction fails is one line and not the end of the run."""
    document = reading.document
    try:
        return extractor.extract(document, reading.marks, reading.links)
    except Exception as error:
        address = document.addresses[0] if document.addresses else document.id
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        return Failure(address, f"could not be extracted ({reason})")


@dataclass(slots=True)
class _Slot(Generic[Item]):
    """A place in the order, and what is extracted for it."""

    item: Item
    done: bool = False
    result: Extract | Failure | None = None


@dataclass(slots=True)
class _Worker:
    """A process that extracts, and the document it is at."""

    process: BaseProcess
    pipe: Connection
    reading: Reading | None = None


def _together(
    items: Iterable[Item], task: Callable[[Item], Reading | None], load: Load, jobs: int
) -> Iterator[tuple[Item, Extract | Failure | None]]:
    idle = [_start(load) for _ in range(jobs)]
    busy: dict[Connection, tuple[_Worker, _Slot[Item]]] = {}
    queue: deque[_Slot[Item]] = deque()
    source = iter(items)
    more = True
    try:
        while more or queue:
            while more and idle and len(queue) < _AHEAD * jobs:
                try:
                    slot = _Slot(next(source))
                except StopIteration:
                    more = False
                    break
                queue.append(slot)
                reading = task(slot.item)
                slot.done = reading is None
                if reading is not None:
                    worker = idle.pop()
                    worker.reading = reading
                    with contextlib.suppress(ConnectionError):  # if it has ended, its result will tell
                        worker.pipe.send(reading)
                    busy[worker.pipe] = worker, slot
            while queue and queue[0].done:
                slot = queue.popleft()
                yield slot.item, slot.result
            for pipe in wait(list(busy)) if busy else ():
                worker, slot = busy.pop(pipe)  # type: ignore[call-overload]  # `wait` gives back what it was given
                slot.result, slot.done = _result(worker), True
                idle.append(worker if worker.process.is_alive() else _start(load))
    finally:
        for worker in [*idle, *(worker for worker, _ in busy.values())]:
            worker.process.kill()
            worker.process.join()
            worker.pipe.close()


def _start(load: Load) -> _Worker:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, load), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _result(worker: _Worker) -> Extract | Failure:
    try:
        result: Extract | Failure = worker.pipe.recv()
        return result
    except (EOFError, ConnectionError):
        worker.process.join(5)
        reading = worker.reading
        address = reading.document.addresses[0] if reading and reading.document.addresses else "?"
        return Failure(address, f"extraction broke down on it (exit code {worker.process.exitcode})")


def _serve(pipe: Connection, load: Load) -> None:
    """The process: a reading in, its extract out; ends when the pipe breaks, as it does when its parent ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    with contextlib.suppress(EOFError, ConnectionError):
        extractor = load()
        while True:
            pipe.send(_extracted(extractor, pipe.recv()))
