"""The command that shows the whole way on packaged reports: read, extract, store, link, draw."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import click

QUESTION = ("Alexey Pertsev", "Roman Storm")


@click.command()
@click.option(
    "--out",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("scamgraph-demo"),
    show_default=True,
    help="Folder for the store and the two pages; made if missing.",
)
@click.pass_context
def demo(context: click.Context, folder: Path) -> None:
    """The whole way on 22 packaged releases: read, extract, store, ask, draw.

    \b
    scamgraph demo
    scamgraph demo --out /tmp/demo
    """
    from ingest.commands_read import ingest
    from queries.commands import path, stats
    from viz.cli import map_, network

    folder.mkdir(parents=True, exist_ok=True)
    store = str(folder / "scamgraph.db")
    with as_file(files("ingest") / "samples" / "releases.jsonl") as sample:
        _step(context, "ingest releases.jsonl", ingest, [str(sample), "--store", store])
    _step(context, "stats", stats, ["--store", store])
    _step(context, f'path "{QUESTION[0]}" "{QUESTION[1]}"', path, [*QUESTION, "--k", "1", "--store", store])
    _step(context, "network", network, ["--out", str(folder / "network.html"), "--store", store])
    _step(context, "map", map_, ["--out", str(folder / "map.html"), "--store", store])


def _step(context: click.Context, title: str, command: click.Command, arguments: list[str]) -> None:
    """Run one of the program's own commands, its line above it as a person would type it."""
    click.secho(f"\n$ scamgraph {title}", bold=True)
    with command.make_context(command.name, arguments, parent=context) as inner:
        command.invoke(inner)
