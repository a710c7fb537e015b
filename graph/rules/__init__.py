"""The rules: judgement as tables, read from the CSV files beside this one and checked row by row.

from graph.rules import rules
rules().weight("customs", "wildlife")       0.6: how far a kind of body answers for a theme by the editors' coding
rules().within("cites", "police")           {"cites": 1.0, "wildlife": 1.0, "timber": 0.5}: where a subject counts
rules().closeness("licensing", "border-control")   1.0: consecutive steps; 0.6 the same step; 0.3 any other
rules().strengths["mou"].strength           0.9: how much one contact of a kind covers
rules().templates, .sites, .costs, .stages, .subjects, .mandates            the rows themselves
"""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import TypeVar

from graph import vocabulary
from graph.errors import InputError

CONSECUTIVE, SAME, OTHER = 1.0, 0.6, 0.3

Cells = Mapping[str, str]
Check = Callable[[str], str | None]
Rule = TypeVar("Rule")


@dataclass(frozen=True, slots=True)
class MandateRule:
    """How far a kind of body answers for a theme where no source says so."""

    kind: str
    subject: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class SubjectRule:
    """A subject that counts within a theme, by a factor, for all kinds of body or only for some."""

    subject: str
    within: str
    factor: float
    only_for: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class StageRule:
    """A step of the enforcement chain, its column (None: beside the chain), and the steps it hands over to."""

    function: str
    column: int | None
    next: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class StrengthRule:
    """How much of a need one contact of a kind covers."""

    kind: str
    strength: float
    why: str


@dataclass(frozen=True, slots=True)
class TemplateRule:
    """A role that every country is expected to fill; `of` is an agreement or kinds of body."""

    role: str
    of: tuple[str, ...]
    held_by: str
    applies_if: str
    group: str
    source: str


@dataclass(frozen=True, slots=True)
class SiteRule:
    """A role that is expected at every site of some kinds; `kinds` are those of the bodies that fill it."""

    role: str
    kinds: tuple[str, ...]
    site_kinds: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class CostRule:
    """A factor on the length of a route."""

    what: str
    factor: float
    why: str


@dataclass(frozen=True)
class Rules:
    """All tables, keyed where a key is unique."""

    mandates: tuple[MandateRule, ...]
    subjects: tuple[SubjectRule, ...]
    stages: Mapping[str, StageRule]
    strengths: Mapping[str, StrengthRule]
    templates: tuple[TemplateRule, ...]
    sites: tuple[SiteRule, ...]
    costs: Mapping[str, CostRule]

    @cached_property
    def _weights(self) -> Mapping[tuple[str, str], float]:
        return {(rule.kind, rule.subject): rule.weight for rule in self.mandates}

    def weight(self, kind: str, theme: str) -> float:
        """Return how far a kind of body answers for a theme by itself, 0 where no row says so."""
        return self._weights.get((kind, theme), 0.0)

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
            return SAME
        return CONSECUTIVE if b in self.stages[a].next or a in self.stages[b].next else OTHER


@cache
def rules() -> Rules:
    """Return the rules of the program, read once."""
    return rules_of(lambda name: files("graph.rules").joinpath(name).read_text(encoding="utf-8"))


def rules_of(read: Callable[[str], str]) -> Rules:
    """Return the rules from the text of each file.

    Raises InputError with every wrong cell: file, row (1 is the header), column, value and reason.
    """
    faults: list[str] = []
    tables = {name: list(_rows(f"{name}.csv", read(f"{name}.csv"), checks, faults)) for name, checks in _TABLES.items()}
    if faults:
        raise InputError(" ".join(faults), "Mend the tables in graph/rules.")
    return Rules(
        mandates=tuple(MandateRule(r["kind"], r["subject"], float(r["weight"]), r["why"]) for r in tables["mandates"]),
        subjects=tuple(_subject(row) for row in tables["subjects"]),
        stages={row["function"]: _stage(row) for row in tables["stages"]},
        strengths={r["kind"]: StrengthRule(r["kind"], float(r["strength"]), r["why"]) for r in tables["strengths"]},
        templates=tuple(_template(row) for row in tables["templates"]),
        sites=tuple(_site(row) for row in tables["sites"]),
        costs={row["what"]: CostRule(row["what"], float(row["factor"]), row["why"]) for row in tables["costs"]},
    )


