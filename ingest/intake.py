"""Files into the store: only what is new or changed, a transaction a document, the same store however it is cut short.

A file is skipped where its bytes, the way of reading and the extractor are those that the store remembers of it. The
store remembers that only once the file was read whole; until then it is read again, and documents that are kept
already are not extracted again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, field, replace

from graph.errors import ReadError, ScamgraphError, StoreError
from graph.model import Extract, Origin, content_id
from graph.store import Store
from ingest.apart import Reader
from ingest.read.session import VERSION, Settings
from ingest.reading import Failure, Reading
from ingest.walk import STREAM, Found
from ingest.workers import Load, in_order


@dataclass(slots=True)
class FileReport:
    """What became of one file. Entities and links are those that were extracted now."""

    source: str
    documents: list[str] = field(default_factory=list)
    entities: int = 0
    links: int = 0
    failures: list[Failure] = field(default_factory=list)
    unchanged: bool = False

    @property
    def status(self) -> str:
        """`read`, `unchanged`, `partly` where something of it could not be read, `failed` where nothing could."""
        if self.unchanged:
            return "unchanged"
        if not self.failures:
            return "read"
        return "partly" if self.documents else "failed"


@dataclass(frozen=True, slots=True)
class _Event:
    """A step through the files: a reading, new or kept already, a failure, or a file's end."""

    source: str
    reading: Reading | None = None
    kept: bool = False
    failure: Failure | None = None
    end: Origin | None = None
    unchanged: bool = False


def ingest(
    store: Store, files: Iterable[Found | Failure], settings: Settings, load: Load, version: str, jobs: int = 1
) -> Iterator[FileReport]:
    """Bring files into the store; a report a file, in their order, each as soon as it is written.

    Args:
        load: makes the extractor, a function of a module.
        version: of that extractor; documents that it read are not extracted again.
        jobs: processes that extract.
    """
    with Reader(settings) as reader:
        events = _events(store, files, reader, version)
        report: FileReport | None = None
        for event, result in in_order(events, lambda e: None if e.kept else e.reading, load, jobs):
            report = report or FileReport(event.source)
            if event.reading is not None:
                _keep(store, event, result, report, version)
            if event.failure is not None:
                report.failures.append(event.failure)
            if event.end is not None:
                report.unchanged = event.unchanged
                _finish(store, event.end, report)
                yield report
                report = None


def _events(store: Store, files: Iterable[Found | Failure], reader: Reader, version: str) -> Iterator[_Event]:
    settings = reader.settings
    way = content_id(VERSION, settings.input_format, settings.encoding, settings.split, version, repr(settings.columns))
    seen: set[str] = set()
    for file in files:
        end = Origin(file.address, "")
        if isinstance(file, Failure):
            yield _Event(file.address, failure=file, end=end)
            continue
        try:
            opened = file.open(settings.limits)
        except ReadError as error:
            yield _Event(file.address, failure=Failure(file.address, str(error)), end=end)
            continue
        end = Origin(file.address, f"{opened.origin.digest} {way}")
        if store.digest(file.address) == end.digest:
            yield _Event(file.address, end=end, unchanged=True)
            continue
        for item in reader.read(opened):
            if isinstance(item, Failure):
                yield _Event(file.address, failure=item)
                continue
            wanted = _version_of(item, version)
            kept = f"{item.document.id} {wanted}" in seen or store.extractor(item.document.id) == wanted
            seen.add(f"{item.document.id} {wanted}")
            yield _Event(file.address, reading=item, kept=kept)
        yield _Event(file.address, end=end)


def _version_of(reading: Reading, version: str) -> str:
    """The extractor's version, with what a table's columns say of the text: other columns, other facts."""
    if not reading.marks and not reading.links:
        return version
    return f"{version} {content_id([astuple(m) for m in reading.marks], [astuple(x) for x in reading.links])}"


def _keep(store: Store, event: _Event, result: Extract | Failure | None, report: FileReport, version: str) -> None:
    """Write one document, or note that one which is kept was found again."""
    assert event.reading is not None
    document = event.reading.document
    if isinstance(result, Failure):
        report.failures.append(result)
        return
    try:
        if result is None:
            for address in document.addresses:
                store.found_again(document.id, address, event.source)
        else:
            store.add(replace(result, extractor=_version_of(event.reading, version)), origin=event.source)
            report.entities += len(result.entities)
            report.links += sum(claim.target is not None for claim in result.claims)
    except StoreError:
        raise
    except ScamgraphError as error:
        report.failures.append(Failure(document.addresses[0], str(error)))
    else:
        report.documents.append(document.id)


def _finish(store: Store, end: Origin, report: FileReport) -> None:
    """Let go of what a file no longer says.

    Not where nothing could be read, or not to its end: then the store keeps what the file said before. Standard input
    has no identity from one run to the next, so that nothing replaces what it gave.
    """
    if report.unchanged or end.address == STREAM or not report.documents:
        return
    if any(failure.stopped for failure in report.failures):
        return
    whole = end.digest if not report.failures else f"{end.digest} partly"
    store.finish(Origin(end.address, whole), report.documents)
