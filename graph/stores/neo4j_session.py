"""One connection to a Neo4j server: its timeouts, its transactions, and what is said when it fails."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Thread
from typing import Any, TypeVar

from neo4j import READ_ACCESS, Driver, GraphDatabase, ManagedTransaction, Session, Transaction, unit_of_work
from neo4j.exceptions import (
    AuthConfigurationError,
    AuthError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    UnsupportedServerProduct,
)

from graph.errors import StoreBusy, StoreError

# Every one of them is needed: with `connection_timeout` alone a server that accepts and stays silent holds the
# driver for more than a minute (measured). Together they add up to less than ten seconds.
CONNECT = 2.5  # seconds to open a connection
ACQUIRE = 4.0  # seconds to have one that is ready
RETRY = 3.0  # seconds within which what failed for a moment is tried again
WRITE = 60.0  # seconds that one writing transaction may take, waiting for another included
# Part of a large change waits for nobody and is less than a second of work: a server that needs hundreds of times as
# long comes to its end too.
PIECE = 600.0
READ = 3600.0
# Long work and a frozen server look alike to the driver, which waits for minutes. So whoever has waited this long asks
# on a second connection whether the server still lives, and again for as long as it does.
PATIENCE = 5.0
ASKED = 2  # times in vain until the server is given up

OLDEST = (5, 7)  # the first with constraints on relationships
_OLDEST = ".".join(map(str, OLDEST))

# What the driver would say on standard error is said by the errors below.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

Got = TypeVar("Got")
AnyTransaction = ManagedTransaction | Transaction
Work = Callable[[AnyTransaction], Got]


@dataclass(frozen=True, slots=True)
class Login:
    """Who asks; the password is in no text that this object makes."""

    user: str
    password: str

    def __repr__(self) -> str:
        return f"Login({self.user!r})"


class Connection:
    """The driver for one server, opened when first needed; any number of threads may use it."""

    def __init__(self, url: str, name: str, login: Login) -> None:
        self.name = name
        self._url, self._login = url, login
        self._is_closed = False
        with self.told():
            self._driver = _driver(url, login)
        try:
            with self.told():
                self._refuse_old(self._driver.get_server_info().agent)
        except BaseException:
            self.close()
            raise

    def _refuse_old(self, agent: str) -> None:
        version = _version(agent)
        if version < OLDEST:
            what = f"The server at {self.name} is {agent}; the store needs Neo4j {_OLDEST} or newer."
            raise StoreError(what, "Use a newer server.")

    def close(self) -> None:
        """Close all connections; calling it twice is fine."""
        self._is_closed = True
        self._driver.close()

    def read(self, work: Work[Got]) -> Got:
        """Return what a piece of work gives that only reads; tried again where the server failed for a moment."""
        with self.told(), self._watched() as driver, _reading(driver) as session:
            return _surely(session.execute_read, unit_of_work(timeout=READ)(work))

    def write(self, work: Work[Got], limit: float = WRITE) -> Got:
        """Do a piece of work whole or not at all, and return what it gives.

        It is tried again where the server failed for a moment, and also where the connection broke so that nobody
        knows whether it was kept: each piece of work looks first whether it has been done.
        """
        with self.told(), self._watched() as driver, driver.session() as session:
            return _surely(session.execute_write, unit_of_work(timeout=limit)(work))

    @contextmanager
    def streaming(self) -> Iterator[Transaction]:
        """Give a transaction for reading more than is held at once."""
        with (
            self.told(),
            self._watched() as driver,
            _reading(driver) as session,
            session.begin_transaction(timeout=READ) as transaction,
        ):
            yield transaction

    @contextmanager
    def _watched(self) -> Iterator[Driver]:
        """Give the driver, and end the waiting for a server that has stopped to answer."""
        driver, done = self._driver, Event()
        Thread(target=self._watch, args=(driver, done), daemon=True).start()
        try:
            yield driver
        except Exception as error:
            if self._driver is driver or self._is_closed:
                raise
            raise _away(self.name) from error  # whatever a connection says that was taken away in the middle
        finally:
            done.set()

    def _watch(self, driver: Driver, done: Event) -> None:
        while not done.wait(PATIENCE):
            if not self._answers() and not done.is_set():
                self._give_up(driver)
                return

    def _answers(self) -> bool:
        """Return whether the server says anything to somebody new, a refusal included."""
        for _ in range(ASKED):
            try:
                with _driver(self._url, self._login) as other:
                    other.verify_connectivity()
                return True
            except Neo4jError:
                return True
            except (DriverError, OSError):
                continue
        return False

    def _give_up(self, driver: Driver) -> None:
        """Take every connection away from those who wait; whoever comes next begins with new ones."""
        if self._driver is driver and not self._is_closed:
            self._driver = _driver(self._url, self._login)
            driver.close()

    @contextmanager
    def told(self) -> Iterator[None]:
        """Say what the server or the driver could not do as an error of this program."""
        try:
            yield
        except (DriverError, Neo4jError, UnsupportedServerProduct, OSError) as error:
            if self._is_closed:
                raise StoreError(f"The store {self.name} has been closed.") from error
            raise error_of(self.name, error) from error


def _reading(driver: Driver) -> Session:
    return driver.session(default_access_mode=READ_ACCESS, fetch_size=5000)


def _surely(execute: Callable[[Work[Got]], Got], work: Work[Got]) -> Got:
    """Execute a piece of work once more where the driver itself would not: after a cut at its very end."""
    try:
        return execute(work)
    except IncompleteCommit:
        return execute(work)


def _driver(url: str, login: Login) -> Driver:
    return GraphDatabase.driver(
        url,
        auth=(login.user, login.password),
        connection_timeout=CONNECT,
        connection_acquisition_timeout=ACQUIRE,
        max_transaction_retry_time=RETRY,
        notifications_min_severity="OFF",
        telemetry_disabled=True,
        user_agent="whoelse",
    )


def _version(agent: str) -> tuple[int, ...]:
    """Return the two first numbers of `Neo4j/5.26.0`; a server that gives none counts as none."""
    numbers = agent.partition("/")[2].split("-")[0].split(".")[:2]
    return tuple(int(number) for number in numbers if number.isdigit())


def error_of(name: str, error: Exception) -> StoreError:
    """Return the sentence for an error of the driver or the server; what the server itself says is not repeated."""
    code = str(getattr(error, "code", "") or "")
    for sign, kind, what, do in _SENTENCES:
        if sign in code:
            return kind(what.format(name), do)
    if isinstance(error, AuthError | AuthConfigurationError):
        return StoreError(_LOGIN[0].format(name), _LOGIN[1])
    if isinstance(error, UnsupportedServerProduct):
        what = f"What answers at {name} is no Neo4j server, or one older than {_OLDEST}."
        return StoreError(what, "Check the address and port.")
    if isinstance(error, IncompleteCommit):
        what = f"The connection to the Neo4j server {name} broke while a change was being kept."
        return StoreError(what, "Repeat the change: the same change twice counts once.")
    if isinstance(error, Neo4jError) and not error.is_retryable():
        return StoreError(f"The Neo4j server {name} refused what it was asked ({code or 'no code given'}).")
    return _away(name)


def _away(name: str) -> StoreError:
    return StoreError(f"The Neo4j server {name} does not answer.", _CHECK)


_CHECK = "Check that it runs, and the address and port; or work with another store meanwhile."
_LOGIN = (
    "The Neo4j server {} refused the user name or the password.",
    "Set NEO4J_USERNAME and NEO4J_PASSWORD to what it knows.",
)
_BUSY = ("Another program holds the store {}.", "Try again in a moment.")
_READ_ONLY = ("The store {} may be read but not written.", "Ask whoever runs the server to allow writing.")

# A part of the server's code for what happened, and what is said of it.
_SENTENCES: tuple[tuple[str, type[StoreError], str, str], ...] = (
    ("Security.Forbidden", StoreError, *_READ_ONLY),
    ("Security.", StoreError, *_LOGIN),
    ("ReadOnly", StoreError, *_READ_ONLY),
    ("AccessMode", StoreError, *_READ_ONLY),
    ("NotALeader", StoreError, *_READ_ONLY),
    ("TransactionTimedOut", StoreBusy, *_BUSY),
    ("DeadlockDetected", StoreBusy, *_BUSY),
    ("Lock", StoreBusy, *_BUSY),
    ("EntityNotFound", StoreBusy, "Another program changed the store {} meanwhile.", "Try again."),
    (
        "MemoryPoolOutOfMemory",
        StoreError,
        "The Neo4j server {} has too little memory for this; nothing was written.",
        "Give it more (server.memory.heap.max_size), or load less at once.",
    ),
    ("OutOfMemory", StoreError, "The Neo4j server {} has too little memory.", "Give it more."),
    ("OutOfDisk", StoreError, "There is no room left on the disk of the Neo4j server {}.", "Free some and try again."),
)


def rows(transaction: AnyTransaction, statement: str, **values: Any) -> Iterator[Any]:
    """Run a statement of cypher.py and yield what each row gives: its one value, or all as a dictionary."""
    for record in transaction.run(statement, values):
        yield record[0] if len(record) == 1 else record.data()