def _subject(row: Cells) -> SubjectRule:
    return SubjectRule(row["subject"], row["within"], float(row["factor"]), _words(row["only_for"]), row["why"])


def _stage(row: Cells) -> StageRule:
    column = None if row["column"] == "side" else int(row["column"])
    return StageRule(row["function"], column, _words(row["next"]), row["why"])


def _template(row: Cells) -> TemplateRule:
    of = _words(row["subject_or_kind"])
    return TemplateRule(row["role"], of, row["held_by"], row["applies_if"], row["group"], row["source"])


def _site(row: Cells) -> SiteRule:
    return SiteRule(row["role"], _words(row["kinds"]), _words(row["site_kinds"]), row["source"])


def _words(cell: str) -> tuple[str, ...]:
    return tuple(word for word in cell.split("|") if word)


def _rows(file: str, text: str, checks: Mapping[str, Check], faults: list[str]) -> Iterator[Cells]:
    """Yield the rows of one table as text and note every fault in them."""
    reader = csv.DictReader(text.splitlines())
    if tuple(reader.fieldnames or ()) != tuple(checks):
        faults.append(f"{file}, row 1: the columns are not {', '.join(checks)}.")
        return
    for number, row in enumerate(reader, 2):
        if None in row or None in row.values():
            faults.append(f"{file}, row {number}: it has not as many cells as the header.")
            continue
        wrong = [(column, why) for column, check in checks.items() if (why := check(row[column]))]
        faults += [f"{file}, row {number}, column {column}: “{row[column]}” {why}." for column, why in wrong]
        if not wrong:
            yield row


def _filled(text: str) -> str | None:
    return None if text.strip() else "is empty"


def _any(text: str) -> str | None:  # noqa: ARG001 (a check like the others)
    return None


def _number(low: float, high: float) -> Check:
    def check(text: str) -> str | None:
        try:
            value = float(text)
        except ValueError:
            return "is not a number"
        return None if low <= value <= high else f"does not lie between {low:g} and {high:g}"

    return check


def _of(*lists: Sequence[str] | Mapping[str, str], least: int = 1, most: int = 99) -> Check:
    known = {word for words in lists for word in words}

    def check(text: str) -> str | None:
        words = _words(text)
        unknown = [word for word in words if word not in known]
        if unknown:
            return f"names {unknown[0]}, which is in no list"
        return None if least <= len(words) <= most else "is empty" if not words else "names more than one"

    return check


_KIND = _of(vocabulary.ORGANIZATION_KINDS, most=1)
_SUBJECT = _of(vocabulary.THEMES, vocabulary.AGREEMENTS, most=1)
_SHARE = _number(0, 1)
_TABLES: Mapping[str, Mapping[str, Check]] = {
    "mandates": {"kind": _KIND, "subject": _of(vocabulary.THEMES, most=1), "weight": _SHARE, "why": _filled},
    "subjects": {
        "subject": _SUBJECT,
        "kind": _of(("agreement", "theme"), most=1),
        "within": _of(vocabulary.THEMES, most=1),
        "factor": _SHARE,
        "only_for": _of(vocabulary.ORGANIZATION_KINDS, least=0),
        "why": _filled,
    },
    "stages": {
        "function": _of(vocabulary.FUNCTIONS, most=1),
        "column": _of([str(n) for n in range(1, len(vocabulary.FUNCTIONS) + 1)], ("side",), most=1),
        "next": _of(vocabulary.FUNCTIONS, least=0),
        "why": _filled,
    },
    "strengths": {"kind": _of(vocabulary.TIE_SENTENCES, most=1), "strength": _SHARE, "why": _filled},
    "templates": {
        "role": _filled,
        "subject_or_kind": _of(vocabulary.AGREEMENTS, vocabulary.ORGANIZATION_KINDS),
        "held_by": _any,
        "applies_if": _of(("always", "party", "coast", "land neighbour"), most=1),
        "group": _filled,
        "source": _filled,
    },
    "sites": {
        "role": _filled,
        "kinds": _of(vocabulary.ORGANIZATION_KINDS),
        "site_kinds": _of(vocabulary.SITE_KINDS),
        "source": _filled,
    },
    "costs": {"what": _filled, "factor": _number(0.1, 10), "why": _filled},
}
