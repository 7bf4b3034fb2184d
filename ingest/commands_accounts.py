"""`scamgraph accounts`: the account numbers of documents, without names, links or a store."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from graph.errors import ReadError
from graph.terminal import emit, format_option


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--region", metavar="CC", help="Country (ISO 3166) by which national telephone numbers are read first.")
@format_option
def accounts(paths: tuple[str, ...], region: str | None, format_: str) -> None:
    """Account numbers of documents: wallets, bank accounts, phones, e-mails, sites, profiles, and why each is believed.

    PATH is a file, a folder or - for standard input. JSON lines {"id", "text", "region"} keep their offsets.

    \b
    scamgraph accounts reports/
    scamgraph accounts --region MY --format jsonl messages.jsonl
    """
    rows = (_row(name, text, hint or region) for name, text, hint in _documents(paths))
    if format_ == "jsonl":
        emit(rows, format_, str)
        return
    lines = ({"id": row["id"], **account} for row in rows for account in row["accounts"])
    emit(lines, format_, _line)


def _row(name: str, text: str, region: str | None) -> dict[str, Any]:
    from ingest.accounts.find import find_accounts

    found = find_accounts(text, region.upper() if region else None)
    keys = ("kind", "value", "start", "end", "reason")
    return {"id": name, "accounts": [{key: getattr(account, key) for key in keys} for account in found]}


def _line(account: Any) -> str:
    span = f"{account['start']}-{account['end']}"
    return "\t".join((account["id"], span, account["kind"], account["value"], account["reason"]))


def _documents(paths: tuple[str, ...]) -> Iterator[tuple[str, str, str | None]]:
    """Name, text and region hint of every document."""
    for path in paths:
        if path == "-":
            yield from _parts("-", sys.stdin.buffer.read())
        elif Path(path).is_dir():
            yield from _documents(tuple(str(p) for p in sorted(Path(path).rglob("*")) if p.is_file()))
        else:
            try:
                yield from _parts(path, Path(path).read_bytes())
            except OSError as error:
                raise ReadError(f"{path}: cannot be read ({error.strerror})") from error


def _parts(path: str, data: bytes) -> Iterator[tuple[str, str, str | None]]:
    text = data.decode("utf-8", "replace")
    if not (path.endswith((".jsonl", ".ndjson")) or (path == "-" and text.lstrip()[:1] == "{")):
        yield path, text, None
        return
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield _record(f"{path}, line {number}", line)


def _record(where: str, line: str) -> tuple[str, str, str | None]:
    try:
        record = json.loads(line)
        return str(record["id"]), str(record["text"]), record.get("region")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReadError(f"{where}: not a JSON object with id and text ({error})") from error
