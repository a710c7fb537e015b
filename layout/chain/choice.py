"""Which services of a country a map shows, and what is said of each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.analysis.bodies.mandates import THEME, Mandates
from graph.analysis.bodies.services import Service, Services, heads_of
from graph.record import Record
from layout.chain.links import Contacts
from layout.chain.plan import LAST, SECTIONS
from layout.drawn.scene import Basis, Dot
from layout.words import COLUMN_OF_STEP, ROLES, SECTION_OF_STEP, SHORT_AGREEMENTS, STEP_OF_KIND, STEPS

SHOWN_FROM = 0.4
NEEDED = 20.0  # in rank: more than all else together


@dataclass(frozen=True, slots=True)
class Shown:
    """A service, or a unit of one that stands in a stage of its own.

    `does` is what its box says it does, `dot` whether it answers for the theme by a source, by its kind, or not.
    """

    id: str
    service: str
    bodies: tuple[str, ...]
    kind: str
    sisters: str
    area: str
    step: str
    column: int
    section: int
    foot: bool
    mandate: float
    basis: Basis
    dot: Dot
    does: str
    rank: float
    claims: tuple[str, ...] = ()

    @property
    def is_unit(self) -> bool:
        """Whether this is a unit beside its service."""
        return self.id != self.service


@dataclass(frozen=True, slots=True)
class Asked:
    """What every question about a body needs: the record, its mandates, its contacts, and the theme asked for.

    `needed` are the services of the first lines of the list of gaps: they stand on the map whatever else does.
    """

    record: Record
    houses: Services
    held: Mandates
    contacts: Contacts
    theme: str
    needed: frozenset[str] = frozenset()


def chosen(asked: Asked) -> tuple[Shown, ...]:
    """Return the services to show, with units that stand in a stage of their own; for no theme all living ones.

    A theme shows services with a mandate of at least 0.4, services in a recorded contact on the theme, those of the
    first gaps and problems, and in a stage that has none its strongest.
    """
    services = [_shown(asked, service.id, service) for service in asked.houses.services.values()]
    sisters = _together(services)
    if not asked.theme:
        return (*sisters, *_units(asked, sisters))
    sure = asked.contacts.on_theme | asked.needed
    picked = [one for one in sisters if one.mandate >= SHOWN_FROM or one.id in sure]
    picked += _units(asked, picked)
    return (*picked, *_strongest(asked, sisters, picked))


def _together(services: list[Shown]) -> list[Shown]:
    """Set sisters of one kind into the column where most of them stand."""
    columns: dict[str, list[int]] = {}
    for one in services:
        if one.sisters and not one.foot:
            columns.setdefault(one.sisters, []).append(one.column)
    common = {name: max(sorted(set(found)), key=found.count) for name, found in columns.items()}
    return [
        replace(one, column=common[one.sisters], foot=False)
        if one.sisters in common and LAST not in (one.column, common[one.sisters])
        else one
        for one in services
    ]


def _strongest(asked: Asked, services: list[Shown], picked: list[Shown]) -> Iterator[Shown]:
    """The strongest services, or units, in each stage where nobody answers for the theme yet."""
    filled = {(one.column, one.section) for one in picked if not one.foot and one.mandate > 0}
    places = [(column, -1) for column in range(LAST)] + [(LAST, section) for section in range(len(SECTIONS))]
    candidates = [one for one in services if not one.foot and one not in picked]
    candidates += [one for one in _units(asked, services, 0.01) if one not in picked]
    for place in places:
        here = [one for one in candidates if (one.column, one.section) == place and one.mandate > 0]
        if here and place not in filled:
            most = max(one.mandate for one in here)
            yield from (one for one in here if one.mandate >= most)


def _units(asked: Asked, services: list[Shown], least: float = SHOWN_FROM) -> list[Shown]:
    """The strongest unit of each service in each column where it takes a step that the service itself does not."""
    found: list[Shown] = []
    for above in services:
        service = asked.houses.services[above.id]
        own_steps = asked.record.organizations[service.id].functions
        best: dict[int, Shown] = {}
        for body in service.bodies[1:]:
            unit = _shown(asked, body, service)
            if unit.foot or unit.step in own_steps or unit.column == above.column or unit.mandate < least:
                continue
            if unit.column not in best or (unit.rank, unit.id) > (best[unit.column].rank, best[unit.column].id):
                best[unit.column] = unit
        found += best.values() if own_steps else ()
    return found


def _shown(asked: Asked, body: str, service: Service) -> Shown:
    organization = asked.record.organizations[body]
    bodies = service.bodies if body == service.id else (body, *_below(asked, body, service))
    steps = organization.functions or (service.stages if body == service.id else ())
    step, foot = step_of(organization.kind, steps)
    mandate, basis = _mandate(asked, bodies)
    recorded = basis == "recorded"
    dot: Dot = "none" if not asked.theme else "full" if recorded else "open" if mandate > 0 else "none"
    does, claims = _does(asked, bodies, steps, foot)
    contacts = asked.contacts.count.get(body, 0)
    national = organization.level in ("", "national") and not organization.area
    return Shown(
        id=body,
        service=service.id,
        bodies=bodies,
        kind=organization.kind,
        sisters=service.sisters if body == service.id else "",
        area=organization.area,
        step=step,
        column=COLUMN_OF_STEP[step],
        section=SECTION_OF_STEP.get(step, -1),
        foot=foot,
        mandate=mandate,
        basis=basis,
        dot=dot,
        does=does,
        rank=NEEDED * (body in asked.needed)
        + 3 * recorded
        + 2 * mandate
        + min(contacts, 12) / 3
        + 0.3 * national
        - 0.5 * foot
        - 1.5 * (body != service.id),
        claims=claims,
    )


def _below(asked: Asked, body: str, service: Service) -> list[str]:
    """The units under a unit."""
    return [unit for unit in service.bodies if body in heads_of(asked.record, unit)]


def step_of(kind: str, steps: tuple[str, ...]) -> tuple[str, bool]:
    """Return the step of the chain by which a body is placed, and whether none is recorded.

    The step that the kind is made for when the body does it, else the first along the chain beyond policy and
    permits, else these; where no step is recorded, the step that the kind suggests.
    """
    own = STEP_OF_KIND.get(kind, "policy")
    chain = [step for step in COLUMN_OF_STEP if step in steps]
    beyond = [step for step in chain if COLUMN_OF_STEP[step] > 0]
    in_own = [step for step in chain if COLUMN_OF_STEP[step] == COLUMN_OF_STEP[own]]
    return (in_own or beyond or chain or [own])[0], not chain


def _mandate(asked: Asked, bodies: tuple[str, ...]) -> tuple[float, Basis]:
    """Return how far bodies answer for the theme (or for any), and on what that rests."""
    held, rows = asked.held, [asked.held.place[body] for body in bodies]
    columns = [THEME[asked.theme]] if asked.theme else list(range(len(THEME)))
    weight = float(held.weight[rows][:, columns].max())
    recorded = held.recorded[rows][:, columns]
    if recorded.max() >= SHOWN_FROM or (recorded.max() > 0 and recorded.max() >= weight):
        return max(weight, float(recorded.max())), "recorded"
    return weight, "presumed" if weight > 0 else "quiet"


def _does(asked: Asked, bodies: tuple[str, ...], steps: tuple[str, ...], foot: bool) -> tuple[str, tuple[str, ...]]:
    """Return what a box says of its body: its recorded role on the theme, else its steps; with the claims."""
    record, found = asked.record, list[tuple[int, str, int]]()
    themes = [asked.theme] if asked.theme else list(THEME)
    for body in bodies:
        for theme in themes:
            for support in asked.held.support(body, theme):
                role = record.claim(support.row).role
                words = ROLES.get(role, "").format(SHORT_AGREEMENTS.get(support.subject, ""))
                found.append((list(ROLES).index(role) if role in ROLES else 99, words.strip(), support.row))
    found.sort()
    claims = tuple(dict.fromkeys(record.claim_id(row) for _, _, row in found))
    if not asked.theme:
        return "stage unknown" if foot and not steps else "", claims
    return next((words for _, words, _ in found if words), "") or _steps(steps, foot), claims


def _steps(steps: tuple[str, ...], foot: bool) -> str:
    in_chain = [STEPS[step] for step in COLUMN_OF_STEP if step in steps]
    if in_chain:
        return ", ".join(in_chain[:2])
    return "stage unknown" if foot and not steps else ", ".join(STEPS[step] for step in steps[:2])
