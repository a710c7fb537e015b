"""The factsheet of a network, in the field order of the Basel Convention's factsheets of enforcement networks."""

from collections.abc import Iterable, Mapping, Sequence

from graph.analysis.networks import notes
from graph.analysis.networks.network_card import network
from graph.answers import CountryEntered, EventShown, Field, MemberShown, NetworkAnswer, SeatShown
from graph.record import Record
from graph.words import STATES
from handouts.paper import words
from handouts.paper.head import head
from handouts.paper.markup import Markup, tag
from handouts.paper.paper import Form, Paper, Part, made
from handouts.paper.sources import publishers, sources_of

MOST_EVENTS, MOST_NAMED, MOST_SOURCES = 15, 4, 3
BESIDE = {"observer", "donor", "partner"}  # roles of those who take part without being members
ASK = {"recorded": "", "presumed": ", please confirm", "country only": ""}


def network_factsheet(record: Record, network_id: str, form: Form = "pdf") -> bytes:
    """Return the factsheet of a network by its id. Raises UnknownName."""
    return made(paper(record, network(record, network_id)), form)


def paper(record: Record, card: NetworkAnswer) -> Paper:
    """Return the factsheet, on as many sheets as it takes."""
    name = card["network"]["name"]
    foot = f"Who Else? {record.networks[card['network']['id']].shown}. {words.known_on(record)}"
    acronym = f" ({card['acronym']})" if card["acronym"] and card["acronym"] not in name else ""
    body = tag(
        "div",
        head(f"{name}{acronym}", f"Network factsheet: {_state(card)}", foot, words.known_on(record)),
        tag("p", f"Note of the editors: {note}", class_="small") if (note := notes.told(card["note"] or "")) else "",
        _factsheet(record, card["factsheet"]),
        _seats(card["seats"]),
        _countries(record, card),
        _others(card["members"]),
        _events(record, card["events"]),
        _neighbours(record, card),
        tag("p", _signs(), class_="small foot-line"),
        class_="sheet",
    )
    return Paper(name, (Part(body),), foot)


def _state(card: NetworkAnswer) -> str:
    heard = f", last heard of {words.day(card['last_heard'])}" if card["last_heard"] else ", no date recorded"
    return f"{STATES[card['status']]}{heard}"


def _signs() -> str:
    return (
        f"{words.RECORDED} a source says so. {words.PRESUMED} judged by the editors, or presumed from the kind of "
        "body: please confirm. Not recorded means that no source read so far says it."
    )


def table(heads: Sequence[tuple[str, str]], rows: Iterable[Sequence[str]]) -> Markup:
    """Return a table: its heads, each with the class of its column, and its rows."""
    top = tag("tr", *(tag("th", name, scope="col", class_=kind or None) for name, kind in heads))
    body = [tag("tr", *(tag("td", cell) for cell in row)) for row in rows]
    return tag("table", tag("thead", top), tag("tbody", *body))


def _factsheet(record: Record, fields: Sequence[Field]) -> Markup:
    rows = [(words.opened(field["field"]), _says(field), _from(record, field)) for field in fields]
    return table((("Field", "field"), ("Recorded", ""), ("Source", "from")), rows)


def _says(field: Field) -> str:
    if not field["says"]:
        return tag("span", "not recorded", class_="not")
    return f"{words.PRESUMED if field['basis'] == 'coded' else words.RECORDED} {words.opened(field['says'])}"


def _from(record: Record, field: Field) -> str:
    if field["basis"] == "coded":
        return "the editors"
    sources = list(dict.fromkeys([*field["sources"], *sources_of(record, field["claims"])]))
    return publishers(record, sources, MOST_SOURCES)


def _seats(seats: Sequence[SeatShown]) -> Markup:
    if not seats:
        return Markup()
    rows = [(seat["seat"], seat["role"].replace("-", " "), _holder(seat)) for seat in seats]
    return tag("div", tag("h2", "Seats"), table((("Seat", ""), ("Role", "who"), ("Held by", "")), rows))


def _holder(seat: SeatShown) -> str:
    if seat["holder"]:
        return f"{words.RECORDED} {seat['holder']['name']}"
    kind = f"; meant for {words.kind(seat['holder_kind'])}" if seat["holder_kind"] else ""
    return f"{words.UNKNOWN} holder not recorded{kind}"


