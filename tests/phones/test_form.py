"""The form on the room's Wi-Fi: nothing acknowledged is lost, and without the code nobody reads or writes."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from graph.errors import InputError, StoreError
from phones.started import Started, own_address, picture, start
from phones.waiting import Session, Waiting

BODIES = {f"pk-body-{number}": f"Body {number} of Pakistan" for number in range(12)}
KINDS = {"information-exchange": "information exchange", "training": "training"}
HERE = "127.0.0.1"
PHONES, EACH = 60, 5


@pytest.fixture
def port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind((HERE, 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def waiting(tmp_path: Path) -> Waiting:
    return Waiting(tmp_path / "phones.db")


@pytest.fixture
def session(waiting: Waiting) -> Session:
    return waiting.begin("Karachi", BODIES, KINDS)


@pytest.fixture
def form(waiting: Waiting, session: Session, port: int) -> Iterator[Started]:
    started = start(waiting.file, HERE, port)
    yield started
    started.stop()


def post(port: int, path: str, content: object, kind: str = "application/json", of: str = HERE) -> tuple[int, Any]:
    with closing(http.client.HTTPConnection(HERE, port, timeout=10, source_address=(of, 0))) as line:
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        line.request("POST", path, body, {"Content-Type": kind})
        answer = line.getresponse()
        return answer.status, json.loads(answer.read() or b"null")


def get(port: int, path: str) -> tuple[int, str, dict[str, str]]:
    with closing(http.client.HTTPConnection(HERE, port, timeout=10)) as line:
        line.request("GET", path)
        answer = line.getresponse()
        return answer.status, answer.read().decode(), dict(answer.getheaders())


def answer(number: int, **more: str) -> dict[str, str]:
    says = {"said_by": "pk-body-0", "other": "pk-body-1", "kind": "training"}
    return {"id": f"{number:032x}", **says, **more}


def test_whoever_has_the_code_gets_the_released_names_and_nothing_else(form: Started, session: Session) -> None:
    status, said = post(form.port, "/begin", {"code": session.code.lower()})
    assert (status, said) == (200, {"title": "Karachi", "bodies": BODIES, "kinds": KINDS})


def test_an_answer_is_on_the_disk_when_it_is_acknowledged(form: Started, session: Session, waiting: Waiting) -> None:
    status, said = post(form.port, "/answers", {"code": session.code, "answer": answer(1)})
    assert (status, said) == (201, {"kept": f"{1:032x}"})
    assert [kept.id for kept in waiting.answers()] == [f"{1:032x}"]


def test_without_the_code_nothing_is_read_and_nothing_kept(form: Started, waiting: Waiting) -> None:
    for call in ({"code": "AAAAAA"}, {"code": ""}, {"code": None}, {"code": ["A"]}, {}):
        assert post(form.port, "/begin", call)[0] in (403, 429)
        assert post(form.port, "/answers", {**call, "answer": answer(1)})[0] in (403, 429)
    assert waiting.answers() == []


def test_guessing_the_code_ends_soon_even_with_the_right_one(form: Started, session: Session) -> None:
    said = [post(form.port, "/begin", {"code": f"AAAAA{number}"})[0] for number in range(12)]
    assert said[0] == 403
    assert said[-1] == 429
    assert post(form.port, "/begin", {"code": session.code})[0] == 429


def test_a_closed_session_opens_nothing(form: Started, session: Session, waiting: Waiting) -> None:
    waiting.end()
    assert post(form.port, "/begin", {"code": session.code})[0] == 403


def test_no_address_gives_answers_or_files(form: Started, session: Session) -> None:
    post(form.port, "/answers", {"code": session.code, "answer": answer(1, other="A secret body")})
    for path in ("/answers", "/begin", "/phones.db", "/../phones.db", "/%2e%2e/phones.db", "//etc/passwd", "/docs"):
        status, text, _ = get(form.port, path)
        assert status in (404, 405)
        assert "secret" not in text
    status, page, headers = get(form.port, "/")
    assert status == 200
    assert not [name for name in (*BODIES.values(), session.code, "secret") if name in page]
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["cache-control"] == "no-store"
    assert headers["x-frame-options"] == "DENY"


def test_other_sites_cannot_post_through_a_phone(form: Started, session: Session) -> None:
    sent = {"code": session.code, "answer": answer(1)}
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""):
        assert post(form.port, "/answers", sent, kind)[0] == 415


@pytest.mark.parametrize("body", [b"x" * 5_000, b"[" * 4_000, b"\xff\xfe", b"null", b"[]", b"{"])
def test_what_is_no_answer_is_refused_and_the_form_goes_on(form: Started, session: Session, body: bytes) -> None:
    assert post(form.port, "/answers", body)[0] in (400, 413)
    assert post(form.port, "/begin", {"code": session.code})[0] == 200


def test_the_same_id_with_other_words_is_refused(form: Started, session: Session) -> None:
    assert post(form.port, "/answers", {"code": session.code, "answer": answer(1)})[0] == 201
    assert post(form.port, "/answers", {"code": session.code, "answer": answer(1)})[0] == 201
    assert (
        post(form.port, "/answers", {"code": session.code, "answer": answer(1, kind="information-exchange")})[0] == 409
    )


def test_of_sixty_phones_no_answer_is_lost_or_doubled_when_the_laptop_is_killed_in_between(
    form: Started, session: Session, waiting: Waiting, port: int
) -> None:
    """Each phone sends until it is acknowledged, as the form does; the server is killed twice meanwhile."""
    stop = threading.Event()
    kept: list[int] = []

    def phone(number: int) -> None:
        for place in range(EACH):
            mine = answer(number * EACH + place, said_by=f"pk-body-{number % 12}", other=f"Neighbour {number}")
            while not stop.is_set():
                try:
                    status, _ = post(port, "/answers", {"code": session.code, "answer": mine}, of=f"127.0.1.{number}")
                except (OSError, http.client.HTTPException):
                    status = 0
                if status == 201:
                    kept.append(number)
                    break
                stop.wait(0.3)

    threads = [threading.Thread(target=phone, args=(number,)) for number in range(PHONES)]
    for thread in threads:
        thread.start()
    running = form
    for share in (0.3, 0.6):
        while len(kept) < share * PHONES * EACH:
            stop.wait(0.02)
        os.kill(running.process.pid, signal.SIGKILL)
        running.stop()
        running = start(waiting.file, HERE, port)
    for thread in threads:
        thread.join(120)
    stop.set()
    running.stop()
    assert len(kept) == PHONES * EACH
    assert len({one.id for one in waiting.answers()}) == len(waiting.answers()) == PHONES * EACH


def test_the_form_ends_with_the_program_that_started_it_even_when_that_is_killed(waiting: Waiting, port: int) -> None:
    begin = f"""
