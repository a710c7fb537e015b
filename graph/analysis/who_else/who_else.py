"""Who else? Whom the record knows and a list lacks, which roles nobody fills, and what comparable countries have."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graph.analysis.bodies.kinds import BESIDE, ONLY_ON_REQUEST
from graph.analysis.bodies.mandates import mandates
from graph.analysis.bodies.recorded_roles import recorded_roles, touches, with_article
from graph.analysis.bodies.services import Services, services
from graph.analysis.bodies.successors import today
from graph.analysis.country.treaty_desks import treaty_desks
from graph.analysis.names.country_names import resolve_country
from graph.analysis.names.listed_names import listed_name
from graph.analysis.names.lists import match_list
from graph.analysis.who_else.coverage import cells_of, greedy, standing
from graph.analysis.who_else.lines import Place, Table, line_of
from graph.analysis.who_else.peers import peers
from graph.analysis.who_else.templates import Role, roles, template
from graph.answers import Order, Recorded, TreatyDesk, WhoElseAnswer
from graph.record import Record
from graph.words import joined

GROUPS = ("first link", "task force", "chain")


def who_else(
    record: Record,
    code: str,
    theme: str = "",
    names: Iterable[str] = (),
    on_request: bool = False,
    order: Order = "missing",
    chosen: Mapping[str, str] | None = None,
    like: Sequence[str] = (),
) -> WhoElseAnswer:
    """Answer `who-else` for a country of the focus: three answers, never merged, and the names that matched nothing.

    Recorded: followers of ended bodies on the list, then who fills a role of the template that nobody on the list
    fills (treaty desks, first link, task force, chain), then who adds most to the chain, one line a service. Without
    a list: in which order bodies cover the chain. Ended bodies never; anti-corruption and state intelligence only
    with `on_request`. With a theme only those who answer for it. With the order `sits-with` the same lines, nearest
    to the list first. `chosen` is what the writer of the list says that a line means: a body, or empty for none on
    record; `like` the countries to compare with. Raises UnknownName for a country out of the focus.
    """
    code = resolve_country(record, code)
    matched = match_list(record, code, names, chosen)
    named = [line.organization for line in matched if line.organization is not None]
    recorded = _recorded(record, code, theme, named, bool(matched), on_request)
    if order == "sits-with":
        recorded.sort(key=lambda line: -line["sits_with"])
    return {
        "order": order,
        "recorded": recorded,
        "template": template(record, code),
        "peers": peers(record, code, theme, like),
        "unmatched": [line.text for line in matched if line.organization is None],
        "listed": [listed_name(record, line) for line in matched],
    }


@dataclass
class Lines:
    """The lines so far: which bodies stand in them, in order, and with which words each opens."""

    table: Table
    houses: Services
    barred: frozenset[str]
    opening: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def has(self, body: str) -> bool:
        """Return whether a body, or the service it belongs to, is on the list or stands in a line."""
        at_table = self.table.listed | set(self.opening)
        return body in at_table or self.houses.of.get(body, body) in at_table

    def add(self, body: str, *opening: str) -> None:
        """Put a body on a line of its own, unless it is on the list, barred, or no living body of the country."""
        if body in self.houses.of and body not in self.table.listed and body not in self.barred:
            self.opening.setdefault(body, opening)

    def units(self, body: str) -> tuple[str, ...]:
        """Return the units that a line speaks for: those of its service that are on no list and no line."""
        service = self.houses.services.get(body)
        units = service.bodies[1:] if service else ()
        return tuple(unit for unit in units if unit not in self.table.listed and unit not in self.opening)

    def places(self) -> list[Place]:
        """Return the lines in order; provincial sisters of one kind share the line of the first of them."""
        leads: dict[str, str] = {}
        behind: dict[str, list[str]] = {}
        for body, words in self.opening.items():
            lead = body if words else leads.setdefault(self._kind_of_sister(body) or body, body)
            behind.setdefault(lead, []).extend([body] if body != lead else [])
        return [Place(body, self.units(body), self.opening[body], tuple(sisters)) for body, sisters in behind.items()]

    def _kind_of_sister(self, body: str) -> str:
        service = self.houses.services.get(body)
        return service.sisters if service else ""

    @property
    def spoken_for(self) -> list[str]:
        """Every body that is on the list, stands in a line, or is spoken for by one."""
        return [*self.table.listed, *(unit for body in self.opening for unit in (body, *self.units(body)))]


def _recorded(
    record: Record, country: str, theme: str, named: Sequence[str], is_list: bool, on_request: bool
) -> list[Recorded]:
    held, houses = mandates(record, country), services(record, country)
    table = Table(record, held, frozenset(body for body in named if record.is_living(body)), theme)
    kinds = frozenset() if on_request else ONLY_ON_REQUEST
    lines = Lines(table, houses, frozenset(body for body in houses.of if record.organizations[body].kind in kinds))
    _add_followers(lines, named)
    _add_desks(lines, treaty_desks(record, country), is_list)
    _add_roles(lines, roles(record, country))
    _add_by_gain(lines)
    return [line_of(table, place) for place in lines.places()]


def _add_followers(lines: Lines, named: Sequence[str]) -> None:
    """Put first who follows a body of the list that has ended."""
    record = lines.table.record
    for body in named:
        follower = today(record, body)
        if follower is not None and follower != body:
            node = record.organizations[body]
            lines.add(follower, f"{node.name} of your list ended in {node.until[:4]}; this body follows it")


def _add_desks(lines: Lines, desks: Sequence[TreatyDesk], is_list: bool) -> None:
    """Add one body for each desk that nobody on the list fills, with that and who else fills it as opening words."""
    unanswered: dict[str, list[str]] = {}
    also: dict[str, list[str]] = {}
    for desk in desks:
        holders = [named["id"] for named in desk["organizations"]]
        if lines.table.listed.isdisjoint(holders):
            for body in (invited := _invited(lines, desk, holders))[:1]:
                unanswered.setdefault(body, []).append(with_article(desk["agreement"]))
                also.setdefault(body, []).extend(_also(lines.table.record, desk, invited[1:]))
    for body, agreements in unanswered.items():
        names = joined(list(dict.fromkeys(agreements)), "or")
        lines.add(body, *([f"Nobody on your list answers for {names}", *also[body]] if is_list else []))


def _also(record: Record, desk: TreatyDesk, others: Sequence[str]) -> list[str]:
    """Return the sentence that names the others at one desk, none where there are none."""
    names = [record.organizations[other].shown for other in others]
    role = desk["role"].partition(" (")[0].lower()
    return [f"Also {role} for {with_article(desk['agreement'])}: {joined(names)}"] if names else []


def _invited(lines: Lines, desk: TreatyDesk, holders: Sequence[str]) -> list[str]:
    """Return who of a desk is asked: those of the theme, and no ministry beside a body that a source names itself, and
    one after all others."""
    record = lines.table.record
    nodes = [record.organizations[body] for body in holders if body not in lines.barred]
    fit = [node for node in nodes if touches(desk["agreement"], node.kind, lines.table.theme)]
    named = {record.claim(row).a for row in map(record.row_of_claim, desk["claims"]) if row is not None}
    specialised = any(node.kind != "ministry" and node.address in named for node in fit)
    invited = [node for node in fit if not (specialised and node.kind == "ministry")]
    return [node.id for node in sorted(invited, key=lambda node: node.kind == "ministry")]


def _add_roles(lines: Lines, found: Sequence[Role]) -> None:
    """Add who fills each further role of the template that nobody on the list or in a line fills yet."""
    for role in sorted(found, key=lambda role: (*GROUPS, role.rule.group).index(role.rule.group)):
        if role.rule.group in GROUPS and not any(lines.has(body) for body in role.bodies):
            best = next((body for body in role.bodies if _is_asked(lines, body)), None)
            if best is not None:
                lines.add(lines.houses.of[best])


def _is_asked(lines: Lines, body: str) -> bool:
    """Whether a body answers for the theme looked at; every body does where none is."""
    held, theme = lines.table.held, lines.table.theme
    return not theme or bool(held.weight[held.place[body], held.subject[theme]] > 0)


def _add_by_gain(lines: Lines) -> None:
    """Add the services that are left: by what each adds to the chain, then those of which most is recorded."""
    table = lines.table
    left = {body: (body, *lines.units(body)) for body in _left(lines)}
    cells = {body: cells_of(table.record, table.held, units) for body, units in left.items()}
    base = cells_of(table.record, table.held, lines.spoken_for)
    factors = {body: standing(table.record, body) for body in left}

    def known(body: str) -> tuple[bool, bool, float, float, int, str]:
        node = table.record.organizations[body]
        silent = not any(recorded_roles(table.record, unit, table.theme) for unit in left[body])
        claims = len(table.record.rows_of(node.address))
        return node.kind in BESIDE, silent, -factors[body], -table.nearness[body], -claims, body

    order = greedy(cells, factors, base, table.weight)
    for body in (*order, *sorted(left.keys() - set(order), key=known)):
        lines.add(body)


def _left(lines: Lines) -> Iterator[str]:
    for service in lines.houses.services.values():
        asked = any(_is_asked(lines, body) for body in service.bodies)
        if asked and not lines.has(service.id) and service.id not in lines.barred:
            yield service.id
