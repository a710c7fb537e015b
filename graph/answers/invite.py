"""What `invite` answers."""

from typing import TypedDict

from graph.answers.parts import Named


class OnRecord(TypedDict):
    """One claim about a body as a sentence, with its source and when that was published."""

    sentence: str
    claim: str
    source: str
    published: str | None


class Invited(Named):
    """A body to invite: why, in one line; what is on record about it; and one question to ask it.

    `listed` says whether it is on one's own list; `sources` are those of the reason.
    """

    listed: bool
    why: str
    on_record: list[OnRecord]
    question: str
    claims: list[str]
    sources: list[str]


class InvitationAnswer(TypedDict):
    """`invite`: those on one's own list first, then who else; names that matched nothing are kept."""

    country: Named
    theme: str | None
    invited: list[Invited]
    unmatched: list[str]
