"""The words of the commands that change the record or keep it."""

from commands.option_words import A_COUNTRY, AN_ID, Adding, Parser, add_author, add_theme
from graph import vocabulary


def _add_decide(decide: Parser) -> None:
    decide.add_argument("a", metavar="A", help=f"{AN_ID} of a body")
    decide.add_argument("b", metavar="B", help=f"{AN_ID} of a body")
    decide.add_argument(
        "--as", required=True, dest="as_", choices=("contact", "none", "not-applicable"), help="what both say"
    )
    decide.add_argument("--source", default="", metavar="ID", help="a source of the record that says so")
    decide.add_argument("--said-on", default="", metavar="DATE", help="the day on which both sides said so")
    decide.add_argument("--contact", default="liaison", choices=tuple(vocabulary.TIE_SENTENCES), help="kind of contact")
    add_theme(decide)
    add_author(decide)


def _add_body(body: Parser) -> None:
    body.add_argument("name", metavar="NAME", help="full name, as its source gives it")
    body.add_argument("--country", required=True, help=f"{A_COUNTRY}, or INT")
    body.add_argument(
        "--kind",
        required=True,
        choices=tuple(vocabulary.ORGANIZATION_KINDS),
        metavar="KIND",
        help=f"one of: {', '.join(vocabulary.ORGANIZATION_KINDS)}",
    )
    body.add_argument("--source", required=True, metavar="ID", help="where it was read: id of a source of the record")
    body.add_argument("--source-title", default="", metavar="TITLE", help="make --source a new source of this title")
    body.add_argument("--source-url", default="", metavar="URL", help="its web address")
    body.add_argument(
        "--source-kind",
        choices=vocabulary.SOURCE_KINDS,
        default="web page",
        metavar="KIND",
        help=f"one of: {', '.join(vocabulary.SOURCE_KINDS)}; default web page",
    )
    body.add_argument("--published", default="", metavar="DATE", help="when it was published")
    body.add_argument("--parent", default="", metavar="ID", help=f"{AN_ID} of the body above it")
    body.add_argument("--acronym", default="", help="as its source gives it")
    body.add_argument("--level", choices=vocabulary.LEVELS, default="national", help="default: national")
    body.add_argument("--area", default="", help="code of ISO 3166-2 where it is not national")
    add_author(body)


def _add_workshop(workshop: Parser) -> None:
    workshop.add_argument(
        "name", metavar="NAME", nargs="?", default="", help="of a workshop; without it, all are listed"
    )
    workshop.add_argument("--date", default="", metavar="DATE", help="its day, where one name was used twice")
    workshop.add_argument("--out", default="", metavar="FILE", help="write it to a file for another laptop")
    workshop.add_argument("--take-back", action="store_true", help="take back everything that was said in it")
    add_author(workshop)


def add_changes(add: Adding) -> None:
    """Add `decide`, `add-body`, `changes`, `undo`, `workshop`, `merge`, `verify`, `backup`, `restore` and `copy`."""
    _add_decide(add("decide", "record what both sides of a gap say: a contact, none, or not applicable"))
    _add_body(add("add-body", "put a body on record, with its source"))
    changes = add("changes", "list the changes of the record")
    changes.add_argument("--since", default="", metavar="DATE|BATCH", help="those from a day on, or behind a change")
    undo = add("undo", "take a change back by a new one")
    undo.add_argument("batch", metavar="BATCH", help="id of a change, as `changes` lists it")
    add_author(undo)
    _add_workshop(add("workshop", "list workshops; or show one, write it to a file, take it back as a whole"))
    merge = add("merge", "join what somebody else wrote down in a workshop, from a file")
    merge.add_argument("file", metavar="FILE", help="what `workshop --out` wrote on another laptop")
    merge.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    merge.add_argument("--theirs", action="store_true", help="where the two differ, take the word of the file")
    add_author(merge)
    add("verify", "check that the store holds what was written")
    backup = add("backup", "write the whole history to a file")
    backup.add_argument("file", metavar="FILE", help="where to")
    restore = add("restore", "make the store hold what a backup holds")
    restore.add_argument("file", metavar="FILE", help="a backup")
    copy = add("copy", "copy one store into another")
    copy.add_argument("source", metavar="FROM-URL", help="store that is read")
    copy.add_argument("target", metavar="TO-URL", help="store that is written")
    for command in (restore, copy):
        command.add_argument("--replace", action="store_true", help="even where changes made here would be lost")
