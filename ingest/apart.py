"""Reading in a process of its own: one that hangs, crashes or swells on hostile bytes is ended and replaced.

The process ends with its parent, however that ends: its pipe breaks.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import signal
import time
import warnings
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

from graph.errors import ReadError
from ingest.limits import Limits
from ingest.read.session import Piece, Session, Settings
from ingest.reading import Failure, Opened, Reading
from ingest.walk import walk


class Reader:
    """Reads origins one after the other, each within the limits of time and memory."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def start(self) -> Connection:
        """The pipe to the process, which is started now if there is none."""
        if self._pipe is None:
            context = multiprocessing.get_context("spawn")  # a fork would copy the threads and locks of the pipeline
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self.settings), daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe

    def read(self, opened: Opened) -> Iterator[Reading | Failure]:
        """What the origin holds. Only the time that its reading takes counts, not what is done with it meanwhile."""
        address, left = opened.origin.address, float(self.settings.limits.max_seconds)
        pipe, whole = self.start(), False
        try:
            pipe.send((address, opened.data))
            while True:
                since = time.monotonic()
                if not pipe.poll(left):
                    reason = f"took more than {self.settings.limits.max_seconds} seconds; raise --max-seconds"
                    yield Failure(address, reason, stopped=True)
                    return
                left = max(0.0, left - (time.monotonic() - since))
                item = pipe.recv()
                if item is None:
                    whole = True
                    return
                yield item
        except (EOFError, ConnectionError):
            yield Failure(address, f"the reader broke down on it ({self._ending()})", stopped=True)
        finally:
            if not whole:
                self.close()

    def _ending(self) -> str:
        """How the process ended: by which signal, mostly for want of memory."""
        if self._process is None:
            return "no process"
        self._process.join(5)
        code = self._process.exitcode
        return signal.Signals(-code).name if code is not None and code < 0 else f"exit code {code}"

    def close(self) -> None:
        """End the process; the next origin gets a new one."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def readings(paths: Iterable[str], settings: Settings) -> Iterator[Reading | Failure]:
    """All documents of files, folders and standard input, in order, and what could not be read."""
    with Reader(settings) as reader:
        for found in walk(paths):
            if isinstance(found, Failure):
                yield found
                continue
            try:
                opened = found.open(settings.limits)
            except ReadError as error:
                yield Failure(found.address, str(error))
                continue
            yield from reader.read(opened)


def _serve(pipe: Connection, settings: Settings) -> None:
    """The process: an origin in, its items out, None behind the last; ends when the pipe breaks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    logging.disable(logging.CRITICAL)  # what parsers say of hostile bytes is not a line of ours
    warnings.simplefilter("ignore")
    _limit_memory(settings.limits)
    with contextlib.suppress(EOFError, ConnectionError):
        while True:
            address, data = pipe.recv()
            for item in Session(settings).read(Piece(address, data)):
                pipe.send(item)
            pipe.send(None)


def _limit_memory(limits: Limits) -> None:
    """An allocation beyond the limit fails inside the parser, and is one line; where systems have such limits."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.max_memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
