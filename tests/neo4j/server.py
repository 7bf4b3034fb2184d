"""A throw-away Neo4j Community server on the loopback address, from Maven artifacts, to start, kill and start again.

    python tests/neo4j/server.py FOLDER [PORT]    run one until interrupted; prints its address

The first start on a machine fetches 128 MB into .cache/neo4j/lib of the checkout. Needs Java 17 or 21 and Maven.
"""

from __future__ import annotations

import fcntl
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import Neo4jError, ServiceUnavailable

HERE = Path(__file__).resolve().parent
CACHE = HERE.parents[1] / ".cache" / "neo4j"
PASSWORD = "scamgraph-test"
START_S = 120

_OPENED = (
    "java.base/java.nio",
    "java.base/java.lang",
    "java.base/sun.nio.ch",
    "java.base/java.io",
    "java.base/java.util",
    "java.base/java.util.concurrent",
    "java.base/java.util.concurrent.atomic",
    "java.base/sun.security.util",
)


class Server:
    """One server with its data under `home`."""

    def __init__(self, home: Path, port: int | None = None, heap: str = "512m", quick: bool = True) -> None:
        """`quick` starts sooner and computes slower: right for tests, wrong for benchmarks."""
        self.home = home
        self.port = port or free_port()
        self.heap = heap
        self.quick = quick
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def plain_address(self) -> str:
        return f"bolt://127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        """With user and password."""
        return f"bolt://neo4j:{PASSWORD}@127.0.0.1:{self.port}"

    def start(self, **settings: str) -> None:
        """Start and wait until Bolt answers; underscores in a setting's name stand for dots, two for one."""
        lib = libraries()
        for folder in ("conf", "data", "logs", "run", "plugins", "import", "licenses"):
            (self.home / folder).mkdir(parents=True, exist_ok=True)
        lines = [f"{name.replace('_', '.').replace('..', '_')}={value}" for name, value in settings.items()]
        (self.home / "conf" / "neo4j.conf").write_text("\n".join([*self._settings(), *lines, ""]))
        command = ["java", "-Xms256m", f"-Xmx{self.heap}"]
        command += ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"] if self.quick else []
        command += [f"--add-opens={package}=ALL-UNNAMED" for package in _OPENED]
        command += ["-cp", f"{lib}/*", "org.neo4j.server.CommunityEntryPoint", "--console-mode"]
        command += [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        with (self.home / "logs" / "console.log").open("wb") as log:
            self.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
        self._wait()

    def _settings(self) -> list[str]:
        return [
            "server.default_listen_address=127.0.0.1",
            f"server.bolt.listen_address=127.0.0.1:{self.port}",
            "server.http.enabled=false",
            "server.https.enabled=false",
            "dbms.usage_report.enabled=false",
            "server.memory.pagecache.size=128m",
        ]

    def _wait(self) -> None:
        assert self.process is not None
        deadline = time.monotonic() + START_S
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                self._first_password()
            except (ServiceUnavailable, Neo4jError):
                time.sleep(0.25)
            else:
                return
        log = (self.home / "logs" / "console.log").read_text(errors="replace")
        self.kill()
        raise RuntimeError(f"Neo4j did not start:\n{log[-3000:]}")

    def _first_password(self) -> None:
        """Change the password that every new server starts with, or see that it was changed."""
        try:
            with GraphDatabase.driver(self.plain_address, auth=("neo4j", PASSWORD)) as driver, driver.session() as ours:
                ours.run("RETURN 1").consume()
        except Neo4jError as error:
            if "Unauthorized" not in (error.code or ""):
                raise
            change = "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password"
            with GraphDatabase.driver(self.plain_address, auth=("neo4j", "neo4j")) as driver:
                driver.session(database="system").run(change, password=PASSWORD).consume()
            raise

    def kill(self) -> None:
        """End it as a power cut would (SIGKILL); its data stays."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def stop(self) -> None:
        """End it in order; its data stays."""
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.kill()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def libraries() -> Path:
    """The folder of the server's jars, fetched once; processes that ask at the same time wait for each other."""
    for tool in ("java", "mvn"):
        if shutil.which(tool) is None:
            raise RuntimeError(f"the tests need a real Neo4j and so {tool}: run tests/prepare.sh")
    pom = HERE / "pom.xml"
    lib, done = CACHE / "lib", CACHE / "lib.pom"
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists() or done.read_bytes() != pom.read_bytes():
            shutil.rmtree(lib, ignore_errors=True)
            fetch = ["mvn", "-B", "-q", "-f", str(pom), "dependency:copy-dependencies", "-DincludeScope=runtime"]
            subprocess.run([*fetch, f"-DoutputDirectory={lib}"], check=True)
            shutil.copyfile(pom, done)
    return lib


def main() -> None:
    server = Server(Path(sys.argv[1]).resolve(), int(sys.argv[2]) if len(sys.argv) > 2 else None)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        server.start()
        print(server.address, flush=True)
        signal.pause()
    except KeyboardInterrupt:
        pass
    finally:
        server.stop()


if __name__ == "__main__":
    main()
