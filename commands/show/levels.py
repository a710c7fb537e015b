"""Gaps across borders, hand in hand, under treaties and at sites, as text."""

from collections.abc import Iterable

from commands.screen import indented, paragraph
from commands.show.gaps import gaps
from commands.show.parts import names, titled
from graph import vocabulary
from graph.answers import (
    Cell,
    Circles,
    CrossBorderAnswer,
    Crossing,
    FocalPoints,
    HandInHandAnswer,
    Named,
    SiteAnswer,
    TreatyAnswer,
    TreatyGroup,
)
from graph.words import joined

ANY = ("it", "any of them")
NO_NEIGHBOUR = "No neighbour with a customs service is recorded, so no contact across a border can be judged."

NO_SITE = "No site of this country is recorded. Who works at a site can be loaded as presences."


def cross_border(answer: CrossBorderAnswer, width: int) -> list[str]:
    """Return the pairs of customs services, then the crossings that can be judged."""
    judged = [one for one in answer["crossings"] if all(side["bodies"] for side in one["sides"])]
    lines = [line for crossing in judged for line in _crossing(crossing, width)]
    pairs = gaps(answer, width) if answer["contacts"]["expected"] or answer["gaps"] else paragraph(NO_NEIGHBOUR, width)
    return pairs + titled("CROSSINGS WITH BODIES OF BOTH SIDES", lines)


def _crossing(crossing: Crossing, width: int) -> list[str]:
    status = crossing["said"] or crossing["status"]
    lines = paragraph(f"{crossing['site']['name']} ({crossing['site']['id']}): {status}", width, "  ")
    for side in crossing["sides"]:
        lines += indented(f"{side['country']['name']}: {names(side['bodies'])}", width)
    meet = names(crossing["meet_in"])
    return lines + (indented(f"both countries are in: {meet}", width) if meet else [])


def hand_in_hand(answer: HandInHandAnswer, width: int) -> list[str]:
    """Return for each network and country who sits there, who should hear from it, and whether they do."""
    lines = [line for cell in answer["cells"] for line in ["", *_cell(cell, width)]]
    return lines[1:] or ["No network beyond one country is recorded here."]


def _cell(cell: Cell, width: int) -> list[str]:
    heads = [f"{one['name']} ({one['basis']})" for one in cell["sits"]]
    found = sum(one["found"] for one in cell["should_hear"])
    lines = paragraph(f"{cell['country']['id']}, {cell['network']['name']} ({cell['network']['id']})", width)
    lines += indented(f"sits there: {'; '.join(heads) or 'the country; no body is recorded'}", width)
    if not cell["should_hear"]:
        why = "nobody shares its subjects with who sits there" if heads else "who sits there is not recorded"
        return lines + indented(f"who should hear from it cannot be said: {why}", width)
    lines += indented(f"should hear from it: contact recorded with {found} of {len(cell['should_hear'])}", width)
    for one in cell["should_hear"]:
        contact = "contact recorded" if one["found"] else "no standing contact recorded"
        basis = "recorded" if one["basis"] == "recorded" else "presumed"
        lines += indented(f"- {one['name']} ({one['id']}): {contact}; mandate {basis}", width)
    return lines


def treaty(answer: TreatyAnswer, width: int) -> list[str]:
    """Return the circles of each agreement and country, with their link to customs, then counts between countries."""
    lines: list[str] = []
    for group in answer["groups"]:
        title = f"{group['country']['id']}, {vocabulary.AGREEMENTS[group['agreement']]}"
        lines += ["", *paragraph(title, width), *_circles(group, width), *indented(_customs(group), width)]
    counts = [line for one in answer["focal_points"] for line in indented(_between(one), width)]
    return lines[1:] + titled("RECORDED CONTACT BETWEEN COUNTRIES", counts)


def _customs(group: TreatyGroup) -> str:
    link = group["customs"]
    if link["customs"] is None:
        return "No customs service is recorded."
    others = [body for body in group["bodies"] if body["id"] in link["reached"] and body["id"] != link["customs"]["id"]]
    own = link["customs"]["id"] in link["reached"]
    if others:
        return f"Customs is in recorded contact with: {names(others)}."
    return (
        "Customs holds a role itself."
        if own
        else f"Customs: no standing contact recorded with {ANY[len(group['bodies']) > 1]}."
    )


def _between(one: FocalPoints) -> str:
    name = vocabulary.AGREEMENTS[one["agreement"]]
    return f"{name}: {one['contacts']} of {one['pairs']} pairs of {one['bodies']} services"


def _circles(group: Circles, width: int) -> list[str]:
    """The short answer: so many circles, and how many contacts would join them."""
    number, needed = len(group["circles"]), group["contacts_needed"]
    if number < 2:
        said = "one circle of recorded contact" if len(group["bodies"]) > 1 else "one body"
        return indented(f"{said}: {names(group['bodies'])}." if group["bodies"] else "nobody recorded.", width)
    join = "one contact would join them" if needed == 1 else f"{needed} contacts would join them"
    lines = indented(f"{number} separate circles; {join}:", width)
    for circle in group["circles"]:
        lines += indented(f"- {names(_of(group['bodies'], circle))}", width)
    table = group["table"]
    if table:  # where they could meet
        sits = f"{table['covers']} of {table['of']} sit in {table['network']['name']} ({table['network']['id']})"
        lines += indented(sits, width)
    return lines


def _of(bodies: Iterable[Named], ids: Iterable[str]) -> list[Named]:
    return [body for body in bodies if body["id"] in ids]


def at_site(answer: SiteAnswer, width: int) -> list[str]:
    """Return the circles at each site, those of most interest first, then the sites with nobody on record."""
    if not answer["groups"]:
        return paragraph(NO_SITE, width)
    lines: list[str] = []
    recorded = [group for group in answer["groups"] if group["bodies"] or group["others"]]
    for group in recorded or answer["groups"][:1]:
        lines += ["", *paragraph(f"{group['site']['name']} ({group['site']['id']})", width)]
        lines += _circles(group, width) if group["bodies"] or not group["others"] else []
        # Joint offices and committees are no side of a contact: who meets whom there is not judged.
        lines += indented(f"also recorded: {names(group['others'])}", width) if group["others"] else []
        silent = joined([country["name"] for country in group["silent"]])
        lines += indented(f"other side not recorded: {silent}", width) if silent and group in recorded else []
    empty = [group["site"] for group in answer["groups"] if group not in recorded]
    return lines[1:] + titled("NOBODY RECORDED", paragraph(names(empty), width, "  ") if recorded and empty else [])
