"""Who else belongs at the table, as text: three answers, never merged."""

from commands.screen import counted, paragraph, table
from commands.show.parts import names, titled, words
from graph.answers import WhoElseAnswer


def who_else(answer: WhoElseAnswer, width: int, *, beside_a_list: bool) -> list[str]:
    """Return bodies on record, roles that every country is expected to have, and what peers have."""
    title = "ON RECORD HERE, AND NOT ON THE LIST" if beside_a_list else "IN THIS ORDER THEY COVER THE CHAIN"
    lines = titled(title, _recorded(answer, width))
    lines += titled("EXPECTED EVERYWHERE", _template(answer, width))
    lines += titled("COMPARABLE COUNTRIES HAVE ONE ON RECORD", _peers(answer, width))
    if answer["unmatched"]:
        listed = [line for name in answer["unmatched"] for line in paragraph(f"- {name}", width, indent="  ")]
        lines += titled("ON THE LIST, AND NOT FOUND IN THE RECORD", listed)
    return lines[1:] or ["Nobody further is recorded."]


def _recorded(answer: WhoElseAnswer, width: int) -> list[str]:
    rows = [
        (one["id"], one["name"], ", ".join(map(words, one["adds"])), "; ".join(one["reasons"]))
        for one in answer["recorded"]
    ]
    return table(("id", "name", "adds", "why"), rows, width)


def _template(answer: WhoElseAnswer, width: int) -> list[str]:
    rows = [(one["role"], one["source"], one["status"], names(one["organizations"])) for one in answer["template"]]
    return table(("role", "expected by", "status", "who"), rows, width)


def _peers(answer: WhoElseAnswer, width: int) -> list[str]:
    rows = [
        (
            words(one["kind"]),
            f"{one['recorded_in']} of {counted(one['of'], 'country', 'countries')}",
            names(one["examples"]),
        )
        for one in answer["peers"]
    ]
    return table(("kind", "recorded in", "for example"), rows, width)
