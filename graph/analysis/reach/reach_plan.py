"""A set of networks for a group, as it is answered: what each adds, who stays out, and what one more would buy."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from graph.analysis.names.named import named_body
from graph.analysis.reach.beginning import Beginning
from graph.analysis.reach.cover_solver import Solved
from graph.analysis.reach.reach_target import Ways, Wish, why_not
from graph.analysis.routes.overlap_graph import overlaps
from graph.analysis.routes.route_ends import Entrance
from graph.answers import Evidenced, OneMore, ReachAnswer, Reached, ReachLink, ReachNetwork, Unreached
from graph.record import Record
from graph.words import joined

MOST_OFFERED = 5
NO_CHAIN = "no chain of networks leads there from one's own"


@dataclass(frozen=True, eq=False)
class Plan:
    """The question and its solution: the networks that may be taken, and by which seats they get to each body.

    `begin` are the networks from which the set begins, each with the way into it, `cut_off` those to which no chain
    leads from there; both empty where the set need not hang together. `asked` is how many bodies were to be reached at
    least, `per_country` how many of each country: both count as far as they can be met.
    """

    record: Record
    wish: Wish
    targets: tuple[str, ...]
    ways: Ways
    networks: tuple[str, ...]
    cost: Mapping[str, float]
    solved: Solved
    begin: Beginning = field(default_factory=dict)
    cut_off: frozenset[str] = frozenset()
    asked: int = 0
    per_country: int = 0

    def with_set(self, place: int) -> "Plan":
        """Return the same plan with another of its sets of equal cost as the one that is shown."""
        chosen = self.solved.optima[place]
        return replace(self, solved=replace(self.solved, chosen=chosen))

    @cached_property
    def chosen(self) -> tuple[str, ...]:
        """The networks of the set, the one that brings most first, then always the one that adds most."""
        left, order, reached = {self.networks[place] for place in self.solved.chosen}, [], set[str]()
        while left:
            best = min(left, key=lambda name: (-len(self._reach(name) - reached), name))
            reached |= self._reach(best)
            order.append(best)
            left.remove(best)
        return tuple(order)

    def _reach(self, network: str) -> set[str]:
        return {body for body in self.targets if network in self.ways[body]}

    @cached_property
    def answer(self) -> ReachAnswer:
        """The answer as it is printed and shown."""
        shown, reached = list[ReachNetwork](), set[str]()
        for name in self.chosen:
            new = sorted(self._reach(name) - reached)
            reached |= set(new)
            adds = [self._reached(body, name) for body in new]
            shown.append({"id": name, "name": self.record.networks[name].name, "cost": self.cost[name], "adds": adds})
        return {
            "networks": shown,
            "cost": self.solved.cost,
            "proven": self.solved.proven,
            "bound": self.solved.bound,
            "unreached": [self._unreached(body) for body in self.targets if body not in reached],
            "optima": [sorted(self.networks[place] for place in optimum) for optimum in self.solved.optima],
        }

    def _reached(self, body: str, network: str) -> Reached:
        seat = self.ways[body][network]
        name = self.record.organizations[body].name
        return {"id": body, "name": name, "claims": list(seat.claims), "basis": seat.basis}

    def _unreached(self, body: str) -> Unreached:
        behind = self.cut_off.intersection(self.ways[body])
        open_to = any(name in self.networks for name in self.ways[body])
        why = NO_CHAIN if behind and not open_to else why_not(self.record, body, self.networks, self.wish)
        return {"id": body, "name": self.record.organizations[body].name, "why": why}

    def falls_short(self) -> list[str]:
        """Return in sentences what of a share or of a number for each country nobody can meet; else nothing."""
        out = {one["id"] for one in self.answer["unreached"]}
        reached, said = len(self.targets) - len(out), []
        if reached < self.asked < len(self.targets):
            said.append(f"At least {self.asked} were asked for; no more than {reached} can be reached so.")
        home = {body: self.record.organizations[body].country for body in self.targets}
        of, there = Counter(home.values()), Counter(home[body] for body in self.targets if body not in out)
        few = [code for code in of if there[code] < min(self.per_country, of[code])]
        if few:
            names = joined(sorted(map(self.record.country_name, few)))
            said.append(f"Of {names} fewer can be reached than the {self.per_country} of each country asked for.")
        return said

    def one_more(self) -> list[OneMore]:
        """Return the networks that would add most to the set: first who is reached at last, then who gets a second."""
        count = {body: sum(name in self.ways[body] for name in self.chosen) for body in self.targets}
        found = [self._one_more(name, count) for name in self.networks if name not in self.chosen]
        useful = [one for one in found if one["adds"] or one["second"]]
        return sorted(useful, key=self._order)[:MOST_OFFERED]

    def _order(self, one: OneMore) -> tuple[int, int, bool, str]:
        """Who is reached at last before who gets a second network; of equal ones a mechanism of one country last."""
        is_national = self.record.networks[one["id"]].scope == "national"
        return -len(one["adds"]), -len(one["second"]), is_national, one["id"]

    def _one_more(self, network: str, count: Mapping[str, int]) -> OneMore:
        near = sorted(self._reach(network))
        adds, second = ([named_body(self.record, body) for body in near if count[body] == so_far] for so_far in (0, 1))
        return {"id": network, "name": self.record.networks[network].name, "adds": adds, "second": second}

    def contacts_at_home(self) -> list[Entrance]:
        """Return by which contacts at home one comes into networks of the set in which one has no seat of one's own."""
        ways = [self.begin[name] for name in self.chosen if name in self.begin]
        return [way for way in ways if way is not None and way.contact is not None]

    def links(self) -> list[ReachLink]:
        """Return who links the networks of the set that follow from each other; empty where that was not asked."""
        found, seen = list[ReachLink](), set(self.begin).intersection(self.chosen)
        waiting = sorted(seen)
        while waiting:
            one = waiting.pop(0)
            for other in sorted(set(self.chosen) - seen):
                bridges = overlaps(self.record).get(one, {}).get(other, ())
                if bridges:
                    found.append(
                        self._link(one, other, bridges[0].body, (*bridges[0].out.claims, *bridges[0].into.claims))
                    )
                    seen.add(other)
                    waiting.append(other)
        return found

    def _link(self, one: str, other: str, body: str, claims: tuple[str, ...]) -> ReachLink:
        by: Evidenced = {**named_body(self.record, body), "claims": list(dict.fromkeys(claims))}
        a, b = (self.record.networks[name] for name in (one, other))
        return {"from": {"id": one, "name": a.name}, "to": {"id": other, "name": b.name}, "by": by}
