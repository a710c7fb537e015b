"""The best way to each body of a group, as a table: where one wants to reach several at once."""

import pandas as pd
import streamlit as st

from graph.analysis.names.groups import group_of
from graph.analysis.routes.route_words import length_in_words, route_title
from graph.answers import RoutesAnswer
from graph.record import Record
from views.parts import address, answers
from views.parts.safe_text import shown


def draw(record: Record, asked: answers.RouteQuestion) -> None:
    """Draw the table for a group of several bodies, once the reader opens it."""
    count = len(group_of(record, asked.target).bodies)
    if count < 2:
        return
    left, right = st.columns([4, 2], vertical_alignment="center")
    is_open = left.toggle(f"The best way to each of the {count}", key="to-each")
    right.page_link(
        f"views/pages/{address.REACH}.py",
        label="Which few networks reach them all?",
        icon=":material/adjust:",
        query_params=_reach(asked.target),
    )
    if is_open:
        rows = pd.DataFrame([_row(record, answer) for answer in answers.routes_to_each(record, asked)])
        st.dataframe(rows, hide_index=True, row_height=28, key="to-each-rows")


def _row(record: Record, answer: RoutesAnswer) -> dict[str, str]:
    who = record.organizations[answer["to"]["id"]]
    best = answer["routes"][0] if answer["routes"] else None
    why = answer["would_help"] or answer["why_none"] or ""
    return {
        "Country": record.country_name(who.country),
        "Body": shown(who.shown),
        "Best way": shown(route_title(record, best) if best else f"none: {why}"),
        "Takes": length_in_words(record, best) if best else "",
    }


def _reach(target: str) -> dict[str, str]:
    """The same group as Reach asks for it: kinds, and countries."""
    kind, _, codes = target.removeprefix("kind:").partition("@")
    if target.startswith("country:"):
        kind, codes = "every", target.removeprefix("country:")
    return {"whom": kind, **({"within": codes.replace(",", "~")} if codes else {})}
