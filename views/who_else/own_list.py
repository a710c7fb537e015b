"""The reader's own list of a country's bodies: pasted or from a file, and what each line of it was taken for.

It is kept in the session alone, by country; nothing of it reaches the record unless the reader adds a name.
"""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from graph.answers import ListedName
from graph.errors import WhoElseError
from graph.record import Record
from loaders import lists
from views.parts import answers, words
from views.parts.answers import OwnList
from views.parts.safe_text import escaped, shown
from views.who_else import adding

NAMES, CHOSEN, SEEN = "own-names", "own-chosen", "own-seen"
EDITING, REFUSED = "own-editing", "own-refused"
TEXT, FILE = "own-text", "own-file"
MOST_CHARACTERS = 20_000
EXAMPLES = 2
COLUMNS = 3
OFFERED = 2
NOBODY = ""
SURE = frozenset({"id", "name", "short name", "acronym", "alias", "kind", "chosen"})
PLAIN = ("", "name", "chosen")


def of(code: str) -> OwnList:
    """Return the reader's own list for a country; empty where there is none."""
    names = _kept(NAMES).get(code, ())
    chosen = _kept(CHOSEN).get(code, {})
    return OwnList(tuple(names), tuple(sorted((line, chosen[line]) for line in names if line in chosen)))


def panel(record: Record, code: str, theme: str) -> None:
    """Draw the place where a list is given, or what its lines were taken for: at first those to check alone."""
    own = of(code)
    if not own.names or st.session_state.get(EDITING) == code:
        _ask(record, code, own)
        return
    listed = answers.who_else(record, code, theme, own)["listed"]
    doubtful = [line for line in listed if not _is_sure(line)]
    seen = _kept(SEEN).get(code, "doubtful" if doubtful else "none")
    with st.container(border=True, gap="small", key="own-list-read"):
        _head(code, listed, seen)
        if seen != "none" and doubtful:
            st.markdown(f"**Please check {words.count(len(doubtful), 'name')}**")
            _grid(record, code, doubtful)
        if seen == "all" and len(doubtful) < len(listed):
            st.markdown("**Found as written**")
            _grid(record, code, [line for line in listed if _is_sure(line)])


def in_short(record: Record, code: str, theme: str) -> None:
    """Draw in one line what the list is, with the way to it."""
    own = of(code)
    listed = answers.who_else(record, code, theme, own)["listed"]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.text(in_words(listed) if own.names else "You have not given a list of your own.", width="content")
        st.button("See it" if own.names else "Give your list", type="tertiary", on_click=_see_there, args=(code,))


def _see_there(code: str) -> None:
    st.session_state["show"] = ""
    _see(code, "all")


