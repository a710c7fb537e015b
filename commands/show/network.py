"""One network as text: its factsheet, seats, entry points, events and neighbours."""

from commands.screen import indented, paragraph, table
from commands.show.parts import names, titled
from graph.answers import (
    CatalogueAnswer,
    CountryEntered,
    EventShown,
    Field,
    Neighbour,
    NetworkAnswer,
    NetworkListed,
    SeatShown,
    Trained,
)
from graph.words import DESIGNATIONS

MOST = 15


def catalogue(answer: CatalogueAnswer, width: int) -> list[str]:
    """Return the networks as a table: against environmental crime, on other things, then those of one country."""
    if not answer["networks"]:
        return ["No network fits what is asked."]
    rows = [
        (
            one["id"],
            one["name"],
            _state(one),
            one["countries"] or "",
            one["members"] or "",
            f"{one['scope']}{' ' + one['country'] if one['country'] else ''}",
        )
        for one in answer["networks"]
    ]
    return table(("id", "name", "state", "countries", "members", "scope"), rows, width)


def _state(one: NetworkListed) -> str:
    year = one["end"] if one["status"] == "ended" else (one["last_heard"] or "")[:4]
    since = {"ended": f"ended {year or ''}", "silent": f"silent since {year}"}.get(one["status"], "active")
    return since if one["last_heard"] or one["status"] != "active" else "active, no date"


def network(answer: NetworkAnswer, width: int) -> list[str]:
    """Return the state, the factsheet with what is not recorded, then the lists."""
    heard = f", last heard of {answer['last_heard']}" if answer["last_heard"] else ", no date recorded"
    head = f"{answer['network']['name']} ({answer['network']['id']}): {answer['status']}{heard}"
    lines = paragraph(head, width)
    if answer["note"]:
        lines += indented(f"editors' note: {answer['note']}", width)
    for title, texts in (
        ("FACTSHEET", [_field(one) for one in answer["factsheet"]]),
        ("SEATS", [_seat(one) for one in answer["seats"]]),
        ("ENTRY POINTS", [_country(one) for one in answer["countries"]]),
        ("EVENTS", [_event(one) for one in answer["events"][:MOST]]),
        ("WHO WAS TRAINED", [_trained(one) for one in answer["trained"][:MOST]]),
        ("TIMELINE", [f"{one['when']}  {one['says']}" for one in answer["timeline"]]),
        ("NEIGHBOURS", [_neighbour(one) for one in answer["neighbours"][:MOST]]),
    ):
        lines += titled(title, [line for text in texts for line in paragraph(text, width, "  ")])
    return [*lines, "", DESIGNATIONS]


def _field(one: Field) -> str:
    coded = " [coded]" if one["basis"] == "coded" else ""
    return f"{one['field']}: {one['says'] or 'not recorded'}{coded}"


def _seat(one: SeatShown) -> str:
    holder = one["holder"]["name"] if one["holder"] else "holder not recorded"
    kind = f" ({one['holder_kind'].replace('-', ' ')})" if one["holder_kind"] and not one["holder"] else ""
    return f"{one['seat']}, {one['role'].replace('-', ' ')}: {holder}{kind}"


def _country(one: CountryEntered) -> str:
    if not one["entry_points"]:
        return f"{one['country']['name']}: by whom is not recorded"
    please = ", please confirm" if one["basis"] == "presumed" else ""
    return f"{one['country']['name']}: {names(one['entry_points'])} [{one['basis']}{please}]"


def _neighbour(one: Neighbour) -> str:
    state = "" if one["status"] == "active" else f" [{one['status']}]"
    return f"{one['name']} ({one['id']}){state}: by {names(one['by'])}"


def _event(one: EventShown) -> str:
    where = ", ".join(part for part in (one["place"], one["country"]) if part)
    who = f"; {len(one['participants'])} recorded there" if one["participants"] else ""
    return f"{one['start'] or 'no date'}  {one['name']} ({one['kind']}{', ' + where if where else ''}){who}"


def _trained(one: Trained) -> str:
    who = f"{one['who']['name']} ({one['who']['id']})"
    return f"{who}: {one['topic'] or one['event']['name']} ({one['when'] or 'no date'})"
