"""The routes from one body to another: the headline, the drawing, the evidence, and what to confirm."""

import pandas as pd
import streamlit as st

from graph.analysis.routes import route_evidence
from graph.answers import RoutesAnswer
from graph.record import Record
from handouts.map_file.routes import routes_file
from views.connect import acquaintances, route_map, route_words, to_each
from views.parts import answers, ends, evidence, handout_buttons, map_file, trouble, words
from views.parts.safe_text import escaped, shown

EVIDENCE, QUESTIONS = 762, 324
WHY = {
    "same organization": "From and To are the same body: there is nothing to connect.",
    "no memberships recorded": "No seat in a network is recorded for one of the two, nor for its contacts.",
    "no connection": "No way is recorded between the two.",
}


def draw(record: Record) -> None:
    """Draw the routes that the filters ask for, or what to do where there are none."""
    start, target = st.session_state["from"], st.session_state["to"]
    if not (start and target):
        _suggest(record)
        return
    state = st.session_state
    asked = answers.RouteQuestion(
        start, target, tuple(state["avoid"]), state["theme"], bool(state["ended"]), tuple(state["via"]), state["most"]
    )
    answer = answers.routes(record, asked)
    if answer["routes"]:
        _routes(record, asked, answer)
    else:
        _none(record, asked, answer)
    to_each.draw(record, asked)
    acquaintances.draw(record, asked)


def _none(record: Record, asked: answers.RouteQuestion, answer: RoutesAnswer) -> None:
    """Say why there is no route, and what to do."""
    why = answer["why_none"] or "no connection"
    if why == "same organization":
        trouble.nothing(WHY[why], "Choose another body at one end.")
        return
    via = ", ".join(record.networks[network].shown for network in asked.via)
    do = f"Take {via} out of “Through”." if via else "Leave fewer networks out, or show ended ones."
    trouble.nothing(f"No way is recorded through {via}." if via else WHY[why], answer["would_help"] or do)
    _ended(record, asked)


def _suggest(record: Record) -> None:
    """Say what to choose, and offer the customs services of the focus as targets."""
    trouble.nothing("Choose where to begin and whom to reach.", "Or reach the customs of:")
    with st.container(horizontal=True, gap="xsmall", key="targets"):
        for country in sorted(record.countries, key=record.country_name):
            body = ends.customs_of(record, country)
            if body and body != st.session_state["from"]:
                st.button(escaped(record.country_name(country)), key=f"to-{country}", on_click=_reach, args=(body,))


def _reach(body: str) -> None:
    st.session_state["to"] = body


@st.fragment
@trouble.said_calmly()
def _routes(record: Record, asked: answers.RouteQuestion, answer: RoutesAnswer) -> None:
    """Draw all routes and one of them in full; choosing another redraws only this part of the page."""
    headline = st.container(key="headline")
    place = route_map.draw(record, asked, answer)
    first, then = route_words.headline(record, answer["routes"][place])
    headline.markdown(f"**{escaped(first)}** {escaped(then)}")
    left, right = st.columns([EVIDENCE, QUESTIONS], gap="medium")
    with left:
        _evidence(record, answer, place)
    with right, st.container(gap="xsmall"):
        st.markdown("**Please confirm**")
        questions = route_evidence.confirmations(record, answer["routes"][place])
        st.text("\n".join(questions) if questions else "Every seat on this route is recorded by a source.")
        others = route_words.other_carriers(record, answer["routes"][place], asked.avoid)
        if others:
            st.markdown("**Could carry it as well**")
            st.text(shown("; ".join(others)))
        map_file.button("routes", lambda: routes_file(record, answer))
        handout_buttons.of_route(record, asked.start, asked.target, asked.theme)
        _ended(record, asked)


def _evidence(record: Record, answer: RoutesAnswer, place: int) -> None:
    """Draw the claims of one route, step by step."""
    route = answer["routes"][place]
    st.markdown(f"**Evidence for route {place + 1}** :small[{escaped(route_evidence.takes(record, route))}]")
    steps = dict(route_evidence.evidence(record, route))
    found = answers.claims(record, tuple(steps))
    if not found:
        st.caption("Every step of this route is presumed.")
        return
    frame = evidence.frame(found)
    frame.insert(0, "Step", pd.Series([escaped(steps[claim["id"]]) for claim in found]))
    evidence.rows_of(frame, f"route-evidence-{place}", evidence.alike(found))


def _ended(record: Record, asked: answers.RouteQuestion) -> None:
    """Name the ended networks that both ends were in, and offer to show them."""
    ended = ends.ended_between(record, asked.start, asked.target)
    names = [f"{record.networks[name].shown} ({words.day(record.networks[name].end_year)})" for name in ended]
    st.markdown("**Ended, shown**" if asked.include_ended else "**Ended, left out**")
    st.text(shown(", ".join(names)) if names else "No ended network is recorded for both.")
    show = st.toggle("Show ended networks", key="ended", persist_state="session")
    if show != asked.include_ended:
        st.rerun()  # this part of the page was redrawn alone, and the address says what is shown
