"""The words of the command `handout`."""

from argparse import ArgumentParser

HANDOUTS = ("one-pager", "map", "slips", "invitation", "questions", "packet", "changes", "story", "factsheet", "route")


def add_handout(handout: ArgumentParser) -> None:
    """Add what is made, of what, and how; theme and list are those of other commands."""
    handout.add_argument(
        "about",
        metavar="COUNTRY|NETWORK|'A to B'",
        help="what it is about; a way is written as 'pk-customs to customs@VN'",
    )
    handout.add_argument("--out", required=True, metavar="FILE", help="ends in .pdf, .html, .pptx or .zip")
    handout.add_argument("--what", choices=HANDOUTS, default="", help="default: the first that fits the file's ending")
    handout.add_argument("--paper", choices=("a4", "a3"), default="a4", help="of the map")
    handout.add_argument("--per-page", type=int, choices=(1, 2, 4), default=2, help="how many slips")
    handout.add_argument("--since", default="", metavar="DATE|BATCH", help="of what changed")
    handout.add_argument("--title", default="", help="of what changed: the occasion")
