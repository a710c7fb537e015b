"""Real Neo4j servers for tests: the one at NEO4J_TEST_URI, else throw-away ones; never one that holds anything."""

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError
from xdist.scheduler import LoadScopeScheduling

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
        server = given()
        self._ended.callback(server.driver.close)
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


def given() -> Server:
    """Return the server at NEO4J_TEST_URI."""
    login = Login(os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
    return Server(os.environ["NEO4J_TEST_URI"], login)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Refuse a database that holds anything, once and before any worker writes into it."""
    if "NEO4J_TEST_URI" not in os.environ or hasattr(session.config, "workerinput"):
        return
    server = given()
    with server.driver:
        try:
            holds = server.ask("MATCH (n) RETURN n LIMIT 1")
        except (DriverError, Neo4jError) as error:
            pytest.exit(f"The server at NEO4J_TEST_URI cannot be asked: {error}", 2)
    if holds:
        pytest.exit("The database at NEO4J_TEST_URI is not empty; the tests write only into one that is.", 2)


def why_left_out() -> str:
    """Return why no test of a server can run here; nothing where one can, or where it was promised that one can."""
    if "NEO4J_TEST_URI" in os.environ or os.environ.get("CI") == "true" or not (missing := missing_tools()):
        return ""
    return f"there is no NEO4J_TEST_URI, and no {' and no '.join(missing)} to start a server with"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out the tests of servers where none is possible; each is known by its name, too."""
    of_servers = [item for item in items if item.get_closest_marker("neo4j")]
    if odd := [item.nodeid for item in of_servers if not names_a_server(item.nodeid)]:
        raise pytest.UsageError(f"What needs a server has neo4j or test_server in its name, not so {odd[0]}.")
    if why_left_out():
        items[:] = [item for item in items if item not in of_servers]
        config.hook.pytest_deselected(items=of_servers)


def names_a_server(test: str) -> bool:
    """Return whether a test says by its name that it needs a server: who deals out the tests sees no marks."""
    return "neo4j" in test or "/test_server" in test


class OneForServers(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types
    """Gives whole files to the workers, and all tests of servers to one of them: two servers are enough."""

    def _split_scope(self, nodeid: str) -> str:
        return "neo4j" if names_a_server(nodeid) else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> OneForServers:
    """Deal out the tests where there are several workers."""
    return OneForServers(config, log)


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
