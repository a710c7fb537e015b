"""Who else at a site? Who is recorded there, which roles nobody fills there, and what comparable sites have."""

from collections.abc import Mapping
from functools import lru_cache

from graph import vocabulary
from graph.analysis.bodies.presences import Presence, present
from graph.analysis.bodies.services import services
from graph.analysis.names.named import named
from graph.analysis.who_else.lines import followed
from graph.analysis.who_else.peers import FEWEST, NOT_ASKED
from graph.answers import AtSite, Named, SitePeer, SiteRole, WhoElseAtSiteAnswer
from graph.model import Organization, Site
from graph.record import Record
from graph.rules import rules
from graph.rules.rows import SiteRule

MOST_FILLERS, EXAMPLES = 3, 3
KIND = {kind: place for place, kind in enumerate(vocabulary.ORGANIZATION_KINDS)}
# A force that holds the land around a gate is asked for at a gate, though not in every country.
ASKED_AT_SITES = frozenset({"paramilitary", "armed-forces"})


def who_else_at_site(record: Record, site_id: str) -> WhoElseAtSiteAnswer:
    """Answer `who-else --site` for a site by its id.

    Present: living bodies with a claim in force. Chain: the roles of `rules/sites.csv` for the kind of site. Peers:
    sites of the same kind, those of the country first; a lower bound, as a body that is not recorded may be there.
    """
    site = record.sites[site_id]
    return {
        "site": named(record, site.address),
        "kind": site.kind,
        "country": named(record, f"country:{site.country}"),
        "neighbour": named(record, f"country:{site.neighbour}") if site.neighbour else None,
        "present": recorded_at(record, site),
        "other_side": [body for other in _other_side(record, site) for body in recorded_at(record, other)],
        "chain": [_role(record, site, rule) for rule in rules().sites if site.kind in rule.site_kinds],
        "peers": _peers(record, site),
    }


def _other_side(record: Record, site: Site) -> list[Site]:
    """Return the row of the neighbour for the same crossing, which either row may name."""
    return [other for other in record.sites.values() if site.same_as == other.id or other.same_as == site.id]


def recorded_at(record: Record, site: Site) -> list[AtSite]:
    """Return the living bodies recorded at a site, in the order of the kinds of body."""
    found = present(record, [site.id])
    return [_at_site(record, one) for one in sorted(found, key=lambda one: (_kind_of(record, one.body), one.body))]


def _kind_of(record: Record, body: str) -> int:
    return KIND[record.organizations[body].kind]


def _at_site(record: Record, one: Presence) -> AtSite:
    body = record.organizations[one.body]
    return {
        "id": one.body,
        "name": body.name,
        "claims": record.claim_ids(one.rows),
        "kind": body.kind,
        "through": named(record, record.addresses[one.team]) if one.team >= 0 else None,
    }


def _role(record: Record, site: Site, rule: SiteRule) -> SiteRole:
    here = [body for body in recorded_at(record, site) if body["kind"] in rule.kinds]
    found: list[Named] = [{"id": body["id"], "name": body["name"]} for body in here]
    fillers = found or _fillers(record, site.country, rule)
    return {
        "role": rule.role,
        "status": "recorded here" if found else "not recorded here" if fillers else "nobody recorded",
        "organizations": fillers,
        "source": rule.source,
    }


def _fillers(record: Record, country: str, rule: SiteRule) -> list[Named]:
    """Return who in the country could fill a role: services of the kinds, the best known first."""

    def order(body: str) -> tuple[int, str]:
        return -sum(len(record.rows_of(f"organization:{one}")) for one in (body, *followed(record, body))), body

    found = services(record, country).services.values()
    able = [service for service in found if service.kind in rule.kinds] or _units(record, country, rule)
    # In which province a site lies is not recorded: a provincial body is named only where there is no national one.
    fit = [one.id for one in able if one.level in ("", "national")] or [one.id for one in able]
    return [{"id": body, "name": record.organizations[body].name} for body in sorted(fit, key=order)[:MOST_FILLERS]]


def _units(record: Record, country: str, rule: SiteRule) -> list[Organization]:
    """Return the living bodies of the kinds that stand within another service, as a border patrol in the police."""
    bodies = [record.organizations[body] for body in record.bodies.get(country, ()) if record.is_living(body)]
    return [body for body in bodies if body.kind in rule.kinds]


def _peers(record: Record, site: Site) -> list[SitePeer]:
    """Return the kinds of body at other sites of the same kind, most often recorded first."""
    others = [other for other in record.sites.values() if other.kind == site.kind and other.id != site.id]
    here = _kinds_at(record)[site.id]
    at = {other.id: _kinds_at(record)[other.id] for other in sorted(others, key=lambda other: _far(site, other))}
    kinds = dict.fromkeys(kind for kinds in at.values() for kind in kinds)
    asked = [kind for kind in kinds if kind not in here and (kind in ASKED_AT_SITES or kind not in NOT_ASKED)]
    found: list[SitePeer] = []
    for kind in asked:
        sites = [other for other in at if kind in at[other]]
        examples = [_example(record, at[other][kind], other) for other in sites[:EXAMPLES]]
        found.append({"kind": kind, "recorded_at": len(sites), "of": len(others), "examples": examples})
    common = (peer for peer in found if peer["recorded_at"] >= FEWEST)
    return sorted(common, key=lambda peer: (-peer["recorded_at"], peer["kind"]))


def _example(record: Record, body: str, site: str) -> Named:
    return {"id": body, "name": f"{record.organizations[body].name} ({record.sites[site].name})"}


def _far(site: Site, other: Site) -> tuple[bool, bool, str]:
    return other.country != site.country, other.country != site.neighbour, other.id


@lru_cache(maxsize=4)
def _kinds_at(record: Record) -> Mapping[str, Mapping[str, str]]:
    """Return the kinds of body recorded at each site, each with the first body of the kind."""
    found: dict[str, dict[str, str]] = {}
    for site in record.sites.values():
        kinds = found.setdefault(site.id, {})
        for body in recorded_at(record, site):
            kinds.setdefault(body["kind"], body["id"])
    return found
