"""The rules: judgement as tables, read from the CSV files beside this one and checked row by row.

from graph.rules import rules
rules().weight("customs", "wildlife")       0.6: how far a kind of body answers for a theme by the editors' coding
rules().within("cites", "police")           {"cites": 1.0, "wildlife": 1.0, "timber": 0.5}: where a subject counts
rules().closeness("licensing", "border-control")   1.0: consecutive steps; 0.6 the same step; 0.3 any other
rules().strengths["mou"].strength           0.9: how much one contact of a kind covers
rules().templates, .sites, .costs, .tiles, .stages, .subjects, .mandates    the rows themselves
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from graph.errors import InputError
from graph.rules.checks import TABLES, rows_of
from graph.rules.rows import (
    CostRule,
    MandateRule,
    SiteRule,
    StageRule,
    StrengthRule,
    SubjectRule,
    TemplateRule,
    TileRule,
    WithoutRule,
    mandate_rule,
    site_rule,
    stage_rule,
    subject_rule,
    template_rule,
    tile_rule,
    without_rule,
)

CONSECUTIVE, SAME, OTHER = 1.0, 0.6, 0.3
JUDGEMENT = "editors' judgement"


@dataclass(frozen=True, eq=False)
class Rules:
    """All tables, keyed where a key is unique; two are never the same, so that what follows from one can be kept.

    `same`, `other` and `sisters` are how close two steps of the chain are that are the same, that do not follow one
    another, and those of two bodies of one kind.
    """

    mandates: tuple[MandateRule, ...]
    without: tuple[WithoutRule, ...]
    subjects: tuple[SubjectRule, ...]
    stages: Mapping[str, StageRule]
    strengths: Mapping[str, StrengthRule]
    templates: tuple[TemplateRule, ...]
    sites: tuple[SiteRule, ...]
    costs: Mapping[str, CostRule]
    tiles: Mapping[str, TileRule]
    same: float = SAME
    other: float = OTHER
    sisters: float = OTHER

    @cached_property
    def _weights(self) -> Mapping[tuple[str, str], float]:
        return {(rule.kind, rule.subject): rule.weight for rule in self.mandates}

    def weight(self, kind: str, theme: str) -> float:
        """Return how far a kind of body answers for a theme by itself, 0 where no row says so."""
        return self._weights.get((kind, theme), 0.0)

    @cached_property
    def _without(self) -> Mapping[str, tuple[WithoutRule, ...]]:
        kinds = dict.fromkeys(rule.kind for rule in self.without)
        return {kind: tuple(rule for rule in self.without if rule.kind == kind) for kind in kinds}

    def not_held(self, kind: str, name: str) -> frozenset[str]:
        """Return the subjects that a body does not answer for, by its kind and name, unless a source names them."""
        if kind not in self._without:
            return frozenset()
        said = name.casefold()
        fits = (rule for rule in self._without[kind] if any(word in said for word in rule.words))
        return frozenset(subject for rule in fits for subject in rule.subjects)

    @cached_property
    def _lifts(self) -> dict[tuple[str, str], Mapping[str, float]]:
        return {}

    def within(self, subject: str, kind: str) -> Mapping[str, float]:
        """Return every subject in which one counts for a kind of body, itself included, factors multiplied."""
        if (subject, kind) not in self._lifts:
            self._lifts[subject, kind] = self._climb(subject, kind)
        return self._lifts[subject, kind]

    def _climb(self, subject: str, kind: str) -> dict[str, float]:
        found, waiting = {subject: 1.0}, [subject]
        while waiting:
            below = waiting.pop()
            for rule in self.subjects:
                value = found[below] * rule.factor
                fits = rule.subject == below and (not rule.only_for or kind in rule.only_for)
                if fits and value > found.get(rule.within, 0.0):
                    found[rule.within] = value
                    waiting.append(rule.within)
        return found

    def closeness(self, a: str, b: str) -> float:
        """Return how close two functions stand in the enforcement chain."""
        if a == b:
            return self.same
        return CONSECUTIVE if b in self.stages[a].next or a in self.stages[b].next else self.other


_INSTEAD: ContextVar[Rules | None] = ContextVar("other rules", default=None)


def rules() -> Rules:
    """Return the rules of the program, or those that are tried instead."""
    return _INSTEAD.get() or _own()


@cache
def _own() -> Rules:
    return rules_of(lambda name: files("graph.rules").joinpath(name).read_text(encoding="utf-8"))


@contextmanager
def tried(other: Rules) -> Iterator[None]:
    """Reckon by other rules for a while; analyses keep answers by record, so give them a fresh `record.as_of(date)`."""
    token = _INSTEAD.set(other)
    try:
        yield
    finally:
        _INSTEAD.reset(token)


def rules_of(read: Callable[[str], str]) -> Rules:
    """Return the rules from the text of each file.

    Raises InputError with every wrong cell: file, row (1 is the header), column, value and reason.
    """
    faults: list[str] = []
    tables = {
        name: list(rows_of(f"{name}.csv", read(f"{name}.csv"), checks, faults)) for name, checks in TABLES.items()
    }
    if faults:
        raise InputError(" ".join(faults), "Mend the tables in graph/rules.")
    return Rules(
        mandates=tuple(mandate_rule(row) for row in tables["mandates"]),
        without=tuple(without_rule(row) for row in tables["mandates_without"]),
        subjects=tuple(subject_rule(row) for row in tables["subjects"]),
        stages={row["function"]: stage_rule(row) for row in tables["stages"]},
        strengths={r["kind"]: StrengthRule(r["kind"], float(r["strength"]), r["why"]) for r in tables["strengths"]},
        templates=tuple(template_rule(row) for row in tables["templates"]),
        sites=tuple(site_rule(row) for row in tables["sites"]),
        costs={row["what"]: CostRule(row["what"], float(row["factor"]), row["why"]) for row in tables["costs"]},
        tiles={row["country"]: tile_rule(row) for row in tables["tiles"]},
    )
