"""The fields of Reach: whom, where, and under which conditions."""

import pandas as pd
import streamlit as st

from graph.analysis.reach.reach import LEAST_COST, MOST_COST
from graph.record import Record
from views.parts import ends, filters, letters, words
from views.parts.reach_address import NETWORK, WHOLE
from views.parts.safe_text import escaped
from views.reach import question, reach_words

COSTS, COSTS_SHOWN = "cost table", "costs shown"
AGAIN = "reach again"
FURTHER_MUST, FURTHER_NEVER = "must further", "never further"


def whom(record: Record) -> None:
    """Ask for the group: kinds of bodies, in which countries, and single bodies besides."""
    kinds, places, bodies = st.columns([4, 4, 4], gap="small")
    kinds.multiselect(
        "Whom",
        question.kinds(record),
        key="whom",
        format_func=question.kind_name,
        placeholder="choose kinds of bodies",
        persist_state="session",
    )
    places.multiselect(
        "Of which countries",
        sorted(record.countries, key=record.country_name),
        key="within",
        format_func=record.country_name,
        placeholder="all countries",
        persist_state="session",
    )
    bodies.multiselect(
        "And these bodies",
        _with_held(ends.bodies(record, ""), st.session_state["bodies"]),
        key="bodies",
        format_func=lambda body: ends.name(record, body),
        placeholder="choose single bodies",
        persist_state="session",
    )


def conditions(record: Record) -> None:
    """Ask for the conditions, in a place of their own that opens on a click."""
    _take_further("must", FURTHER_MUST)
    _take_further("never", FURTHER_NEVER)
    with st.popover("Conditions", icon=":material/tune:", width=letters.wide(150)):
        left, right = st.columns(2, gap="medium", width=640)
        with left:
            filters.networks(record, "These networks in any case", "must")
            filters.networks(record, "Never these", "never")
            st.slider("Reach at least", 10, WHOLE, step=5, key="share", format="%d%%", persist_state="session")
            st.number_input("But of each country", 0, 20, key="each", persist_state="session", help=EACH)
        with right:
            _beginning(record)
            st.toggle("Also by a contact at home", key="athome", persist_state="session", help=AT_HOME)
            st.toggle("World-wide networks", key="everybody", persist_state="session", help=EVERYBODY)
            st.toggle("Ended networks", key="ended", persist_state="session")
            _costs(record)


EACH = "Where less than all will do: at least so many bodies of each country; 0 asks for none."
AT_HOME = "Begin also in the networks of those with whom the body is in recorded contact in its own country."
EVERYBODY = "Such as WCO and INTERPOL, and networks of every country here: they reach almost all, which says little."


def _beginning(record: Record) -> None:
    """Ask from whose networks the set hangs together."""
    options = (*ends.all_of(record, st.session_state["country"]), *(NETWORK + one for one in ends.networks(record)))
    held = st.session_state["begin"]
    st.selectbox(
        "Hanging together from the networks of",
        options if held is None or held in options else (held, *options),
        index=None,
        key="begin",
        format_func=lambda begin: beginning_name(record, begin),
        placeholder="anywhere, each by itself",
        persist_state="session",
    )


def beginning_name(record: Record, begin: str) -> str:
    """Return where a set begins, for a reader: a body, a group or a network."""
    network = begin.removeprefix(NETWORK)
    return f"{record.networks[network].shown} (network)" if begin.startswith(NETWORK) else ends.name(record, begin)


def _begins(record: Record, begin: str) -> str:
    is_body = begin in record.organizations
    return reach_words.body(record, begin) if is_body else beginning_name(record, begin)


def _costs(record: Record) -> None:
    """Ask what networks cost; those that are not in the table cost 1."""
    held: dict[str, float] = st.session_state["costs"]
    if st.session_state.get(COSTS_SHOWN) != held:
        # An address brought other costs than those that were edited here: the table begins with them.
        st.session_state.pop(COSTS, None)
        st.session_state["costs at first"] = dict(held)
    first = st.session_state.get("costs at first", held)
    names = {network: record.networks[network].shown for network in ends.networks(record)}
    table = pd.DataFrame({"Network": list(first), "Cost": list(first.values())})
    st.caption("What it costs to work with a network; all others cost 1.")
    edited = st.data_editor(
        table.astype({"Network": "object", "Cost": "float64"}),
        key=COSTS,
        num_rows="dynamic",
        hide_index=True,
        height=140,
        column_config={
            "Network": st.column_config.SelectboxColumn(
                options=list(names), format_func=lambda network: names.get(str(network), ""), required=True
            ),
            "Cost": st.column_config.NumberColumn(min_value=0.0, max_value=MOST_COST, default=1.0, required=True),
        },
    )
    found = {network: float(cost) for network, cost in edited.dropna().itertuples(index=False)}
    kept = {network: cost for network, cost in found.items() if cost == 0 or cost >= LEAST_COST}
    st.session_state["costs"] = st.session_state[COSTS_SHOWN] = kept


def in_words(record: Record) -> str:
    """Return the conditions that hold, in a row: "at least 80%, without SAWEN"."""
    state = st.session_state

    def named(networks: list[str]) -> str:
        return ", ".join(record.networks[network].shown for network in networks)

    said = [
        f"at least {state['share']}% of them" if state["share"] < WHOLE else "",
        f"{state['each']} of each country" if state["each"] and state["share"] < WHOLE else "",
        f"with {named(state['must'])}" if state["must"] else "",
        f"without {named(state['never'])}" if state["never"] else "",
        f"hanging together from {_begins(record, state['begin'])}" if state["begin"] else "",
        "and whom it knows at home" if state["begin"] and state["athome"] else "",
        "" if state["everybody"] else "without world-wide networks",
        "ended networks too" if state["ended"] else "",
        f"{words.count(len(state['costs']), 'network')} with a cost of its own" if state["costs"] else "",
    ]
    return ", ".join(part for part in said if part)


def _with_held(options: tuple[str, ...], held: list[str]) -> tuple[str, ...]:
    """A body that has ended may be asked for in an address and stands in no list."""
    return (*(one for one in held if one not in options), *options)


def add(key: str, network: str) -> None:
    """Have the next run ask for a further network; in this one the fields have been drawn already."""
    change(FURTHER_MUST if key == "must" else FURTHER_NEVER, network)


def change(key: str, value: object) -> None:
    """Ask for something else from the part of the page that redraws alone, and have the whole page drawn."""
    st.session_state[key] = value
    st.session_state[AGAIN] = True


def _take_further(key: str, further: str) -> None:
    network = st.session_state.pop(further, None)
    if network:
        other = "never" if key == "must" else "must"
        st.session_state[other] = [one for one in st.session_state[other] if one != network]
        st.session_state[key] = [*(one for one in st.session_state[key] if one != network), network]


def suggest(record: Record) -> None:
    """Offer groups that planners ask for."""
    home = st.session_state["country"]
    for label, asked in (
        ("Customs of all countries", {"whom": ["customs"]}),
        ("Ozone units of all countries", {"whom": ["ozone-unit"]}),
        ("Wildlife agencies and customs of all countries", {"whom": ["wildlife", "customs"]}),
        (f"Every national body of {record.country_name(home)}", {"whom": ["every"], "within": [home]}),
    ):
        st.button(escaped(label), on_click=_ask, args=(asked,))


def _ask(asked: dict[str, list[str]]) -> None:
    st.session_state.update(asked)
