"""The words of the command line."""

import argparse
from collections.abc import Callable
from typing import NoReturn

from graph import vocabulary
from graph.errors import InputError

DESCRIPTION = "Who enforces environmental and border law here, who works with whom, and who else?"
CODES = "Exit codes: 0 answered, 1 nothing found, 2 wrong use or bad input, 3 store not reachable."
AN_ID = "id, name or acronym"
A_GROUP = "body, or group: customs@TH,VN, kind:customs, TH"
A_COUNTRY = "country, by code or name"
MOST = 1000


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

    _add_tables(add("load", "read fact tables into the store"), add("export", "write the record as fact tables"))
    _add_answers(add)
    _add_changes(add)
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
    export.add_argument("folder", metavar="FOLDER")
    export.add_argument("--format", choices=("csv",), default="csv")


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
    who_else = add("who-else", "name who else belongs at the table")
    who_else.add_argument("country", metavar="COUNTRY", help=A_COUNTRY)
    _add_theme(who_else)
    who_else.add_argument("--list", default="", metavar="FILE", help="your own names, a line each; - reads them here")
    gaps = add("gaps", "list services that ought to be in contact and have no recorded contact")
    gaps.add_argument("--country", required=True, help=A_COUNTRY)
    _add_theme(gaps)
    gaps.add_argument("--recorded-only", action="store_true", help="leave out what is coded by kind of body")
    gaps.add_argument("--top", type=positive, default=20)
    _add_routes(add("routes", "show how one gets from one body to another through networks"))
    _add_networks(add)
    claims = add("claims", "show the claims behind a number, or about a thing")
    claims.add_argument("ids", nargs="+", metavar="ID", help="claim, or body, network, country, source")


def _add_routes(routes: Parser) -> None:
    routes.add_argument("start", metavar="FROM", help=A_GROUP)
    routes.add_argument("target", metavar="TO", help=A_GROUP)
    routes.add_argument("-k", type=positive, default=5, help="how many routes")
    routes.add_argument("--avoid", action="append", default=[], metavar="ID", help="a network or body not to pass")
    routes.add_argument("--via", action="append", default=[], metavar="ID", help="a network or body to pass")
    _add_theme(routes)
    routes.add_argument("--include-ended", action="store_true", help="also through what has ended")


def _add_networks(add: Adding) -> None:
    add("network", "show a network: factsheet, seats, members, entry points, events").add_argument(
        "id", metavar="NETWORK", help=AN_ID
    )
    reach = add("reach", "find the smallest set of networks that gets to a group")
    reach.add_argument("groups", nargs="+", metavar="GROUP", help=A_GROUP)
    reach.add_argument("--cost", default="equal", metavar="equal|FILE", help="FILE: a table network_id,cost")
    reach.add_argument("--connected-from", default="", metavar="ID", help="the set hangs together from its networks on")
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
    _add_theme(fragility)
    add("pillars", "show the pillars of the enforcement strategy with their activities, and what is empty")


def _add_theme(command: Parser) -> None:
    command.add_argument("--theme", default="", help=f"one of: {', '.join(vocabulary.THEMES)}")


def _add_changes(add: Adding) -> None:
    changes = add("changes", "list the changes of the record")
    changes.add_argument("--since", default="", metavar="DATE|BATCH")
    undo = add("undo", "take a change back by a new one")
    undo.add_argument("batch", metavar="BATCH")
    _add_author(undo)
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
