"""The text beside the map: who or what was chosen there, and the evidence for it."""

import streamlit as st

from graph.answers import CountryAnswer
from graph.record import Record
from layout.chain.plan import BoxDetail, ChainMap, LineDetail
from views.country import around_body, aside, gap_says, nobody
from views.map import component
from views.parts import address, answers, badges, evidence, thing, words
from views.parts.safe_text import escaped

MOST_PAIRS = 6
HELD = "body-of-"


def draw(record: Record, drawn: ChainMap, name: str, answer: CountryAnswer) -> None:
    """Draw what stands behind a box, a network or a line of the map."""
    kind, _, network = name.partition(":")
    code = answer["country"]["id"]
    if name in drawn.boxes:
        _box(record, drawn.boxes[name], code)
    elif name in drawn.lines:
        _line(record, drawn, drawn.lines[name])
    elif kind == "empty":
        column, _, section = network.partition(":")
        nobody.draw(record, int(column), int(section), code, st.session_state["theme"])
    elif kind == "network" and network in record.networks:
        seat = next((one for one in answer["networks"] if one["id"] == network), None)
        thing.network(record, network, seat, f"evidence-{name}")


def one_body(record: Record, body: str, code: str) -> None:
    """Draw one body that may stand on no map."""
    if body in record.organizations:
        around_body.offer(record, body)
        roster = answers.country(record, code, "")["organizations"]
        thing.body(record, body, next((one for one in roster if one["id"] == body), None), f"evidence-{body}")


def choose(drawn: ChainMap, body: str) -> None:
    """Choose a body in the map, by its box; a body that is not on the map is written about all the same."""
    boxes = drawn.boxes.values()
    box = next((box for box in boxes if body in box.members), None) or next(
        (box for box in boxes if body in box.bodies), None
    )
    if box is None:
        aside.show("body", body)
        return
    aside.forget()
    choose_body(box, body)
    component.choose(aside.MAP, "box", box.id)


def body_of(detail: BoxDetail) -> str:
    """Return which body of a box the text is about: the one the reader chose, else the only service, else none."""
    held = st.session_state.get(_key(detail))
    bodies = _bodies(detail)
    if held in bodies:
        return str(held)
    return "" if len(detail.members) > 1 or not bodies else bodies[0]


def forget_bodies(but: str = "") -> None:
    """Have every fold show its members again, but the one that is chosen."""
    for key in [key for key in st.session_state if str(key).startswith(HELD) and key != f"{HELD}{but}"]:
        del st.session_state[key]


def is_one_of_many(drawn: ChainMap, name: str) -> bool:
    """Return whether the text is about one member of a chosen fold."""
    return name in drawn.boxes and len(drawn.boxes[name].members) > 1 and bool(body_of(drawn.boxes[name]))


def choose_body(detail: BoxDetail, body: str) -> None:
    """Have the text speak of one body of a box."""
    st.session_state[_key(detail)] = body


def _key(detail: BoxDetail) -> str:
    return f"{HELD}{detail.id}"


def _bodies(detail: BoxDetail) -> list[str]:
    """Return the services of a box, then their units."""
    return list(dict.fromkeys((*detail.members, *detail.bodies)))


def _box(record: Record, detail: BoxDetail, code: str) -> None:
    bodies = [body for body in _bodies(detail) if body in record.organizations]
    if not body_of(detail):
        _members(record, detail)
        return
    if len(bodies) > 1:
        st.session_state[_key(detail)] = body_of(detail)
        st.selectbox(
            f"{words.count(len(bodies), 'body', 'bodies')} in {escaped(detail.title)}",
            bodies,
            format_func=lambda one: record.organizations[one].name,
            key=_key(detail),
            label_visibility="collapsed",
        )
    one_body(record, body_of(detail), code)


def _members(record: Record, detail: BoxDetail) -> None:
    """Draw a fold by its title, with a line for each of its services; a click on one writes about it."""
    st.markdown(f"#### {escaped(detail.title)}", anchors=False)
    st.caption(escaped(f"{detail.column}; {', '.join(detail.notes)}" if detail.notes else detail.column))
    for member in detail.members:
        st.button(
            escaped(record.organizations[member].name),
            key=f"member-{detail.id}-{member}",
            type="tertiary",
            wrap=True,
            on_click=choose_body,
            args=(detail, member),
        )


def _line(record: Record, drawn: ChainMap, detail: LineDetail) -> None:
    ends = [drawn.title_of(record, end) for end in (detail.a, detail.b)]
    st.markdown(f"#### {escaped(' and '.join(ends))}", anchors=False)
    st.text("\n".join([detail.name, *gap_says.of(detail)]))
    pairs = [f"– {badges.short(record, a, a)}, {badges.short(record, b, b)}" for a, b in detail.pairs]
    if len(pairs) > 1:
        more = [f"and {len(pairs) - MOST_PAIRS} more"] if len(pairs) > MOST_PAIRS else []
        st.text("\n".join([*pairs[:MOST_PAIRS], *more]))
    if detail.claims:
        evidence.listing(record, detail.claims, f"evidence-{detail.id}")
    if detail.kind in ("gap", "problem"):
        st.page_link(
            "views/pages/gaps.py", label="Reasons, on the page of gaps", query_params=address.link(record, address.GAPS)
        )
