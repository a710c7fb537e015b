"""One row of each table of judgement, and how it is made of the text of its cells."""

from collections.abc import Mapping
from dataclasses import dataclass

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MandateRule:
    """How far a kind of body answers for a theme where no source says so of a body itself.

    `source` supports that bodies of this kind act on the theme: the id of a source of the seed, a citation, or
    `graph.rules.JUDGEMENT` where none was found. The weight is judgement in every row.
    """

    kind: str
    subject: str
    weight: float
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class WithoutRule:
    """Subjects that a kind of body does not answer for where its name has one of some words, unless a source says so.

    It counts for what is coded by the kind, and for what an agreement is lifted to.
    """

    kind: str
    words: tuple[str, ...]
    subjects: tuple[str, ...]
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


@dataclass(frozen=True, slots=True)
class TileRule:
    """Where a country stands on the map of equal tiles, from the upper left."""

    country: str
    column: int
    row: int
    why: str


def mandate_rule(row: Cells) -> MandateRule:
    """Return how far a kind of body answers for a theme from its row."""
    return MandateRule(row["kind"], row["subject"], float(row["weight"]), row["why"], row["source"])


def without_rule(row: Cells) -> WithoutRule:
    """Return what bodies of a kind and name are without from its row."""
    return WithoutRule(row["kind"], words_of(row["words"]), words_of(row["subjects"]), row["why"])


def subject_rule(row: Cells) -> SubjectRule:
    """Return a subject within a theme from its row."""
    return SubjectRule(row["subject"], row["within"], float(row["factor"]), words_of(row["only_for"]), row["why"])


def stage_rule(row: Cells) -> StageRule:
    """Return a step of the chain from its row."""
    column = None if row["column"] == "side" else int(row["column"])
    return StageRule(row["function"], column, words_of(row["next"]), row["why"])


def template_rule(row: Cells) -> TemplateRule:
    """Return a role of the template from its row."""
    of = words_of(row["subject_or_kind"])
    return TemplateRule(row["role"], of, row["held_by"], row["applies_if"], row["group"], row["source"])


def site_rule(row: Cells) -> SiteRule:
    """Return a role at a site from its row."""
    return SiteRule(row["role"], words_of(row["kinds"]), words_of(row["site_kinds"]), row["source"])


def tile_rule(row: Cells) -> TileRule:
    """Return the place of a country from its row."""
    return TileRule(row["country"], int(row["column"]), int(row["row"]), row["why"])


def words_of(cell: str) -> tuple[str, ...]:
    """Return the words of a cell of several, parted by |."""
    return tuple(word for word in cell.split("|") if word)
