"""The root command. Subcommands are named here as strings and imported when they run."""

from __future__ import annotations

import importlib
import sys

import click

from graph.errors import ScamgraphError

COMMANDS = {
    "demo": ("ingest.cli", "demo", "The whole way on packaged real releases."),
    "ingest": ("ingest.cli", "ingest", "Read documents into the store."),
    "forget": ("ingest.cli", "forget", "Take a document out again, with all that rests on it alone."),
    "extract": ("ingest.cli", "extract", "Entities and links of documents as gold-format JSON lines, no store."),
    "accounts": ("ingest.cli", "accounts", "Account numbers of documents only."),
    "evaluate": ("ingest.cli", "evaluate", "Accuracy against annotated documents."),
    "search": ("queries.commands", "search", "Entities by name, alias, native script or account number."),
    "show": ("queries.commands", "show", "All that is claimed of an entity, with quotes."),
    "neighbours": ("queries.commands", "neighbours", "Who and what is linked to an entity."),
    "path": ("queries.commands", "path", "How two entities are tied, with the sentence under each hop."),
    "network": ("viz.cli", "network", "One HTML file to explore the network, no server, no internet."),
    "map": ("viz.cli", "map_", "One HTML file with the places on a map."),
    "stats": ("queries.commands", "stats", "What is in the store."),
    "check": ("queries.commands", "check", "Whether the store is whole."),
}


class LazyGroup(click.Group):
    """A group that knows its commands' names and one-line helps without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, attribute, _ = COMMANDS[name]
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, _, line) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise click.UsageError(f"No such command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--store", metavar="ADDRESS", help="Path, or neo4j:// or bolt:// address, for the command that follows.")
@click.version_option(package_name="scamgraph", message="%(prog)s %(version)s")
def root(store: str | None) -> None:
    """scamgraph: who is tied to whom in the scam-compound business, through what, when, and who says so.

    \b
    scamgraph ingest reports/
    scamgraph path "She Zhijiang" "KK Park"
    scamgraph network "KK Park" --out kk-park.html
    """


def main() -> None:
    """Entry point: our errors are one line and exit 1, wrong usage is exit 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        root(prog_name="scamgraph")
    except ScamgraphError as error:
        from graph.terminal import clean, warn

        warn(str(error))
        for entity in getattr(error, "candidates", ()):
            click.echo(clean(f"  {entity.id:<24} {entity.schema:<13} {entity.name}"), err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
