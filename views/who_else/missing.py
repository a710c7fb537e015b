"""The first answer: bodies that the record knows and the list lacks, in two orders, each with why and its sources."""

import streamlit as st

from graph.answers import EvaluationAnswer, Order, Recorded
from graph.record import Record
from graph.words import joined
from views.parts import answers, trouble
from views.parts.safe_text import escaped
from views.who_else import line, own_list

FIRST = 14
ORDER, ALL, JUDGED = "who-else-order", "who-else-all", "who-else-judged"
ORDERS: dict[Order, str] = {"missing": "What is missing", "sits-with": "Who sits with these"}
MEANS: dict[Order, str] = {
    "missing": "Roles that nobody on your list fills come first, then who adds most to the chain of enforcement.",
    "sits-with": "Those come first that do alike, answer for alike, and are in contact with bodies of your list.",
}
WITHOUT = "In this order bodies cover the chain of enforcement. Give your own list above to see whom it lacks."
ON_REQUEST = "Anti-corruption and intelligence too"
WHY_ON_REQUEST = "Left out unless you ask: it may be unwise to bring them to a table that nobody has prepared."
MOST_SISTERS = 6


def draw(record: Record, code: str, theme: str) -> None:
    """Draw the lines of the answer, the first of them at once and all on a click."""
    own = own_list.of(code)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        order = _order() if own.names else "missing"
        st.caption(MEANS[order] if own.names else WITHOUT, width="stretch")
        on_request = st.toggle(ON_REQUEST, key="on-request", help=WHY_ON_REQUEST, persist_state="session")
    if order == "sits-with":
        _judged(record)
    found = answers.who_else(record, code, theme, own, order, on_request)["recorded"]
    if not found:
        trouble.nothing(
            "Nobody further is recorded here on this theme.", "Choose all themes, or see the roles expected."
        )
    is_all = st.session_state.get(ALL) == (code, theme)
    for number, body in enumerate(found if is_all else found[:FIRST], 1):
        line.draw(record, f"missing-{body['id']}", _says(record, number, body), _behind(body))
    if len(found) > FIRST and not is_all:
        st.button(f"All {len(found)} lines", key="all-missing", on_click=_open_all, args=(code, theme))


def _order() -> Order:
    st.segmented_control(
        "Order",
        list(ORDERS),
        key=ORDER,
        format_func=lambda order: ORDERS[order],
        default="missing",
        required=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    return "sits-with" if st.session_state[ORDER] == "sits-with" else "missing"


def _says(record: Record, number: int, body: Recorded) -> str:
    sisters = [sister["name"] for sister in body["sisters"]]
    more = [*sisters[:MOST_SISTERS], *([f"{len(sisters) - MOST_SISTERS} more"] if len(sisters) > MOST_SISTERS else [])]
    beside = f" :small[and its sisters: {escaped(joined(more))}]" if sisters else ""
    why = escaped(". ".join(body["reasons"]).replace("(presumed from its kind)", "(presumed from its kind of body)"))
    brings = f"  \n:small[Brings: {escaped(joined(body['adds']))}]" if body["adds"] else ""
    return (
        f"{number}\\. **{escaped(body['name'])}**{beside}  \n{why}.{brings}  \n{line.sources(record, body['sources'])}"
    )


def _behind(body: Recorded) -> list[str]:
    """Return the claims of a line, or all about the body where none speaks for the line itself."""
    sisters = [claim for sister in body["sisters"] for claim in sister["claims"]]
    return [*body["claims"], *sisters] or [f"organization:{body['id']}"]


def _judged(record: Record) -> None:
    """Say on a click how good the order is on this record; it takes some seconds to find out."""
    if not st.session_state.get(JUDGED):
        st.button("How good is this order?", key=JUDGED, type="tertiary", icon=":material/rule:")
        return
    with st.spinner("Hiding each member of each national committee in turn …"):
        st.text(judgement(answers.how_good(record)))


def judgement(answer: EvaluationAnswer) -> str:
    """Return in words how well the order finds hidden members, what that means, and what it does not."""
    rows = {(row["method"], row["measure"]): row for row in answer["rows"]}
    ours, known = ("who sits with these", "popularity: claims about the body")
    if (ours, "recall@5") not in rows:
        return "Too few national committees are recorded to say how good this order is."

    def share(method: str, measure: str) -> str:
        return f"{100 * (rows[method, measure]['value'] or 0):.0f}"

    return (
        f"Tried by hiding {rows[ours, 'recall@5']['n']} members of national committees one by one: of 100 hidden, "
        f"{share(ours, 'recall@5')} stood among the first 5 and {share(ours, 'recall@10')} among the first 10 (those "
        f"with most on record first: {share(known, 'recall@5')} and {share(known, 'recall@10')}). It says how well "
        "recorded bodies are found again, not how well those are that nobody has written down, and nothing about "
        "“What is missing”."
    )


def _open_all(code: str, theme: str) -> None:
    st.session_state[ALL] = code, theme
