"""Three plain answers for a country: who links others, who is the only link, and what falls apart.

They show where a chain breaks: for the pages of one's own record, in no file, and not in a copy that others look at.
"""

import streamlit as st

from graph.analysis.networks.fragility import known_ends
from graph.answers import KnownEnd, OnlyRoute, SoleLink
from graph.record import Record
from graph.words import joined
from views.networks import endings, headings, rows, says
from views.networks.rows import Row
from views.parts import answers, badges, words
from views.parts.safe_text import shown

SENTENCE = "Who links others, who is the only link, and what falls apart when something ends?"
CAREFUL = (
    "Read from recorded contacts and seats alone: one more recorded contact changes it. It says where to look, not who "
    "is weak, and it goes into no file: where a chain breaks can be misused."
)
LINKS = {
    "Body": st.column_config.TextColumn(width=340),
    "Between": st.column_config.TextColumn(width=130, help="Share of pairs of others on whose shortest way it lies"),
}
SOLE = {"Body": st.column_config.TextColumn(width=340), "Pairs": st.column_config.NumberColumn(width=90)}


def draw(record: Record) -> None:
    """Draw the three answers for the country of the first row."""
    with headings.row(record, SENTENCE):
        pass
    code, theme = st.session_state["country"], st.session_state["theme"]
    st.caption(CAREFUL)
    left, right = st.columns(2, gap="medium")
    with left:
        _links_others(record, code, theme)
    with right:
        _sole(record, code, theme)
    st.subheader("What falls apart", anchor=False)
    _only_routes(record, code, theme)
    _known_ends(record)


def _links_others(record: Record, code: str, theme: str) -> None:
    st.subheader("Who links others", anchor=False)
    found = answers.brokers(record, code, theme)["links_others"]
    if not found:
        st.text("Nobody stands between others in what is recorded of this country.")
        return
    listed_rows = [
        Row((one["name"], _share(one["betweenness"])), tuple(one["claims"]), says=f"The contacts of {one['name']}:")
        for one in found
    ]
    rows.draw(record, tuple(LINKS), listed_rows, f"links-{code}", LINKS)


def _share(value: float) -> str:
    return f"{value:.0%} of others" if value >= 0.005 else "under 1%"


def _sole(record: Record, code: str, theme: str) -> None:
    st.subheader(
        "Only link", anchor=False, help="Pairs that ought to be in contact and have one recorded contact in common"
    )
    found = answers.brokers(record, code, theme)["sole_link"]
    if not found:
        st.text("No body is the only recorded link of two that ought to be in contact.")
        return
    rows.draw(record, tuple(SOLE), [_sole_row(record, one) for one in found], f"sole-{code}-{theme}", SOLE)


def _sole_row(record: Record, one: SoleLink) -> Row:
    pairs = "; ".join(" and ".join(badges.short(record, body, body) for body in pair) for pair in one["pairs"])
    count = words.count(len(one["pairs"]), "pair")
    lose = "lose" if len(one["pairs"]) > 1 else "loses"
    closes = f"If {one['name']} closes, {count} that ought to be in contact {lose} the only common contact: {pairs}."
    return Row((one["name"], len(one["pairs"])), tuple(one["claims"]), says=closes)


def _only_routes(record: Record, code: str, theme: str) -> None:
    """Draw the subjects on which the country has one route, with the secretariat on which it hangs."""
    name = record.country_name(code)
    found = [one for one in answers.only_routes(record, code)["only"] if not theme or one["theme"] == theme]
    if not found:
        st.text(shown(f"On no subject is a single network recorded as the only route of {name}."))
        return
    count = words.count(len(found), "subject")
    st.text(shown(f"On {count} a single network is the only recorded route of {name} beyond its borders:"))
    columns = ("Subject", "Only route", "Entry point", "If this secretariat ends")
    rows.draw(record, columns, [_only(record, one, name) for one in found], f"only-{code}-{theme}")


def _only(record: Record, one: OnlyRoute, country: str) -> Row:
    network, secretariat = record.networks[one["network"]["id"]].shown, one["secretariat"]
    convened = secretariat["name"] if secretariat else "secretariat not recorded"
    cells = (
        words.subject(one["theme"]),
        network,
        f"{badges.short(record, one['entry_point']['id'], one['entry_point']['name'])} ({says.BASES[one['basis']]})",
        convened,
    )
    return Row(cells, tuple(one["claims"]), says=f"Without {network}, {country} loses its only route on this subject.")


def _known_ends(record: Record) -> None:
    ends = known_ends(record)["ends"]
    if not ends:
        return
    listed_rows = [_end(record, one) for one in ends]
    with st.expander(f"{words.count(len(ends), 'end')} of international networks on record", key="known-ends"):
        rows.draw(record, ("Ended", "Network", "Was the only route on its subjects for"), listed_rows, "ends-rows")
        st.caption(endings.HOW)


def _end(record: Record, one: KnownEnd) -> Row:
    who = [loss["country"]["name"] for loss in one["loses"]]
    claims = dict.fromkeys(claim for loss in one["loses"] for claim in loss["claims"])
    cells = (words.day(one["ends"]), record.networks[one["id"]].shown, joined(who) or "no country")
    return Row(cells, tuple(claims), record.networks[one["id"]].sources)
