"""`scamgraph ingest` and `scamgraph forget`: documents into the store and out again."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from graph.store import open_store
from graph.terminal import emit, format_option, store_option, warn
from ingest.limits import Limits

if TYPE_CHECKING:
    from ingest.intake import FileReport
    from ingest.read.session import Settings

FORMATS = ("txt", "md", "html", "pdf", "docx", "eml", "mbox", "feed", "csv", "xlsx", "json", "jsonl")


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options of every command that reads documents; `settings_of` makes Settings of them."""
    for name, default, help_ in reversed(Limits.flags()):
        command = click.option(
            "--" + name.replace("_", "-"),
            name,
            type=click.IntRange(1),
            default=default,
            show_default=True,
            help=help_,
        )(command)
    for option in (
        click.option("--link", "links", multiple=True, metavar="'A TYPE[:role] B'", help="A link between columns."),
        click.option(
            "--column",
            "columns",
            multiple=True,
            metavar="NAME=KIND",
            help="What a table's column holds: text, title, publisher, published, id, url, a schema such as Person,"
            " or date, amount, currency of the row's links.",
        ),
        click.option("--encoding", metavar="NAME", help="Encoding of text files.  [default: detected]"),
        click.option(
            "--input-format", type=click.Choice(FORMATS), help="Format of the files.  [default: by their content]"
        ),
    ):
        command = option(command)
    return command


def settings_of(options: dict[str, Any]) -> Settings:
    """The Settings that `reading_options` stand for; wrong columns are wrong usage."""
    from ingest.read.columns import Columns
    from ingest.read.session import Settings

    limits = Limits(**{name: options[name] for name, _, _ in Limits.flags()})
    try:
        columns = Columns.parse(options["columns"], options["links"])
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--column / --link") from None
    encoding = options["encoding"]
    try:
        codecs.lookup(encoding or "utf-8")
    except LookupError:
        raise click.BadParameter(f"no encoding is called {encoding!r}", param_hint="--encoding") from None
    return Settings(limits, options["input_format"], encoding, columns, options.get("split", True))


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--jobs", default=1, show_default=True, type=click.IntRange(1, 256), help="Processes that extract.")
@click.option(
    "--split/--no-split", default=True, show_default=True, help="Take pages with several stories apart, furniture off."
)
@reading_options
@store_option
@format_option
def ingest(paths: tuple[str, ...], jobs: int, store: str, format_: str, **options: Any) -> None:
    """Read documents into the store: files, folders, archives, - for standard input.

    Text, Markdown, HTML, PDF, Word, mail and mailboxes, feeds, CSV and Excel, JSON and JSON lines
    {id, title, publisher, published, text}; zip, tar and gz of these. A file that has not changed is skipped, one that
    has replaces what it said before. What cannot be read is a line on stderr, all else goes in, and the exit code is 1.

    \b
    scamgraph ingest reports/
    scamgraph ingest --jobs 4 --format jsonl mailbox.zip
    scamgraph ingest firms.csv --column Owner=Person --column Firm=Company --link "Owner OWNS:owner Firm"
    """
    from ingest.extract import Extractor, load_extractor
    from ingest.intake import ingest as bring_in
    from ingest.walk import walk

    settings = settings_of(options)
    files = list(walk(paths))
    totals = dict.fromkeys(("files", "documents", "entities", "links", "unchanged", "failures"), 0)
    with open_store(store, create=True) as graph:
        reports = bring_in(graph, files, settings, load_extractor, Extractor.version, jobs)
        rows = (_counted(report, totals) for report in _shown(reports, len(files)))
        if format_ == "text":
            for _ in rows:
                pass
        else:
            emit(rows, format_, str)
    if format_ == "text":
        found = f"{_number(totals['entities'], 'entity', 'entities')} and {_number(totals['links'], 'link')}"
        click.echo(
            f"{_number(totals['documents'], 'document')} from {_number(totals['files'], 'file')}: {found}; "
            f"{totals['unchanged']} unchanged, {_number(totals['failures'], 'failure')}"
        )
    if totals["failures"]:
        sys.exit(1)


def _number(count: int, one: str, many: str | None = None) -> str:
    """`1 file`, `2 files`, `1,024 files`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def _counted(report: FileReport, totals: dict[str, int]) -> dict[str, Any]:
    """The report as a row; what failed is warned of, and all is added up."""
    for failure in report.failures:
        warn(f"{failure.address}: {failure.reason}")
    for name, count in (
        ("files", 1),
        ("documents", len(report.documents)),
        ("entities", report.entities),
        ("links", report.links),
        ("unchanged", report.unchanged),
        ("failures", len(report.failures)),
    ):
        totals[name] += count
    return {
        "source": report.source,
        "documents": len(report.documents),
        "entities": report.entities,
        "links": report.links,
        "status": report.status,
        "reason": "; ".join(failure.reason for failure in report.failures) or None,
    }


def _shown(reports: Iterable[FileReport], files: int) -> Iterator[FileReport]:
    """The reports, with a bar on stderr where that is a terminal."""
    if not sys.stderr.isatty():
        yield from reports
        return
    with click.progressbar(length=files, label="ingest", file=sys.stderr, item_show_func=_name) as bar:
        for report in reports:
            if report.failures:
                click.echo("\r\033[K", nl=False, err=True)
            yield report
            bar.update(1, report)


def _name(report: FileReport | None) -> str | None:
    from graph.terminal import clean

    return clean(report.source)[-40:] if report else None


@click.command()
@click.argument("source")
@store_option
@format_option
def forget(source: str, store: str, format_: str) -> None:
    """Take SOURCE out again, with all that rests on it alone: a file, an address inside an archive, a URL or an id.

    \b
    scamgraph forget reports/2025-09-08.pdf
    scamgraph forget https://home.treasury.gov/news/press-releases/sm1034
    """
    with open_store(store) as graph:
        before = graph.counts()
        documents = graph.forget(source)
        after = graph.counts()
    row = {
        "source": source,
        "documents": list(documents),
        "entities": sum(before["entities"].values()) - sum(after["entities"].values()),
        "links": sum(before["links"].values()) - sum(after["links"].values()),
    }
    emit([row], format_, _gone)


def _gone(row: Any) -> str:
    if not row["documents"]:
        return f"{row['source']} is forgotten; its documents stay, for they were found elsewhere too"
    ids = "\n".join(f"  {document}" for document in row["documents"])
    also = f"{_number(row['entities'], 'entity', 'entities')}, {_number(row['links'], 'link')}"
    return f"out went {_number(len(row['documents']), 'document')}, {also}:\n{ids}"
