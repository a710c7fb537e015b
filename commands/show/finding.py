"""What was looked for by name or id, as text."""

from commands.screen import indented, paragraph, table
from graph.answers import ClaimsAnswer, ClaimShown, FindAnswer


def find(answer: FindAnswer, width: int) -> list[str]:
    """Return what answers to a name, best first."""
    if not answer["found"]:
        return ["Nothing in the record answers to that."]
    rows = [(one["id"], one["name"], one["what"], one["country"], one["why"]) for one in answer["found"]]
    return table(("id", "name", "what", "country", "found by"), rows, width)


def claims(answer: ClaimsAnswer, width: int) -> list[str]:
    """Return claims one under the other: the sentence, its source, what is known of its age."""
    lines = []
    for claim in answer["claims"]:
        lines += [*paragraph(claim["sentence"], width), *_claim(claim, width), ""]
    return lines[:-1] or ["Nothing is recorded about that."]


def _claim(claim: ClaimShown, width: int) -> list[str]:
    source = claim["source"]
    told = [source["title"], source["publisher"], source["published"], source["url"]]
    facts = [
        ("read on", claim["read_on"] or "not held against its source a second time"),
        ("from", claim["since"]),
        ("until", claim["until"]),
        ("note", claim["note"]),
        ("source", ", ".join(text for text in told if text)),
        ("claim", f"{claim['id']}, written by change {claim['batch']}"),
    ]
    return [line for name, value in facts if value for line in indented(f"{name}: {value}", width)]
