"""The answer of Reach: the headline, the drawing of the set, what stands beside it, and the evidence below."""

import streamlit as st

from graph.analysis.reach.reach_plan import Plan
from graph.errors import InputError
from graph.record import Record
from layout.reach import ReachMap, reach_scene
from views.map import component
from views.parts import evidence, letters, trouble, words
from views.parts.safe_text import escaped, shown
from views.reach import asking, beside, lanes, question, reach_file, reach_words, searching

MAP = "reach-map"
PATIENCE, ENDING = 0.8, 3.0  # seconds that a page waits for an answer before it says how far it is, and for a stop
LEFT, RIGHT = 750, 344


def draw(record: Record) -> None:
    """Draw the answer, how far it is, or what to do next."""
    asked = question.asked(record)
    if not asked.groups:
        _nothing(record)
        return
    search = searching.search_for(record, asked)
    if search.is_done(PATIENCE):
        _answer(record, search)
    else:
        _waiting(search)


def _nothing(record: Record) -> None:
    """Say what to choose, or that nobody of what was chosen is recorded."""
    if st.session_state["whom"]:
        _nobody(record)
    trouble.nothing("Choose whom you want to reach.", "Or begin with:")
    with st.container(horizontal=True, gap="xsmall", key="suggested"):
        asking.suggest(record)


def _nobody(record: Record) -> None:
    """Name the countries of which no body of a kind is recorded: not recorded is not absent."""
    for kind in st.session_state["whom"]:
        out = question.nobody_of(record, kind, st.session_state["within"])
        if out:
            names = ", ".join(record.country_name(code) for code in out)
            st.caption(escaped(f"{question.kind_name(kind)}: none recorded yet for {names}."))


@st.fragment(run_every=1.0)
@trouble.said_calmly()
def _waiting(search: searching.Search) -> None:
    """Say how far the search is, once a second, with the button that ends it."""
    if search.is_done(ENDING if search.was_stopped else 0.0):
        st.rerun()
    seconds, most = search.so_far.seconds if search.so_far else 0.0, search.question.seconds
    st.progress(min(1.0, seconds / most), f"{reach_words.so_far(search.so_far)} {seconds:.0f} s of at most {most:.0f}.")
    st.button("Stop, and keep the best so far", key="stop", on_click=search.stop, type="primary")


@st.fragment
@trouble.said_calmly()
def _answer(record: Record, search: searching.Search) -> None:
    """Draw the set; a choice in it redraws only this part of the page."""
    if st.session_state.pop(asking.AGAIN, False):
        st.rerun()  # a button of this part asked for something else, and the fields stand outside it
    if isinstance(search.error, InputError):
        _refused(search.error)
        return
    plan = _shown(search)
    _headline(plan, search)
    if not plan.answer["networks"]:
        _none(record, plan)
        return
    left, right = letters.beside([LEFT, RIGHT])
    with left:
        _evidence(plan, *_map(plan))
    with right, st.container(gap="xsmall", key="beside"):
        beside.draw(plan, search)
        _nobody(record)


def _refused(error: InputError) -> None:
    """Say which wishes contradict each other, and offer what would do."""
    trouble.nothing(error.what, error.do)
    if st.session_state["begin"] and not st.session_state["athome"]:
        st.button("Begin also by a contact at home", on_click=asking.change, args=("athome", True))


def _shown(search: searching.Search) -> Plan:
    """Return the plan with the set of equal cost that the reader turned to."""
    count = len(search.result().solved.optima)
    return search.result_with(min(int(st.session_state.get(searching.SHOWN, 1)), count) - 1)


def _headline(plan: Plan, search: searching.Search) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="headline"):
        said = f"**{escaped(reach_words.headline(plan))}** {escaped(reach_words.how_good(plan, search.was_stopped))}"
        st.markdown(said, width="stretch")
        if not plan.answer["proven"]:
            st.button("Search longer", key="search-longer", on_click=_longer)
        if plan.answer["networks"]:
            reach_file.download(plan)


def _longer() -> None:
    asking.change("longer", True)
    searching.forget()


def _none(record: Record, plan: Plan) -> None:
    """Say of each why it is not reached, and what could be changed."""
    for names, why in reach_words.unreached(plan):
        st.text(shown(f"{names}: {why}"))
    _nobody(record)
    beside.changes(plan)


def _map(plan: Plan) -> tuple[str, str]:
    """Draw the set, and return the network and the body that are chosen in it, at first the first network."""
    first = plan.answer["networks"][0]["id"]
    links, answer = plan.links(), lanes.drawn(plan.answer)
    drawn = reach_scene(plan.record, answer, links)
    selection = component.chosen(MAP, drawn.scene)
    network, body = _meant(drawn, selection, first)
    if selection and selection.id in drawn.never:
        asking.add("never", drawn.never[selection.id])
        component.clear(MAP)
        st.rerun()
    component.draw(reach_scene(plan.record, answer, links, chosen=network, size=letters.size()).scene, key=MAP)
    lanes.further(plan.record, plan.answer)
    return network, body


def _meant(drawn: ReachMap, selection: component.Selection | None, first: str) -> tuple[str, str]:
    if selection and selection.id in drawn.bodies:
        body, network = drawn.bodies[selection.id]
        return network, body
    if selection and selection.id.startswith("more:"):
        return drawn.networks[f"lane:{selection.id.partition(':')[2]}"], ""
    return drawn.networks.get(selection.id if selection else "", first), ""


def _evidence(plan: Plan, network: str, body: str) -> None:
    """Draw the claims behind one body's seat, or behind all that a network adds."""
    entry = next(one for one in plan.answer["networks"] if one["id"] == network)
    adds = [one for one in entry["adds"] if body in ("", one["id"])]
    name = plan.record.networks[network].shown
    whose = f"{reach_words.body(plan.record, body)} in {name}" if body else f"what {name} adds"
    st.markdown(f"**Evidence for {escaped(whose)}**")
    if not body and adds:
        with st.expander(f"{words.count(len(adds), 'body', 'bodies')} by name"):
            st.text("\n".join(shown(f"{words.LETTERS[one['basis']]} {one['name']}") for one in adds))
    claims = list(dict.fromkeys(claim for one in adds for claim in one["claims"]))
    claims += [claim for link in plan.links() if link["to"]["id"] == network for claim in link["by"]["claims"]]
    evidence.table(plan.record, claims, f"reach-{network}-{body}")
