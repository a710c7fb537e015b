"""One Neo4j Community server as a Java process on loopback, with a data folder of its own."""

import secrets
import socket
import subprocess
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from graph.errors import StoreError
from server.artifacts import jars

PATIENCE = 180.0  # seconds until a server that does not answer is given up
USER = "neo4j"
_OPENED = tuple(f"java.base/{name}" for name in ("java.nio", "java.io", "sun.nio.ch", "java.lang"))


def free_port() -> int:
    """Return a port of loopback that nobody listens on now."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


class JavaServer:
    """A server whose data lie in a folder; its password is made once and kept there for its owner only."""

    def __init__(
        self, home: Path, port: int, *, heap: str = "1g", settings: Mapping[str, str] | None = None, quick: bool = False
    ) -> None:
        self.home, self.port, self._heap = home, port, heap
        self._quick = ["-XX:TieredStopAtLevel=1"] if quick else []  # soon warm, never as fast: right for a short life
        self.settings = dict(settings or {})
        self._process: subprocess.Popen[bytes] | None = None
        self._ended_with_us: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address for `open_store`."""
        return f"bolt://127.0.0.1:{self.port}"

    @property
    def password(self) -> str:
        """The password of the user neo4j."""
        return password_in(self.home)

    @property
    def process(self) -> int:
        """The number of the process of a server that was started."""
        if self._process is None:
            raise ValueError("the server was never started")
        return self._process.pid

    @property
    def is_running(self) -> bool:
        """Whether the server was started and has not ended."""
        return self._process is not None and self._process.poll() is None

    def start(self) -> None:
        """Start the server and return when it answers with its password."""
        self._lay_out()
        opened = [f"--add-opens={name}=ALL-UNNAMED" for name in _OPENED]
        # A heap that need not grow, and a collector for throughput: else a load spends a quarter of its time there.
        memory = [f"-Xms{self._heap}", f"-Xmx{self._heap}", "-XX:+UseParallelGC", *self._quick, "-Dfile.encoding=UTF-8"]
        folders = [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        command = ["java", "-cp", f"{jars()}/*", *memory, *opened, "org.neo4j.server.CommunityEntryPoint", *folders]
        with (self.home / "logs" / "java.log").open("ab") as log:
            self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)  # noqa: S603 (fixed words and our own folders)
        self._ended_with_us = ended_with_us(self._process.pid)
        try:
            self._wait()
        except BaseException:
            self.kill()
            raise

    def _lay_out(self) -> None:
        for name in ("conf", "data", "logs", "plugins", "run", "import"):
            (self.home / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        settings = {
            "server.default_listen_address": "127.0.0.1",
            "server.bolt.listen_address": f"127.0.0.1:{self.port}",
            "server.bolt.advertised_address": f"127.0.0.1:{self.port}",
            "server.http.enabled": "false",
            "server.memory.pagecache.size": "256m",
            "dbms.usage_report.enabled": "false",
            "dbms.security.allow_csv_import_from_file_urls": "false",
            **self.settings,
        }
        lines = "".join(f"{name}={value}\n" for name, value in settings.items())
        (self.home / "conf" / "neo4j.conf").write_text(lines, encoding="utf-8")

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self._process is not None and self._process.poll() is not None:
                raise StoreError(f"The Neo4j server ended at once: {self._last_line()}", f"See {self.home}/logs.")
            with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
                settle_password(self.url, self.password)
                return
            time.sleep(0.2)
        raise StoreError(f"The Neo4j server did not answer in {PATIENCE:.0f} seconds.", f"See {self.home}/logs.")

    def _last_line(self) -> str:
        texts = [path.read_text(encoding="utf-8", errors="replace") for path in (self.home / "logs").glob("*.log")]
        lines = [line for text in texts for line in text.splitlines() if "ERROR" in line or "Exception" in line]
        return lines[-1] if lines else "no reason given."

    def stop(self) -> None:
        """End the server and wait until its data are closed; a server that is not there is fine."""
        if self._process is not None:
            self._process.terminate()
            self._wait_for_end(self._process)

    def kill(self) -> None:
        """End the server as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._wait_for_end(self._process)

    def wait(self) -> int:
        """Wait until the server ends, and return its exit code."""
        return self._wait_for_end(self._process) if self._process is not None else 0

    def _wait_for_end(self, process: subprocess.Popen[bytes]) -> int:
        code = process.wait()
        if self._ended_with_us is not None:  # before its number can belong to somebody else
            self._ended_with_us.kill()
            self._ended_with_us.communicate()
            self._ended_with_us = None
        return code


def ended_with_us(process: int) -> subprocess.Popen[bytes]:
    """Watch over another process: it is killed as soon as this one is gone, in whatever way.

    The watcher waits for the end of a pipe that only this process holds open: that holds on every Unix and in threads.
    """
    words = ["/bin/sh", "-c", 'read -r _; kill -9 "$0"', str(process)]
    quiet = subprocess.DEVNULL
    # In a session of its own, so that a Ctrl-C in the terminal does not reach it first.
    return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, start_new_session=True)  # noqa: S603 (fixed words and a number)


def password_in(folder: Path) -> str:
    """Return the password kept in a folder, a new random one the first time, readable by its owner only."""
    file = folder / "password"
    with suppress(FileExistsError):
        file.touch(mode=0o600, exist_ok=False)
        file.write_text(secrets.token_urlsafe(18), encoding="utf-8")
    return file.read_text(encoding="utf-8")


def settle_password(url: str, password: str) -> None:
    """Give a new server its password; a server that knows it already is left as it is."""
    from neo4j import GraphDatabase
    from neo4j.exceptions import AuthError

    try:
        with GraphDatabase.driver(url, auth=(USER, password)) as driver:
            driver.verify_connectivity()
    except AuthError:
        with GraphDatabase.driver(url, auth=(USER, "neo4j")) as driver, driver.session(database="system") as session:
            session.run("ALTER CURRENT USER SET PASSWORD FROM $old TO $new", old="neo4j", new=password).consume()
