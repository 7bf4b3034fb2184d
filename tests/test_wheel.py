"""The wheel holds all that the program needs at run time, and works where the checkout is not."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_file_that_git_tracks_in_the_packages(wheel: Path) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "graph", "ingest", "queries", "viz"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    left_out = ("ingest/training/documents/",)
    expected = {name for name in tracked.stdout.split() if not name.startswith(left_out)}
    with zipfile.ZipFile(wheel) as archive:
        held = set(archive.namelist())
    assert expected <= held
    assert not any(name.startswith(left_out) for name in held)
    assert sum((ROOT / name).stat().st_size for name in expected) < 80e6


def test_an_installed_wheel_runs_the_demo_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site, work = tmp_path / "site", tmp_path / "work"
    work.mkdir()
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", site, wheel]
    subprocess.run(install, check=True, capture_output=True)
    run = [sys.executable, "-c", "import queries.cli as c; assert 'site' in c.__file__, c.__file__; c.main()", "demo"]
    done = subprocess.run(run, cwd=work, env={"PYTHONPATH": str(site)}, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    assert (work / "scamgraph-demo" / "network.html").stat().st_size > 10_000
    assert (work / "scamgraph-demo" / "map.html").stat().st_size > 10_000
    assert "path 1" in done.stdout
