"""The words that stand before a line of a list: what is recorded of a gap, or a problem that a source reports."""

from graph.analysis.gaps.gap_kinds import Kind
from graph.answers import Gap
from graph.record import Record
from views.parts import answers
from views.parts.safe_text import escaped

PROBLEM = ":gray-badge[problem reported]"
OPEN: Kind = "problem reported"
# What is recorded is never denied: only a pair of which nothing is recorded is a gap with a question mark.
SHORT: dict[Kind, str] = {
    "no recorded contact": "GAP?",
    "planned only": "planned",
    "one-sided": "one-sided",
    "only a light contact": "light contact",
    "lapsed": "lapsed?",
    "worked together": "once",
    "only through one body": "through one body",
    "only in one committee": "in one committee",
    "only in a large forum": "in a large forum",
    "only met at an event": "met at an event",
    "confirmed: none": "none, say both",
}


def is_problem(gap: Gap) -> bool:
    """Return whether a line rests on a source that reports a problem."""
    return gap["kind"].startswith("problem reported")


def of(record: Record, gap: Gap) -> str:
    """Return the badge of a line, as Markdown; that of a problem or an occasion with its year."""
    if not is_problem(gap):
        kind: Kind = next((kind for kind in SHORT if kind == gap["kind"]), "no recorded contact")
        year = _last_year(record, gap) if kind == "worked together" else ""
        return f":orange-badge[{SHORT[kind]}{f', {year}' if year else ''}]"
    year, _ = reported(record, gap)
    return f":gray-badge[problem reported{f' {year}' if year else ''}]"


def _last_year(record: Record, gap: Gap) -> str:
    """Return the year of the claim that a line rests on first, which is the newest."""
    newest = answers.claims(record, tuple(gap["claims"]))[:1]
    return next(((claim["since"] or claim["source"]["published"] or "")[:4] for claim in newest), "")


def reported(record: Record, gap: Gap) -> tuple[str, str]:
    """Return the year in which a problem was first reported, empty where no date is given, and by whom."""
    for claim in answers.claims(record, tuple(gap["claims"])):
        if claim["status"] == "absent":
            source = claim["source"]
            return (claim["since"] or source["published"] or "")[:4], source["publisher"] or source["title"]
    return "", gap["kind"]


def pair(record: Record, gap: Gap) -> str:
    """Return both sides by their short names, as Markdown."""
    return escaped(", ".join(short(record, side["id"], side["name"]) for side in (gap["a"], gap["b"])))


def short(record: Record, organization: str, name: str) -> str:
    """Return the short name of a body, or the given name for what is a fold of bodies."""
    return record.organizations[organization].shown if organization in record.organizations else name
