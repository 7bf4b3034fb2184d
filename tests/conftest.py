"""What tests of several folders share: a real Neo4j, empty stores, and the material beside the checkout."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared material; a machine without it skips such tests, CI never does."""
    if not SHARED.is_dir() and "CI" not in os.environ:
        pytest.skip(f"no shared material at {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def neo4j_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running Neo4j with user and password: that of SCAMGRAPH_TEST_BOLT, else one of our own."""
    from tests.neo4j.server import Server

    if given := os.environ.get("SCAMGRAPH_TEST_BOLT"):
        yield given
        return
    server = Server(tmp_path_factory.mktemp("neo4j"))
    server.start()
    yield server.address
    server.stop()


@pytest.fixture
def bolt_address(neo4j_address: str) -> str:
    """The address of an empty Neo4j database."""
    from graph.bolt_server import Server

    server = Server.named(neo4j_address)
    with server.driver() as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n", database_=server.database)
    return neo4j_address


@pytest.fixture(params=["embedded", "bolt"])
def store_address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store; each test runs on SQLite and on Neo4j."""
    if request.param == "embedded":
        return str(tmp_path / "store.db")
    address: str = request.getfixturevalue("bolt_address")
    return address
