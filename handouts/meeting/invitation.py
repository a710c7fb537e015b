"""The invitation list on paper: whom, why, what is on record, one question to ask, and room for a tick."""

from collections.abc import Iterable

from graph.analysis.who_else.invitation import invitation
from graph.answers import InvitationAnswer, Invited, OnRecord
from graph.record import Record
from handouts.country.asked import Asked, asked
from handouts.paper import words
from handouts.paper.head import head
from handouts.paper.markup import Markup, tag
from handouts.paper.paper import Form, Paper, Part, made

MOST, MOST_SENTENCES = 20, 2


def invitation_list(
    record: Record,
    code: str,
    theme: str = "",
    form: Form = "pdf",
    names: Iterable[str] = (),
    answer: InvitationAnswer | None = None,
) -> bytes:
    """Return the invitation list of a country; `names` are those of one's own list.

    Where bodies were chosen one by one, `answer` holds these, in place of all that the record suggests.
    """
    about = asked(record, code, theme)
    return made(Paper(f"{about.title}: invitation list", (part(about, names, answer),), about.foot()), form)


def part(about: Asked, names: Iterable[str] = (), answer: InvitationAnswer | None = None) -> Part:
    """Return the list as a part of a paper."""
    answer = answer or invitation(about.record, about.code, about.theme, names, MOST)
    own = [one for one in answer["invited"] if one["listed"]]
    others = [one for one in answer["invited"] if not one["listed"]]
    missing = words.joined(answer["unmatched"])
    under = f"Invitation list: {words.within(words.theme(about.theme))}"
    return Part(
        tag(
            "div",
            head(about.name, under, about.foot(), words.known_on(about.record)),
            about.notice(),
            _table(about.record, "On your list", own) if own else "",
            _table(about.record, "Who else" if own else "Whom to invite", others) if others or not own else "",
            tag("p", f"On your list, and not found in the record: {missing}.") if missing else "",
            class_="meeting",
        )
    )


def _table(record: Record, title: str, invited: list[Invited]) -> Markup:
    if not invited:
        return tag("p", "Nobody is recorded yet.")
    names = (
        ("Whom", "whom"),
        ("Why, and what is on record", ""),
        ("Ask", "ask"),
        ("Invited", "tick"),
        ("Comes", "tick"),
    )
    heads = [tag("th", name, scope="col", class_=kind or None) for name, kind in names]
    rows = [tag("tr", *_row(record, one)) for one in invited]
    return tag("div", tag("h2", title), tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows)))


def _row(record: Record, one: Invited) -> list[Markup]:
    said = [tag("p", _sentence(record, known), class_="small") for known in one["on_record"][:MOST_SENTENCES]]
    box = tag("td", tag("span", class_="box"), class_="tick")
    return [
        tag("td", tag("b", one["name"])),
        tag("td", tag("p", one["why"]), *said),
        tag("td", one["question"]),
        box,
        box,
    ]


def _sentence(record: Record, known: OnRecord) -> str:
    source = record.sources[known["source"]]
    year = f", {known['published'][:4]}" if known["published"] else ""
    return f"{words.opened(known['sentence'])} ({source.publisher or source.title}{year})."
