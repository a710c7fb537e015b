"""The slide on who else: bodies beyond those that the step before shows, and roles for which nobody is recorded."""

from graph.analysis.contacts.contacts import works
from graph.analysis.gaps.screening import screen
from graph.analysis.who_else.who_else import who_else
from graph.answers import Recorded
from graph.record import Record
from graph.words import count
from handouts.story.choosing import around_bodies, middle_of
from handouts.story.slide import Asked, Column, Entry, Slide

MOST_BODIES, MOST_ROLES = 5, 5
DESKS = "treaty desk"
LISTED = "Nobody on your list answers for "  # the list is that of the step before


def others(asked: Asked) -> Slide:
    """Return who is neither the body in the middle nor in contact with it: those are thought of already."""
    record, country = asked.record, asked.country
    body = middle_of(record, country, asked.theme, asked.body)
    known = _known(asked, body) if body else []
    answer = who_else(record, country, asked.theme, tuple(record.organizations[one].name for one in known))
    missing = [one["role"] for one in answer["template"] if one["status"] == "missing" and one["group"] != DESKS]
    bodies = tuple(_body(record, one) for one in answer["recorded"][:MOST_BODIES])
    left, roles_left = len(answer["recorded"]) - MOST_BODIES, len(missing) - MOST_ROLES
    columns = [Column("Also on record", bodies, f"and {count(left, 'more body', 'more bodies')}" if left > 0 else "")]
    if missing:
        roles = tuple(Entry(role) for role in missing[:MOST_ROLES])
        columns.append(
            Column("Nobody recorded: who is it?", roles, f"and {count(roles_left, 'more')}" if roles_left > 0 else "")
        )
    return Slide(
        f"Who else, beyond {record.organizations[known[0]].shown} and the bodies around it?" if known else "Who else?",
        "Those first that cover most of the enforcement chain. "
        "Presumed: it follows from the kind of body alone; please confirm.",
        columns=tuple(column for column in columns if column.entries) or (_nobody(),),
    )


def _nobody() -> Column:
    return Column("Nobody further is on record", (Entry("Who ought to be in this room, and is not?"),))


def _known(asked: Asked, body: str) -> list[str]:
    """Return the body, those around it, and those with whom its contact goes through a common table or their heads."""
    found = list(around_bodies(asked.record, body))
    for contact in works(screen(asked.record, asked.country, asked.theme)):
        ends = [contact.a["id"], contact.b["id"]]
        if found[0] in ends:
            found += [end for end in ends if end not in found]
    return found


def _body(record: Record, body: Recorded) -> Entry:
    says = (body["reasons"] or body["adds"] or ["Recorded here"])[0]
    mark = "presumed" if "presumed" in says else "recorded"
    name = record.organizations[body["id"]].shown if body["id"] in record.organizations else body["name"]
    says = says.replace(" (presumed from its kind)", "").replace(LISTED, "The first of these to answer for ")
    return Entry(name, mark, says)
