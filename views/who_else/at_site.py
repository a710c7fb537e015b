"""Who else at a site: who is recorded there, which roles are expected, and what comparable sites have."""

import streamlit as st

from graph.answers import AtSite, SitePeer, SiteRole
from graph.record import Record
from graph.words import joined
from views.parts import answers, trouble, words
from views.parts.safe_text import escaped
from views.who_else import line

STATES = {
    "recorded here": "Recorded here: ",
    "not recorded here": "Not recorded here. Who could be: ",
    "nobody recorded": "Nobody of the kind is recorded in the country.",
}


def draw(record: Record, site: str) -> None:
    """Draw the answers for a site, those missing before those there."""
    if not site:
        trouble.nothing("No site of this country is recorded on this day.", "Choose another country.")
        return
    answer = answers.who_else_at_site(record, site)
    towards = f", towards {answer['neighbour']['name']}" if answer["neighbour"] else ""
    st.caption(escaped(f"{answer['kind'].replace('-', ' ').capitalize()} of {answer['country']['name']}{towards}"))
    left, right = st.columns(2, gap="medium")
    with left:
        st.markdown("**Roles expected at such a site**")
        for role in sorted(answer["chain"], key=lambda role: role["status"] == "recorded here"):
            st.markdown(_role(role))
        _peers(answer["peers"])
    with right:
        _bodies(record, "Recorded here", answer["present"], "here")
        if answer["neighbour"]:
            _bodies(record, f"Recorded on the side of {answer['neighbour']['name']}", answer["other_side"], "there")


def _role(role: SiteRole) -> str:
    state = STATES[role["status"]] + escaped(joined([body["name"] for body in role["organizations"]]))
    return f"**{escaped(role['role'])}**  \n{state}  \n:small[Expected by: {escaped(role['source'])}]"


def _bodies(record: Record, head: str, bodies: list[AtSite], side: str) -> None:
    st.markdown(f"**{escaped(head)}** :small[{words.count(len(bodies), 'body', 'bodies')}]")
    if not bodies:
        st.caption("Nobody is recorded there. There may well be somebody: ask.")
    for body in bodies:
        team = f", by the joint team {body['through']['name']}" if body["through"] else ""
        says = f"{escaped(body['name'])}  \n:small[{escaped(words.kind(body['kind']) + team)}]"
        line.draw(record, f"{side}-{body['id']}", says, body["claims"])


def _peers(peers: list[SitePeer]) -> None:
    if not peers:
        return
    st.markdown("**Comparable sites have one on record**")
    for peer in peers:
        names = escaped(joined([example["name"] for example in peer["examples"]]))
        kind = words.kind(peer["kind"])
        says = f"{escaped(kind[:1].upper() + kind[1:])}: at {peer['recorded_at']} of {peer['of']} sites"
        st.markdown(f"{says}  \n:small[for example {names}]")
    st.caption("A site where none is recorded may have one all the same.")