def _head(code: str, listed: Sequence[ListedName], seen: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{in_words(listed)}**", width="stretch")
        if seen != "all":
            st.button("See all names", type="tertiary", on_click=_see, args=(code, "all"))
        if seen != "none":
            st.button("Hide the names", type="tertiary", on_click=_see, args=(code, "none"))
        st.button("Change the list", type="tertiary", on_click=_edit, args=(code,))
        st.button("Forget it", type="tertiary", on_click=_forget, args=(code,))


def in_words(listed: Sequence[ListedName]) -> str:
    """Return how many names there are and how many of them are on record: "Your list: 13 names, all on record"."""
    found = [line["organization"]["id"] for line in listed if line["organization"]]
    rest, bodies = len(listed) - len(found), len(set(found))
    state = "all on record" if not rest else f"{len(found)} on record, {rest} not found"
    twice = f"; they mean {words.count(bodies, 'body', 'bodies')}, some named twice" if bodies < len(found) else ""
    return f"Your list: {words.count(len(listed), 'name')}, {state}{twice}"


def _is_sure(line: ListedName) -> bool:
    return line["organization"] is not None and line["why"] in SURE


def _ask(record: Record, code: str, own: OwnList) -> None:
    """Draw the form in which a list is pasted or uploaded."""
    roster = answers.country(record, code, "")["organizations"]
    examples = [record.organizations[body["id"]].name for body in roster[:EXAMPLES]]
    with st.form("own-list", border=True, enter_to_submit=False):
        left, right = st.columns([3, 2], gap="medium")
        left.text_area(
            "Bodies you have thought of, a name a line (acronyms will do; it is kept nowhere)",
            "\n".join(own.names),
            key=f"{TEXT}-{code}",
            height=132,
            max_chars=MOST_CHARACTERS,
            placeholder="\n".join(shown(name) for name in examples),
        )
        right.file_uploader(
            "Or a file: text, CSV or Excel, names in the first column",
            type=["txt", "csv", "xlsx"],
            key=f"{FILE}-{code}",
            max_upload_size=1,
        )
        with right:
            st.form_submit_button("Compare with the record", type="primary", on_click=_take, args=(code,))
    refused = st.session_state.pop(REFUSED, None)
    if refused:
        st.warning(f"**{escaped(refused[0])}** {escaped(refused[1])}", icon=":material/error:")


def _take(code: str) -> None:
    """Take over what was pasted and uploaded; what may not be a list is refused in words."""
    text = str(st.session_state.get(f"{TEXT}-{code}") or "")
    file = st.session_state.get(f"{FILE}-{code}")
    try:
        uploaded = lists.names_of(file.name, file.getvalue()) if file else []
        names = lists.checked(lists.names_in("\n".join((text, *uploaded))))
    except WhoElseError as error:
        st.session_state[REFUSED] = (error.what, error.do)
        return
    _kept(NAMES)[code] = tuple(names)
    _kept(SEEN).pop(code, None)
    st.session_state.pop(EDITING, None)


def _edit(code: str) -> None:
    st.session_state[EDITING] = code


def _see(code: str, which: str) -> None:
    _kept(SEEN)[code] = which


def _forget(code: str) -> None:
    for kept in (NAMES, CHOSEN, SEEN):
        _kept(kept).pop(code, None)


def _grid(record: Record, code: str, listed: Sequence[ListedName]) -> None:
    """Draw lines beside each other, each with whom it was taken for and what else it may mean."""
    for first in range(0, len(listed), COLUMNS):
        row = st.columns(COLUMNS, gap="medium")
        for column, line in zip(row, listed[first : first + COLUMNS], strict=False):
            with column:
                _line(record, code, line)
    for line in listed:
        if line["organization"] is None:
            adding.form(record, adding.Wanted(code, line["text"], line["kind"] or ""), _key(line))


def _line(record: Record, code: str, line: ListedName) -> None:
    taken = line["organization"]["id"] if line["organization"] else NOBODY
    near = [body["id"] for body in line["alternatives"]]
    options = list(dict.fromkeys([*([taken] if taken else []), *near, NOBODY, *_bodies_of(record, code)]))
    key = f"means-{code}-{line['text']}"
    st.session_state[key] = taken
    why = line["why"].replace("alias", "other name")
    st.selectbox(
        escaped(line["text"]) + (f" :small[– {escaped(why)}]" if why not in PLAIN else ""),
        options,
        key=key,
        format_func=lambda body: _name(record, code, body) if body else "not on record",
        on_change=_choose,
        args=(code, line["text"], key),
    )
    if not taken:
        with st.container(gap="xxsmall"):
            _near(record, code, line["text"], near)
            adding.button(_key(line))


def _near(record: Record, code: str, text: str, near: Sequence[str]) -> None:
    """Offer the bodies at home that a name may mean, so that nobody puts one on record a second time."""
    here = [body for body in near if record.organizations[body].country in (code, "INT")]
    for body in here[:OFFERED]:
        label = f"Is it {escaped(record.organizations[body].shown)}?"
        key, icon = f"is-{code}-{text}-{body}", ":material/check:"
        st.button(label, key=key, icon=icon, type="tertiary", on_click=_mean, args=(code, text, body))


def _key(line: ListedName) -> str:
    return f"name-{line['text']}"


def _name(record: Record, code: str, body: str) -> str:
    who = record.organizations[body]
    ended = "" if record.is_living(body) else f" (ended {who.until[:4]})"
    abroad = "" if who.country == code else f", {record.country_name(who.country)}"
    return shown(f"{who.name}{abroad}{ended}")


def _bodies_of(record: Record, code: str) -> list[str]:
    living = [body for body in record.bodies.get(code, ()) if record.is_living(body)]
    return sorted(living, key=lambda body: record.organizations[body].name)


def _choose(code: str, line: str, key: str) -> None:
    _mean(code, line, st.session_state[key])


def _mean(code: str, line: str, body: str) -> None:
    _kept(CHOSEN).setdefault(code, {})[line] = body


def _kept(key: str) -> dict[str, Any]:
    kept: dict[str, Any] = st.session_state.setdefault(key, {})
    return kept
