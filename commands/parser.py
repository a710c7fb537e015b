"""The words of the command line."""

import argparse
from collections.abc import Callable
from typing import NoReturn

from commands.handout_words import add_handout
from graph import vocabulary
from graph.errors import InputError

DESCRIPTION = "Who enforces environmental and border law here, who works with whom, and who else?"
CODES = "Exit codes: 0 answered, 1 nothing found, 2 wrong use or bad input, 3 store not reachable."
AN_ID = "id, name or acronym"
A_GROUP = "body, or group: customs@TH,VN, kind:customs, TH"
A_COUNTRY = "country, by code or name"
MOST = 1000
MOST_STEPS = 20
LEVELS = ("national", "cross-border", "hand-in-hand", "treaty", "site")
ORDERS = ("missing", "sits-with")
STATES = ("active", "silent", "ended")


class Parser(argparse.ArgumentParser):
    """Reports wrong use as the program reports every error."""

    def error(self, message: str) -> NoReturn:
        """Raise the error instead of leaving the program."""
        raise InputError(f"{message[:1].upper()}{message[1:]}.", f"See {self.prog} --help.")


Adding = Callable[[str, str], Parser]


def positive(text: str) -> int:
    """Read a number from 1 to MOST."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if not 1 <= number <= MOST:
        raise argparse.ArgumentTypeError(f"not a number from 1 to {MOST}")
    return number


def budget(text: str) -> int:
    """Read the number of steps."""
    if positive(text) > MOST_STEPS:
        raise argparse.ArgumentTypeError(f"not a number from 1 to {MOST_STEPS}")
    return positive(text)


def share(text: str) -> float:
    """Read a share above 0 and up to 1."""
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number <= 1:
        raise argparse.ArgumentTypeError("not a share above 0 and up to 1, such as 0.9")
    return number


def port(text: str) -> int:
    """Read the number of a port."""
    if text.isascii() and text.isdigit() and 0 < int(text) < 65536:
        return int(text)
    raise argparse.ArgumentTypeError("not a port from 1 to 65535")


def _common(*, within: bool) -> Parser:
    """The options of all commands, which stand before the command or, `within` it, behind."""
    common = Parser(add_help=False, argument_default=argparse.SUPPRESS if within else None)
    default = argparse.SUPPRESS if within else ""
    common.add_argument("--store", default=default, metavar="URL", help="where the record is kept")
    # None, because an empty date is a mistake and not the same as none.
    no_date = argparse.SUPPRESS if within else None
    common.add_argument("--as-of", default=no_date, metavar="DATE", help="read the record as known on YYYY[-MM[-DD]]")
    common.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS if within else False, help="answer as JSON"
    )
    return common


def parser() -> Parser:
    """Return the parser; each command leaves the name of its function as `command`."""
    whole = Parser(prog="whoelse", description=DESCRIPTION, epilog=CODES, parents=[_common(within=False)])
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    common = _common(within=True)

    def add(name: str, says: str) -> Parser:
        return commands.add_parser(name, help=says, description=says[:1].upper() + says[1:] + ".", parents=[common])

    _add_tables(
        add("load", "read fact tables into the store"),
        add("export", "write the record as fact tables, or as a map"),
    )
    _add_answers(add)
    _add_meeting(
        add("invite", "name whom to invite, why, what is on record about them, and what to ask"),
        add("questions", "list what to ask next: the unknowns whose answers would change most"),
    )
    _add_changes(add)
    handout = add("handout", "make a page of paper, a slide, or a file that opens without the program")
    add_handout(handout)
    _add_theme(handout)
    _add_list(handout)
    serve = add("serve", "start the pages in a browser")
    serve.add_argument("--port", type=port, default=8501)
    serve.add_argument("--address", default="127.0.0.1", help="default: this machine only")
    return whole


def _add_tables(load: Parser, export: Parser) -> None:
    load.add_argument("paths", nargs="+", metavar="FOLDER|FILE")
    load.add_argument("--dry-run", action="store_true", help="check and count, write nothing")
    load.add_argument("--skip-bad", action="store_true", help="write the good rows although others are refused")
    load.add_argument("--complete", default="", metavar="SOURCE", help="the files hold all that this source says now")
    _add_author(load)
    export.add_argument("folder", metavar="FOLDER|FILE")
    export.add_argument("--format", choices=("csv", "html"), default="csv", help="html: a map in one file")
    export.add_argument("--country", default="", help=f"{A_COUNTRY}; of a map")
    _add_theme(export)


def _add_author(command: Parser) -> None:
    command.add_argument("--author", default="", help="who changes the record: an office, not a person")
    command.add_argument("--reason", default="", help="why")


def _add_answers(add: Adding) -> None:
    find = add("find", "look for bodies, networks and sites by name, acronym or alias")
    find.add_argument("text", metavar="TEXT")
    find.add_argument("--country", default="", help=A_COUNTRY)
    country = add("country", "show a country: treaty desks, bodies, networks, sites")
    country.add_argument("country", metavar="COUNTRY", help=A_COUNTRY)
    _add_theme(country)
    who_else = add("who-else", "name who else belongs at the table, at a site, or in a network")
    who_else.add_argument("country", nargs="?", default="", metavar="COUNTRY", help=A_COUNTRY)
    who_else.add_argument("--site", default="", metavar="ID", help="who else at this site, by id or name")
    who_else.add_argument("--network", default="", metavar="ID", help=f"who else in this network, by {AN_ID}")
    _add_theme(who_else)
    _add_list(who_else)
    who_else.add_argument("--order", choices=ORDERS, default=ORDERS[0], help="what the list lacks, or who is near it")
    _add_gaps(add("gaps", "list services that ought to be in contact and have no recorded contact"))
    step = add("next-step", "name the contacts, seats or new mechanisms that close most gaps, with a proven bound")
    step.add_argument("--country", required=True, help=A_COUNTRY)
    _add_theme(step)
    step.add_argument("--budget", type=budget, default=3, help="how many contacts or seats, 1 to 20; default 3")
    evaluate = add("evaluate", "say how good the answers are on this record, against baselines, with intervals")
    evaluate.add_argument("what", choices=("gaps", "who-else"))
    _add_routes(add("routes", "show how one gets from one body to another through networks"))
    _add_networks(add)
    claims = add("claims", "show the claims behind a number, or about a thing")
    claims.add_argument("ids", nargs="+", metavar="ID", help="claim, or body, network, country, source")


def _add_gaps(gaps: Parser) -> None:
    gaps.add_argument("--country", default="", help=A_COUNTRY)
    gaps.add_argument("--site", default="", help="id or name of a site: who works there, in circles of contact")
    gaps.add_argument("--network", default="", help=f"{AN_ID} of a network: who should hear from it in each country")
    gaps.add_argument("--agreement", default="", help=f"one of: {', '.join(vocabulary.AGREEMENTS)}")
    gaps.add_argument("--level", default="", choices=LEVELS, help="default: what is named says it, else national")
    _add_theme(gaps)
    gaps.add_argument("--recorded-only", action="store_true", help="leave out what is coded by kind of body")
    gaps.add_argument("--top", type=positive, default=20)


def _add_routes(routes: Parser) -> None:
    routes.add_argument("start", metavar="FROM", help=A_GROUP)
    routes.add_argument("target", metavar="TO", help=A_GROUP)
    routes.add_argument("-k", type=positive, default=5, help="how many routes")
    routes.add_argument("--avoid", action="append", default=[], metavar="ID", help="a network or body not to pass")
    routes.add_argument("--via", action="append", default=[], metavar="ID", help="a network or body to pass")
    _add_theme(routes)
    routes.add_argument("--include-ended", action="store_true", help="also through what has ended")


def _add_networks(add: Adding) -> None:
    networks = add("networks", "list the networks: whether each still lives, how many are in it, what it works on")
    networks.add_argument("text", nargs="?", default="", metavar="TEXT", help="part of a name or acronym")
    networks.add_argument("--country", default="", help=f"{A_COUNTRY}: those in which it is recorded, and its own")
    networks.add_argument("--state", default="", choices=STATES, help="whether it still lives")
    _add_theme(networks)
    add("network", "show a network: factsheet, seats, members, entry points, events").add_argument(
        "id", metavar="NETWORK", help=AN_ID
    )
    reach = add("reach", "find the smallest set of networks that gets to a group")
    reach.add_argument("groups", nargs="+", metavar="GROUP", help=A_GROUP)
    reach.add_argument("--cost", default="equal", metavar="equal|FILE", help="FILE: a table network_id,cost")
    reach.add_argument("--connected-from", default="", metavar="ID", help="the set hangs together from its networks on")
    reach.add_argument("--at-home", action="store_true", help="and from those of whom it is in contact with at home")
    reach.add_argument("--at-least", type=share, default=1.0, metavar="SHARE", help="a share of the group will do")
    reach.add_argument("--per-country", type=positive, default=0, metavar="N", help="but so many of each country")
    reach.add_argument("--must", action="append", default=[], metavar="ID", help="a network that is to be in it")
    reach.add_argument("--never", action="append", default=[], metavar="ID", help="a network that is not")
    reach.add_argument("--no-world-wide", action="store_true", help="without the networks in which everybody is")
    reach.add_argument("--include-ended", action="store_true", help="also what has ended")
    _add_theme(reach)
    reach.add_argument("--all", action="store_true", help="all sets of equal cost, up to 50")
    reach.add_argument("--seconds", type=positive, default=30, help="how long to search; Ctrl-C keeps the best so far")

    overlap = add("overlap", "show what networks share, and who sits in several")
    overlap.add_argument("networks", nargs="*", metavar="NETWORK", help=f"{AN_ID}; two or more, or give a theme")
    _add_theme(overlap)
    overlap.add_argument("--countries", action="store_true", help="compare countries, by themselves or by a body")
    overlap.add_argument("--measures", action="store_true", help="with the two-mode centralities")
    overlap.add_argument("--top", type=positive, default=20, help="how many pairs are printed")
    brokers = add("brokers", "show who links others in a country, and who is the only link")
    brokers.add_argument("--country", required=True, help=A_COUNTRY)
    _add_theme(brokers)
    brokers.add_argument("--measures", action="store_true", help="with the textbook measures and key players")
    fragility = add("fragility", "show which countries lose their only route when a network or body ends")
    fragility.add_argument("id", nargs="?", default="", metavar="ID", help=f"{AN_ID}; without it, all known ends")
    fragility.add_argument("--country", default="", help=f"{A_COUNTRY}: the subjects on which it has one route alone")
    _add_theme(fragility)
    add("pillars", "show the pillars of the enforcement strategy with their activities, and what is empty")


def _add_meeting(invite: Parser, questions: Parser) -> None:
    for command in (invite, questions):
        command.add_argument("country", metavar="COUNTRY", help=A_COUNTRY)
        _add_theme(command)
        command.add_argument("--csv", default="", metavar="FILE", help="write it as a sheet")
    _add_list(invite)
    invite.add_argument("--most", type=positive, default=20, help="how many besides your list")
    questions.add_argument("--top", type=positive, default=20)


def _add_list(command: Parser) -> None:
    command.add_argument("--list", default="", metavar="FILE", help="your own names, a line each; - reads them here")


def _add_theme(command: Parser) -> None:
    command.add_argument("--theme", default="", help=f"one of: {', '.join(vocabulary.THEMES)}")


def _add_decide(decide: Parser) -> None:
    decide.add_argument("a", metavar="A", help=f"{AN_ID} of a body")
    decide.add_argument("b", metavar="B", help=f"{AN_ID} of a body")
    decide.add_argument("--as", required=True, dest="as_", choices=("contact", "none", "not-applicable"))
    decide.add_argument("--source", default="", metavar="ID", help="a source of the record that says so")
    decide.add_argument("--said-on", default="", metavar="DATE", help="the day on which both sides said so")
    decide.add_argument("--contact", default="liaison", choices=tuple(vocabulary.TIE_SENTENCES), help="kind of contact")
    _add_theme(decide)
    _add_author(decide)


def _add_body(body: Parser) -> None:
    body.add_argument("name", metavar="NAME", help="full name, as its source gives it")
    body.add_argument("--country", required=True, help=f"{A_COUNTRY}, or INT")
    body.add_argument("--kind", required=True, choices=tuple(vocabulary.ORGANIZATION_KINDS), metavar="KIND")
    body.add_argument("--source", required=True, metavar="ID", help="where it was read: id of a source of the record")
    body.add_argument("--source-title", default="", metavar="TITLE", help="make --source a new source of this title")
    body.add_argument("--source-url", default="", metavar="URL")
    body.add_argument("--source-kind", choices=vocabulary.SOURCE_KINDS, default="web page", metavar="KIND")
    body.add_argument("--published", default="", metavar="DATE")
    body.add_argument("--parent", default="", metavar="ID", help=f"{AN_ID} of the body above it")
    body.add_argument("--acronym", default="")
    body.add_argument("--level", choices=vocabulary.LEVELS, default="national")
    body.add_argument("--area", default="", help="code of ISO 3166-2 where it is not national")
    _add_author(body)


def _add_workshop(workshop: Parser) -> None:
    workshop.add_argument("name", metavar="NAME", nargs="?", default="")
    workshop.add_argument("--date", default="", metavar="DATE", help="its day, where one name was used twice")
    workshop.add_argument("--out", default="", metavar="FILE", help="write it to a file for another laptop")
    workshop.add_argument("--take-back", action="store_true", help="take back everything that was said in it")
    _add_author(workshop)


def _add_changes(add: Adding) -> None:
    _add_decide(add("decide", "record what both sides of a gap say: a contact, none, or not applicable"))
    _add_body(add("add-body", "put a body on record, with its source"))
    changes = add("changes", "list the changes of the record")
    changes.add_argument("--since", default="", metavar="DATE|BATCH")
    undo = add("undo", "take a change back by a new one")
    undo.add_argument("batch", metavar="BATCH")
    _add_author(undo)
    _add_workshop(add("workshop", "list workshops; or show one, write it to a file, take it back as a whole"))
    merge = add("merge", "join what somebody else wrote down in a workshop, from a file")
    merge.add_argument("file", metavar="FILE")
    merge.add_argument("--dry-run", action="store_true", help="say what would change, and change nothing")
    merge.add_argument("--theirs", action="store_true", help="where the two differ, take the word of the file")
    _add_author(merge)
    add("verify", "check that the store holds what was written")
    backup = add("backup", "write the whole history to a file")
    backup.add_argument("file", metavar="FILE")
    restore = add("restore", "hold what a backup holds")
    restore.add_argument("file", metavar="FILE")
    copy = add("copy", "copy one store into another")
    copy.add_argument("source", metavar="FROM-URL")
    copy.add_argument("target", metavar="TO-URL")
    for command in (restore, copy):
        command.add_argument("--replace", action="store_true", help="even where changes made here would be lost")
