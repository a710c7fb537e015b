"""Who could close a gap: a mechanism in which both already sit, or a body that is in recorded contact with both."""

from graph.analysis.bodies.kinds import NO_DOORS
from graph.analysis.contacts.nearest import between
from graph.analysis.gaps.gap_kinds import membership_rows, shared_mechanisms
from graph.analysis.gaps.screening import Pair, Screening
from graph.answers import Closer

SHOWN = 3
AT_A_TABLE = 50  # where more sit, nobody brings two of them together: the WCO has 177 members


def closers(seen: Screening, pair: Pair) -> list[Closer]:
    """Return who could bring two services together, three of each kind.

    Running mechanisms of at most 50 members that both sit in, the smallest first, then who is in contact with both.
    """
    running = [
        mechanism
        for _, mechanism in shared_mechanisms(seen, pair)
        if mechanism.running and mechanism.members <= AT_A_TABLE
    ]
    tables = [one.network for one in sorted(running, key=lambda one: (one.members, one.network))]
    thirds = [one for one in between(seen, pair) if seen.record.organizations[one["id"]].kind not in NO_DOORS]
    return [
        *(_mechanism(seen, pair, network) for network in tables[:SHOWN]),
        *(Closer(what="organization", id=one["id"], name=one["name"], claims=one["claims"]) for one in thirds[:SHOWN]),
    ]


def _mechanism(seen: Screening, pair: Pair, network: str) -> Closer:
    rows = membership_rows(seen, pair, network)
    name, claims = seen.record.networks[network].name, seen.record.claim_ids(rows)
    return Closer(what="network", id=network, name=name, claims=claims)
