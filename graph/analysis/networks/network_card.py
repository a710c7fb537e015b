"""One network on one page: state, factsheet, seats, members and entry points, events, timeline, neighbours."""

from graph.analysis.names.named import named
from graph.analysis.networks.entry_points import entry_points
from graph.analysis.networks.members import OF_NO_STATE, members, states_of
from graph.analysis.networks.network_events import events_of, timeline, trained
from graph.analysis.networks.network_facts import factsheet
from graph.analysis.networks.network_state import state_of
from graph.analysis.routes.overlap_graph import overlaps
from graph.answers import CountryEntered, EntryPoint, MemberShown, Neighbour, NetworkAnswer, SeatShown
from graph.columns import NONE, ROLES
from graph.errors import UnknownName
from graph.record import Record


def network(record: Record, network_id: str) -> NetworkAnswer:
    """Return the card of one network on the date of the record. Raises UnknownName."""
    node = record.networks.get(network_id.removeprefix("network:"))
    if node is None:
        raise UnknownName(f"No network of the record is called “{network_id}”.", "Look it up with `whoelse find`.")
    state, events = state_of(record, node.id), events_of(record, node.id)
    return {
        "network": {"id": node.id, "name": node.name},
        "acronym": node.acronym or None,
        "note": node.note or None,
        "status": state.status,
        "last_heard": state.last_heard,
        "factsheet": factsheet(record, node),
        "seats": _seats(record, node.address),
        "members": _members(record, node.id),
        "countries": _countries(record, node.id),
        "events": events,
        "trained": trained(record, events),
        "timeline": timeline(record, node),
        "neighbours": _neighbours(record, node.id),
    }


def _seats(record: Record, address: str) -> list[SeatShown]:
    """The seats by name; several sources on one seat with the same holder are one line."""
    claims, found = record.claims, dict[tuple[str, str, str, str], list[int]]()
    for row in record.rows_of(address, "seat").tolist():
        if not record.begun[row] or claims.absent[row] or record.addresses[claims.a[row]] != address:
            continue
        holder = "" if claims.b[row] == NONE else record.addresses[claims.b[row]]
        kind = claims.texts[claims.holder_kind[row]]
        found.setdefault((claims.texts[claims.name[row]], ROLES[claims.role[row]], holder, kind), []).append(row)
    return [
        {
            "seat": seat,
            "role": role,
            "holder": named(record, holder) if holder else None,
            "holder_kind": kind or None,
            "claims": record.claim_ids(rows),
        }
        for (seat, role, holder, kind), rows in sorted(found.items())
    ]


def _members(record: Record, network_id: str) -> list[MemberShown]:
    found: list[MemberShown] = [
        {
            **named(record, address),
            "country": record.organizations[address.partition(":")[2]].country,
            "roles": list(member.roles),
            "claims": record.claim_ids(member.rows),
        }
        for address, member in members(record).get(network_id, {}).items()
        if address.startswith("organization:")
    ]
    return sorted(found, key=lambda one: (one["country"] != "INT", one["country"], one["id"]))


def _countries(record: Record, network_id: str) -> list[CountryEntered]:
    """The countries by name, and by which body of the state each is entered: an association speaks for itself."""
    found = []
    for country in sorted(states_of(record, network_id), key=record.country_name):
        points = entry_points(record, country, network_id)
        doors: list[EntryPoint] = [
            {
                **named(record, f"organization:{door.body}"),
                "claims": list(dict.fromkeys(door.claims)),
                "basis": points.basis or "country only",
            }
            for door in points.doors
            if record.organizations[door.body].kind not in OF_NO_STATE
        ]
        entered: CountryEntered = {
            "country": named(record, f"country:{country}"),
            "basis": points.basis or "country only",
            "entry_points": doors,
            "claims": list(points.claims),
        }
        found.append(entered)
    return found


def _neighbours(record: Record, network_id: str) -> list[Neighbour]:
    """The networks to which somebody can carry a message, most carriers first; of one country, and ended, behind."""
    near = overlaps(record).get(network_id, {})
    found: list[Neighbour] = [
        {
            "id": other,
            "name": record.networks[other].name,
            "status": state_of(record, other).status,
            "by": [named(record, f"organization:{bridge.body}") for bridge in bridges],
        }
        for other, bridges in near.items()
    ]

    def order(one: Neighbour) -> tuple[bool, bool, int, str]:
        is_national = record.networks[one["id"]].scope == "national"
        return one["status"] == "ended", is_national, -len(one["by"]), one["id"]

    return sorted(found, key=order)
