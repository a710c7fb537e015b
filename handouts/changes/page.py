"""What changed, on one page: numbers before and after, contacts new and confirmed, what both sides deny, new bodies."""

from collections.abc import Callable, Sequence

from graph.answers import PairChanged, WhatChangedAnswer
from graph.record import Record
from handouts.paper import words
from handouts.paper.head import head
from handouts.paper.markup import Markup, tag
from handouts.paper.paper import Form, Paper, Part, fitted, html, written
from handouts.paper.sources import publishers, sources_of

ROOM = (30, 24, 18, 12, 8)  # lines of the lists: the first setting that fits the page is used
MOST_SOURCES = 6
Says = Callable[[PairChanged], str]
NEW, CONFIRMED, NONE, BODY, LINE = "+", "✓", "–", "○", "·"


def changes_page(record: Record, answer: WhatChangedAnswer, title: str = "", form: Form = "pdf") -> bytes:
    """Return what changed on one page; `title` names the occasion, for example "Workshop in Karachi, 25 Nov 2026"."""
    if form == "html":
        return html(paper(record, answer, title, sum(map(len, lists(answer, in_full).values()))))
    return written(fitted(lambda room: paper(record, answer, title, room), ROOM)[1])


def paper(record: Record, answer: WhatChangedAnswer, title: str, room: int) -> Paper:
    """Return the page with at most so many lines in its lists."""
    name = heading(answer)
    foot = f"Who Else? What changed: {name}. {words.known_on(record)}"
    found = lists(answer, in_full)
    shares = shared([len(lines) for lines in found.values()], room)
    pieces = [_list(title, lines, most) for (title, lines), most in zip(found.items(), shares, strict=True) if lines]
    said = tag("p", "Nothing new is recorded.") if not any(found.values()) else ""
    body = tag(
        "div",
        head(name, title or "What changed", foot, words.known_on(record)),
        _numbers(answer),
        said,
        *pieces,
        tag("p", _foot(record, answer), class_="small foot-line"),
        class_="changes",
    )
    return Paper(f"What changed: {name}", (Part(body),), foot)


def heading(answer: WhatChangedAnswer) -> str:
    """Return what the page is about: country and theme."""
    country = answer["country"]["name"] if answer["country"] else "All countries"
    return f"{country}, {words.subject(answer['theme'])}" if answer["theme"] else country


def lists(answer: WhatChangedAnswer, says: Says) -> dict[str, list[tuple[str, str]]]:
    """Return the lists by their heads; each line with its sign, a pair in the words of `says`."""
    others = words.count(len(answer["lines"]), "duty, network, site or event", "duties, networks, sites or events")
    return {
        f"New contacts: {len(answer['added'])}": _pairs(NEW, says, answer["added"]),
        f"Contacts confirmed: {len(answer['confirmed'])}": _pairs(CONFIRMED, says, answer["confirmed"]),
        f"No contact, as both sides say: {len(answer['denied'])}": _pairs(NONE, says, answer["denied"]),
        f"New bodies: {len(answer['bodies'])}": [(BODY, body["name"]) for body in answer["bodies"]],
        f"Also new: {others}": [(LINE, f"{words.opened(line['sentence'])}.") for line in answer["lines"]],
    }


def _pairs(sign: str, says: Says, pairs: Sequence[PairChanged]) -> list[tuple[str, str]]:
    return [(sign, says(pair)) for pair in pairs]


def in_full(pair: PairChanged) -> str:
    """Return what is said of a pair as a sentence."""
    return f"{words.opened(pair['sentence'])}."


def shared(wanted: Sequence[int], room: int) -> list[int]:
    """Return how many lines each list gets: the short ones all, the long ones what is left in equal parts."""
    given = [0] * len(wanted)
    left, open_lists = room, [place for place, count in enumerate(wanted) if count]
    while open_lists and left > 0:
        part = max(1, left // len(open_lists))
        for place in list(open_lists):
            more = min(part, wanted[place] - given[place], left)
            given[place] += more
            left -= more
            if given[place] == wanted[place] or not left:
                open_lists.remove(place)
    return given


def _list(title: str, lines: Sequence[tuple[str, str]], most: int) -> Markup:
    rows = [tag("li", tag("span", sign, class_="sign"), says) for sign, says in lines[:most]]
    if len(lines) > most:
        rows.append(tag("li", f"and {len(lines) - most} more, left out here", class_="quiet"))
    return tag("div", tag("h2", title), tag("ul", *rows))


def numbers(answer: WhatChangedAnswer) -> list[tuple[str, int, int]]:
    """Return what is counted, before and after."""
    before, after = answer["before"], answer["after"]
    pairs = [
        ("bodies on record", before["bodies"], after["bodies"]),
        ("lines of evidence", before["claims"], after["claims"]),
        ("sources", before["sources"], after["sources"]),
    ]
    if not answer["country"]:
        return pairs
    expected = after["contacts"]["expected"]
    found = (f"expected contacts recorded, of {expected}", before["contacts"]["found"], after["contacts"]["found"])
    return [found, *pairs]


def _numbers(answer: WhatChangedAnswer) -> Markup:
    cells = [
        tag("td", tag("p", f"{was:,} → {now:,}" if was != now else f"{now:,}", class_="number"), tag("p", what))
        for what, was, now in numbers(answer)
    ]
    return tag("table", tag("tr", *cells), class_="numbers")


def _foot(record: Record, answer: WhatChangedAnswer) -> str:
    claims = [claim for pair in (*answer["added"], *answer["confirmed"], *answer["denied"]) for claim in pair["claims"]]
    sources = sources_of(record, [*claims, *(claim for line in answer["lines"] for claim in line["claims"])])
    said = [f"Sources: {publishers(record, sources, MOST_SOURCES)}."] if sources else []
    if answer["withdrawn"]:
        said.append(f"{words.count(answer['withdrawn'], 'line was', 'lines were')} taken back or replaced.")
    if answer["left_out"]:
        said.append(f"{words.count(answer['left_out'], 'line is', 'lines are')} not for the wall and left out.")
    said.append(f"{NEW} new, {CONFIRMED} recorded before and now confirmed, {NONE} both sides say that there is none.")
    return " ".join(said)
