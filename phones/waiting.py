"""Answers that wait for the facilitator, in a file of their own: what was acknowledged is on the disk.

The file knows nothing of the record but what the facilitator released for the form: names of bodies and kinds of
contact. The form writes answers and never reads one; only the page Workshop does.
"""

import json
import secrets
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError, StoreError

# Without what looks alike on a projector: 0 and O, 1, I and L, 5 and S, 8 and B.
LETTERS = "ACDEFGHJKMNPQRTUVWXY234679"
CODE_LENGTH = 6
MOST_ANSWERS = 5_000
LONGEST = 200  # characters of a field
WAITING, ACCEPTED, REJECTED = "waiting", "accepted", "rejected"

_SCHEMA = """
create table if not exists session (
    code text primary key, title text not null, bodies text not null, kinds text not null, is_open integer not null
) strict;
create table if not exists answer (
    id text primary key, code text not null references session (code), at text not null,
    said_by text not null, other text not null, kind text not null, state text not null default 'waiting'
) strict;
create table if not exists hidden (line text primary key) strict;
create index if not exists answer_by_state on answer (code, state);
"""


@dataclass(frozen=True, slots=True)
class Session:
    """What a form shows to whoever has the code: a title, bodies (name by id) and kinds of contact (words by kind)."""

    code: str
    title: str
    bodies: Mapping[str, str]
    kinds: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: a body says that it is in contact with another; `other` is an id of the form, or a name in words."""

    id: str
    said_by: str
    other: str
    kind: str
    at: str = ""
    state: str = WAITING


class Waiting:
    """The file; every write is on the disk when its call returns, and any process may open it at any time."""

    def __init__(self, file: Path) -> None:
        self.file = file
        try:
            with closing(self._open()) as db, db:
                db.executescript(_SCHEMA)
        except (sqlite3.Error, OSError) as error:
            raise _not_usable(file) from error

    def begin(self, title: str, bodies: Mapping[str, str], kinds: Mapping[str, str]) -> Session:
        """Open a session under a new code; those before it are closed, their answers stay.

        One of this title that is open goes on under its code, with these names: phones that hold it need no other.
        """
        known = self.session()
        new = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
        code = known.code if known and known.title == title else new
        session = Session(code, title, bodies, kinds)
        says = (code, title, json.dumps(dict(bodies)), json.dumps(dict(kinds)))
        with closing(self._open()) as db, db:
            db.execute("update session set is_open = 0")
            db.execute("insert or replace into session values (?, ?, ?, ?, 1)", says)
        return session

    def end(self) -> None:
        """Close every session: no code opens the form any more."""
        with closing(self._open()) as db, db:
            db.execute("update session set is_open = 0")

    def session(self) -> Session | None:
        """Return the session that is open, or None."""
        with closing(self._open()) as db:
            found = db.execute("select code, title, bodies, kinds from session where is_open = 1").fetchone()
        return Session(found[0], found[1], json.loads(found[2]), json.loads(found[3])) if found else None

    def keep(self, code: str, answer: Answer) -> bool:
        """Keep an answer of the open session; one that came before, by its id, is kept already.

        Returns False where the same id came with other words, or the session is full: nothing is kept then.
        """
        says = (answer.said_by, answer.other, answer.kind)
        with closing(self._open()) as db, db:
            db.execute("begin immediate")
            known = db.execute("select code, said_by, other, kind from answer where id = ?", (answer.id,)).fetchone()
            if known:
                return bool(known == (code, *says))
            (count,) = db.execute("select count(*) from answer where code = ?", (code,)).fetchone()
            if count >= MOST_ANSWERS:
                return False
            db.execute(
                "insert into answer (id, code, at, said_by, other, kind) values (?, ?, ?, ?, ?, ?)",
                (answer.id, code, answer.at, *says),
            )
        return True

    def answers(self, state: str = WAITING, title: str = "") -> list[Answer]:
        """Return the answers in a state, of the sessions of a title or of all, in the order in which they came."""
        asked = (
            "select id, said_by, other, kind, at, state from answer join session using (code) "
            "where state = ? and ? in ('', title) order by at, id"
        )
        with closing(self._open()) as db:
            return [Answer(*row) for row in db.execute(asked, (state, title))]

    def decide(self, answer: str, state: str) -> None:
        """Put an answer into a state: accepted, rejected, or waiting again."""
        with closing(self._open()) as db, db:
            db.execute("update answer set state = ? where id = ?", (state, answer))

    def hide(self, line: str, is_hidden: bool) -> None:
        """Have a line not stand on the wall, or stand there again; a page that is loaded anew still knows it."""
        act = "insert or ignore into hidden values (?)" if is_hidden else "delete from hidden where line = ?"
        with closing(self._open()) as db, db:
            db.execute(act, (line,))

    def hidden(self) -> set[str]:
        """Return the lines that shall not stand on the wall."""
        with closing(self._open()) as db:
            return {line for (line,) in db.execute("select line from hidden")}

    def _open(self) -> sqlite3.Connection:
        # Rollback journal, not WAL: the versions of SQLite in use have a fault there (design.md §5).
        db = sqlite3.connect(self.file, timeout=10, isolation_level=None)
        db.execute("pragma synchronous = full")
        return db


def _not_usable(file: Path) -> StoreError:
    return StoreError(f"The file of the phones, {file.name}, cannot be used.", "See that its folder may be written.")


def checked(session: Session, given: object, at: str) -> Answer:
    """Return the answer that a phone sent, or raise InputError: whatever comes over the Wi-Fi may be an attack."""
    if not isinstance(given, dict) or set(given) != {"id", "said_by", "other", "kind"}:
        raise InputError("An answer has four fields.")
    if not all(isinstance(value, str) and len(value) <= LONGEST for value in given.values()):
        raise InputError(f"Every field is text of at most {LONGEST} characters.")
    name = given["id"]
    if not (16 <= len(name) <= 64 and name.isascii() and name.replace("-", "").isalnum()):
        raise InputError("The id of the answer is none.")
    if given["said_by"] not in session.bodies or given["kind"] not in session.kinds:
        raise InputError("Choose a body and a kind of contact of the form.")
    other = given["other"].strip()
    if not other or not other.isprintable() or other == given["said_by"]:
        raise InputError("Name another body.")
    return Answer(name, given["said_by"], other, given["kind"], at)
