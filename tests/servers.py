"""Real Neo4j servers for tests: the one at NEO4J_TEST_URI, else throw-away ones; never one that holds anything."""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from graph.stores.base import Store
from graph.stores.neo4j import Neo4jStore
from graph.stores.neo4j_names import LABELS, WORDS
from graph.stores.neo4j_schema import VERSION, WANTED
from graph.stores.neo4j_session import Login
from graph.stores.neo4j_state import State
from server.artifacts import missing_tools
from server.java import JavaServer, free_port

WORD_LABELS = [LABELS[kind] for kind in WORDS]


class Server:
    """A server that belongs to the tests, and the driver with which they look past the store."""

    def __init__(self, url: str, login: Login, java: JavaServer | None = None) -> None:
        self.url, self.login, self.java = url, login, java
        self.driver: Driver = GraphDatabase.driver(url, auth=(login.user, login.password))

    def ask(self, statement: str, **values: object) -> list[dict[str, Any]]:
        """Run any Cypher."""
        return [record.data() for record in self.driver.execute_query(statement, values).records]

    def wipe(self) -> None:
        """Leave the schema, the words and an empty store, if there is one."""
        self.ask(
            "MATCH (n) WHERE NOT n:Store AND none(l IN labels(n) WHERE l IN $words) DETACH DELETE n", words=WORD_LABELS
        )
        first = State(version=VERSION, schema=WANTED).values()
        if not self.ask("MATCH (s:Store) SET s += $first RETURN s.id AS id", first=first):
            self.ask("MATCH (n) DETACH DELETE n")

    def revive(self) -> None:
        """Start the server again if a test killed it."""
        if self.java and not self.java.is_running:
            self.java.start()

    def store(self) -> Store:
        """Open the store that the server holds."""
        return Neo4jStore(self.url, "the-server", self.login)


class Servers:
    """As many servers as a test needs at once, each started when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._started: list[Server] = []
        self._ended = ExitStack()

    def __getitem__(self, number: int) -> Server:
        while len(self._started) <= number:
            self._started.append(self._given() if self._is_given() else self.throw_away())
        return self._started[number]

    def _is_given(self) -> bool:
        return not self._started and "NEO4J_TEST_URI" in os.environ

    def _given(self) -> Server:
        login = Login(os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ["NEO4J_PASSWORD"])
        server = Server(os.environ["NEO4J_TEST_URI"], login)
        self._ended.callback(server.driver.close)
        if server.ask("MATCH (n) RETURN n LIMIT 1"):
            pytest.exit("The database at NEO4J_TEST_URI is not empty; the tests write only into one that is.", 2)
        self._ended.callback(server.ask, "MATCH (n) DETACH DELETE n")
        return server

    def throw_away(self, settings: Mapping[str, str] | None = None) -> Server:
        """Start a server that ends with the tests."""
        home = self._folder / f"server-{free_port()}"
        java = JavaServer(home, free_port(), heap="512m", settings=settings, quick=True)
        java.start()
        self._ended.callback(java.kill)
        server = Server(java.url, Login("neo4j", java.password), java)
        self._ended.callback(server.driver.close)
        return server

    def close(self) -> None:
        """End them all."""
        self._ended.close()


def why_left_out() -> str:
    """Return why no test of a server can run here; nothing where one can, or where it was promised that one can."""
    if "NEO4J_TEST_URI" in os.environ or os.environ.get("CI") == "true" or not (missing := missing_tools()):
        return ""
    return f"there is no NEO4J_TEST_URI, and no {' and no '.join(missing)} to start a server with"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests of servers where none is possible, and let one worker have all that remain."""
    of_servers = [item for item in items if item.get_closest_marker("neo4j")]
    if why_left_out():
        items[:] = [item for item in items if item not in of_servers]
        config.hook.pytest_deselected(items=of_servers)
    for item in items:  # two servers for all are enough; every other file keeps its fixtures to itself
        group = "neo4j" if item in of_servers else item.path.relative_to(config.rootpath).as_posix()
        item.add_marker(pytest.mark.xdist_group(group))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line what was left out."""
    if why := why_left_out():
        terminalreporter.write_line(f"SKIPPED the tests on Neo4j: {why}", yellow=True)


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """The servers of this run of tests; where none can be started, a test fails with the reason."""
    found = Servers(tmp_path_factory.mktemp("neo4j"))
    yield found
    found.close()
