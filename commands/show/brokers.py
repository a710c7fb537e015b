"""Who links others, and what falls apart, as text."""

from collections.abc import Sequence

from commands.screen import indented, paragraph, table
from commands.show.parts import names, titled, words
from graph.answers import (
    BrokersAnswer,
    FragilityAnswer,
    KeyPlayers,
    KnownEndsAnswer,
    Measured,
    MeasuresAnswer,
    OnlyRoute,
    SoleLink,
)

MOST = 15
RECORDED = "All of this is read from recorded contacts: where little is recorded, one contact more changes it."
HEAD = ("id", "contacts", "between", "constraint", "size", "core", "cut", "E-I", "spread", "w_I", "w_O", "b_IO", "b_O")


def brokers(answer: BrokersAnswer, width: int) -> list[str]:
    """Return who stands on the shortest ways between others, then who is the only link of whom."""
    lines = ["WHO LINKS OTHERS", ""]
    for one in answer["links_others"][:MOST]:
        text = f"{one['name']} ({one['id']}): on the shortest way between {one['betweenness']:.0%} of the others"
        lines += paragraph(text, width, "  ")
    if not answer["links_others"]:
        lines += paragraph("Nobody stands between others in what is recorded.", width)
    lines += titled("SOLE LINK", [line for one in answer["sole_link"][:MOST] for line in _sole(one, width)])
    return [*lines, "", *paragraph(RECORDED, width)]


def _sole(one: SoleLink, width: int) -> list[str]:
    count = len(one["pairs"])
    pairs = "; ".join(" and ".join(pair) for pair in one["pairs"])
    closes = f"If {one['name']} ({one['id']}) closes, {count} pair{'s' * (count > 1)} that ought to be in contact"
    return paragraph(f"{closes} lose{'s' * (count == 1)} the only common contact.", width, "  ") + indented(
        pairs, width
    )


def measures(answer: MeasuresAnswer, width: int) -> list[str]:
    """Return the same, then the textbook measures as a table, and the key players."""
    rows = [_row(one) for one in answer["measures"]]
    players = [line for one in answer["key_players"] for line in paragraph(_players(one), width, "  ")]
    return brokers(answer, width) + titled("MEASURES", table(HEAD, rows, width)) + titled("KEY PLAYERS", players)


def _row(one: Measured) -> tuple[object, ...]:
    shown = [None if value is None else f"{value:.3f}" for value in (one["betweenness"], one["constraint"])]
    size = None if one["effective_size"] is None else f"{one['effective_size']:.2f}"
    roles = one["roles"]
    by_group = (roles["coordinator"], roles["itinerant"], roles["representative"], roles["liaison"])
    cut = "yes" if one["articulation"] else ""
    abroad = [None if value is None else f"{value:.2f}" for value in (one["e_i"], one["participation"])]
    return one["id"], one["contacts"], *shown, size, one["core"], cut, *abroad, *by_group


def _players(one: KeyPlayers) -> str:
    looked = "of all sets" if one["exhaustive"] else "best found"
    apart = f"{one['fragmentation']:.0%} of the pairs that remain are apart without, {one['before']:.0%} with"
    return f"{names(one['bodies'])}: {apart} ({looked})"


def fragility(answer: FragilityAnswer, name: str, width: int) -> list[str]:
    """Return which countries lose their only route, and which keep others."""
    if not answer["loses"] and not answer["still"]:
        return paragraph(f"No country has a recorded route through {name}.", width)
    lines = paragraph(f"Without {name}, on its subjects, world-wide memberships left aside:", width)
    lost = [f"{one['country']['name']} loses its only route" for one in answer["loses"]]
    still = [f"{one['name']} keeps {one['routes_after']} of {one['routes_before']}" for one in answer["still"]]
    for text in (*lost, *still):
        lines += indented(text, width)
    return lines if lost else [*lines, "", "No country loses its only route."]


def only_routes(country: str, only: Sequence[OnlyRoute], width: int) -> list[str]:
    """Return the subjects on which a country has one route alone, and on which secretariat it hangs."""
    lines = [] if only else paragraph(f"On no subject is a single network the only recorded route of {country}.", width)
    for one in only:
        convened = one["secretariat"]["name"] if one["secretariat"] else "not recorded"
        please = ", please confirm" if one["basis"] == "presumed" else ""
        door = f"by {one['entry_point']['name']} [{one['basis']}{please}]; secretariat: {convened}"
        lines += paragraph(f"{words(one['theme'])}: {one['network']['name']} ({one['network']['id']}) {door}", width)
    return lines


def known_ends(answer: KnownEndsAnswer, width: int) -> list[str]:
    """Return the networks whose end is recorded, and who loses or lost the only route by it."""
    lines = [] if answer["ends"] else ["No network has an end on record."]
    nobody = [one for one in answer["ends"] if not one["loses"]]
    for one in answer["ends"]:
        if one["loses"]:
            who = ", ".join(loss["country"]["name"] for loss in one["loses"])
            text = f"{one['ends']} {one['name']} ({one['id']}): the only route on its subjects for {who}"
            lines += paragraph(text, width, "      ")
    ids = ", ".join(f"{one['id']} {one['ends']}" for one in nobody)
    return lines + (["", *paragraph(f"The only route for no country: {ids}.", width)] if nobody else [])
