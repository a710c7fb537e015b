"""The gaps of a country: problems that sources report in a fold of their own, then pairs not known to be in contact."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from graph.analysis.gaps.decided_pairs import confirmed_none
from graph.analysis.gaps.screening import Screening
from graph.answers import Gap, GapsAnswer
from graph.record import Record
from graph.words import BANDS
from views.gaps import abroad, decided, deciding, gap_detail
from views.parts import address, badges, trouble, words, works
from views.parts.safe_text import escaped

PROBLEMS, OPEN, PLACE = "problem-chosen", "gap-chosen", "gap place"
LIST, DETAIL = 332, 750
MOST = 80
HELP = (
    "The badge says what is recorded of a pair; GAP? is no recorded contact, and there may well be one. "
    "Recorded: a source says that both answer for the subject. Presumed: it follows from the kind of body alone."
)
HEIGHT = 400
NONE_LEFT = "No gap is left in what is recorded: every expected contact is found or decided."
NOTHING_EXPECTED = "Choose another country, or load what its bodies answer for (page Data)."


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of an answer by their keys, and which of them are problems and which are not."""

    by_key: Mapping[str, Gap]
    problems: Sequence[str]
    others: Sequence[str]


@st.fragment
@trouble.said_calmly()
def draw(record: Record, answer: GapsAnswer, seen: Screening) -> None:
    """Draw the list at the left and the chosen line in full at the right."""
    deciding.redraw_if_changed()
    lines = lines_of(answer["gaps"])
    chosen = choose(lines)
    address.write(address.GAPS)
    left, right = st.columns([LIST, DETAIL], gap="medium")
    with left, st.container(gap="xsmall"):
        _list(record, answer, lines, confirmed_none(seen))
        abroad.draw(record, answer["problems_abroad"])
        decided.draw(record, seen)
    with right:
        if chosen:
            gap_detail.draw(record, lines.by_key[chosen], seen)
        else:
            found = answer["contacts"]["found"]
            trouble.nothing(
                NONE_LEFT if found or answer["not_applicable"] else works.TOO_LITTLE,
                _to_do(),
            )


def _to_do() -> str:
    """Return what to do where no line is left: undo what narrows the question, if anything does."""
    ways = ["choose all themes"] if st.session_state["theme"] else []
    ways += ["switch “recorded only” off"] if st.session_state["recorded"] else []
    return f"{', or '.join([*ways, 'choose another country']).capitalize()}." if ways else NOTHING_EXPECTED


def lines_of(gaps: Sequence[Gap]) -> Lines:
    """Return lines by their keys, apart for problems."""
    by_key = {key_of(gap): gap for gap in gaps}
    problems = [key for key, gap in by_key.items() if badges.is_problem(gap)]
    return Lines(by_key, problems, [key for key in by_key if key not in problems])


def choose(lines: Lines) -> str:
    """Return the line that is shown in full, and mark it in its list.

    It is the one asked for; else, after a decision, the same pair under its new kind, or what stands in its place.
    """
    keys = [*lines.problems, *lines.others]
    asked: str = st.session_state["gap"]
    if asked not in lines.by_key:
        pair = asked.rpartition("~")[0]
        asked = next((key for key in keys if pair and key.rpartition("~")[0] == pair), "")
        st.session_state["gap"] = asked
    place = min(st.session_state.get(PLACE) or 0, max(len(lines.others) - 1, 0))
    chosen = asked or next(iter([*lines.others[place:], *lines.problems]), "")
    if chosen in lines.others:
        st.session_state[PLACE] = lines.others.index(chosen)
    for key, known in ((PROBLEMS, lines.problems), (OPEN, lines.others)):
        st.session_state[key] = chosen if chosen in known else None
    return chosen


def key_of(gap: Gap) -> str:
    """Return what one line is known by while the list changes around it, in the address too."""
    kind = gap["kind"].replace(":", "").replace(",", "").replace(" ", "-")
    return "~".join((gap["a"]["id"], gap["b"]["id"], kind))


def _list(record: Record, answer: GapsAnswer, lines: Lines, denied: int) -> None:
    aside = f"; {words.count(answer['not_applicable'], 'pair')} not applicable" if answer["not_applicable"] else ""
    read = words.count(answer["contacts"]["sources_read"], "source")
    if answer["contacts"]["expected"] or lines.by_key or aside:
        st.markdown(f":small[{works.in_words(answer, denied)}{aside}; {read} read]")
    if lines.problems:
        with st.expander(_problems(answer), expanded=st.session_state[PROBLEMS] is not None, key="problems"):
            radio("Problems reported", PROBLEMS, record, lines.by_key, lines.problems)
    others = lines.others
    if others:
        st.markdown(f"**Coordination gaps** :small[{words.count(len(others), 'line')}]", help=HELP)
        with st.container(height=HEIGHT, border=False, key="open-gaps"):
            beyond = [key for key in others[MOST:] if key == st.session_state[OPEN]]
            radio("Coordination gaps", OPEN, record, lines.by_key, [*others[:MOST], *beyond])
        if len(others) > MOST:
            st.caption(f"and {len(others) - MOST} more: choose a theme to see them")


def radio(label: str, key: str, record: Record, by_key: Mapping[str, Gap], keys: Sequence[str]) -> None:
    """Draw one list; choosing in it is choosing the gap of the address, and clears the other list."""
    st.radio(
        label,
        keys,
        key=key,
        format_func=lambda one: _label(record, by_key[one]),
        captions=[_caption(record, by_key[one]) for one in keys],
        label_visibility="collapsed",
        on_change=lambda: st.session_state.update(gap=st.session_state[key]),
    )


def _label(record: Record, gap: Gap) -> str:
    badge = "" if badges.is_problem(gap) else f"{badges.of(record, gap)} "
    return badge + badges.pair(record, gap)


def _caption(record: Record, gap: Gap) -> str:
    """Return what the line is about, as Markdown: who reported a problem, or what both sides answer for."""
    if badges.is_problem(gap):
        return escaped(", ".join(part for part in badges.reported(record, gap) if part))
    about = [words.subject(reason["id"]) for reason in gap["reasons"] if reason["kind"] == "subject"]
    more = f"; and {len(about) - 1} more" if len(about) > 1 else ""
    folded = f"; {gap['folded']['pairs']} pairs" if gap["folded"]["pairs"] > 1 else ""
    return escaped(f"{about[0] if about else 'both work at one site'}{more} ({BANDS[gap['band']]}){folded}")


def _problems(answer: GapsAnswer) -> str:
    """Return how many problems are reported: of expected pairs, of others, and those with a contact since."""
    inside, outside = works.problems_reported(answer)
    since = sum(badges.is_problem(gap) for gap in answer["gaps"]) - inside - outside
    counted = ((inside, ""), (outside, " outside the expected"), (since, " with a contact since"))
    return f"{badges.PROBLEM} {', '.join(f'**{number}**{words}' for number, words in counted if number)}"


def not_judged(answer: GapsAnswer) -> None:
    """Say which bodies no contact can be expected of, and why."""
    unjudged = answer["cannot_be_judged"]
    if unjudged:
        with st.expander(f"{words.count(len(unjudged), 'body', 'bodies')}: too little recorded to judge"):
            st.dataframe(
                [{"Body": body["name"], "Why": body["why"]} for body in unjudged], hide_index=True, key="unjudged"
            )
