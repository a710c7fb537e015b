"""The one-pager of a country: treaty desks, chain map, what already works, first gaps, networks, sources."""

from collections.abc import Sequence

from graph.analysis.gaps.decided_pairs import confirmed_none
from graph.analysis.who_else.templates import roles
from graph.record import Record
from handouts.country import entries
from handouts.country.asked import Asked, asked
from handouts.country.desks import claims_of, desks, more_lines
from handouts.country.entries import Entry
from handouts.drawing.picture import picture
from handouts.paper import words
from handouts.paper.head import head
from handouts.paper.markup import Markup, tag
from handouts.paper.paper import Document, Form, Paper, Part, fitted, html, written
from handouts.paper.sources import last_read, publishers, sources_of
from layout.drawn.text import wrap

WIDE = 703.0  # of an upright A4 sheet between its margins, in pixels of CSS
COLUMN, SIZE = 218.0, 11.2  # of a column of the lists: width and letters, in pixels
LINES, LESS, LEAST = 14, (0, 2, 4, 7), 4  # that a column may take: the first setting that fits the page is used
MOST_SOURCES, MOST_ROLES = 7, 4


def one_pager(record: Record, code: str, theme: str = "", form: Form = "pdf") -> bytes:
    """Return one country on one A4 page, as PDF or as HTML that stands alone; what has no room is counted."""
    about = asked(record, code, theme)
    return html(paper(about, LINES)) if form == "html" else written(fitting(about)[1])


def fitting(about: Asked) -> tuple[int, Document]:
    """Return how many lines the lists may take for the page to be one, and the page as it is printed."""
    most = LINES - 3 * bool(about.answer["notice"]) - more_lines(about.record, about.answer["treaties"])
    return fitted(lambda lines: paper(about, lines), [max(LEAST, most - less) for less in LESS])


def paper(about: Asked, lines: int) -> Paper:
    """Return the page with lists of so many lines."""
    return Paper(about.title, (Part(body(about, lines)),), about.foot())


def body(about: Asked, lines: int) -> Markup:
    """Return what stands on the page."""
    drawn = about.map("desk")
    on_map = {box.id.removeprefix("network:") for box in drawn.scene.boxes if box.shape == "network"}
    under = f"{words.theme(about.theme)}: who enforces the rules here, and who else?"
    columns = [
        (_works(about), entries.contacts(about), _no_contact(about)),
        ("First gaps", entries.gaps(about), _no_gap(about)),
        ("More networks, and the entry point", entries.networks(about, on_map), "No other network is recorded."),
    ]
    shown = [_fill(found, lines) for _, found, _ in columns]
    return tag(
        "div",
        head(about.name, under, about.foot(), words.known_on(about.record)),
        about.notice(),
        tag("h2", "Treaty desks: who answers for each agreement"),
        desks(about.record, about.answer["treaties"], about.theme),
        picture(drawn.scene, WIDE, f"Chain map of {about.title}"),
        tag("p", _how_to_read(about), class_="small read"),
        tag("div", *(_column(*column, some) for column, some in zip(columns, shown, strict=True)), class_="columns"),
        _foot(about, [entry for some in shown for entry in some]),
        class_="one-pager",
    )


def _fill(found: Sequence[Entry], lines: int) -> list[Entry]:
    """Return the first entries that take no more than so many lines, one of which says how many are left out."""
    kept: list[Entry] = []
    taken = 0.0
    for entry in found:
        taken += len(wrap(f"{entry.name}: {entry.says}", COLUMN, SIZE, "semibold")) + 0.35
        if kept and taken > lines - (len(kept) + 1 < len(found)):
            break
        kept.append(entry)
    return kept


def _column(title: str, found: Sequence[Entry], nothing: str, kept: Sequence[Entry]) -> Markup:
    rows = [tag("li", tag("b", entry.name), ": ", entry.says) for entry in kept]
    if len(found) > len(kept):
        rows.append(tag("li", f"and {len(found) - len(kept)} more, left out here", class_="quiet"))
    return tag("div", tag("h2", title), tag("ul", *rows) if rows else tag("p", nothing))


def _works(about: Asked) -> str:
    counted = about.answer["contacts"]
    return "What already works" + f": {counted['found']} of {counted['expected']}" * bool(counted["expected"])


def _no_contact(about: Asked) -> str:
    return "None of the expected contacts is recorded." if about.answer["contacts"]["expected"] else "Not known."


def _no_gap(about: Asked) -> str:
    if about.answer["contacts"]["expected"]:
        return "All expected contacts are recorded."
    return "Too little is recorded here to judge who ought to be in contact."


def _how_to_read(about: Asked) -> str:
    """Return the counts in words: expected, found, reported, and not known, which is not the same as absent."""
    counted = about.answer["contacts"]
    signs = f"{words.RECORDED} a source says so. {words.PRESUMED} presumed from the kind of body."
    if not counted["expected"]:
        return signs
    none = confirmed_none(about.screening)
    unknown = counted["expected"] - counted["found"] - counted["problems"] - none
    problems = f"; of {counted['problems']} a source reports a problem, which is not printed" * bool(
        counted["problems"]
    )
    denied = f"; of {none} both sides say that there is none" * bool(none)
    return (
        f"Of {words.count(counted['expected'], 'expected contact')}{about.on}, {counted['found']} "
        f"{'is' if counted['found'] == 1 else 'are'} recorded{problems}{denied}; {unknown} "
        f"{'is' if unknown == 1 else 'are'} not known: no source read so far speaks of "
        f"{'it' if unknown == 1 else 'them'}; there may well be one. {signs}"
    )


def _foot(about: Asked, shown: Sequence[Entry]) -> Markup:
    claims = [*claims_of(about.answer["treaties"]), *(claim for entry in shown for claim in entry.claims)]
    sources, read = sources_of(about.record, claims), about.answer["contacts"]["sources_read"]
    day = last_read(about.record, claims)
    said = f"Sources of this page: {len(sources)}, among them {publishers(about.record, sources, MOST_SOURCES)}. "
    said = said if sources else "No source of this page is recorded. "
    if read:
        said += f"{words.count(read, 'source speaks', 'sources speak')} of the bodies that ought to be in contact. "
    said += f"Last read on {words.day(day)}." if day else ""
    missing = [role.rule.role for role in roles(about.record, about.code) if _is_missing(role.status, role.rule.group)]
    nobody = (
        f"Nobody recorded for: {words.some([words.within(role) for role in missing], MOST_ROLES)}. " if missing else ""
    )
    return tag("p", tag("b", nobody) if nobody else "", said, class_="small foot-line")


def _is_missing(status: str, group: str) -> bool:
    return status == "missing" and group != "treaty desk"  # the desks stand above
