"""A country as text: treaty desks first."""

from commands.screen import paragraph, table
from commands.show.parts import contacts, names, titled, words
from graph.answers import CountryAnswer, NetworkSeat, RosterBody, TreatyDesk
from graph.words import DESIGNATIONS


def country(answer: CountryAnswer, width: int) -> list[str]:
    """Return treaty desks, bodies, networks and sites, and how much is recorded."""
    lines = paragraph(f"{answer['country']['name']} ({answer['country']['id']})", width)
    lines += paragraph(answer["notice"], width) if answer["notice"] else []
    lines += titled("TREATY DESKS", _treaties(answer, width))
    lines += titled("BODIES", _bodies(answer["organizations"], width))
    lines += titled("NETWORKS", _networks(answer["networks"], width))
    lines += titled("SITES", _sites(answer, width))
    return [*lines, "", *paragraph(contacts(answer["contacts"]), width), *paragraph(DESIGNATIONS, width)]


def _treaties(answer: CountryAnswer, width: int) -> list[str]:
    rows = [(words(desk["agreement"]), words(desk["role"]), desk["status"], _who(desk)) for desk in answer["treaties"]]
    return table(("agreement", "role", "status", "who"), rows, width)


def _who(desk: TreatyDesk) -> str:
    return f"ask: {names(desk['ask'])}" if desk["ask"] else names(desk["organizations"])


def _bodies(bodies: list[RosterBody], width: int) -> list[str]:
    rows = [
        (
            body["id"],
            body["name"] + (f" (ended {body['until']})" if body["until"] else ""),
            words(body["kind"]),
            body["service"] if body["service"] != body["id"] else "",
            ", ".join(map(words, body["stages"])),
            ", ".join(f"{words(held['subject'])}{_mark(held['basis'])}" for held in body["subjects"]),
        )
        for body in bodies
    ]
    return table(("id", "name", "kind", "unit of", "stages", "answers for (? presumed)"), rows, width)


def _mark(basis: str) -> str:
    return "" if basis == "recorded" else "?"


def _networks(seats: list[NetworkSeat], width: int) -> list[str]:
    rows = [
        (
            seat["id"],
            seat["name"],
            seat["entry_point"]["name"] if seat["entry_point"] else "",
            seat["basis"],
            seat["status"] + (f", last heard of {seat['last_heard']}" if seat["last_heard"] else ""),
        )
        for seat in seats
    ]
    return table(("id", "name", "entry point", "basis", "state"), rows, width)


def _sites(answer: CountryAnswer, width: int) -> list[str]:
    rows = [(site["id"], site["name"], words(site["kind"]), names(site["organizations"])) for site in answer["sites"]]
    return table(("id", "name", "kind", "bodies recorded there"), rows, width)
