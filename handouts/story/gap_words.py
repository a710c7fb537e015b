"""A contact, or a gap, as one line of a list that a room can read."""

from graph import vocabulary
from graph.analysis.contacts.contacts import Contact
from graph.answers import Gap
from graph.record import Record
from handouts.story.slide import Entry

NOTHING = "no recorded contact"


def is_problem(gap: Gap) -> bool:
    """Return whether a line rests on a source that reports a problem."""
    return gap["kind"].startswith("problem reported")


def entry_of(record: Record, gap: Gap, theme: str, unknown: int = 1) -> Entry:
    """Return both sides, what is recorded of them, and why contact is expected; `unknown` is the number of such pairs.

    A site has so many pairs that their number says nothing.
    """
    a, b = (_short(record, side["id"], side["name"]) for side in (gap["a"], gap["b"]))
    recorded = gap["sentence"].partition(": ")[0].partition(" (")[0]
    mark = "GAP?" if gap["kind"] == NOTHING else gap["kind"]
    said = [] if gap["kind"] == NOTHING or recorded.casefold() == mark else [recorded]
    said += [why] if (why := _why(record, gap, theme)) else []
    said += [f"{unknown} pairs like this"] if unknown > 1 else []
    return Entry(f"{a} and {b}", mark, "; ".join(said))


def found_entry(record: Record, contact: Contact, more: int = 0) -> Entry:
    """Return a contact that was expected and is on record, with its kinds, its year, and how many more are like it."""
    a, b = (_short(record, side["id"], side["name"]) for side in (contact.a, contact.b))
    year = f", {contact.year}" if contact.year else ""
    like = f"; {more} more like this" if more else ""
    return Entry(f"{a} and {b}", "", f"{' and '.join(contact.how[:2])}{year}{like}")


def _why(record: Record, gap: Gap, theme: str) -> str:
    """Return what both answer for, and at which steps of the chain: "wildlife: inspection next to permits"."""
    for reason in gap["reasons"][:1]:
        if reason["kind"] == "site":
            return f"both work at {record.sites[reason['id']].name}"
        stages = list(dict.fromkeys(vocabulary.FUNCTIONS[stage] for stage in reason["stages"]))
        steps = " next to ".join(stages) if len(stages) > 1 else f"both at {''.join(stages)}" if stages else ""
        subject = "" if reason["id"] == theme else vocabulary.THEMES.get(reason["id"], "")
        return ": ".join(part for part in (subject, steps) if part)
    return ""


def _short(record: Record, body: str, name: str) -> str:
    return record.organizations[body].shown if body in record.organizations else name
