"""Slips on sheets: one, two or four a page, each with boxes to tick and lines to write on."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.analysis.bodies.services import services
from graph.record import Record
from handouts.country.asked import Asked, asked
from handouts.paper import words
from handouts.paper.markup import Markup, joined, tag
from handouts.paper.paper import Form, Paper, Part, made
from handouts.slips.recorded import Said, recorded
from layout.drawn.text import wrap

TICKS = ("right", "wrong", "not for the room")
SIZE, HEAD, NAME = 10.9, 1.45, 16.0  # letters of a line, room of a head in lines, letters of the name, in pixels


@dataclass(frozen=True, slots=True)
class Cut:
    """How a page is cut: slips on it, lines that each has for what is recorded, their width in pixels, and what
    remains to write on."""

    slips: int
    lines: int
    width: float
    blank: int


CUTS = {1: Cut(1, 50, 530.0, 6), 2: Cut(2, 21, 530.0, 3), 4: Cut(4, 24, 210.0, 2)}


def slips(
    record: Record, code: str, theme: str = "", form: Form = "pdf", per_page: int = 2, bodies: Sequence[str] = ()
) -> bytes:
    """Return a slip for each service of a country that answers for a theme, or for the bodies given, in PDF or HTML."""
    return made(paper(asked(record, code, theme), per_page, bodies), form)


def paper(about: Asked, per_page: int = 2, bodies: Sequence[str] = ()) -> Paper:
    """Return the sheets of slips."""
    return Paper(f"{about.title}: slips", tuple(parts(about, per_page, bodies)), about.foot())


def parts(about: Asked, per_page: int = 2, bodies: Sequence[str] = ()) -> list[Part]:
    """Return the sheets, each with so many slips."""
    cut = CUTS[per_page]
    found = [_slip(about, body, cut) for body in bodies or asked_bodies(about)]
    sheets = [found[start : start + cut.slips] for start in range(0, len(found), cut.slips)]
    foot = tag("span", about.foot(), class_="foot")
    return [Part(tag("div", foot, *sheet, class_=f"slips of-{cut.slips}")) for sheet in sheets]


def asked_bodies(about: Asked) -> list[str]:
    """Return whom to ask: the services that answer for the theme, in the order of the chain."""
    return [body["id"] for body in about.answer["organizations"] if body["id"] == body["service"]]


def _slip(about: Asked, body: str, cut: Cut) -> Markup:
    node = about.record.organizations[body]
    house = services(about.record, node.country).services.get(body)
    said = recorded(about.record, body, house.bodies if house else (), about.theme)
    acronym = f" ({node.acronym})" if node.acronym and node.acronym not in node.name else ""
    title = f"{node.name}{acronym}"
    kept = _fill(said, cut, len(wrap(title, cut.width, NAME, "semibold")))
    left = len(said) - len(kept)
    more = f"{words.count(left, 'line')} more on record: ask for {'it' if left == 1 else 'them'}." if left else ""
    ask = "What we recorded about you: please tick, correct and give back."
    return tag(
        "div",
        tag("p", title, class_="body"),
        tag("p", f"{about.title}. {words.known_on(about.record)}. {ask}", class_="small"),
        _table(kept),
        tag("p", more, class_="small") if more else "",
        _blank(cut),
        class_="slip",
    )


def _fill(said: Sequence[Said], cut: Cut, title: int) -> list[Said]:
    """Return the lines that a slip has room for; of each head at least the first ones, so that no kind is missing."""
    room, kept, heads = cut.lines - 1.5 * (title - 1), [], set[str]()
    for place, line in sorted(enumerate(said), key=lambda one: _turn(said, one[0])):
        needs = len(wrap(_text(line), cut.width, SIZE)) + 0.3 + HEAD * (line.head not in heads)
        if needs <= room:
            room -= needs
            heads.add(line.head)
            kept.append(place)
    return [said[place] for place in sorted(kept)]


def _turn(said: Sequence[Said], place: int) -> tuple[int, int]:
    """The first line of each head, then the second of each, and so on."""
    return sum(one.head == said[place].head for one in said[:place]), place


def _text(line: Said) -> str:
    return f"{line.says}. {line.source}"


def _table(said: Sequence[Said]) -> Markup:
    ticks = [tag("th", word, scope="col", class_="tick") for word in TICKS]
    head = tag("thead", tag("tr", tag("th", "On record", scope="col"), *ticks))
    rows, last = [], ""
    for line in said:
        if line.head != last:
            rows.append(tag("tr", tag("th", line.head, colspan=4, class_="kind")))
            last = line.head
        source = tag("span", f" {line.source}", class_="quiet") if line.source else ""
        boxes = [tag("td", tag("span", class_="box"), class_="tick") for _ in TICKS]
        rows.append(tag("tr", tag("td", line.says, ".", source), *boxes))
    return tag("table", head, tag("tbody", *rows)) if said else tag("p", "Nothing is recorded yet.")


def _blank(cut: Cut) -> Markup:
    lines = joined(tag("div", class_="line") for _ in range(cut.blank))
    title = tag("p", tag("b", "Missing: "), "a contact, a network, a site, a duty – with whom, since when?")
    return tag("div", title, lines, class_="blank")
