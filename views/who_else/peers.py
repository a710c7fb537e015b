"""The third answer: kinds of body that comparable countries have on record and this one has not."""

from functools import partial

import streamlit as st

from graph.analysis.who_else.peers import comparable
from graph.record import Record
from graph.words import joined
from views.parts import answers, trouble, words
from views.parts.safe_text import escaped
from views.who_else import adding, line, own_list


def draw(record: Record, code: str, theme: str) -> None:
    """Draw one line a kind, with the body that each of those countries has, and who the comparable countries are."""
    found = answers.who_else(record, code, theme, own_list.of(code))["peers"]
    others = [record.country_name(other) for other in comparable(record, code)]
    st.caption(
        f"Comparable are neighbours, the same subregion, and who shares a network: {escaped(joined(others))}. "
        "A country where none is recorded may have one all the same, so these numbers can only be too low."
    )
    if not found:
        trouble.nothing(
            "Every kind of body that two comparable countries have on record is recorded here too.",
            "See the roles expected, or the questions to ask.",
        )
    for peer in found:
        kind = words.kind(peer["kind"])
        names = escaped(joined([example["name"] for example in peer["examples"]]))
        says = (
            f"**{escaped(kind[:1].upper() + kind[1:])}**  \n"
            f"Recorded in {peer['recorded_in']} of {peer['of']} comparable countries, and not here.  \n:small[{names}]"
        )
        key = f"peer-{peer['kind']}"
        there = [f"organization:{one['id']}" for one in peer["examples"]]
        line.draw(record, key, says, there, partial(adding.button, key))
        adding.form(record, adding.Wanted(code, "", peer["kind"]), key)
