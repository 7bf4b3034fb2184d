"""Who may import whom: graph nobody, the others graph and themselves; command modules siblings, inside a function."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = {"graph", "ingest", "queries", "viz"}
MODULES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """(imported top folder, whether the import stands inside a function)."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names = [node.module or ""]
        else:
            continue
        for name in names:
            yield name.split(".")[0], id(node) in inside


def is_command(path: Path) -> bool:
    return path.stem == "cli" or path.stem.startswith("commands")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_its_layer_may(path: Path) -> None:
    own = path.relative_to(ROOT).parts[0]
    allowed = {"graph", own}
    for name, inside in imports(path):
        if name in FOLDERS - allowed:
            assert is_command(path) and inside, f"{path.relative_to(ROOT)} imports {name}"


def test_the_four_folders_are_ours_alone() -> None:
    import importlib.metadata

    owners = importlib.metadata.packages_distributions()
    for folder in FOLDERS:
        assert set(owners.get(folder, ["scamgraph"])) == {"scamgraph"}
