"""`scamgraph accounts`: the account numbers of documents, without names, links or a store."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from graph.terminal import emit, format_option, warn
from ingest.commands_read import reading_options, settings_of

if TYPE_CHECKING:
    from ingest.read.session import Settings
    from ingest.reading import Failure, Opened


@dataclass(frozen=True, slots=True)
class Text:
    """A document by the id that its source gave it, with the country that the source may name."""

    id: str
    text: str
    region: str | None = None


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--region", metavar="CC", help="Country (ISO 3166) by which national telephone numbers are read first.")
@reading_options
@format_option
def accounts(paths: tuple[str, ...], region: str | None, format_: str, **options: Any) -> None:
    """Wallets, bank accounts, phones, e-mails, sites and profiles of documents, and why each is believed.

    Reads what `ingest` reads. JSON lines {"id", "text", "region"} keep their text, so that the offsets hold.

    \b
    scamgraph accounts reports/
    scamgraph accounts --region MY --format jsonl messages.jsonl
    """
    failed = False

    def rows() -> Iterator[dict[str, Any]]:
        nonlocal failed
        for item in _texts(paths, settings_of(options)):
            if isinstance(item, Text):
                yield _row(item, region)
            else:
                failed = True
                warn(f"{item.address}: {item.reason}")

    if format_ == "jsonl":
        emit(rows(), format_, str)
    else:
        emit(({"id": row["id"], **account} for row in rows() for account in row["accounts"]), format_, _line)
    if failed:
        sys.exit(1)


def _row(document: Text, region: str | None) -> dict[str, Any]:
    """`{id, accounts: [{kind, value, start, end, reason}]}`; the document's own region goes before the user's."""
    from ingest.accounts.find import find_accounts

    hint = document.region or region
    found = find_accounts(document.text, hint.upper() if hint else None)
    keys = ("kind", "value", "start", "end", "reason")
    return {"id": document.id, "accounts": [{key: getattr(account, key) for key in keys} for account in found]}


def _line(account: Any) -> str:
    span = f"{account['start']}-{account['end']}"
    return "\t".join((account["id"], span, account["kind"], account["value"], account["reason"]))


def _texts(paths: tuple[str, ...], settings: Settings) -> Iterator[Text | Failure]:
    from graph.errors import ReadError
    from ingest.apart import Reader
    from ingest.reading import Failure
    from ingest.walk import walk

    with Reader(settings) as reader:
        for file in walk(paths):
            if isinstance(file, Failure):
                yield file
                continue
            try:
                opened = file.open(settings.limits)
                if _is_lines(opened, settings):
                    yield from _lines(opened, settings)
                    continue
            except ReadError as error:
                yield Failure(file.address, str(error))
                continue
            for item in reader.read(opened):
                if isinstance(item, Failure):
                    yield item
                else:
                    document = item.document
                    yield Text(document.given_id or document.addresses[0], document.text)


def _is_lines(opened: Opened, settings: Settings) -> bool:
    from ingest.read.sniff import sniff

    return (settings.input_format or sniff(opened.data, opened.origin.address)) == "jsonl"


def _lines(opened: Opened, settings: Settings) -> Iterator[Text | Failure]:
    """JSON lines as they are: short messages and empty ones too, each under its id."""
    from ingest.read.decode import decode
    from ingest.reading import Failure

    for number, line in enumerate(decode(opened.data, settings.encoding).split("\n"), 1):
        if not line.strip():
            continue
        address = f"{opened.origin.address}#{number}"
        try:
            record = json.loads(line)
            region = record.get("region")
            yield Text(str(record.get("id", address)), str(record["text"]), str(region) if region else None)
        except (ValueError, KeyError, AttributeError, RecursionError) as error:
            yield Failure(address, f"no JSON object with a text ({str(error)[:80]})")
