"""The steps: the chain, contacts, around one body, who else, networks, the region, the way out, what to ask."""

from collections.abc import Callable, Mapping
from datetime import date

from graph import vocabulary
from graph.analysis.country.notices import notice
from handouts.story.ask_slide import asked_of_the_room
from handouts.story.choosing import middle_of
from handouts.story.contacts_slide import contacts
from handouts.story.else_slide import others
from handouts.story.slide import THERE_MAY_BE, Asked, Column, Entry, Slide
from handouts.story.way_out import way_out
from handouts.story.workshop_words import changed
from layout.around.around import around
from layout.chain.chain import chain
from layout.region import RegionMap, region
from layout.seating import seating

FEW = 5


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
        _and_notice(asked, f"Recorded: a source says so. Presumed: please confirm. As known on {day.day} {day:%B %Y}."),
        drawn.scene,
    )


def _around(asked: Asked) -> Slide:
    record = asked.record
    body = middle_of(record, asked.country, asked.theme, asked.body)
    if not body:
        who = Column("To begin with", (Entry("Who controls the border, who permits, who inspects, who investigates?"),))
        return Slide("Who is around whom?", "No body of this country is recorded yet.", columns=(who,))
    drawn = around(record, body, asked.theme, size="projector")
    return Slide(f"Who is around {drawn.name}?", drawn.says, drawn.scene)


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
    """Contacts with each other country on the theme; those on all themes where none is."""
    record, about = asked.record, subject(asked.theme)
    name, on, drawn = record.country_name(asked.country), "", region(record, asked.country, size="projector")
    if about:
        on_theme = region(record, asked.country, asked.theme, size="projector")
        if _with_whom(on_theme):
            on, drawn = f" on {about}", on_theme
    found = _with_whom(drawn)
    with_whom = {0: "none of the others", 1: "one other country"}.get(found, f"{found} other countries")
    but = f", on {about} with none" if about and not on and found else ""
    says = THERE_MAY_BE if not but else f"{THERE_MAY_BE} The tiles count all themes."
    return Slide(f"{name} in the region: contact{on} is recorded with {with_whom}{but}", says, drawn.scene)


def _with_whom(drawn: RegionMap) -> int:
    return sum(1 for claims in drawn.claims.values() if claims)


def _and_notice(asked: Asked, says: str) -> str:
    """Return the words, and what stands wherever a record is older than a change of authorities."""
    return " ".join(filter(None, [says, notice(asked.record, asked.country)]))


def subject(theme: str) -> str:
    """Return a theme within a sentence, or nothing for all themes."""
    return vocabulary.THEMES.get(theme, "")


TOLD: Mapping[str, Callable[[Asked], Slide]] = {
    "chain": _chain,
    "gaps": contacts,
    "around": _around,
    "else": others,
    "networks": _networks,
    "region": _region,
    "route": way_out,
    "ask": asked_of_the_room,
    "changed": changed,
}
