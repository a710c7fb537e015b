"""The three questions that bring people here, each with the way to its page; one is answered in the first minute."""

from dataclasses import dataclass

import streamlit as st

from graph.record import Record
from views.home import first_minute
from views.parts import address, letters, words
from views.parts.safe_text import escaped

WIDE, NARROW = 23, 10  # of a card that is answered, and of the others


@dataclass(frozen=True, slots=True)
class Card:
    """A question, what its page has for the country and theme, and the way there."""

    asks: str
    says: str
    page: str
    label: str


def three(record: Record) -> None:
    """Draw the three questions side by side."""
    place = first_minute.place()
    widths = [WIDE if number == place else NARROW for number in range(3)]
    for number, (column, card) in enumerate(zip(letters.beside(widths), _cards(record), strict=True)):
        with column.container(border=True, height="stretch", key=f"question-{number + 1}"):
            if number == place:
                first_minute.draw(record, number, card.asks, card.page, card.label)
            else:
                _card(record, card, is_short=place is not None)


def _card(record: Record, card: Card, *, is_short: bool) -> None:
    st.markdown(f"#### {card.asks}", anchors=False)
    if not is_short:
        st.text(card.says)
    st.page_link(
        f"views/pages/{card.page}.py",
        label=escaped(card.label),
        icon=":material/arrow_forward:",
        query_params=address.link(record, card.page),
    )


def _cards(record: Record) -> tuple[Card, Card, Card]:
    country = record.country_name(st.session_state["country"])
    theme = st.session_state["theme"]
    on = f" on {words.subject(theme)}" if theme else ""
    return (
        Card(
            "Who are the main enforcement stakeholders, and who else?",
            f"{country}: the bodies along the enforcement chain{on}, the treaty desks, and who may be missing.",
            address.COUNTRY,
            f"See {country}",
        ),
        Card(
            "Who ought to be in contact, and has no recorded contact?",
            f"{country}: expected contacts{on} of which no source that we read speaks, with reasons.",
            address.GAPS,
            f"See the gaps of {country}",
        ),
        Card(
            "Through which networks does one reach others abroad?",
            f"From a body of {country} to a body of another country{on}, by networks that still live.",
            address.CONNECT,
            f"Connect from {country}",
        ),
    )
