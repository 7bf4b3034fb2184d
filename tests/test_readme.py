"""The README is true: its console blocks are run, in order, and print what it shows.

A line of `…` in the output stands for any lines; within a line it stands for any text. Any number stands for any
other: quantised models count a little differently on other processors. `python tests/test_readme.py`
writes the real output into the blocks that hold no `…`.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)

NUMBER = re.compile(r"\d+")


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
        r"(?:.*\n)*?" if line.strip() == "…" else _line(line) + r"[ \t]*\n" for line in shown.rstrip("\n").split("\n")
    )
    return re.compile("".join(lines))


def _line(shown: str) -> str:
    loose = NUMBER.sub(r"\\d+", re.escape(shown)).replace("…", ".*")
    return re.sub(r"(?:\\ )+", " +", loose)


def run(commands: list[str], folder: Path) -> Iterator[subprocess.CompletedProcess[str]]:
    """Each command in turn, in one folder; `scamgraph` is this checkout's, by the interpreter that runs the tests."""
    environment = dict(os.environ)
    programs, work = folder / "bin", folder / "work"
    programs.mkdir()
    work.mkdir()
    script = programs / "scamgraph"
    script.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m queries.cli "$@"\n')
    script.chmod(0o755)
    environment["PATH"] = f"{programs}{os.pathsep}{environment['PATH']}"
    environment.pop("SCAMGRAPH_STORE", None)
    for command in commands:
        if variable := re.fullmatch(r"export (\w+)=(\S+)", command):
            environment[variable[1]] = variable[2]
        yield subprocess.run(["bash", "-c", command], cwd=work, env=environment, capture_output=True, text=True)


def test_every_command_of_the_readme_prints_what_the_readme_shows(tmp_path: Path) -> None:
    shown = steps()
    assert len(shown) >= 10
    for (command, output), done in zip(shown, run([command for command, _ in shown], tmp_path), strict=True):
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        printed = done.stdout + done.stderr
        if output.strip():
            assert pattern(output).match(printed), f"{command}\nprinted:\n{printed}\nshown:\n{output}"


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


def write() -> None:
    """Put what the commands really print into the README."""
    path = ROOT / "README.md"
    commands = [command for command, _ in steps()]
    with tempfile.TemporaryDirectory() as folder:
        outputs = iter([done.stdout + done.stderr for done in run(commands, Path(folder))])

    def block(match: re.Match[str]) -> str:
        parts = re.split(r"(?m)^\$ ", match[1])[1:]
        lines = []
        for part in parts:
            typed = re.match(r"(?:.*\\\n)*.*\n", part)
            assert typed
            printed = next(outputs)
            lines.append(
                "$ " + typed[0] + (part[typed.end() :] if "…" in part else printed.rstrip() + "\n" * bool(printed))
            )
        return "```console\n" + "".join(lines) + "```"

    path.write_text(BLOCK.sub(block, path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    write()
