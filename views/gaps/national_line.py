"""What is recorded of a pair inside a country, in the words of the national list, and the way to its line there."""

from collections.abc import Sequence

import streamlit as st

from graph.analysis.gaps.gap_kinds import trace_of
from graph.analysis.gaps.gap_words import headline
from graph.analysis.gaps.line_pairs import named_by, place_of
from graph.answers import Gap
from graph.record import Record
from views.gaps.gap_list import key_of
from views.gaps.level_answers import screening
from views.parts import address, answers, badges

FOUND, NOTHING = "contact recorded", "no recorded contact"
Pair = tuple[str, str]


def recorded(record: Record, code: str, pair: Pair) -> str:
    """Return what is recorded between two services: a training held once is no standing contact, and not nothing."""
    seen = screening(record, code)
    i, j = sorted(place_of(seen, *pair))
    if seen.found[i, j]:
        return FOUND
    said = headline(seen, (i, j), trace_of(seen, (i, j)))
    return said[:1].lower() + said[1:]


def links(record: Record, code: str, pairs: Sequence[Pair]) -> None:
    """Draw a link for each of these pairs that stands in the national list: reasons, nearest contact, lightest step."""
    shown = {key_of(gap): gap for pair in pairs if (gap := _gap(record, code, pair))}
    for key, gap in shown.items():
        st.page_link(
            "views/pages/gaps.py",
            label=f"{badges.of(record, gap)} {badges.pair(record, gap)}: reasons and the lightest step",
            query_params=address.link(record, address.GAPS, level="", gap=key),
        )


def _gap(record: Record, code: str, pair: Pair) -> Gap | None:
    """Return the line of the national list that speaks of a pair, if one does."""
    seen = screening(record, code)
    named = named_by(seen, place_of(seen, *pair))
    ids = {seen.block.services[place] for place in named or ()}
    gaps = answers.gaps(record, code, "")["gaps"]
    return next((gap for gap in gaps if {gap["a"]["id"], gap["b"]["id"]} == ids), None)
