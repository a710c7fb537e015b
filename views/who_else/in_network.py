"""Who else in a network: countries and bodies that are not recorded in it, judged by its themes and by neighbours."""

import streamlit as st

from graph.answers import MissingBody, MissingCountry
from graph.record import Record
from graph.words import STATES, joined
from views.parts import answers, trouble, words
from views.parts.safe_text import escaped
from views.who_else import line

FIRST = 20
ALL = "who-else-network-all"


def draw(record: Record, network: str) -> None:
    """Draw the countries that are missing, then the bodies of the countries inside."""
    if not network:
        trouble.nothing("No network is recorded on this day.", "Choose a later day, or load tables.")
        return
    answer = answers.who_else_in_network(record, network)
    themes = ", ".join(words.subject(theme) for theme in answer["themes"]) or "no theme recorded"
    heard = f", last heard of {words.day(answer['last_heard'])}" if answer["last_heard"] else ""
    members = words.count(answer["members"], "member") + " recorded"
    st.caption(escaped(f"{members}; {STATES[answer['status']]}{heard}; on {themes}"))
    if not answer["countries"] and not answer["organizations"]:
        trouble.nothing("Nobody is missing by the record.", "Members may be missing all the same: ask its secretariat.")
    if answer["countries"]:
        st.markdown(f"**Countries not recorded in it** :small[{len(answer['countries'])}, though others near them are]")
    for country in answer["countries"]:
        line.draw(record, f"country-{country['id']}", _country(country), _claims(country))
    _bodies(record, network, answer["organizations"])


def _bodies(record: Record, network: str, bodies: list[MissingBody]) -> None:
    if not bodies:
        return
    st.markdown(f"**Bodies not recorded in it** :small[of the countries inside; {len(bodies)}]")
    is_all = st.session_state.get(ALL) == network
    for body in bodies if is_all else bodies[:FIRST]:
        line.draw(record, f"body-{body['id']}", _body(record, body), body["claims"])
    if len(bodies) > FIRST and not is_all:
        st.button(f"All {len(bodies)} bodies", key="all-network", on_click=_open_all, args=(network,))


def _country(country: MissingCountry) -> str:
    near = []
    if country["neighbours_in"]:
        names = joined([one["name"] for one in country["neighbours_in"]])
        near.append(f"{_share(len(country['neighbours_in']), country['of_neighbours'])} in it: {names}")
    if country["of_subregion"]:
        where = "" if near else " in it"
        near.append(f"{country['subregion_in']} of {country['of_subregion']} others in its subregion are{where}")
    ask = joined([one["name"] for one in country["ask"]])
    whom = escaped(ask or "nobody to ask is recorded")
    return f"**{escaped(country['name'])}**  \n{escaped(_sentence(near))}  \n:small[Ask: {whom}]"


def _sentence(parts: list[str]) -> str:
    said = "; ".join(parts)
    return f"{said[:1].upper()}{said[1:]}."


def _share(inside: int, neighbours: int) -> str:
    return "its one neighbour is" if neighbours == 1 else f"{inside} of {neighbours} neighbours are"


def _claims(country: MissingCountry) -> list[str]:
    return [claim for body in country["ask"] for claim in body["claims"]]


def _body(record: Record, body: MissingBody) -> str:
    others = (
        f" Its kind sits there for {words.count(body['sits_for'], 'other country', 'other countries')}."
        if body["sits_for"]
        else ""
    )
    why = escaped(f"{'; '.join(body['reasons'])}.{others}")
    where = escaped(body["country"]["name"])
    return f"**{escaped(body['name'])}**, {where}  \n{why}  \n{line.sources(record, body['sources'])}"


def _open_all(network: str) -> None:
    st.session_state[ALL] = network
