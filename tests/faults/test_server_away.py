"""A server that is not there, or is something else, is one sentence within seconds, and no secret is in it."""

import logging
import socket
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager

import pytest

from graph.errors import InputError, StoreError
from graph.stores import open_store
from tests.faults.servers_that_fail import (
    closing,
    listening,
    nobody,
    old_server,
    shell,
    silent,
    silent_after_greeting,
    web_server,
)
from tests.servers import Servers

CANARY = "hunter2-canary"
AWAY = "The Neo4j server {} does not answer. Check that it runs, and the address and port; or work with another store"
ELSE = "What answers at {} is no Neo4j server, or one older than 5.7. Check the address and port."
OLD = "The server at {} is Neo4j/4.4.40; the store needs Neo4j 5.7 or newer. Use a newer server."

Place = Callable[[], AbstractContextManager[int]]


def by(answer: Callable[[socket.socket], None]) -> Place:
    return lambda: listening(answer)


PLACES: dict[str, tuple[Place, str]] = {
    "nobody": (nobody, AWAY),
    "silent": (by(silent), AWAY),
    "silent-after-greeting": (by(silent_after_greeting), AWAY),
    "web-server": (by(web_server), AWAY),
    "closing": (by(closing), AWAY),
    "something-else": (by(shell), ELSE),
    "too-old": (by(old_server), OLD),
}


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_USERNAME", "neo4j")
    monkeypatch.setenv("NEO4J_PASSWORD", CANARY)


def what_is_said(url: str, caplog: pytest.LogCaptureFixture) -> str:
    """Open a store that fails, and return the sentence; a minute of silence is a failure of the test."""
    caplog.set_level(logging.DEBUG)
    with ThreadPoolExecutor(1) as other:
        error = other.submit(open_store, url).exception(timeout=60)
    assert isinstance(error, StoreError)
    assert CANARY not in caplog.text + "".join(traceback.format_exception(error))
    return str(error)


@pytest.mark.parametrize(("place", "sentence"), PLACES.values(), ids=PLACES.keys())
@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_what_does_not_answer_is_a_sentence(
    place: Place, sentence: str, scheme: str, caplog: pytest.LogCaptureFixture
) -> None:
    if sentence == OLD and scheme == "neo4j":
        pytest.skip("the made-up old server knows no routing")
    with place() as port:
        said = what_is_said(f"{scheme}://127.0.0.1:{port}", caplog)
        assert said.startswith(sentence.format(f"127.0.0.1:{port}"))


@pytest.mark.neo4j
def test_a_wrong_password_is_named_and_not_repeated(servers: Servers, caplog: pytest.LogCaptureFixture) -> None:
    said = what_is_said(servers[0].url, caplog)
    assert "refused the user name or the password. Set NEO4J_USERNAME and NEO4J_PASSWORD" in said


def test_no_password_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD")
    with pytest.raises(InputError, match=r"^The Neo4j server's password is not given\. Set NEO4J_USERNAME and"):
        open_store("neo4j://localhost:1")


@pytest.mark.parametrize(
    "url",
    ["neo4j://", "neo4j://:7687", "bolt://h:x", "neo4j://h/path", "neo4j://h?x=1", "neo4j+ssc://h", "bolt://h:99999"],
)
def test_a_url_of_no_server_is_refused(url: str) -> None:
    with pytest.raises(InputError, match="address"):
        open_store(url)
