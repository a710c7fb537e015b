"""Hand in hand: who sits in a network for the country of the first row, and who at home should hear from it."""

import streamlit as st

from graph.answers import Cell, ShouldHear
from graph.record import Record
from views.gaps import hand_in_hand, national_line
from views.networks import rows, says
from views.networks.rows import Row
from views.parts import answers, badges, words
from views.parts.safe_text import escaped, shown

COLUMNS = ("Should hear from it", "Contact", "Answers for it")
WIDTHS = {
    "Should hear from it": st.column_config.TextColumn(width=206),
    "Contact": st.column_config.TextColumn(width=146),
    "Answers for it": st.column_config.TextColumn(width=108, help="● recorded, ○ presumed from the kind of body"),
}
BOTH = "Both answer for a subject of the network:"


def draw(record: Record, network: str) -> None:
    """Draw the cell of one network and country, or why there is none."""
    country = st.session_state["country"]
    name = record.country_name(country)
    st.subheader(f"Hand in hand: {escaped(name)}", anchor=False)
    node = record.networks[network]
    cells = answers.hand_in_hand(record, country, network)
    if cells:
        _cell(record, cells[0])
    elif not record.is_running(network):
        st.text("It does not run: nobody has to hear from it any more.")
    elif node.scope == "national":
        st.text("It is a mechanism of one country: hand in hand is asked of networks beyond one.")
    else:
        st.text(shown(f"{name} is not recorded in it. Choose another country above, or ask its secretariat."))


def _cell(record: Record, cell: Cell) -> None:
    sits = "; ".join(
        f"{badges.short(record, one['id'], one['name'])} ({says.BASES[one['basis']]})" for one in cell["sits"]
    )
    st.text(shown(f"Sits there: {sits or 'body not recorded; ask who holds the seat'}."))
    heard = cell["should_hear"]
    if not heard:
        st.text("Too little is recorded at home to say who should hear from it.")
        return
    found = sum(one["found"] for one in heard)
    st.text(f"At home {found} of {words.count(len(heard), 'service')} that should hear from it in recorded contact.")
    listed = [_row(record, cell, one) for one in heard]
    rows.draw(record, COLUMNS, listed, f"hear-{cell['network']['id']}-{cell['country']['id']}", WIDTHS)


def _row(record: Record, cell: Cell, one: ShouldHear) -> Row:
    """Return a service that should hear; what is recorded and is no standing contact is said, and not denied."""
    recorded = hand_in_hand.heard(record, cell, one)
    known = recorded in (national_line.FOUND, national_line.NOTHING)
    return Row(
        (
            badges.short(record, one["id"], one["name"]),
            recorded if known else "no standing contact",
            words.LETTERS[one["basis"]],
        ),
        tuple(one["claims"]),
        says="" if one["found"] else f"{recorded[:1].upper()}{recorded[1:]}. {BOTH}",
    )
