"""What many commands ask for in the same words, and how numbers of the command line are read."""

import argparse
from collections.abc import Callable
from typing import NoReturn

from graph import vocabulary
from graph.errors import InputError

AN_ID = "id, name or acronym"
A_GROUP = "body, or group: customs@TH,VN, kind:customs, TH"
A_COUNTRY = "country, by code or name"
MOST = 1000
MOST_STEPS = 20


class Parser(argparse.ArgumentParser):
    """Reports wrong use as the program reports every error."""

    def error(self, message: str) -> NoReturn:
        """Raise the error instead of leaving the program."""
        raise InputError(f"{message[:1].upper()}{message[1:]}.", f"See {self.prog} --help.")


Adding = Callable[[str, str], Parser]


def positive(text: str, most: int = MOST) -> int:
    """Read a number from 1 to the most."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if not 1 <= number <= most:
        raise argparse.ArgumentTypeError(f"not a number from 1 to {most}")
    return number


def budget(text: str) -> int:
    """Read the number of steps."""
    return positive(text, MOST_STEPS)


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


def add_author(command: Parser) -> None:
    """Ask who changes the record, and why."""
    command.add_argument("--author", default="", help="who changes the record: an office, not a person")
    command.add_argument("--reason", default="", help="why")


def add_list(command: Parser) -> None:
    """Ask for one's own names."""
    command.add_argument("--list", default="", metavar="FILE", help="your own names, a line each; - reads them here")


def add_theme(command: Parser) -> None:
    """Ask for a theme."""
    command.add_argument("--theme", default="", help=f"one of: {', '.join(vocabulary.THEMES)}")
