"""What every command shares: the store's address, the output format, and text that cannot harm a terminal."""

from __future__ import annotations

import csv
import json
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click

from graph.store import DEFAULT_ADDRESS

FORMATS = ("text", "jsonl", "csv")


def store_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--store`: a path or a Bolt address; else the root command's, SCAMGRAPH_STORE, or scamgraph.db here."""
    return click.option(
        "--store",
        metavar="ADDRESS",
        callback=_address,
        expose_value=True,
        help="Path, or neo4j:// or bolt:// address.  [default: $SCAMGRAPH_STORE or scamgraph.db]",
    )(command)


def _address(context: click.Context, _: click.Parameter, value: str | None) -> str:
    root = context.find_root().params.get("store")
    return value or root or os.environ.get("SCAMGRAPH_STORE") or DEFAULT_ADDRESS


def format_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--format text|jsonl|csv`."""
    return click.option(
        "--format",
        "format_",
        type=click.Choice(FORMATS),
        default="text",
        show_default=True,
        help="For people, or for programs: one JSON object or CSV row a line.",
    )(command)


def emit(rows: Iterable[Mapping[str, Any]], format_: str, text: Callable[[Mapping[str, Any]], str]) -> None:
    """Print rows as they come. In CSV, nested values are JSON; the first row's keys are the header."""
    writer = None
    for row in rows:
        if format_ == "jsonl":
            click.echo(json.dumps(row, ensure_ascii=False))
        elif format_ == "text":
            click.echo(clean(text(row)))
        else:
            if writer is None:
                writer = csv.DictWriter(sys.stdout, fieldnames=list(row), lineterminator="\n")
                writer.writeheader()
            writer.writerow({key: _cell(value) for key, value in row.items()})


def _cell(value: Any) -> Any:
    """A CSV cell; text that a spreadsheet would run as a formula gets a leading apostrophe."""
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value[:1] in tuple("=+-@\t\r"):
        return "'" + value
    return value


def clean(text: str) -> str:
    """Text without what could steer a terminal or turn its reading direction; line breaks and tabs stay."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(c if c in "\n\t" or not _steers(c) else "�" for c in text)


def _steers(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") or character in "‪‫‬‭‮⁦⁧⁨⁩"


def warn(message: str) -> None:
    """One line on stderr."""
    click.echo(clean(f"scamgraph: {message}").replace("\n", " "), err=True)
