"""The third answer: kinds of body that comparable countries have on record and this one has not."""

from functools import partial

import streamlit as st

from graph.analysis.who_else.peers import comparable, peers
from graph.record import Record
from graph.words import joined
from views.parts import trouble, words
from views.parts.safe_text import escaped, shown
from views.who_else import adding, line


def draw(record: Record, code: str, theme: str) -> None:
    """Draw one line a kind, with the body that each of those countries has, and who the comparable countries are."""
    like = _chosen(record, code)
    found = peers(record, code, theme, like)
    others = escaped(joined([record.country_name(other) for other in like or comparable(record, code)]))
    why = "" if like else f"Comparable are neighbours, the same subregion, and who shares a network: {others}. "
    st.caption(f"{why}A country where none is recorded may have one all the same: these numbers can only be too low.")
    if not found:
        trouble.nothing(
            "Every kind of body that these countries have on record is recorded here too.",
            "Compare with others, see the roles expected, or the questions to ask.",
        )
    compared = "countries that you chose" if like else "comparable countries"
    for peer in found:
        kind = words.kind(peer["kind"])
        names = escaped(joined([example["name"] for example in peer["examples"]]))
        says = (
            f"**{escaped(kind[:1].upper() + kind[1:])}**  \n"
            f"Recorded in {peer['recorded_in']} of {peer['of']} {compared}, and not here.  \n:small[{names}]"
        )
        key = f"peer-{peer['kind']}"
        there = [f"organization:{one['id']}" for one in peer["examples"]]
        line.draw(record, key, says, there, partial(adding.button, key))
        adding.form(record, adding.Wanted(code, "", peer["kind"]), key)


def _chosen(record: Record, code: str) -> list[str]:
    """Ask which countries to compare with; without any it is those that are comparable by the record."""
    st.multiselect(
        "Compare with",
        sorted(record.countries, key=record.country_name),
        key="like",
        format_func=lambda country: shown(record.country_name(country)),
        placeholder="all comparable countries; choose some to see only these",
        persist_state="session",
    )
    return [country for country in st.session_state["like"] if country != code]
