"""The connection to a Neo4j server: where it is, who asks, and its errors in our words."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit, urlunsplit

from graph.errors import StoreError, StoreRefused, StoreUnreachable, UnsoundFact

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Session

Row = list[Any]

_CONNECT_S = 10.0
_RETRY_S = 30.0
"""How long a transaction is tried again while the server restarts or other writers are in its way."""

_OLDEST_NEO4J = (5, 23)

_DEFAULT_DATABASE = "neo4j"


@dataclass(frozen=True, slots=True)
class Server:
    """A server's address, safe to print; user and password apart."""

    address: str
    database: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)

    @staticmethod
    def named(address: str) -> Server:
        """From `bolt://[user[:password]@]host[:port][/database]`, else NEO4J_USERNAME, _PASSWORD and _DATABASE."""
        try:
            url = urlsplit(address)
            host = url.hostname or ""
            port = f":{url.port}" if url.port else ""
        except ValueError as error:
            raise StoreUnreachable(f"the store's address is no bolt://HOST:PORT ({error})") from error
        host = f"[{host}]" if ":" in host else host
        user = unquote(url.username) if url.username else os.environ.get("NEO4J_USERNAME")
        password = unquote(url.password) if url.password else os.environ.get("NEO4J_PASSWORD")
        database = url.path.strip("/") or os.environ.get("NEO4J_DATABASE") or _DEFAULT_DATABASE
        plain = urlunsplit((url.scheme, host + port, "", url.query, ""))
        return Server(plain, database, user or ("neo4j" if password else None), password)

    def driver(self) -> Driver:
        """An open driver; Raises StoreUnreachable or StoreRefused if the database does not answer to this user."""
        from neo4j import GraphDatabase, NotificationDisabledClassification

        logging.getLogger("neo4j").addHandler(logging.NullHandler())  # it tells of every retry; we tell of the last
        with self.translated():
            driver = GraphDatabase.driver(
                self.address,
                auth=None if self.user is None else (self.user, self.password or ""),
                connection_timeout=_CONNECT_S,
                connection_acquisition_timeout=2 * _CONNECT_S,
                max_transaction_retry_time=_RETRY_S,
                fetch_size=10_000,
                user_agent="scamgraph",
                notifications_disabled_classifications=[NotificationDisabledClassification.UNRECOGNIZED],
            )
            try:
                with driver.session(database=self.database) as session:
                    self._fits(session.run("RETURN 1").consume().server.agent)
            except BaseException:
                driver.close()
                raise
        return driver

    def _fits(self, agent: str) -> None:
        """Refuse a Neo4j that does not know the Cypher we speak."""
        numbers = agent.removeprefix("Neo4j/").split(".")[:2]
        if agent.startswith("Neo4j/") and tuple(map(int, numbers)) < _OLDEST_NEO4J:
            oldest = ".".join(map(str, _OLDEST_NEO4J))
            raise StoreRefused(f"{self.address}: Neo4j {oldest} or newer is needed; this is {agent}")

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Errors of the driver as ours, one line each."""
        from neo4j import exceptions as raised

        try:
            yield
        except UnicodeEncodeError as error:
            raise UnsoundFact("text with half a surrogate pair cannot be kept; replace it before") from error
        except raised.IncompleteCommit as error:
            raise StoreUnreachable(f"{self.address} went away in the middle of a commit; run the same again") from error
        except (raised.ServiceUnavailable, raised.SessionExpired) as error:
            raise StoreUnreachable(f"nothing answers at {self.address}; is the server running?") from error
        except raised.ConfigurationError as error:
            raise StoreUnreachable(f"{self.address}: {_line(error)}") from error
        except raised.Neo4jError as error:
            raise self._answered(error.code or "", _line(error.message)) from error
        except raised.DriverError as error:
            raise StoreError(f"{self.address}: {_line(error)}") from error

    def _answered(self, code: str, message: str) -> StoreError:
        if "CredentialsExpired" in code:
            return StoreRefused(f"{self.address}: the password of {self.user} must be changed first, in Neo4j Browser")
        if "ReadOnly" in code or "ReadOnly" in message.replace("-", "").title().replace(" ", ""):
            return StoreRefused(f"{self.address}: database {self.database} is read-only here; nothing was written")
        if "Forbidden" in code:
            return StoreRefused(f"{self.address}: user {self.user} may not do this in database {self.database}")
        if ".Security." in code:
            who = "no user was given" if self.user is None else f"user {self.user} with this password was refused"
            return StoreRefused(f"{self.address}: {who}; set NEO4J_USERNAME and NEO4J_PASSWORD")
        if "DatabaseNotFound" in code or "DatabaseUnavailable" in code:
            return StoreRefused(f"{self.address}: no database {self.database} is open there; set NEO4J_DATABASE")
        return StoreError(f"{self.address}: {message} ({code})")


def _line(error: object) -> str:
    return " ".join(str(error).split())[:300]


def asked(tx: ManagedTransaction, query: str, /, **values: Any) -> list[Row]:
    """The rows that a query of ours gives inside a transaction. Values are parameters, never part of the text."""
    return tx.run(query, values).values()


def for_each(tx: ManagedTransaction, query: str, rows: Sequence[object], /, **values: Any) -> list[Row]:
    """The rows that a query over `$rows` gives; none without asking where there is nothing to ask about."""
    return asked(tx, query, rows=rows, **values) if rows else []


def streamed(session: Session, query: str) -> Iterator[Row]:
    """The rows of a query without values, as they come."""
    for record in session.run(query):
        yield record.values()
