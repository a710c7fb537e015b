"""One network in full: its state, the factsheet, its members on the tiles, hand in hand, and what else is recorded."""

from collections.abc import Iterator

import streamlit as st

from graph.analysis.networks import notes
from graph.answers import Field, NetworkAnswer
from graph.record import Record
from views.networks import details, hand_in_hand, headings, says, tile_map
from views.networks.rows import Row, behind
from views.parts import address, answers, filters, handout_buttons, letters, sheet_file, trouble, words
from views.parts.safe_text import escaped, shown

OPEN = "field-open"
NOT_RECORDED = "not recorded"
# What the fields of the Convention are called where its own words say little.
TITLES = {"activities": "activities in the strategy", "pillars": "pillars of the strategy"}


def unknown(name: str) -> None:
    """Say that the address names no network, with the way to all of them."""
    with filters.row("Networks", "Which networks are there?"):
        pass
    address.write(address.NETWORKS)
    trouble.nothing(f"No network of the record is called “{shown(name)}”.", "Look it up in the list of all networks.")
    _back()


def draw(record: Record, name: str) -> None:
    """Draw one network."""
    answer = answers.network(record, name)
    with filters.row(record.networks[name].shown, _life(record, answer)):
        _back()
        filters.country(record)
        filters.known_on()
        _download(record, answer)
        handout_buttons.of_network(record, answer["network"]["id"])
    address.write(address.NETWORKS)
    st.text(shown(answer["network"]["name"] + (f" ({answer['acronym']})" if answer["acronym"] else "")))
    note = notes.told(answer["note"] or "")
    if note:
        st.caption(escaped(f"Editors' note: {note}"))
    details.draw(record, answer, _first)


def _first(record: Record, answer: NetworkAnswer) -> None:
    """Draw what is seen first: the factsheet at the left, who is in it and hand in hand at the right."""
    left, right = st.columns([11, 10], gap="medium")
    with left:
        _fields(record, answer["network"]["id"])
    with right:
        tile_map.draw(record, answer)
        hand_in_hand.draw(record, answer["network"]["id"])


def _back() -> None:
    st.button("All networks", icon=":material/arrow_back:", on_click=headings.close_network, key="all-networks")


def _life(record: Record, answer: NetworkAnswer) -> str:
    """Return what it is and whether it lives, as a sentence: "Project, regional, 2012 to 2018; last heard of ..."."""
    node = record.networks[answer["network"]["id"]]
    state = "silent" if answer["status"] == "silent" else says.state(record, node.id)
    kind = f"{node.kind[:1].upper()}{node.kind[1:]}, {says.scope(record, node.scope, node.country)}"
    heard = f"; last heard of {words.day(answer['last_heard'])}" if answer["last_heard"] else ""
    ask = "; ask whether it still runs" if answer["status"] == "silent" else ""
    return shown(f"{kind}: {state}{heard}{ask}.")


@st.fragment
@trouble.said_calmly()
def _fields(record: Record, name: str) -> None:
    """Draw the fields in their order; a click shows what one rests on, below it."""
    with st.container(gap=None, key="factsheet"):
        for place, field in enumerate(answers.network(record, name)["factsheet"]):
            _field(record, name, place, field)


def _field(record: Record, name: str, place: int, field: Field) -> None:
    key = f"{name}-{place}"
    title, text, rests = st.columns([35, 58, 28] if letters.are_large() else [35, 66, 20], gap="small")
    called = TITLES.get(field["field"], field["field"])
    title.markdown(f"**{escaped(called[:1].upper() + called[1:])}**")
    if field["says"] is None:
        text.caption(NOT_RECORDED)
        return
    text.text(shown(field["says"]) + (" (coded)" if field["basis"] == "coded" else ""))
    count = len(field["claims"]) or len(field["sources"])
    if count:
        what = words.count(count, "record" if field["claims"] else "source")
        rests.button(what, key=f"rests-{key}", type="tertiary", on_click=_turn, args=(key,))
    if count and st.session_state.get(OPEN) == key:
        behind(record, Row((), tuple(field["claims"]), tuple(field["sources"])), f"field-{key}")


def _turn(key: str) -> None:
    st.session_state[OPEN] = "" if st.session_state.get(OPEN) == key else key


def _download(record: Record, answer: NetworkAnswer) -> None:
    columns = ("Part", "What", "Says", "Basis", "Sources")
    name = f"whoelse-network-{answer['network']['id']}-{record.date}.csv"
    sheet_file.offer(
        "Table",
        sheet_file.of(columns, _lines(record, answer)),
        name,
        "Factsheet, seats, entry points and events as CSV",
    )


def _lines(record: Record, answer: NetworkAnswer) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the file, each with where it was read."""
    for field in answer["factsheet"]:
        where = _where(record, field["claims"], field["sources"])
        yield "factsheet", field["field"], field["says"] or NOT_RECORDED, field["basis"], where
    for seat in answer["seats"]:
        holder = seat["holder"]["name"] if seat["holder"] else "holder not recorded"
        yield "seat", seat["seat"], holder, says.role(seat["role"]), _where(record, seat["claims"])
    for one in answer["countries"]:
        who = "; ".join(point["name"] for point in one["entry_points"]) or "body not recorded"
        claims = [*one["claims"], *(claim for point in one["entry_points"] for claim in point["claims"])]
        yield "entry point", one["country"]["name"], who, says.BASES[one["basis"]], _where(record, claims)
    for event in answer["events"]:
        there = "; ".join(one["name"] for one in event["participants"])
        yield "event", event["name"], there, event["start"] or "no date", _where(record, (), event["sources"])


def _where(record: Record, claims: list[str] | tuple[()], sources: list[str] | tuple[()] = ()) -> str:
    known = [claim["source"]["id"] for claim in answers.claims(record, tuple(dict.fromkeys(claims)))] if claims else []
    read_in = [record.sources[source] for source in dict.fromkeys([*known, *sources]) if source in record.sources]
    return " ".join(source.url or source.title for source in read_in)
