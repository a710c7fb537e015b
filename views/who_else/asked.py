"""About what one asks: a country with its answers, a site, or a network; said in the address as `show` and `at`."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

import streamlit as st

from graph.analysis.networks.network_state import state_of
from graph.analysis.routes.route_graph import is_world_wide
from graph.record import Record
from views.parts import answers, ends
from views.parts.safe_text import shown

SCOPES = {"country": "Country", "site": "Site", "network": "Network"}
ANSWERS = {
    "": "Missing from the list",
    "roles": "Roles expected",
    "peers": "Comparable countries",
    "invite": "Invitation list",
    "questions": "Questions to ask",
}
SCOPE, ANSWER, PLACE = "who-else-scope", "who-else-answer", "who-else-place"


def place(record: Record, code: str, show: str) -> str:
    """Return the site or network asked about; where none, or one elsewhere, is asked for the one most is known of."""
    places = _places(record, code, show)
    if st.session_state["at"] not in places:
        known = _best_known(record, code) if show == "network" else ""
        st.session_state["at"] = known or (places[0] if places else "")
    return str(st.session_state["at"])


@lru_cache(maxsize=32)
def _best_known(record: Record, code: str) -> str:
    """Return the active network with most claims in which a country sits and not everybody does, or nothing."""
    own = {one["id"] for one in answers.country(record, code, "")["networks"]}
    known = [one for one in own if record.is_running(one) and not is_world_wide(record, one)]
    fit = [one for one in known if state_of(record, one).status == "active"] or known
    abroad = [one for one in fit if not record.networks[one].country] or fit
    return max(sorted(abroad), key=lambda one: len(record.rows_of(record.networks[one].address)), default="")


def title(record: Record, code: str, show: str) -> str:
    """Return the question as the title of the page."""
    if show == "network":
        return "Who else in a network?"
    return "Who else at a site?" if show == "site" else f"Who else in {record.country_name(code)}?"


def row(record: Record, code: str, show: str) -> None:
    """Draw what is asked about: a scope, and beside it one of the answers, a site or a network."""
    scope = show if show in SCOPES else "country"
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key="who-else-asked"):
        _control("About", SCOPE, SCOPES, scope, _choose_scope)
        if scope == "country":
            _control("Answer", ANSWER, ANSWERS, show, _choose_answer)
        else:
            _choice(record, scope, _places(record, code, show))


def _control(label: str, key: str, options: Mapping[str, str], chosen: str, choose: Callable[[], None]) -> None:
    st.session_state[key] = chosen
    st.segmented_control(
        label,
        list(options),
        key=key,
        format_func=lambda name: options[name],
        required=True,
        label_visibility="collapsed",
        on_change=choose,
    )


def _choice(record: Record, scope: str, places: Sequence[str]) -> None:
    key = f"{PLACE}-{scope}"
    st.session_state[key] = st.session_state["at"] or None

    def name(place: str) -> str:
        return shown(record.sites[place].name if scope == "site" else _network(record, place))

    st.selectbox(
        SCOPES[scope],
        places,
        key=key,
        format_func=name,
        label_visibility="collapsed",
        on_change=_choose_place,
        args=(key,),
        width=520,
    )


def _network(record: Record, network: str) -> str:
    """Return a network by its short and its full name, so that either finds it in the list."""
    node = record.networks[network]
    return node.name if node.shown == node.name else f"{node.shown} – {node.name}"


def _places(record: Record, code: str, show: str) -> tuple[str, ...]:
    if show == "network":
        return ends.networks(record)
    return _sites(record, code) if show == "site" else ()


def _sites(record: Record, code: str) -> tuple[str, ...]:
    """Return the sites of a country, those first about which most is recorded."""
    here = [site for site in record.sites.values() if site.country == code]
    known = sorted(here, key=lambda site: (-len(record.rows_of(site.address, "presence")), site.name))
    return tuple(site.id for site in known)


def _choose_scope() -> None:
    scope = st.session_state[SCOPE]
    st.session_state["show"] = "" if scope == "country" else scope
    st.session_state["at"] = ""


def _choose_answer() -> None:
    st.session_state["show"] = st.session_state[ANSWER]


def _choose_place(key: str) -> None:
    st.session_state["at"] = st.session_state[key] or ""
