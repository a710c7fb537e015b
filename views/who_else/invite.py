"""The invitation list for the meeting one is preparing: whom, why, what is on record, and one question to ask."""

from collections.abc import Sequence
from functools import lru_cache, partial

import streamlit as st

from graph.analysis.who_else.invitation import LIKELY
from graph.answers import InvitationAnswer, Invited
from graph.record import Record
from loaders.sheets import as_file, invitation_sheet, invitation_workbook
from views.parts import answers, handout_buttons, words
from views.parts.answers import OwnList
from views.parts.safe_text import escaped, linked
from views.who_else import own_list, saved

SHOWN = 26
MOST_SENTENCES = 2
WIDTHS = (4, 5, 4)
HEADS = ("Whom, and why", "What is on record", "A question to ask")


@st.fragment
def draw(record: Record, code: str, theme: str) -> None:
    """Draw one row a body, chosen or not, and the list of those chosen as a file."""
    own = own_list.of(code)
    answer = answers.invitation(record, code, theme, own, SHOWN)
    invited = answer["invited"]
    first = {body["id"] for body in _others(invited)[:LIKELY]}
    files = st.container(horizontal=True, vertical_alignment="center", gap="small")
    with st.container(gap="small", key="invitation-list"):
        for place, head in zip(st.columns(WIDTHS, gap="medium"), HEADS, strict=True):
            place.markdown(f"**{head}**")
        chosen = [body["id"] for body in invited if _row(record, code, body, body["listed"] or body["id"] in first)]
    with files:
        _files(record, code, theme, own, tuple(chosen))
        st.caption(_in_words(answer, len(chosen)), width="content")


def _others(invited: list[Invited]) -> list[Invited]:
    return [body for body in invited if not body["listed"]]


def _row(record: Record, code: str, body: Invited, chosen: bool) -> bool:
    """Draw one body, and return whether it is to be invited."""
    whom, known, question = st.columns(WIDTHS, gap="medium")
    key = f"invite-{code}-{body['id']}"
    with whom.container(gap="xxsmall"):
        is_chosen = st.checkbox(f"**{escaped(body['name'])}**", chosen, key=key, wrap=True)
        st.markdown(f"{escaped(body['why'])}.{' :small[On your list.]' if body['listed'] else ''}")
    said = [f":small[{escaped(one['sentence'])} {_where(record, one['source'])}]" for one in body["on_record"]]
    known.markdown("  \n".join(said[:MOST_SENTENCES]) or ":small[Only its own row: no claim speaks of it.]")
    question.markdown(escaped(body["question"]))
    return is_chosen


def _where(record: Record, source: str) -> str:
    known = record.sources[source]
    day = f", {words.day(known.published)}" if known.published else ""
    return f"({escaped((known.publisher or known.title) + day)} {linked(known.url)})".replace(" )", ")")


def _in_words(answer: InvitationAnswer, chosen: int) -> str:
    count = len(answer["unmatched"])
    verb = "is" if count == 1 else "are"
    others = f"; {words.count(count, 'name')} of your list {verb} not on record" if count else ""
    return (
        f"{words.count(chosen, 'body', 'bodies')} chosen{others}. The files hold them, with more of what is on record."
    )


def _files(record: Record, code: str, theme: str, own: OwnList, chosen: tuple[str, ...]) -> None:
    if chosen:
        handout_buttons.of_invitation(record, code, theme, _only(record, code, theme, own, chosen))
    name = f"whoelse-invitation-{code}-{record.date}"
    saved.buttons(name, partial(files, record, code, theme, own, chosen), key="invitation")


@lru_cache(maxsize=16)
def files(record: Record, code: str, theme: str, own: OwnList, chosen: tuple[str, ...]) -> tuple[bytes, bytes]:
    """Return the list of those chosen as CSV and as a workbook."""
    some = _only(record, code, theme, own, chosen)
    return as_file(invitation_sheet(some)), invitation_workbook(some)


def _only(record: Record, code: str, theme: str, own: OwnList, chosen: Sequence[str]) -> InvitationAnswer:
    """Return the answer with those alone who were chosen."""
    answer = answers.invitation(record, code, theme, own, SHOWN)
    return {**answer, "invited": [body for body in answer["invited"] if body["id"] in chosen]}
