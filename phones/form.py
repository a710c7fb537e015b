"""The form as a web program: one page without a word of the record, and two calls that ask for the code.

`POST /begin {code}` gives what the facilitator released; `POST /answers {code, answer}` keeps one answer and says so
when it is on the disk. Nothing else is answered: no answer can be read, and nothing of the record but those names.
"""

import asyncio
import hmac
import json
import secrets
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from graph.errors import InputError
from phones.limits import Limit
from phones.waiting import Session, Waiting, checked

PAGE = Path(__file__).with_name("form.html")
MOST_BYTES = 4_096
SECONDS_TO_SEND = 10
ROOM = "the room"  # the name under which wrong codes of all addresses are counted together


class Form:
    """What the two calls share: the file of answers, and who may try how often."""

    def __init__(self, waiting: Waiting) -> None:
        self.waiting = waiting
        self.calls = Limit(burst=200, a_minute=400)  # a whole room may stand behind one address
        self.wrong = Limit(burst=8, a_minute=4)
        self.wrong_in_all = Limit(burst=200, a_minute=60)

    async def page(self, _: Request) -> Response:
        """Answer with the form, which is the same for everybody."""
        nonce = secrets.token_urlsafe(16)
        text = PAGE.read_text(encoding="utf-8").replace("{{nonce}}", nonce)
        policy = (
            f"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self'; "
            "img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )
        return HTMLResponse(text, headers={"Content-Security-Policy": policy})

    async def begin(self, request: Request) -> Response:
        """Answer with what the facilitator released, to whoever has the code."""
        given, session = await self._asked(request)
        if set(given) != {"code"}:
            raise _Refused(400, "Send the code alone.")
        return JSONResponse({"title": session.title, "bodies": dict(session.bodies), "kinds": dict(session.kinds)})

    async def answers(self, request: Request) -> Response:
        """Keep one answer, and say so when it is on the disk."""
        given, session = await self._asked(request)
        try:
            answer = checked(session, given.get("answer"), datetime.now(UTC).isoformat(timespec="microseconds"))
        except InputError as error:
            raise _Refused(400, error.what) from error
        if not await run_in_threadpool(self.waiting.keep, session.code, answer):
            raise _Refused(409, "This answer cannot be kept: it was sent with other words, or the session is full.")
        return JSONResponse({"kept": answer.id}, status_code=201)

    async def _asked(self, request: Request) -> tuple[dict[str, object], Session]:
        """Return what was sent and the open session, or refuse: too often, too large, not JSON, a wrong code."""
        who = request.client.host if request.client else ""
        if not self.calls.allows(who) or not self.wrong.allows(who, 0) or not self.wrong_in_all.allows(ROOM, 0):
            raise _Refused(429, "Too many tries. Wait a minute.")
        given = await _json(request)
        session = await run_in_threadpool(self.waiting.session)
        code = given.get("code")
        said = code.strip().upper() if isinstance(code, str) else ""
        if session is None or not hmac.compare_digest(said.encode(), session.code.encode()):
            self.wrong.allows(who)
            self.wrong_in_all.allows(ROOM)
            raise _Refused(403, "This code opens nothing. Look at the wall again.")
        return given, session


class _Refused(Exception):
    """A call that is refused, with its HTTP status and a sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


async def _json(request: Request) -> dict[str, object]:
    # Only JSON: a page of another site cannot send that here without asking first, and nothing allows it to.
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise _Refused(415, "Send JSON.")
    body = b""
    try:
        async with asyncio.timeout(SECONDS_TO_SEND):
            async for piece in request.stream():
                body += piece
                if len(body) > MOST_BYTES:
                    raise _Refused(413, "That is too long.")
    except TimeoutError as error:
        raise _Refused(408, "That took too long.") from error
    try:
        given = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise _Refused(400, "That is no JSON.") from error
    if not isinstance(given, dict):
        raise _Refused(400, "That is no JSON object.")
    return given


def _no_icon(_: Request) -> Response:
    return Response(status_code=204)


def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, _Refused)  # noqa: S101 (registered for this type alone)
    return JSONResponse({"error": error.sentence}, status_code=error.status)


def _not_foreseen(_: Request, __: Exception) -> Response:
    return JSONResponse({"error": "This could not be kept. It will be sent again."}, status_code=503)


def program(file: Path) -> Starlette:
    """Return the form as an ASGI program that keeps its answers in a file."""
    form = Form(Waiting(file))
    routes = [
        Route("/", form.page, methods=["GET"]),
        Route("/favicon.ico", _no_icon, methods=["GET"]),
        Route("/begin", form.begin, methods=["POST"]),
        Route("/answers", form.answers, methods=["POST"]),
    ]
    guarded = [Middleware(BaseHTTPMiddleware, dispatch=_guarded)]
    return Starlette(
        routes=routes, middleware=guarded, exception_handlers={_Refused: _refused, Exception: _not_foreseen}
    )


async def _guarded(request: Request, call: Callable[[Request], Awaitable[Response]]) -> Response:
    """Say in every answer that nothing is kept by the phone, framed by a page, or guessed from its content."""
    response = await call(request)
    response.headers.update(
        {
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "no-referrer",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
    )
    return response