def _countries(record: Record, card: NetworkAnswer) -> Markup:
    """Return each country with its entry points, and who else of it is recorded as sitting there."""
    found = card["countries"]
    if not found:
        return tag("div", tag("h2", "Countries"), tag("p", "No country is recorded in it."))
    rows = [(one["country"]["name"], *_seated(record, one, card["members"])) for one in found]
    heads: tuple[tuple[str, str], ...] = (("Country", "who"), ("Entry point", ""), ("Also recorded there", ""))
    if not any(beside for *_, beside in rows):
        heads, rows = heads[:2], [row[:2] for row in rows]  # type: ignore[misc]
    title = f"Countries and entry points: {words.count(len(found), 'country', 'countries')}"
    return tag("div", tag("h2", title), table(heads, rows))


def _seated(record: Record, one: CountryEntered, members: Sequence[MemberShown]) -> tuple[str, str]:
    """Return the entry points of a country, and who else of it sits there; a role other than a member's is said."""
    roles = {member["id"]: member["roles"] for member in members}
    return _doors(record, one, roles), _beside(record, one, members)


def _doors(record: Record, one: CountryEntered, roles: Mapping[str, Sequence[str]]) -> str:
    if not one["entry_points"]:
        return f"{words.UNKNOWN} body not recorded"
    doors = [(door["id"], words.short(record, door["id"], door["name"])) for door in one["entry_points"]]
    names = words.some([name + _role(roles.get(body, ())) for body, name in doors], MOST_NAMED)
    return f"{words.SIGNS[one['basis']]} {names}{ASK[one['basis']]}"


def _role(roles: Sequence[str]) -> str:
    return f" ({words.joined(roles)})" if roles and BESIDE.issuperset(roles) else ""


def _beside(record: Record, one: CountryEntered, members: Sequence[MemberShown]) -> str:
    doors = {door["id"] for door in one["entry_points"]}
    others = [member for member in members if member["country"] == one["country"]["id"] and member["id"] not in doors]
    return words.some([words.short(record, member["id"], member["name"]) for member in others], MOST_NAMED)


def _others(members: Sequence[MemberShown]) -> Markup:
    """Return the international bodies in it, which speak for no country."""
    found = [one for one in members if one["country"] == "INT"]
    if not found:
        return Markup()
    rows = [(one["name"], words.joined([role.replace("-", " ") for role in one["roles"]])) for one in found]
    return tag("div", tag("h2", "International bodies"), table((("Body", ""), ("As", "")), rows))


def _events(record: Record, events: Sequence[EventShown]) -> Markup:
    if not events:
        return tag("div", tag("h2", "Events"), tag("p", "No event is recorded. There may well have been some."))
    rows = [(words.day(one["start"]), _event(record, one), _there(record, one)) for one in events[:MOST_EVENTS]]
    left = len(events) - len(rows)
    more = tag("p", f"and {left} earlier, left out here", class_="quiet") if left else ""
    heads = (("When", "when"), ("Event", ""), ("Recorded there", ""))
    return tag("div", tag("h2", f"Events: {len(events)} recorded"), table(heads, rows), more)


def _event(record: Record, one: EventShown) -> str:
    country = record.country_name(one["country"]) if one["country"] else ""
    about = ", ".join(part for part in (one["kind"], one["place"], country) if part)
    topic = f": {one['topic']}" if one["topic"] else ""
    return f"{one['name']} ({about}){topic}"


def _there(record: Record, one: EventShown) -> str:
    names = list(dict.fromkeys(words.short(record, who["id"], who["name"]) for who in one["participants"]))
    return words.some(names, MOST_NAMED) or "nobody recorded"


def _neighbours(record: Record, card: NetworkAnswer) -> Markup:
    found = card["neighbours"][:MOST_EVENTS]
    if not found:
        return Markup()
    rows = [
        (
            record.networks[one["id"]].shown,
            words.some([words.short(record, who["id"], who["name"]) for who in one["by"]], MOST_NAMED),
        )
        for one in found
    ]
    left = len(card["neighbours"]) - len(found)
    more = tag("p", f"and {left} more, left out here", class_="quiet") if left else ""
    title = "Networks to which somebody here can carry a message"
    return tag("div", tag("h2", title), table((("Network", "who"), ("By whom", "")), rows), more)
