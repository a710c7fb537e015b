"""The slide on contacts: what works at the left, at the right what is not known, and both as a bar."""

from collections.abc import Iterator

from graph import vocabulary
from graph.analysis.contacts.contacts import Contact, works
from graph.analysis.gaps.decided_pairs import confirmed_none
from graph.analysis.gaps.gap_lines import lines
from graph.analysis.gaps.screening import Screening, screen
from graph.answers import Contacts
from graph.record import Record
from graph.words import count
from handouts.story.choosing import gaps_of
from handouts.story.gap_words import entry_of, found_entry, is_problem
from handouts.story.slide import THERE_MAY_BE, Asked, Column, Entry, Slide

MOST = 4
TOO_LITTLE = "Too little is recorded to say who ought to be in contact"


def contacts(asked: Asked) -> Slide:
    """Return the contacts on the theme; those on all themes where too little is recorded on it."""
    slide = _told(asked, asked.theme)
    if slide is None and asked.theme:
        slide = _told(asked, "", f"On {vocabulary.THEMES[asked.theme]} too little is recorded to say. ")
    return slide or Slide(
        TOO_LITTLE,
        "A contact is expected where two bodies answer for the same subject, or work at one place.",
        columns=(Column("To begin with", (Entry("Who answers for it here, and at which step?"),)),),
    )


def _told(asked: Asked, theme: str, before: str = "") -> Slide | None:
    """Return the slide, or nothing where no contact is expected; `before` says why the theme is another one."""
    record, answer = asked.record, gaps_of(asked.record, asked.country, theme)
    counted, seen = answer["contacts"], screen(record, asked.country, theme)
    if not counted["expected"]:
        return None
    gaps = [gap for gap in answer["gaps"] if not is_problem(gap) and gap["kind"] != "confirmed: none"]
    none = confirmed_none(seen)
    unknown = counted["expected"] - counted["found"] - counted["problems"] - none
    open_pairs = dict(_open_pairs(seen))
    shown = [entry_of(record, gap, theme, open_pairs.get((gap["a"]["id"], gap["b"]["id"]), 1)) for gap in gaps[:MOST]]
    left = len(gaps) - MOST
    on_all = ", all themes" if before else ""
    return Slide(
        f"{record.country_name(asked.country)}{on_all}: {_counted(counted, unknown, none)}",
        f"{before}{_rests_on(counted)}",
        columns=(
            _found(record, works(seen), theme),
            *([Column("Not known", tuple(shown), _more(left, "line"))] if unknown else []),
        ),
        bar=((counted["found"], "found"), (counted["problems"], "problem"), (unknown, "unknown")),
    )


def _counted(counted: Contacts, unknown: int, none: int) -> str:
    """Return how many expected contacts are on record, how many are not known, and of how many both sides deny one."""
    said = [f"{counted['found']} of {counted['expected']} expected contacts are on record"]
    said += [f"{unknown} {'is' if unknown == 1 else 'are'} not known"] if unknown else []
    said += [f"{none} confirmed: none"] if none else []
    return ", ".join(said)


def _rests_on(counted: Contacts) -> str:
    told = f"{THERE_MAY_BE} Read: {count(counted['sources_read'], 'source')}."
    if counted["problems"]:
        pairs = count(counted["problems"], "pair")
        told += f" Dark in the bar, and not listed: {pairs} with a problem that a source reports."
    return told


def _more(left: int, one: str) -> str:
    return f"and {count(left, f'more {one}')}" if left > 0 else ""


def _found(record: Record, found: list[Contact], theme: str) -> Column:
    """Return what works: those first that a source names on the theme; those of one kind, year and end are one line."""
    ordered = sorted(found, key=lambda contact: not _is_named_on(record, contact, theme))
    groups: list[list[Contact]] = []
    for contact in ordered:
        like = next((group for group in groups if _is_like(group[0], contact)), None)
        if like is None:
            groups.append([contact])
        else:
            like.append(contact)
    shown = tuple(found_entry(record, group[0], len(group) - 1) for group in groups[:MOST])
    left = len(found) - sum(len(group) for group in groups[:MOST])
    return Column("On record", shown or (Entry("None yet"),), _more(left, "contact"))


def _is_named_on(record: Record, contact: Contact, theme: str) -> bool:
    rows = (record.row_of_claim(claim) for claim in contact.claims)
    named = (record.claim(row).theme for row in rows if row is not None)
    return bool(theme) and theme in named


def _is_like(one: Contact, other: Contact) -> bool:
    ends, others = {one.a["id"], one.b["id"]}, {other.a["id"], other.b["id"]}
    return bool(ends & others) and (one.how, one.year) == (other.how, other.year)


def _open_pairs(seen: Screening) -> Iterator[tuple[tuple[str, str], int]]:
    """Yield for both orders of the pair that a line names how many of its pairs are not known."""
    for line in lines(seen):
        unknown = [pair for pair in line.pairs if not seen.found[pair] and pair not in seen.problems]
        a, b = (seen.block.services[place] for place in line.pair)
        yield (a, b), len(unknown)
        yield (b, a), len(unknown)
