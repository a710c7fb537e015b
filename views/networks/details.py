"""Behind the factsheet: members, seats, events, who was trained, the life, neighbours, and what falls apart."""

from collections.abc import Callable

import streamlit as st

from graph.analysis.networks.overlap import shared_themes
from graph.analysis.networks.overlap_words import overlap_in_words
from graph.answers import CountryEntered, EventShown, NetworkAnswer, Overlap
from graph.record import Record
from loaders import place
from views.networks import endings, life, rows, says
from views.networks.rows import Row
from views.parts import answers, words
from views.parts.safe_text import shown

Draw = Callable[[Record, NetworkAnswer], None]


def draw(record: Record, answer: NetworkAnswer, first: Draw) -> None:
    """Draw the tabs, of which one begins; only the open one is filled."""
    known = {"Factsheet": first, **_tabs(record, answer)}
    tabs = {name: tab for name, tab in known.items() if tab is not _falls or not place.is_read_only()}
    places = st.tabs(list(tabs), on_change="rerun", key=f"details-{answer['network']['id']}")
    for where, fill in zip(places, tabs.values(), strict=True):
        if where.open:
            with where:
                fill(record, answer)


def _tabs(record: Record, answer: NetworkAnswer) -> dict[str, Draw]:
    near = len(answers.overlap_with_others(record, answer["network"]["id"]))
    return {
        f"Entry points ({len(answer['countries'])})": _countries,
        f"Bodies ({len(answer['members'])})": _bodies,
        f"Seats ({len(answer['seats'])})": _seats,
        f"Events ({len(answer['events'])})": _events,
        f"Who was trained ({len(answer['trained'])})": _trained,
        f"Timeline ({len(answer['timeline'])})": life.draw,
        f"Neighbours ({near})": _neighbours,
        "If it ends": _falls,
    }


def _countries(record: Record, answer: NetworkAnswer) -> None:
    listed = [_entered(record, answer, one) for one in answer["countries"]]
    _table(record, ("Country", "Entry point", "Basis"), listed, answer, "No country is recorded in it.")


def _entered(record: Record, answer: NetworkAnswer, one: CountryEntered) -> Row:
    who = [record.organizations[point["id"]].shown for point in one["entry_points"]]
    between = "; " if one["basis"] == "recorded" else " or "
    claims = [*one["claims"], *(claim for point in one["entry_points"] for claim in point["claims"])]
    cells = (
        one["country"]["name"],
        between.join(who) or "body not recorded",
        f"{says.SIGNS[one['basis']]} {says.BASES[one['basis']]}",
    )
    return Row(cells, tuple(dict.fromkeys(claims)), _own(record, answer))


def _bodies(record: Record, answer: NetworkAnswer) -> None:
    listed = [
        Row(
            (one["name"], record.country_name(one["country"]), ", ".join(says.role(role) for role in one["roles"])),
            tuple(one["claims"]),
            () if one["claims"] else _own(record, answer),
        )
        for one in answer["members"]
    ]
    _table(record, ("Body", "Country", "As"), listed, answer, "No body is recorded in it, only countries.")


def _seats(record: Record, answer: NetworkAnswer) -> None:
    listed = [
        Row(
            (
                seat["seat"],
                says.role(seat["role"]),
                seat["holder"]["name"] if seat["holder"] else "holder not recorded",
                words.kind(seat["holder_kind"]) if seat["holder_kind"] and not seat["holder"] else "",
            ),
            tuple(seat["claims"]),
        )
        for seat in answer["seats"]
    ]
    nothing = "No source names its seats. Ask the secretariat for its list of seats and focal points."
    _table(record, ("Seat", "As", "Held by", "Meant for"), listed, answer, nothing)


def _events(record: Record, answer: NetworkAnswer) -> None:
    listed = [_event(record, event) for event in answer["events"]]
    _table(record, ("When", "Event", "Kind", "Where", "Recorded there"), listed, answer, "No event of it is recorded.")


def _event(record: Record, event: EventShown) -> Row:
    where = [event["place"] or "", record.country_name(event["country"]) if event["country"] else ""]
    claims = tuple(dict.fromkeys(claim for one in event["participants"] for claim in one["claims"]))
    there = "; ".join(
        f"{says.of_country(record, one['id'], one['name'])} ({says.role(one['role'])})" for one in event["participants"]
    )
    cells = (
        event["start"] or "no date",
        event["name"],
        event["kind"],
        ", ".join(part for part in where if part),
        len(event["participants"]),
    )
    return Row(cells, claims, tuple(event["sources"]), f"Recorded there: {there}." if there else "")


def _trained(record: Record, answer: NetworkAnswer) -> None:
    listed = [
        Row(
            (
                says.of_country(record, one["who"]["id"], one["who"]["name"]),
                one["topic"] or "topic not recorded",
                one["when"] or "no date",
                one["event"]["name"],
            ),
            tuple(one["claims"]),
        )
        for one in answer["trained"]
    ]
    nothing = "No source names who took part in a training or workshop of it."
    _table(record, ("Who", "In what", "When", "Training or workshop"), listed, answer, nothing)


def _neighbours(record: Record, answer: NetworkAnswer) -> None:
    """The networks with which it shares members, and by whom a message gets there."""
    carriers = {one["id"]: [who["name"] for who in one["by"]] for one in answer["neighbours"]}
    pairs = answers.overlap_with_others(record, answer["network"]["id"])
    listed = [_neighbour(record, pair, carriers) for pair in pairs]
    columns = (
        "Network",
        "State",
        "Both work on",
        "Shared",
        "Of the smaller",
        "The same work?",
        "Who carries a message",
    )
    _table(record, columns, listed, answer, "It shares no recorded member with another network.")
    st.caption(
        "That two share members and a subject is a question to both, never a finding: their purposes may differ."
    )


def _neighbour(record: Record, pair: Overlap, carriers: dict[str, list[str]]) -> Row:
    other = pair["b"]["id"]
    runs = all(not record.has_ended(record.networks[pair[side]["id"]]) for side in ("a", "b"))
    cells = (
        record.networks[other].shown,
        says.state(record, other),
        says.themes(shared_themes(record.networks[pair["a"]["id"]], record.networks[other])),
        len(pair["shared"]),
        f"{pair['containment'] or 0:.0%}",
        ("ask both" if runs else "may have") if pair["may_duplicate"] else "",
        "; ".join(carriers.get(other, ())),
    )
    who = "; ".join(one["name"] for one in pair["shared"])
    claims = tuple(dict.fromkeys(claim for one in pair["shared"] for claim in one["claims"]))
    return Row(cells, claims, says=f"{overlap_in_words(record, pair)} In both: {who}.")


def _falls(record: Record, answer: NetworkAnswer) -> None:
    endings.of_network(record, answer)


def _own(record: Record, answer: NetworkAnswer) -> tuple[str, ...]:
    """The sources of the network's own row, which names its secretariat."""
    return record.networks[answer["network"]["id"]].sources


def _table(record: Record, columns: tuple[str, ...], listed: list[Row], answer: NetworkAnswer, nothing: str) -> None:
    if listed:
        rows.draw(record, columns, listed, f"rows-{answer['network']['id']}-{shown(columns[1])}")
    else:
        st.text(nothing)
