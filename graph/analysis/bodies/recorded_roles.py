"""What sources say that a body answers for, as short phrases with the claims behind them."""

from dataclasses import dataclass

from graph import vocabulary
from graph.analysis.who_else.coverage import OTHER_CRIME
from graph.columns import ROLES
from graph.record import Record
from graph.rules import rules
from graph.words import joined

# What tells most about a body comes first: who speaks for the country, who permits, who enforces.
ORDER = (
    "national-ozone-unit",
    "management-authority",
    "designated-national-authority",
    "competent-authority",
    "national-focal-point",
    "scientific-authority",
    "licensing",
    "enforcement",
)
MOST_SUBJECTS = 4
SUBJECTS = (*vocabulary.AGREEMENTS, *vocabulary.THEMES)


@dataclass(frozen=True, slots=True)
class RecordedRole:
    """What a body is, or does, for the same subjects, and the rows of the claims that say so."""

    roles: tuple[str, ...]
    subjects: tuple[str, ...]
    rows: tuple[int, ...]

    @property
    def phrase(self) -> str:
        """The roles as the sentence of their claims says them, after the body's name."""
        words = [
            vocabulary.RESPONSIBILITY_SENTENCES[role].removeprefix("{a} ").removeprefix("is the ")
            for role in self.roles
        ]
        said = joined([*(words_of.removesuffix(" for {b}") for words_of in words[:-1]), words[-1]])
        return said.format_map({"b": joined([with_article(subject) for subject in self.subjects[:MOST_SUBJECTS]])})

    @property
    def is_other_crime(self) -> bool:
        """Whether none of the subjects is environmental."""
        return OTHER_CRIME.issuperset(self.subjects)


def recorded_roles(record: Record, body: str, theme: str = "") -> list[RecordedRole]:
    """Return the roles that claims in force give a body, those that touch the theme alone if it is given.

    Offices held for the same subjects are one: "competent authority and national focal point for the Basel Convention".
    """
    kind = record.organizations[body].kind
    by_role: dict[str, dict[str, list[int]]] = {}
    for row in record.rows_of(f"organization:{body}", "responsibility").tolist():
        subject = record.addresses[record.claims.b[row]].partition(":")[2]
        if record.in_force[row] and not record.claims.absent[row] and touches(subject, kind, theme):
            by_role.setdefault(ROLES[record.claims.role[row]], {}).setdefault(subject, []).append(row)
    found: list[RecordedRole] = []
    for role in (role for role in ORDER if role in by_role):
        _put(found, _role(role, by_role[role]))
    return sorted(found, key=lambda role: role.is_other_crime)


def _put(found: list[RecordedRole], role: RecordedRole) -> None:
    """Add a role, to the one before where both are offices for the same subjects."""
    if found and found[-1].subjects == role.subjects and _is_office(found[-1]) and _is_office(role):
        before = found.pop()
        role = RecordedRole(before.roles + role.roles, role.subjects, before.rows + role.rows)
    found.append(role)


def _is_office(role: RecordedRole) -> bool:
    return all(vocabulary.RESPONSIBILITY_SENTENCES[name].startswith("{a} is the ") for name in role.roles)


def _role(role: str, rows_by_subject: dict[str, list[int]]) -> RecordedRole:
    subjects = sorted(rows_by_subject, key=lambda subject: (subject in OTHER_CRIME, SUBJECTS.index(subject)))
    return RecordedRole(
        (role,), tuple(subjects), tuple(row for subject in subjects for row in rows_by_subject[subject])
    )


def touches(subject: str, kind: str, theme: str) -> bool:
    """Return whether a theme or agreement counts within a theme for a kind of body; all do where no theme is asked."""
    return not theme or theme in rules().within(subject, kind)


def with_article(subject: str) -> str:
    """Return a subject as it stands in a sentence: the Basel Convention, but CITES."""
    name = vocabulary.AGREEMENTS.get(subject) or vocabulary.THEMES[subject]
    return f"the {name}" if subject in vocabulary.AGREEMENTS and " " in name else name
