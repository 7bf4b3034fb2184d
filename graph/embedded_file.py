"""The SQLite file under the embedded store: opened, brought up to date, and its errors in our words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.embedded_schema import APPLICATION_ID, STEPS, VERSION
from graph.errors import StoreError, StoreRefused, StoreUnreachable, StoreVersion, UnsoundFact

_PATIENCE_S = 60.0
"""How long a writer waits for another one; readers never wait."""

_OLDEST_SQLITE = (3, 38, 0)


@contextmanager
def translated(address: str) -> Iterator[None]:
    """Errors of sqlite3 as ours, one line each."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise UnsoundFact("text with half a surrogate pair cannot be kept; replace it before") from error
    except sqlite3.IntegrityError as error:
        raise StoreError(f"{address} is damaged ({error}); run: scamgraph check --store {address}") from error
    except sqlite3.OperationalError as error:
        raise _operational(address, str(error)) from error
    except sqlite3.DatabaseError as error:
        raise StoreError(f"{address} is not a scamgraph store, or is damaged: {error}") from error


def _operational(address: str, reason: str) -> StoreError:
    if "locked" in reason or "busy" in reason:
        return StoreError(f"{address}: another process has been writing for {_PATIENCE_S:.0f} s; try again later")
    if "readonly" in reason:
        return StoreRefused(f"{address} is read-only; copy it, or give yourself write access to it and its folder")
    if "unable to open" in reason:
        return StoreUnreachable(f"{address} cannot be opened; check the path and the rights to its folder")
    return StoreError(f"{address}: {reason}")


def connect(address: str, *, create: bool) -> sqlite3.Connection:
    """A connection to the store at a path, at the present schema version."""
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise StoreError(f"SQLite 3.38 or newer is needed; this Python brings {sqlite3.sqlite_version}")
    path = Path(address)
    _reject(path, create=create)
    with translated(address):
        db = sqlite3.connect(_uri(path, create=create), uri=True, timeout=_PATIENCE_S, isolation_level=None)
        try:
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA cache_size = -65536")
            db.execute("PRAGMA temp_store = MEMORY")
            db.execute("PRAGMA wal_autocheckpoint = 8000")
            _bring_up_to_date(db, address, create=create)
        except BaseException:
            db.close()
            raise
    return db


def _reject(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path} is a folder; name a file in it, for example {path / 'scamgraph.db'}")
    if not create and not path.exists():
        raise _none_at(str(path))
    if not path.parent.is_dir():
        raise StoreUnreachable(f"no folder {path.parent} to keep {path.name} in")


def _none_at(address: str) -> StoreUnreachable:
    return StoreUnreachable(f"no store at {address}; make one with: scamgraph ingest --store {address} FILE...")


def _uri(path: Path, *, create: bool) -> str:
    """Read-write; as a file that nobody can change where neither it nor its folder can be written."""
    fixed = path.exists() and not os.access(path, os.W_OK) and not os.access(path.parent, os.W_OK)
    mode = "mode=ro&immutable=1" if fixed else "mode=rwc" if create else "mode=rw"
    return f"{path.absolute().as_uri()}?{mode}"


def _bring_up_to_date(db: sqlite3.Connection, address: str, *, create: bool) -> None:
    version = _version(db, address)
    if version == VERSION:
        return
    if version == 0 and not create:
        raise _none_at(address)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("BEGIN IMMEDIATE")
    try:
        waiting = STEPS[_version(db, address) :]
        db.execute(f"PRAGMA application_id = {APPLICATION_ID:d}")
        for statement in _statements("".join(waiting)):
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {VERSION:d}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def _version(db: sqlite3.Connection, address: str) -> int:
    """The schema version; 0 for a file that is still empty."""
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    (tables,) = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application != APPLICATION_ID and tables:
        raise StoreError(f"{address} is an SQLite file of another program, not a scamgraph store")
    if version > VERSION:
        raise StoreVersion(f"{address} has schema version {version}, this program knows {VERSION}; upgrade scamgraph")
    return int(version) if tables else 0


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
