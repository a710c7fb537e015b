"""The packet before a workshop: everything on a country and theme in one PDF, or as files in one archive."""

import io
import zipfile

from graph.record import Record
from handouts.country import map_page, one_page
from handouts.country.asked import Asked, asked
from handouts.meeting import invitation, questions
from handouts.paper import words
from handouts.paper.head import head
from handouts.paper.markup import Markup, tag
from handouts.paper.paper import Form, Paper, Part, Sheet, made
from handouts.slips import sheet as slips

ONE_DAY = (1980, 1, 1, 0, 0, 0)  # the same packet is the same file


def packet(
    record: Record, code: str, theme: str = "", form: Form = "pdf", sheet: Sheet = "a4-level", per_page: int = 2
) -> bytes:
    """Return one-pager, chain map, invitation list, questions and slips as one paper, with a list of its parts."""
    about = asked(record, code, theme)
    lines, names = (one_page.LINES, map_page.NAMES[sheet][0])
    if form == "pdf":  # each is set alone before, so that it keeps to one page among the others
        lines, names = one_page.fitting(about)[0], map_page.fitting(about, sheet)[0]
    return made(_paper(about, sheet, per_page, lines, names), form)


def _paper(about: Asked, sheet: Sheet, per_page: int, lines: int, names: int) -> Paper:
    sheets = slips.parts(about, per_page)
    front, one = Part(_contents(about, sheet, len(sheets), per_page)), Part(one_page.body(about, lines))
    chart = Part(map_page.body(about, sheet, names), sheet)
    parts = (front, one, chart, invitation.part(about), questions.part(about), *sheets)
    return Paper(f"{about.title}: packet for a workshop", parts, about.foot())


def _contents(about: Asked, sheet: Sheet, sheets: int, per_page: int) -> Markup:
    size = "A3" if sheet == "a3-level" else "A4"
    inside = (
        ("The country on one page", "for everybody who takes part"),
        (f"Chain map, {size} laid across", "for the wall or the table"),
        ("Invitation list", "whom to invite, why, and one question to ask"),
        ("Questions worth asking", "with room for the answers"),
        (
            f"{words.count(sheets, 'sheet')} of slips, {per_page} each",
            "a slip for each body, to be ticked and given back",
        ),
    )
    rows = [tag("li", tag("b", name), f": {what}.") for name, what in inside]
    under = f"Packet for a workshop: {words.within(words.theme(about.theme))}"
    return tag(
        "div",
        head(about.name, under, about.foot(), words.known_on(about.record)),
        about.notice(),
        tag("h2", "What is in it"),
        tag("ol", *rows),
        tag("h2", "How to use it"),
        tag("ol", *(tag("li", step) for step in HOW)),
        class_="sheet",
    )


HOW = (
    "Print the slips and cut them. Give each body its own, before anybody sees the map.",
    "“Not for the room” is for what is right and should not stand on the wall: hide it before the map is shown.",
    "Ask for what is missing. Nothing recorded does not mean that there is nothing.",
    "Where a source reports a problem between two bodies, this packet does not print it.",
    "Afterwards, type in what was ticked and written: who said it (a body, never a person), the day, and the workshop.",
)


def packet_archive(record: Record, code: str, theme: str = "", sheet: Sheet = "a4-level", per_page: int = 2) -> bytes:
    """Return the same as files of their own in a ZIP archive, and the chain map as a slide that can be edited."""
    name = f"{code.lower()}-{theme or 'all-themes'}"
    files = {
        f"1-one-pager-{name}.pdf": one_page.one_pager(record, code, theme),
        f"2-chain-map-{name}.pdf": map_page.chain_map(record, code, theme, "pdf", sheet),
        f"3-chain-map-{name}.pptx": map_page.chain_slide(record, code, theme),
        f"4-invitation-{name}.pdf": invitation.invitation_list(record, code, theme),
        f"5-questions-{name}.pdf": questions.question_list(record, code, theme),
        f"6-slips-{name}.pdf": slips.slips(record, code, theme, per_page=per_page),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, content in files.items():
            archive.writestr(zipfile.ZipInfo(file, ONE_DAY), content)
    return out.getvalue()
