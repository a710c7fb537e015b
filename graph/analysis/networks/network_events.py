"""What a network held and who was there, who was trained in what and when, and its life as a line of dates."""

from collections.abc import Iterator

from graph import dates
from graph.analysis.names.named import named
from graph.analysis.networks.members import OF_NO_STATE
from graph.analysis.networks.network_state import state_of
from graph.answers import Attended, EventShown, Moment, Trained
from graph.columns import ROLES
from graph.model import Event, Network
from graph.record import Record

TRAINS = ("training", "workshop")
TAUGHT = "participant"
NO_LONGER = "no longer"


def events_of(record: Record, network: str) -> list[EventShown]:
    """Return the events of a network, the newest first, those without a date last; none that lies in the future."""
    found = [event for event in record.events.values() if event.network == network]
    begun = [event for event in found if dates.number(event.start) <= record.day]
    return [_event(record, event) for event in sorted(begun, key=lambda one: (one.start, one.id), reverse=True)]


def _event(record: Record, event: Event) -> EventShown:
    return {
        "id": event.id,
        "name": event.name,
        "kind": event.kind,
        "start": event.start or None,
        "end": event.end or None,
        "place": event.place or None,
        "country": event.country or None,
        "topic": event.topic or None,
        "participants": _attended(record, event),
        "sources": list(event.sources),
    }


def _attended(record: Record, event: Event) -> list[Attended]:
    rows: dict[tuple[str, str], list[int]] = {}
    for row in record.rows_of(event.address, "participation").tolist():
        if record.begun[row] and not record.claims.absent[row]:
            who = record.addresses[record.claims.a[row]]
            rows.setdefault((ROLES[record.claims.role[row]], who), []).append(row)
    return [
        {**named(record, who), "role": role, "claims": record.claim_ids(found)}
        for (role, who), found in sorted(rows.items(), key=lambda one: (one[0][0] == TAUGHT, one[0]))
    ]


def trained(record: Record, events: list[EventShown]) -> list[Trained]:
    """Return who took part in the trainings and workshops, by name, the newest first.

    Countries and bodies of theirs: international bodies and associations come to teach, or to watch.
    """
    found: list[Trained] = [
        {
            "who": {"id": one["id"], "name": one["name"]},
            "topic": event["topic"],
            "event": {"id": event["id"], "name": event["name"]},
            "when": event["start"],
            "claims": one["claims"],
        }
        for event in events
        if event["kind"] in TRAINS
        for one in event["participants"]
        if one["role"] == TAUGHT and _is_taught(record, one["id"])
    ]
    return sorted(found, key=lambda one: one["who"]["name"])


def _is_taught(record: Record, who: str) -> bool:
    body = record.organizations.get(who)
    return body is None or (body.country != "INT" and body.kind not in OF_NO_STATE)


def timeline(record: Record, network: Network) -> list[Moment]:
    """Return the dates in the life of a network, the oldest first: beginning, events, who came and went, end."""

    return sorted(_moments(record, network), key=lambda one: (_place(one), one["says"] != "begins", one["says"]))


def _place(one: Moment) -> str:
    """The date; what ends in a year, or a month, ends behind all that is dated within it."""
    is_end = one["kind"] != "event" and one["says"].startswith(("ends", NO_LONGER))
    return f"{one['when']}-99-99"[:10] if is_end else one["when"]


def _moments(record: Record, network: Network) -> Iterator[Moment]:
    own = list(network.sources)
    if network.start_year:
        yield {"when": network.start_year, "kind": "life", "says": "begins", "claims": [], "sources": own}
    for event in events_of(record, network.id):
        if event["start"]:
            yield {
                "when": event["start"],
                "kind": "event",
                "says": event["name"],
                "claims": [],
                "sources": event["sources"],
            }
    yield from _memberships(record, network)
    heard = state_of(record, network.id)
    if heard.status == "silent" and heard.last_heard:
        yield {"when": heard.last_heard, "kind": "life", "says": "last heard of", "claims": [], "sources": []}
    if network.end_year:
        yield {"when": network.end_year, "kind": "life", "says": "ends", "claims": [], "sources": own}


def _memberships(record: Record, network: Network) -> Iterator[Moment]:
    """Who is recorded to have come in or gone out on a date; several of one date and role together."""
    claims = record.claims
    found: dict[tuple[str, str], tuple[list[str], list[int]]] = {}
    for row in record.rows_of(network.address, "membership").tolist():
        name = named(record, record.addresses[claims.a[row]])["name"]
        role = ROLES[claims.role[row]].replace("-", " ")
        for day, words in ((int(claims.since[row]), f"as {role}: "), (int(claims.until[row]), f"{NO_LONGER} {role}: ")):
            if dates.NOT_KNOWN < day <= record.day:
                names, rows = found.setdefault((dates.text(day), words), ([], []))
                names.append(name)
                rows.append(row)
    for (when, words), (names, rows) in found.items():
        says = words + ", ".join(sorted(set(names)))
        yield {"when": when, "kind": "member", "says": says, "claims": record.claim_ids(rows), "sources": []}
