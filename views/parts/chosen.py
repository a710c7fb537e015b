"""The text beside the map: who or what was chosen there, and the evidence for it."""

import streamlit as st

from graph.answers import CountryAnswer
from graph.record import Record
from views.layout.plan import BoxDetail, ChainMap, LineDetail
from views.parts import address, answers, badges, evidence, thing, words
from views.parts.safe_text import escaped

MOST_PAIRS = 6
SAYS = {
    "gap": "No source read so far speaks of a contact. There may be one.",
    "problem": "A source reports a problem between the two.",
}


def draw(record: Record, drawn: ChainMap, name: str, answer: CountryAnswer) -> None:
    """Draw what stands behind a box, a network or a line of the map."""
    kind, _, network = name.partition(":")
    if name in drawn.boxes:
        _box(record, drawn.boxes[name], answer["country"]["id"])
    elif name in drawn.lines:
        _line(record, drawn, drawn.lines[name])
    elif kind == "network" and network in record.networks:
        seat = next((one for one in answer["networks"] if one["id"] == network), None)
        thing.network(record, network, seat, f"evidence-{name}")


def one_body(record: Record, body: str, code: str) -> None:
    """Draw one body that may stand on no map."""
    if body in record.organizations:
        roster = answers.country(record, code, "")["organizations"]
        thing.body(record, body, next((one for one in roster if one["id"] == body), None), f"evidence-{body}")


def body_of(detail: BoxDetail) -> str:
    """Return which body of a box the text is about: the one the reader chose, else the first."""
    held = st.session_state.get(_key(detail))
    bodies = _bodies(detail)
    return held if held in bodies else bodies[0] if bodies else ""


def choose_body(detail: BoxDetail, body: str) -> None:
    """Have the text speak of one body of a box."""
    st.session_state[_key(detail)] = body


def _key(detail: BoxDetail) -> str:
    return f"body-of-{detail.id}"


def _bodies(detail: BoxDetail) -> list[str]:
    """Return the services of a box, then their units."""
    return list(dict.fromkeys((*detail.members, *detail.bodies)))


def _box(record: Record, detail: BoxDetail, code: str) -> None:
    bodies = [body for body in _bodies(detail) if body in record.organizations]
    if not bodies:
        st.markdown(f"#### {escaped(detail.title)}", anchors=False)
        st.text("Nobody is recorded here. Who does this? Tell the one who keeps the record.")
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


def _line(record: Record, drawn: ChainMap, detail: LineDetail) -> None:
    ends = [_end(record, drawn, end) for end in (detail.a, detail.b)]
    st.markdown(f"#### {escaped(' and '.join(ends))}", anchors=False)
    st.text("\n".join(line for line in (detail.name, SAYS.get(detail.kind, "")) if line))
    pairs = [f"– {badges.short(record, a, a)}, {badges.short(record, b, b)}" for a, b in detail.pairs]
    if len(pairs) > 1:
        more = [f"and {len(pairs) - MOST_PAIRS} more"] if len(pairs) > MOST_PAIRS else []
        st.text("\n".join([*pairs[:MOST_PAIRS], *more]))
    if detail.claims:
        evidence.table(record, detail.claims, f"evidence-{detail.id}", narrow=True)
    if detail.kind in SAYS:
        st.page_link("views/pages/gaps.py", label="Reasons, on the page of gaps", query_params=address.asked())


def _end(record: Record, drawn: ChainMap, end: str) -> str:
    if end in drawn.boxes:
        return drawn.boxes[end].title
    network = end.removeprefix("network:")
    return record.networks[network].shown if network in record.networks else end
