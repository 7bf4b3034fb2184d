"""The README is true: its console blocks are run, in order, and print what it shows.

A line of `…` in the output stands for any lines; within a line it stands for any text.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def steps() -> list[tuple[str, str]]:
    """(command, shown output) of every `$ ` line in the README's console blocks."""
    found = []
    for block in BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            while command.endswith("\\"):
                more, _, output = output.partition("\n")
                command = command[:-1] + more.lstrip("> ")
            found.append((command, output))
    return found


def pattern(shown: str) -> re.Pattern[str]:
    lines = (
        r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line).replace("…", ".*") + r"[ \t]*\n"
        for line in shown.rstrip("\n").split("\n")
    )
    return re.compile("".join(lines))


def test_every_command_of_the_readme_prints_what_the_readme_shows(tmp_path: Path) -> None:
    environment = dict(os.environ)
    # `scamgraph` is this checkout's, by whichever interpreter runs the tests.
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    script = bin_ / "scamgraph"
    script.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m queries.cli "$@"\n')
    script.chmod(0o755)
    environment["PATH"] = f"{bin_}{os.pathsep}{environment['PATH']}"
    work = tmp_path / "work"
    work.mkdir()
    assert len(steps()) >= 10
    for command, shown in steps():
        if variable := re.fullmatch(r"export (\w+)=(\S+)", command):
            environment[variable[1]] = variable[2]
            continue
        done = subprocess.run(["bash", "-c", command], cwd=work, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        if shown.strip():
            assert pattern(shown).match(done.stdout), f"{command}\nprinted:\n{done.stdout}\nshown:\n{shown}"


@pytest.mark.parametrize("target", ["demo", "test"])
def test_the_two_commands_are_targets_of_the_makefile(target: str) -> None:
    assert f"make {target}" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_help_of_every_command_is_complete_and_has_an_example() -> None:
    import click

    from queries.cli import COMMANDS, root

    context = click.Context(root, info_name="scamgraph")
    for name in COMMANDS:
        command = root.get_command(context, name)
        assert command is not None, name
        text = command.get_help(click.Context(command, info_name=name, parent=context))
        assert f"scamgraph {name}" in text.split("\n", 2)[2], f"{name}: no example"
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, f"{name} {option.name}: no help"
