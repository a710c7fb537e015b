"""What falls apart when a network or its secretariat ends; for the pages of one's own record, and in no file."""

from collections.abc import Sequence

import streamlit as st

from graph.answers import FragilityAnswer, NetworkAnswer
from graph.record import Record
from graph.words import joined
from views.networks import rows
from views.networks.rows import Row
from views.parts import answers, words
from views.parts.safe_text import shown

HOW = (
    "A route is a running international network in which the country has an entry point, on a subject of what ends. "
    "World-wide memberships do not count: everybody keeps them. One more recorded seat changes this."
)


def of_network(record: Record, answer: NetworkAnswer) -> None:
    """Draw who loses the only route without the network, and without its secretariat."""
    name = answer["network"]["id"]
    over = answer["status"] == "ended"
    head = "As known on its last day: when it ended" if over else "If this network ends"
    _answer(record, answers.fragility(record, f"network:{name}"), head, f"network-{name}", over=over)
    secretariat = record.networks[name].secretariat
    if secretariat in record.organizations:
        known = answers.fragility(record, f"organization:{secretariat}")
        head = f"If its secretariat ends ({record.organizations[secretariat].shown})"
        _answer(record, known, head, f"body-{secretariat}", over=False)
    st.caption(HOW)


def _answer(record: Record, answer: FragilityAnswer, head: str, key: str, *, over: bool) -> None:
    who = [one["country"]["name"] for one in answer["loses"]]
    lost, lose = ("lost", "lost") if over else ("loses", "lose")
    if who:
        verb = f"this country {lost} its" if len(who) == 1 else f"these countries {lose} their"
        st.text(shown(f"{head}, {verb} only route on its subjects: {joined(who)}."))
    else:
        st.text(shown(f"{head}, no country {lost} its only recorded route."))
    found = [
        Row((one["country"]["name"], one["routes_before"], one["routes_after"]), tuple(one["claims"]))
        for one in answer["loses"]
    ]
    kept = [
        Row((one["name"], one["routes_before"], one["routes_after"]), says="It keeps other networks on these subjects.")
        for one in answer["still"]
    ]
    _table(record, [*found, *kept], key, over=over)


def _table(record: Record, found: Sequence[Row], key: str, *, over: bool) -> None:
    if found:
        count = words.count(len(found), "country", "countries")
        with st.expander(f"{count} with a route through it{' then' if over else ''}", key=f"falls-{key}"):
            rows.draw(record, ("Country", "Routes with it", "Routes without"), found, f"falls-rows-{key}")
