"""The steps: the chain, its gaps, around one body, who else, networks, the region, the way out, what changed."""

from collections.abc import Callable, Mapping
from datetime import date

from graph import vocabulary
from graph.analysis.contacts.contacts import works
from graph.analysis.gaps.screening import screen
from graph.analysis.who_else.who_else import who_else
from graph.answers import Contacts, Recorded
from graph.record import Record
from handouts.story.choosing import around_bodies, gaps_of, middle_of
from handouts.story.gap_words import entry_of, found_entry, is_problem
from handouts.story.slide import THERE_MAY_BE, Asked, Entry, Slide
from handouts.story.way_out import way_out
from handouts.story.workshop_words import changed
from layout.around import around
from layout.chain import chain
from layout.region import region
from layout.seating import seating

MOST_FOUND, MOST_GAPS, MOST_BODIES, MOST_ROLES = 1, 4, 4, 2
FEW = 5
DESKS = "treaty desk"
LISTED = "Nobody on your list answers for "  # the list is that of the step before


def steps(asked: Asked) -> tuple[str, ...]:
    """Return the names of the steps in their order; what changed is told where a workshop was held."""
    return tuple(name for name in TOLD if name != "changed" or asked.workshop)


def slide(asked: Asked, step: str) -> Slide:
    """Return one step of the story by its name."""
    return TOLD[step](asked)


def _chain(asked: Asked) -> Slide:
    record, about = asked.record, subject(asked.theme)
    on = f" on {about}" if about else ""
    drawn = chain(record, asked.country, asked.theme, size="projector")
    day = date.fromisoformat(record.date)
    return Slide(
        f"Who enforces the rules{on} in {record.country_name(asked.country)}?",
        f"Recorded: a source says so. Presumed: please confirm. As known on {day.day} {day:%B %Y}.",
        drawn.scene,
    )


def _gaps(asked: Asked) -> Slide:
    """What works comes first, then what is not known."""
    answer = gaps_of(asked.record, asked.country, asked.theme)
    seen = screen(asked.record, asked.country, asked.theme)
    counted = answer["contacts"]
    lines = [gap for gap in answer["gaps"] if not is_problem(gap)]
    rests_on = [f"{THERE_MAY_BE} Read: {_sources(counted['sources_read'])}."]
    if counted["problems"]:
        pairs = "one pair" if counted["problems"] == 1 else f"{counted['problems']} pairs"
        rests_on.append(f"Not listed: {pairs} with a problem that a source reports.")
    left = len(lines) - MOST_GAPS
    return Slide(
        _counted(counted),
        " ".join(rests_on),
        entries=(
            *(found_entry(asked.record, contact) for contact in works(seen)[:MOST_FOUND]),
            *(entry_of(asked.record, gap, asked.theme) for gap in lines[:MOST_GAPS]),
        ),
        more=f"and {left} more {'line' if left == 1 else 'lines'}" if left > 0 else "",
    )


def _counted(counted: Contacts) -> str:
    """Return how many expected contacts are on record and how many are not known, as a sentence."""
    expected, found = counted["expected"], counted["found"]
    unknown = expected - found - counted["problems"]
    if not expected:
        return "Too little is recorded to say who ought to be in contact"
    if not unknown:
        return f"{found} of {expected} expected contacts are on record"
    return (
        f"{found} of {expected} expected contacts are on record, {unknown} {'is' if unknown == 1 else 'are'} not known"
    )


def _around(asked: Asked) -> Slide:
    record = asked.record
    body = middle_of(record, asked.country, asked.theme, asked.body)
    if not body:
        return Slide("Who is around them?", "No body of this country is recorded yet.")
    drawn = around(record, body, asked.theme, size="projector")
    return Slide(f"Who is around {drawn.name}?", drawn.says, drawn.scene)


def _else(asked: Asked) -> Slide:
    """Who is neither the body of the step before nor in contact with it: those are thought of already."""
    record, country = asked.record, asked.country
    body = middle_of(record, country, asked.theme, asked.body)
    known = [record.organizations[one] for one in around_bodies(record, body)] if body else []
    answer = who_else(record, country, asked.theme, tuple(one.name for one in known))
    missing = [one["role"] for one in answer["template"] if one["status"] == "missing" and one["group"] != DESKS]
    entries = [_body(record, one) for one in answer["recorded"][:MOST_BODIES]]
    if missing:
        more = f", and {len(missing) - MOST_ROLES} more" if len(missing) > MOST_ROLES else ""
        entries.append(Entry(f"{', '.join(missing[:MOST_ROLES])}{more}", "nobody recorded", "Who is it?"))
    left = len(answer["recorded"]) - MOST_BODIES
    return Slide(
        f"Who else, beyond {known[0].shown} and the bodies around it?" if known else "Who else?",
        "Bodies that the record knows, those first that cover most of the enforcement chain. "
        "Presumed: it follows from the kind of body alone; please confirm.",
        entries=tuple(entries),
        more=f"and {left} more {'body' if left == 1 else 'bodies'} on record" if left > 0 else "",
    )


def _body(record: Record, body: Recorded) -> Entry:
    says = (body["reasons"] or body["adds"] or ["Recorded here"])[0]
    mark = "presumed" if "presumed" in says else "recorded"
    name = record.organizations[body["id"]].shown if body["id"] in record.organizations else body["name"]
    says = says.replace(" (presumed from its kind)", "").replace(LISTED, "The first of these to answer for ")
    return Entry(name, mark, says)


def _networks(asked: Asked) -> Slide:
    """The networks beyond the country on the theme; those on all themes where these are few."""
    record, about = asked.record, subject(asked.theme)
    drawn = seating(record, asked.country, asked.theme, size="projector", beyond=True)
    on, says = f" on {about}" if about else "", drawn.says
    networks = sum(box.shape == "network" for box in drawn.scene.boxes)
    if about and networks < FEW:
        drawn = seating(record, asked.country, size="projector", beyond=True)
        on, says = "", f"{drawn.says} On {about}: {networks or 'none'}."
    name = record.country_name(asked.country)
    return Slide(f"Through which networks{on} does {name} meet others?", says, drawn.scene)


def _region(asked: Asked) -> Slide:
    drawn = region(asked.record, asked.country, asked.theme, size="projector")
    about = subject(asked.theme)
    on = f" on {about}" if about else ""
    name = asked.record.country_name(asked.country)
    found = sum(1 for claims in drawn.claims.values() if claims)
    with_whom = {0: "none of the others", 1: "one other country"}.get(found, f"{found} other countries")
    return Slide(f"{name} in the region: contact{on} is recorded with {with_whom}", THERE_MAY_BE, drawn.scene)


def _sources(number: int) -> str:
    return "one source" if number == 1 else f"{number:,} sources"


def subject(theme: str) -> str:
    """Return a theme within a sentence, or nothing for all themes."""
    return vocabulary.THEMES.get(theme, "")


TOLD: Mapping[str, Callable[[Asked], Slide]] = {
    "chain": _chain,
    "gaps": _gaps,
    "around": _around,
    "else": _else,
    "networks": _networks,
    "region": _region,
    "route": way_out,
    "changed": changed,
}
