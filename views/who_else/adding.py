"""Puts a body on record from a suggestion: one click opens the form, a second one keeps it, with its source."""

import hashlib
from dataclasses import dataclass

import streamlit as st

from graph import vocabulary
from graph.analysis.who_else.new_body import new_body
from graph.analysis.who_else.new_duty import Duty, new_duty
from graph.errors import InputError
from graph.history import Batch
from graph.model import Source
from graph.record import Record
from graph.stores.base import now
from views.parts import changing, words
from views.parts.safe_text import shown

OPEN = "adding"
NEW = ""
MOST_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is missing: in which country, under which name, of which kind, or for which duty."""

    country: str
    name: str = ""
    kind: str = ""
    duty: Duty | None = None


def button(key: str) -> None:
    """Draw the button that opens the form of a suggestion."""
    if st.session_state.get(OPEN) != key:
        st.button(
            "Put on record", key=f"add-{key}", icon=":material/add:", type="tertiary", on_click=_open, args=(key,)
        )


def form(record: Record, wanted: Wanted, key: str) -> None:
    """Draw the form of a suggestion where it is open."""
    if st.session_state.get(OPEN) != key:
        return
    with st.container(border=True, gap="small", key=f"form-{key}"):
        refused = changing.why_not()
        if refused:
            st.text(refused)
        else:
            _fields(record, wanted)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            if not refused:
                st.button("Keep", key=f"keep-{key}", type="primary", on_click=_keep, args=(wanted,))
            st.button("Close", key=f"close-{key}", type="tertiary", on_click=_open, args=("",))
            st.caption("Bodies and posts only, never a person. It can be undone.", width="content")


def _fields(record: Record, wanted: Wanted) -> None:
    body = _body_field(record, wanted) if wanted.duty else NEW
    if body == NEW:
        left, right = st.columns(2, gap="medium")
        left.text_input("Name of the body", wanted.name, key="new-name", max_chars=MOST_CHARACTERS)
        kinds = list(vocabulary.ORGANIZATION_KINDS)
        place = kinds.index(wanted.kind) if wanted.kind in kinds else None
        right.selectbox("Kind", kinds, place, key="new-kind", format_func=words.kind, placeholder="choose a kind")
    left, right = st.columns(2, gap="medium")
    with right:
        changing.author_field()
    with left:
        _source_field(record, wanted.country)
    if not st.session_state["new-source"]:
        title, url, kind = st.columns(3, gap="medium")
        title.text_input("Title of the source", key="new-title", max_chars=MOST_CHARACTERS)
        url.text_input("Its web address, if it has one", key="new-url", placeholder="https://", max_chars=1000)
        kind.selectbox("Kind of source", vocabulary.SOURCE_KINDS, key="new-source-kind")


def _body_field(record: Record, wanted: Wanted) -> str:
    """Ask which body of the country has the duty; it may be a new one."""
    living = [body for body in record.bodies.get(wanted.country, ()) if record.is_living(body)]
    named = sorted(living, key=lambda body: record.organizations[body].name)
    chosen = st.selectbox(
        "Which body",
        [*named, NEW],
        None,
        key="new-holder",
        format_func=lambda body: shown(record.organizations[body].name) if body else "A body that is not on record",
        placeholder="choose a body of the record",
    )
    return chosen if chosen is not None else "not chosen"


def _source_field(record: Record, country: str) -> None:
    """Ask where this was read: a source of the record, those of the country first, or a new one."""
    st.selectbox(
        "Where you read it",
        [NEW, *_sources_of(record, country)],
        key="new-source",
        format_func=lambda source: _source_name(record, source),
    )


def _source_name(record: Record, source: str) -> str:
    if source == NEW:
        return "A new source"
    known = record.sources[source]
    return shown(", ".join(part for part in (known.title, known.publisher, known.published) if part))


def _sources_of(record: Record, country: str) -> list[str]:
    """Return all sources by title, those first in which bodies of the country were read."""
    own = {source for body in record.bodies.get(country, ()) for source in record.organizations[body].sources}
    return sorted(record.sources, key=lambda source: (source not in own, record.sources[source].title.casefold()))


def _keep(wanted: Wanted) -> None:
    name = _said("new-name") or "The treaty desk"
    changing.keep(lambda record: _change(record, wanted), f"{name} is on record.")


def _change(record: Record, wanted: Wanted) -> Batch:
    """Return the change that the form asks for; raises InputError where something is not said."""
    source = _source(record)
    holder = st.session_state.get("new-holder") if wanted.duty else NEW
    if holder is None:
        raise InputError("No body is chosen.", "Choose one, or “A body that is not on record”.")
    if wanted.duty and holder != NEW:
        return new_duty(record, holder, wanted.duty, source, now(), changing.author())
    if not _said("new-name") or not _said("new-kind"):
        raise InputError("A body needs a name and a kind.", "Give both.")
    return new_body(
        record,
        _said("new-name"),
        country=wanted.country,
        kind=_said("new-kind"),
        source=source,
        at=now(),
        duty=wanted.duty,
        author=changing.author(),
    )


def _source(record: Record) -> str | Source:
    """Return the source that was chosen, or the new one; one of the same title and address is the same."""
    title, url = _said("new-title"), _said("new-url")
    if _said("new-source"):
        return _said("new-source")
    if not title:
        raise InputError("Every entry needs its source.", "Choose one of the record, or give the title of a new one.")
    name = f"added-{hashlib.sha256(f'{title} {url}'.encode()).hexdigest()[:10]}"
    return name if name in record.sources else Source(id=name, title=title, url=url, kind=_said("new-source-kind"))


def _said(field: str) -> str:
    return str(st.session_state.get(field) or "").strip()


def _open(key: str) -> None:
    """Open one form, empty; another one closes."""
    for field in ("new-name", "new-kind", "new-holder", "new-source", "new-title", "new-url", "new-source-kind"):
        st.session_state.pop(field, None)
    st.session_state[OPEN] = key
