"""What networks share, for a theme or a chosen set: pair by pair, as a matrix of a few, and who sits in several."""

from collections.abc import Iterator, Sequence

import pandas as pd
import streamlit as st

from graph.analysis.networks.overlap_words import overlap_in_words
from graph.answers import Overlap, OverlapAnswer, Spanner
from graph.record import Record
from views.networks import headings, rows, says
from views.networks.rows import Row
from views.parts import answers, ends, sheet_file, trouble, words
from views.parts.safe_text import shown

SENTENCE = "Who sits in two networks, and which two may do the same work?"
MOST_OF_MATRIX = 12
PAIRS = ("Network", "and", "Shared", "Of the smaller", "May do the same work")
WIDTHS = {
    "Network": st.column_config.TextColumn(width=240),
    "and": st.column_config.TextColumn(width=240),
    "Shared": st.column_config.NumberColumn(width=70),
    "Of the smaller": st.column_config.TextColumn(width=110, help="Share of the smaller circle that sits in both"),
    "May do the same work": st.column_config.TextColumn(
        width=170, help="Half of the members, a theme, the scope, a pillar and years in common: a question to both"
    ),
}
SITS = {
    "Body": st.column_config.TextColumn(width=300),
    "Sits in": st.column_config.NumberColumn(width=70),
    "Which": st.column_config.TextColumn(width=620),
}


def draw(record: Record) -> None:
    """Draw what the chosen networks, or those of the theme, share."""
    with headings.row(record, SENTENCE):
        pass
    chosen = _choose(record)
    theme = st.session_state["theme"]
    if len(chosen) == 1 or not (chosen or theme):
        trouble.nothing(
            "Choose two networks or more to compare, or a theme above.", "A theme compares all its networks."
        )
        return
    answer = answers.overlap(record, chosen, "" if chosen else theme, bool(st.session_state["countries"]))
    if not answer["pairs"]:
        trouble.nothing("No two of these networks share a recorded member.", "Choose another theme or other networks.")
        return
    _answer(record, answer, chosen)


def _choose(record: Record) -> tuple[str, ...]:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="compare"):
        st.multiselect(
            "Compare",
            ends.networks(record),
            key="compared",
            format_func=lambda network: shown(record.networks[network].shown),
            placeholder="choose networks; without any, all of the theme",
            persist_state="session",
            width="stretch",
        )
        st.toggle(
            "Compare countries",
            key="countries",
            persist_state="session",
            help="A country counts as the same whether it or a body of it is recorded",
        )
    return tuple(st.session_state["compared"])


def _answer(record: Record, answer: OverlapAnswer, chosen: Sequence[str]) -> None:
    pairs = answer["pairs"]
    asks = sum(_asks(record, pair) for pair in pairs)
    ask = f"; {asks} may do the same work: ask both" if asks else ""
    compared = "pair compared" if chosen else "pair that shares a member"
    several = "pairs compared" if chosen else "pairs share a member"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.text(f"{words.count(len(pairs), compared, several)}{ask}.", width="stretch")
        cells = ([*row.cells, row.says] for row in (_pair(record, pair) for pair in pairs))
        sheet_file.offer(
            "Table", sheet_file.of((*PAIRS, "Says"), cells), f"whoelse-shared-{record.date}.csv", "All pairs as CSV"
        )
    if 2 < len(chosen) <= MOST_OF_MATRIX:
        _matrix(record, answer, chosen)
    key = "-".join(chosen)[:80] or st.session_state["theme"]
    rows.draw(record, PAIRS, [_pair(record, pair) for pair in pairs], f"pairs-{key}", WIDTHS)
    st.subheader("Bodies that sit in several", anchor=False)
    if answer["spanners"]:
        rows.draw(record, tuple(SITS), [_spanner(record, one) for one in answer["spanners"]], f"spanners-{key}", SITS)
    else:
        st.text("No body is recorded in two of them; countries may be: switch “Compare countries” on.")


def _asks(record: Record, pair: Overlap) -> bool:
    return pair["may_duplicate"] and all(record.is_running(pair[side]["id"]) for side in ("a", "b"))


def _pair(record: Record, pair: Overlap) -> Row:
    ask = "ask both" if _asks(record, pair) else "may have" if pair["may_duplicate"] else ""
    of = "not known" if pair["containment"] is None else f"{pair['containment']:.0%}"
    names = (_name(record, pair["a"]["id"]), _name(record, pair["b"]["id"]))
    who = "; ".join(one["name"] for one in pair["shared"])
    claims = dict.fromkeys(claim for one in pair["shared"] for claim in one["claims"])
    says_ = f"{overlap_in_words(record, pair)} {f'In both: {who}.' if who else ''}".strip()
    return Row((*names, len(pair["shared"]), of, ask), tuple(claims), says=says_)


def _name(record: Record, network: str) -> str:
    """Return a network by its short name, with a word where it has ended."""
    node = record.networks[network]
    ended = f" ({says.state(record, network)})" if record.has_ended(node) else ""
    return f"{node.shown}{ended}"


def _spanner(record: Record, one: Spanner) -> Row:
    claims = dict.fromkeys(claim for seat in one["networks"] for claim in seat["claims"])
    which = "; ".join(record.networks[seat["id"]].shown for seat in one["networks"])
    return Row((one["name"], len(one["networks"]), which), tuple(claims), says=f"{one['name']} sits in {which}.")


def _matrix(record: Record, answer: OverlapAnswer, chosen: Sequence[str]) -> None:
    """Draw how many members each two share; on the diagonal how many each has."""
    names = _different(record, chosen)
    shared = {frozenset((pair["a"]["id"], pair["b"]["id"])): len(pair["shared"]) for pair in answer["pairs"]}
    counts = {
        names[column]: [shared.get(frozenset((row, column))) if row != column else None for row in chosen]
        for column in chosen
    }
    table = pd.DataFrame({"Shared members": [names[row] for row in chosen], **counts})
    st.dataframe(
        table,
        hide_index=True,
        row_height=30,
        key="shared-matrix",
        placeholder="–",
        alt="How many members each two share",
    )


def _different(record: Record, chosen: Sequence[str]) -> dict[str, str]:
    """Return the short names, with the id where two networks share one."""
    return dict(_names(record, chosen))


def _names(record: Record, chosen: Sequence[str]) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    for network in chosen:
        name = shown(record.networks[network].shown)
        yield network, f"{name} ({network})" if name in taken else name
        taken.add(name)
