"""A server for this machine: reachable from nowhere else, with a password that nobody else reads."""

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.errors import StoreError
from server import artifacts, docker, java, neo4j
from tests.servers import Servers

ROOT = Path(__file__).resolve().parents[2]


def test_the_password_is_random_and_for_its_owner_only(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    password = java.password_in(tmp_path)
    assert len(password) >= 20
    assert java.password_in(tmp_path) == password != java.password_in(tmp_path / "other")
    assert stat.S_IMODE((tmp_path / "password").stat().st_mode) == 0o600


def test_docker_publishes_to_this_machine_only_and_shows_no_password(tmp_path: Path) -> None:
    command = docker.command(tmp_path, 7687)
    published = [command[place + 1] for place, word in enumerate(command) if word == "--publish"]
    assert len(published) == 2
    assert all(port.startswith("127.0.0.1:") for port in published)
    assert command[command.index("NEO4J_AUTH") - 1] == "--env"
    assert not any(word.startswith("NEO4J_AUTH=") for word in command)


def test_what_is_missing_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for module in (artifacts, neo4j):
        monkeypatch.setattr(module, "FOLDER", tmp_path / "neo4j")
    with pytest.raises(
        StoreError, match=r"^A Neo4j server cannot be started here: there is no java and no mvn\. Install"
    ):
        artifacts.jars()
    assert neo4j.main(["7999"]) == 3
    assert "there is no java and no mvn. Install" in capsys.readouterr().err


STARTS_ONE = """
import subprocess, time
from server.java import ended_with_us
child = subprocess.Popen(["sleep", "600"])
ended_with_us(child.pid)
print(child.pid, flush=True)
time.sleep(600)
"""


def test_a_server_does_not_outlive_the_program_that_started_it() -> None:
    with subprocess.Popen([sys.executable, "-c", STARTS_ONE], cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        child = int(program.stdout.readline())
        assert is_there(child)
        program.kill()
    until = time.monotonic() + 30
    while is_there(child) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_there(child)


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.neo4j
def test_a_server_listens_on_this_machine_only(servers: Servers) -> None:
    server = servers[0]
    if server.java is None:
        pytest.skip("the server at NEO4J_TEST_URI is not ours to look at")
    settings = (server.java.home / "conf" / "neo4j.conf").read_text(encoding="utf-8").splitlines()
    assert f"server.bolt.listen_address=127.0.0.1:{server.java.port}" in settings
    assert {"server.default_listen_address=127.0.0.1", "server.http.enabled=false"} <= set(settings)
    assert "dbms.usage_report.enabled=false" in settings


@pytest.mark.neo4j
def test_a_server_that_cannot_start_says_so(servers: Servers, tmp_path: Path) -> None:
    running = servers[0].java
    if running is None:
        pytest.skip("the server at NEO4J_TEST_URI is not ours to look at")
    second = java.JavaServer(tmp_path, java.free_port(), heap="512m", settings={"server.no.such.setting": "1"})
    with pytest.raises(StoreError, match="The Neo4j server ended at once"):
        second.start()
