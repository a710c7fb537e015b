"""The words of the command line."""

import argparse

from commands.change_words import add_changes
from commands.handout_words import add_handout
from commands.network_words import add_networks, add_routes
from commands.option_words import (
    A_COUNTRY,
    AN_ID,
    Adding,
    Parser,
    add_author,
    add_list,
    add_theme,
    budget,
    port,
    positive,
)
from graph import vocabulary

DESCRIPTION = "Who enforces environmental and border law here, who works with whom, and who else?"
CODES = "Exit codes: 0 answered, 1 nothing found, 2 wrong use or bad input, 3 store not reachable or damaged."
LEVELS = ("national", "cross-border", "hand-in-hand", "treaty", "site")
ORDERS = ("missing", "sits-with")


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

    _add_answers(add)
    _add_meeting(
        add("invite", "name whom to invite, why, what is on record about them, and what to ask"),
        add("questions", "list what to ask next: the unknowns whose answers would change most"),
    )
    _add_tables(
        add("load", "read tables into the record"),
        add("export", "write the record as tables, or as a map in one file"),
    )
    add_changes(add)
    handout = add("handout", "make a page of paper, a slide, or a file that opens without the program")
    add_handout(handout)
    add_theme(handout)
    add_list(handout)
    serve = add("serve", "start the pages in a browser")
    serve.add_argument("--port", type=port, default=8501, help="default 8501")
    reached = "a number of this machine under which others reach the pages; default: this machine only"
    serve.add_argument("--address", default="127.0.0.1", help=reached)
    return whole


def _add_tables(load: Parser, export: Parser) -> None:
    load.add_argument("paths", nargs="+", metavar="FOLDER|FILE", help="tables, named as in seed/")
    load.add_argument("--dry-run", action="store_true", help="check and count, write nothing")
    load.add_argument("--skip-bad", action="store_true", help="write the good rows although others are refused")
    load.add_argument("--complete", default="", metavar="SOURCE", help="the files hold all that this source says now")
    add_author(load)
    export.add_argument("folder", metavar="FOLDER|FILE", help="where to: a folder for tables, a file for a map")
    export.add_argument("--format", choices=("csv", "html"), default="csv", help="csv: all tables; html: a map")
    export.add_argument("--country", default="", help=f"{A_COUNTRY}: whose map; all without it")
    add_theme(export)


def _add_answers(add: Adding) -> None:
    find = add("find", "look for bodies, networks and sites by name, acronym or alias")
    find.add_argument("text", metavar="TEXT", help="a name or a part of it, in any script")
    find.add_argument("--country", default="", help=A_COUNTRY)
    country = add("country", "show a country: treaty desks, bodies, networks, sites")
    country.add_argument("country", metavar="COUNTRY", help=A_COUNTRY)
    add_theme(country)
    who_else = add("who-else", "name who else belongs at the table, at a site, or in a network")
    who_else.add_argument("country", nargs="?", default="", metavar="COUNTRY", help=A_COUNTRY)
    who_else.add_argument("--site", default="", metavar="ID", help="who else at this site, by id or name")
    who_else.add_argument("--network", default="", metavar="ID", help=f"who else in this network, by {AN_ID}")
    add_theme(who_else)
    add_list(who_else)
    who_else.add_argument("--order", choices=ORDERS, default=ORDERS[0], help="what the list lacks, or who is near it")
    who_else.add_argument("--on-request", action="store_true", help="name anti-corruption and intelligence bodies too")
    who_else.add_argument(
        "--like", action="append", default=[], metavar="COUNTRY", help="compare with this country only; several times"
    )
    _add_gaps(add("gaps", "list services that ought to be in contact and have no recorded contact"))
    step = add("next-step", "name the contacts, seats or new mechanisms that close most gaps")
    step.add_argument("--country", required=True, help=A_COUNTRY)
    add_theme(step)
    step.add_argument("--budget", type=budget, default=3, help="how many contacts or seats, 1 to 20; default 3")
    evaluate = add("evaluate", "say how good the answers are on this record, beside simpler methods and chance")
    evaluate.add_argument("what", choices=("gaps", "who-else"), help="which answers")
    tuned = "gaps: would weights tuned on the other countries be better? half a minute; Ctrl-C stops it"
    evaluate.add_argument("--leave-one-out", action="store_true", help=tuned)
    add_routes(add("routes", "show how one gets from one body to another through networks"))
    add_networks(add)
    claims = add("claims", "show the claims behind a number, or about a thing")
    claims.add_argument("ids", nargs="+", metavar="ID", help="claim, or body, network, country, source")


def _add_gaps(gaps: Parser) -> None:
    gaps.add_argument("--country", default="", help=A_COUNTRY)
    gaps.add_argument("--site", default="", help="id or name of a site: who works there, in circles of contact")
    gaps.add_argument("--network", default="", help=f"{AN_ID} of a network: who should hear from it in each country")
    gaps.add_argument("--agreement", default="", help=f"one of: {', '.join(vocabulary.AGREEMENTS)}")
    gaps.add_argument("--level", default="", choices=LEVELS, help="default: what is named says it, else national")
    add_theme(gaps)
    gaps.add_argument("--recorded-only", action="store_true", help="leave out what is coded by kind of body")
    most = "how many are printed; default 20 at the levels national and cross-border, else all"
    gaps.add_argument("--top", type=positive, default=0, help=most)


def _add_meeting(invite: Parser, questions: Parser) -> None:
    for command in (invite, questions):
        command.add_argument("country", metavar="COUNTRY", help=A_COUNTRY)
        add_theme(command)
        command.add_argument("--csv", default="", metavar="FILE", help="write it as a sheet")
    add_list(invite)
    invite.add_argument("--most", type=positive, default=20, help="how many besides your list; default 20")
    questions.add_argument("--top", type=positive, default=20, help="how many; default 20")