from pathlib import Path; from phones.started import start
form = start(Path({str(waiting.file)!r}), {HERE!r}, {port})
print(form.process.pid, flush=True); form.process.wait()
"""
    with subprocess.Popen([sys.executable, "-c", begin], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        form = int(program.stdout.readline())
        assert get(port, "/")[0] == 200
        program.kill()
    for _ in range(200):
        if not _answers(port):
            return
        time.sleep(0.05)
    os.kill(form, signal.SIGKILL)
    pytest.fail("the form goes on without its program")


def _answers(port: int) -> bool:
    try:
        return get(port, "/")[0] == 200
    except OSError:
        return False


def test_a_port_that_is_taken_is_said_in_a_sentence(form: Started, waiting: Waiting) -> None:
    with pytest.raises(StoreError, match=f"cannot begin at {HERE}, port {form.port}"):
        start(waiting.file, HERE, form.port)


def test_a_laptop_without_an_address_is_asked_for_one(waiting: Waiting) -> None:
    with pytest.raises(InputError, match="No address"):
        start(waiting.file, "")


def test_the_code_stands_where_no_server_sees_it_and_the_picture_is_drawn(form: Started, session: Session) -> None:
    assert form.url(session.code) == f"http://{HERE}:{form.port}/#{session.code}"
    assert picture(form.url(session.code)).startswith(b"<svg")


@pytest.mark.parametrize("address", ["192.168.4.7", ""])
def test_the_address_of_the_laptop_is_looked_up_without_sending_anything(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    class Probe(socket.socket):
        def connect(self, _: object) -> None:
            if not address:
                raise OSError("Network is unreachable")

        def getsockname(self) -> tuple[str, int]:
            return address, 5000

    monkeypatch.setattr("phones.started.socket.socket", Probe)
    assert own_address() == address
