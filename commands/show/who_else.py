"""Who else belongs at the table, as text: three answers, never merged."""

from commands.screen import table
from commands.show.parts import names, titled, words
from graph.answers import Recorded, WhoElseAnswer
from graph.words import count

TITLES = {
    "missing": "ON RECORD HERE, AND NOT ON THE LIST",
    "sits-with": "ON RECORD HERE, AND NEAREST TO THE LIST",
}
SOURCES_SHOWN, EXAMPLES_SHOWN = 2, 3
PLAIN = ("name", "id")
ADD = "Add one: whoelse add-body NAME --country CODE --kind KIND --source ID"


def who_else(answer: WhoElseAnswer, width: int, *, beside_a_list: bool) -> list[str]:
    """Return bodies on record, roles that every country is expected to have, and what peers have."""
    title = TITLES[answer["order"]] if beside_a_list else "IN THIS ORDER THEY COVER THE CHAIN"
    lines = titled(title, _recorded(answer, width))
    lines += titled("EXPECTED EVERYWHERE", _template(answer, width))
    lines += titled("COMPARABLE COUNTRIES HAVE ONE ON RECORD", _peers(answer, width))
    lines += titled("READ FROM THE LIST", _read(answer, width))
    lines += titled("ON THE LIST, AND NOT FOUND IN THE RECORD", _unmatched(answer, width))
    return lines[1:] or ["Nobody further is recorded."]


def _recorded(answer: WhoElseAnswer, width: int) -> list[str]:
    rows = [
        (
            one["id"],
            with_sisters(one),
            ", ".join(map(words, one["adds"])),
            "; ".join(one["reasons"]),
            ", ".join(one["sources"][:SOURCES_SHOWN]),
        )
        for one in answer["recorded"]
    ]
    return table(("id", "name", "adds", "why", "source"), rows, width)


def with_sisters(one: Recorded) -> str:
    """Return the name of a line, with the provincial sisters for which it stands too."""
    others = ", ".join(sister["id"] for sister in one["sisters"])
    return f"{one['name']} (and its sisters {others})" if others else one["name"]


def _read(answer: WhoElseAnswer, width: int) -> list[str]:
    """Return what lines of the list were taken for, where they do not give the name itself."""
    rows = [
        (line["text"], names([line["organization"]]), line["why"], ", ".join(one["id"] for one in line["alternatives"]))
        for line in answer["listed"]
        if line["organization"] is not None and line["why"] not in PLAIN
    ]
    return table(("on the list", "taken for", "by its", "or"), rows, width)


def _unmatched(answer: WhoElseAnswer, width: int) -> list[str]:
    """Return the candidates to add, each with whom it may mean instead."""
    rows = [
        (line["text"], names(line["alternatives"]), words(line["kind"] or ""))
        for line in answer["listed"]
        if line["organization"] is None
    ]
    return [*table(("on your list", "perhaps", "or a new"), rows, width), *(["", ADD] if rows else [])]


def _template(answer: WhoElseAnswer, width: int) -> list[str]:
    rows = [(one["role"], one["source"], one["status"], names(one["organizations"])) for one in answer["template"]]
    return table(("role", "expected by", "status", "who"), rows, width)


def _peers(answer: WhoElseAnswer, width: int) -> list[str]:
    rows = [
        (
            words(one["kind"]),
            f"{one['recorded_in']} of {count(one['of'], 'country', 'countries')}",
            names(one["examples"][:EXAMPLES_SHOWN]),
        )
        for one in answer["peers"]
    ]
    return table(("kind", "recorded in", "for example"), rows, width)
