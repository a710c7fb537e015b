"""Whom to invite and what to ask, as text."""

from commands.screen import indented, paragraph, table
from commands.show.parts import titled
from graph.answers import InvitationAnswer, Invited, QuestionsAnswer


def invitation(answer: InvitationAnswer, width: int) -> list[str]:
    """Return an invitation list: those on one's own list, who else, and names that matched nothing."""
    own = [one for one in answer["invited"] if one["listed"]]
    others = [one for one in answer["invited"] if not one["listed"]]
    lines = titled("ON YOUR LIST", _invited(own, width)) + titled("WHO ELSE", _invited(others, width))
    unmatched = [line for name in answer["unmatched"] for line in paragraph(f"- {name}", width, indent="  ")]
    lines += titled("ON YOUR LIST, AND NOT FOUND IN THE RECORD", unmatched)
    return lines[1:] or ["Nobody is recorded."]


def _invited(bodies: list[Invited], width: int) -> list[str]:
    rows = [
        (
            f"{one['name']} ({one['id']})",
            one["why"],
            "; ".join(f"{said['sentence']} [{said['source']}]" for said in one["on_record"]),
            one["question"],
        )
        for one in bodies
    ]
    return table(("whom", "why", "on record", "ask"), rows, width)


def questions(answer: QuestionsAnswer, width: int) -> list[str]:
    """Return questions by number, each with why it is asked and room for an answer."""
    lines: list[str] = []
    for number, one in enumerate(answer["questions"], 1):
        lines += ["", *paragraph(f"{number}. {one['question']}", width, indent="   "), *indented(one["why"], width)]
        ask = f"Ask: {one['ask']['name']}" if one["ask"] else "Ask: whoever knows"
        lines += indented(ask, width)
    return lines[1:] or ["Nothing that hangs on an answer is open."]
