"""The words that stand before a line of a list: a gap, a problem that a source reports, and the band of a gap."""

from graph.answers import Gap
from graph.record import Record
from views.parts import answers
from views.parts.safe_text import escaped

GAP = ":orange-badge[GAP?]"
PROBLEM = ":gray-badge[problem reported]"
BANDS = {"A": "both recorded", "B": "one presumed", "C": "both presumed"}


def is_problem(gap: Gap) -> bool:
    """Return whether a line rests on a source that reports a problem."""
    return gap["kind"].startswith("problem reported")


def of(record: Record, gap: Gap) -> str:
    """Return the badge of a line, as Markdown; that of a problem with the year in which it was reported."""
    if not is_problem(gap):
        return GAP
    year, _ = reported(record, gap)
    return f":gray-badge[problem reported{f' {year}' if year else ''}]"


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
