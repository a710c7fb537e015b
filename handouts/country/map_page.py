"""The chain map of a country on a sheet of its own, for the table or the wall, and as a slide that can be edited."""

from graph.analysis.claims import shown_claim
from graph.record import Record
from handouts.country.asked import Asked, asked
from handouts.drawing.picture import picture
from handouts.paper import words
from handouts.paper.head import head
from handouts.paper.markup import Markup, tag
from handouts.paper.paper import Document, Form, Paper, Part, Sheet, fitted, html, written
from handouts.slide.deck import Deck, Format
from handouts.slide.map_slide import map_slide
from layout.chain.plan import ChainMap, LineDetail

WIDTHS: dict[Sheet, float] = {"a4-level": 1046.0, "a3-level": 1496.0}
NAMES: dict[Sheet, tuple[int, ...]] = {"a4-level": (24, 16, 8, 0), "a3-level": (80, 60, 40, 20, 0)}
MOST_SOURCES = 3  # that a note names for one line


def chain_map(record: Record, code: str, theme: str = "", form: Form = "pdf", sheet: Sheet = "a4-level") -> bytes:
    """Return the chain map on one sheet laid across, A4 or A3; services that it does not show are named below it."""
    about = asked(record, code, theme)
    if form == "html":
        return html(paper(about, sheet, NAMES[sheet][0]))
    return written(fitting(about, sheet)[1])


def fitting(about: Asked, sheet: Sheet) -> tuple[int, Document]:
    """Return how many names the sheet holds below the map, and the sheet as it is printed."""
    return fitted(lambda most: paper(about, sheet, most), NAMES[sheet])


def paper(about: Asked, sheet: Sheet, most: int) -> Paper:
    """Return the sheet with so many names of services below the map."""
    return Paper(about.title, (Part(body(about, sheet, most), sheet),), about.foot())


def body(about: Asked, sheet: Sheet, most: int) -> Markup:
    """Return what stands on the sheet."""
    drawn = about.map("projector")
    return tag(
        "div",
        head(about.name, _under(about), about.foot(), words.known_on(about.record)),
        about.notice(),
        picture(drawn.scene, WIDTHS[sheet], f"Chain map of {about.title}"),
        _left_out(about, drawn, most),
        class_=f"map-page {sheet}",
    )


def _under(about: Asked) -> str:
    return f"{words.theme(about.theme)}: the enforcement chain, who is in contact, and where no contact is recorded"


def _left_out(about: Asked, drawn: ChainMap, most: int) -> Markup:
    """Return the services that the map does not show, by name as far as there is room."""
    hidden = sorted(words.short(about.record, service) for service in drawn.hidden_services)
    if not hidden or not most:
        return Markup()
    more = [f"and {len(hidden) - most} more"] if len(hidden) > most else []
    names = [tag("li", name) for name in [*hidden[:most], *more]]
    title = tag("h2", f"On record, and not on the map: {words.count(len(hidden), 'service')}")
    return tag("div", title, tag("ul", *names), class_="left-out")


def chain_slide(record: Record, code: str, theme: str = "", form: Format = "wide") -> bytes:
    """Return the chain map as a slide of native shapes, its lines glued to them, with the sources in its notes."""
    about, deck = asked(record, code, theme), Deck(form)
    drawn = about.map("projector")
    slide = deck.slide(about.title, f"{_under(about)}. {words.known_on(record)}.", notes(about, drawn))
    map_slide(slide, drawn.scene, (24, 72, deck.width - 48, deck.height - 98))
    deck.foot(slide, words.DESIGNATIONS)
    return deck.written()


def notes(about: Asked, drawn: ChainMap) -> list[str]:
    """Return what a speaker needs: how to read the map, what is not on it, and where each contact was read."""
    said = [
        f"{about.title}. {words.known_on(about.record)}. {words.DESIGNATIONS}",
        "GAP? means that no contact is recorded: there may well be one. Nothing on this map says that there is none.",
        "● a source says so; ○ presumed from the kind of body, please confirm.",
        drawn.hidden,
    ]
    lines = [line for line in drawn.lines.values() if not line.waits]
    return [
        *(one for one in [*said, about.answer["notice"] or ""] if one),
        *(_note(about, drawn, line) for line in lines),
    ]


def _note(about: Asked, drawn: ChainMap, line: LineDetail) -> str:
    a, b = (drawn.boxes[end].title for end in (line.a, line.b))
    rows = [row for row in map(about.record.row_of_claim, line.claims) if row is not None]
    sources = list(dict.fromkeys(_cited(about.record, row) for row in rows))
    cited = f" Sources: {words.some(sources, MOST_SOURCES)}." if sources else ""
    return f"{a} – {b}: {words.within(line.name)}.{cited}"


def _cited(record: Record, row: int) -> str:
    source = shown_claim(record, row)["source"]
    return f"{source['publisher'] or source['title']} ({words.day(source['published'])})"
