"""Across borders: the customs services of neighbours, and who meets at the crossings."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from graph.analysis.contacts.contacts import Contact
from graph.answers import CrossBorderAnswer, Crossing, Gap, Side
from graph.record import Record
from graph.words import joined
from views.gaps import abroad, decided, deciding, gap_detail, gap_list, level_answers
from views.parts import address, badges, evidence, trouble, words
from views.parts.safe_text import escaped, shown

NOTHING = "No neighbour is left with whose customs no contact is recorded."
NO_NEIGHBOUR = "No country of the record is noted as a neighbour of {country} by land."
DO = "Choose another country or level; the crossings that are recorded stand below."
DO_WITHOUT = "Choose another country or level."


@st.fragment
@trouble.said_calmly()
def draw(record: Record, code: str) -> None:
    """Draw the neighbours at the left, one of them in full at the right, and the crossings below."""
    deciding.redraw_if_changed()
    answer = level_answers.cross_border(record, code)
    lines = gap_list.lines_of(answer["gaps"])
    chosen = gap_list.choose(lines)
    address.write(address.GAPS)
    left, right = st.columns([gap_list.LIST, gap_list.DETAIL], gap="medium")
    with left, st.container(gap="xsmall"):
        if answer["contacts"]["expected"]:
            _counted(answer)
        _neighbours(record, code, answer, lines)
        abroad.draw(record, answer["problems_abroad"])
        decided.draw(record, level_answers.between_customs(record), code)
    with right:
        if chosen:
            gap_detail.draw(record, lines.by_key[chosen], level_answers.between_customs(record))
        else:
            nothing = (
                NOTHING
                if answer["contacts"]["expected"]
                else NO_NEIGHBOUR.format(country=shown(record.country_name(code)))
            )
            trouble.nothing(nothing, DO if answer["crossings"] else DO_WITHOUT)
    _crossings(record, answer["crossings"])


def _counted(answer: CrossBorderAnswer) -> None:
    counted = answer["contacts"]
    neighbours, read = words.count(counted["expected"], "neighbour"), words.count(counted["sources_read"], "source")
    found = counted["found"] or "none"
    st.markdown(f":small[{neighbours} with customs on record: contact recorded with {found}; {read} read]")


def _neighbours(record: Record, code: str, answer: CrossBorderAnswer, lines: gap_list.Lines) -> None:
    for key, keys, label in (
        (gap_list.PROBLEMS, lines.problems, "Problems reported"),
        (gap_list.OPEN, lines.others, "Neighbours"),
    ):
        if keys:
            st.radio(
                label,
                keys,
                key=key,
                format_func=lambda one: _label(record, code, lines.by_key[one]),
                captions=[escaped(_other(record, code, lines.by_key[one])["name"]) for one in keys],
                label_visibility="collapsed",
                on_change=lambda key=key: st.session_state.update(gap=st.session_state[key]),
            )
    _found(record, code, level_answers.neighbours_found(record, code))
    silent = [one["name"] for one in answer["cannot_be_judged"] if one["id"] in record.countries]
    if silent:
        st.caption(escaped(f"No customs service is recorded: {joined(silent)}."))


def _other(record: Record, code: str, gap: Gap) -> dict[str, str]:
    side = gap["b"] if record.organizations[gap["a"]["id"]].country == code else gap["a"]
    return {"id": side["id"], "name": side["name"]}


def _label(record: Record, code: str, gap: Gap) -> str:
    country = record.organizations[_other(record, code, gap)["id"]].country
    return f"{badges.of(record, gap)} {escaped(record.country_name(country))}"


def _found(record: Record, code: str, found: Sequence[Contact]) -> None:
    """Draw the neighbours with whose customs contact is recorded, and by what."""
    if not found:
        return
    with st.expander(f"Contact recorded **{len(found)}**", key="neighbours-found"):
        for one in found:
            other = next(side for side in (one.a, one.b) if record.organizations[side["id"]].country != code)
            country = record.country_name(record.organizations[other["id"]].country)
            st.markdown(f"**{escaped(country)}**, {escaped(other['name'])}: {escaped(', '.join(one.how))}")
            evidence.listing(record, one.claims, f"neighbour-{other['id']}")


def _crossings(record: Record, crossings: Sequence[Crossing]) -> None:
    judged = sum(all(side["bodies"] for side in crossing["sides"]) for crossing in crossings)
    if not crossings:
        return
    title = f"{words.count(len(crossings), 'crossing')}, {judged or 'none'} with bodies of both sides on record"
    with st.expander(title, key="crossings", expanded=bool(judged)):
        st.table(pd.DataFrame([_row(record, one) for one in crossings]), hide_index=True, alt="Crossings")
        st.caption("Contact is judged only where bodies of both sides are recorded. Not recorded is not nobody.")
        there = [
            claim for one in crossings for side in one["sides"] for body in side["bodies"] for claim in body["claims"]
        ]
        claims = [*(claim for one in crossings for claim in one["claims"]), *there]
        if claims:
            evidence.table(record, claims, "crossings-evidence")


def _here(record: Record, side: Side) -> str:
    """Return who is recorded on one side of a crossing."""
    return joined([badges.short(record, body["id"], body["name"]) for body in side["bodies"]]) or "not recorded"


def _row(record: Record, crossing: Crossing) -> dict[str, str]:
    sides = [f"{side['country']['name']}: {_here(record, side)}" for side in crossing["sides"]]
    return {
        "Crossing": escaped(crossing["site"]["name"]),
        "One side": escaped(sides[0]),
        "Other side": escaped(sides[1]) if len(sides) > 1 else "",
        "Contact": escaped(crossing["said"] or crossing["status"]),
        "Both countries are in": escaped("; ".join(record.networks[one["id"]].shown for one in crossing["meet_in"])),
    }
