"""The words of the commands on networks and ways through them."""

from commands.option_words import A_COUNTRY, A_GROUP, AN_ID, Adding, Parser, add_theme, positive, share

STATES = ("active", "silent", "ended")


def add_routes(routes: Parser) -> None:
    """Add what `routes` asks for."""
    routes.add_argument("start", metavar="FROM", help=A_GROUP)
    routes.add_argument("target", metavar="TO", help=A_GROUP)
    routes.add_argument("-k", type=positive, default=5, help="how many routes; default 5")
    routes.add_argument("--avoid", action="append", default=[], metavar="ID", help="a network or body not to pass")
    routes.add_argument("--via", action="append", default=[], metavar="ID", help="a network or body to pass")
    add_theme(routes)
    routes.add_argument("--include-ended", action="store_true", help="also through what has ended")


def add_networks(add: Adding) -> None:
    """Add `networks`, `network`, `reach`, `overlap`, `brokers`, `fragility` and `pillars`."""
    networks = add("networks", "list the networks: whether each still lives, how many are in it, what it works on")
    networks.add_argument("text", nargs="?", default="", metavar="TEXT", help="part of a name or acronym")
    networks.add_argument("--country", default="", help=f"{A_COUNTRY}: those in which it is recorded, and its own")
    networks.add_argument("--state", default="", choices=STATES, help="whether it still lives")
    add_theme(networks)
    add("network", "show a network: factsheet, seats, members, entry points, events").add_argument(
        "id", metavar="NETWORK", help=AN_ID
    )
    _add_reach(add("reach", "find the smallest set of networks that gets to a group"))
    overlap = add("overlap", "show what networks share, and who sits in several")
    overlap.add_argument("networks", nargs="*", metavar="NETWORK", help=f"{AN_ID}; two or more, or give a theme")
    add_theme(overlap)
    overlap.add_argument("--countries", action="store_true", help="compare countries, by themselves or by a body")
    overlap.add_argument("--measures", action="store_true", help="also the centralities of networks and members")
    overlap.add_argument("--top", type=positive, default=20, help="how many pairs are printed; default 20")
    brokers = add("brokers", "show who links others in a country, and who is the only link")
    brokers.add_argument("--country", required=True, help=A_COUNTRY)
    add_theme(brokers)
    brokers.add_argument("--measures", action="store_true", help="also the textbook measures, and key players")
    fragility = add("fragility", "show which countries lose their only route when a network or body ends")
    fragility.add_argument("id", nargs="?", default="", metavar="ID", help=f"{AN_ID}; without it, all known ends")
    fragility.add_argument("--country", default="", help=f"{A_COUNTRY}: the subjects on which it has one route alone")
    add_theme(fragility)
    add("pillars", "show the pillars of the enforcement strategy with their activities, and what is empty")


def _add_reach(reach: Parser) -> None:
    reach.add_argument("groups", nargs="+", metavar="GROUP", help=A_GROUP)
    reach.add_argument("--cost", default="equal", metavar="equal|FILE", help="FILE: a table network_id,cost")
    reach.add_argument("--connected-from", default="", metavar="ID", help="the set hangs together from its networks on")
    reach.add_argument("--at-home", action="store_true", help="and from those of whom it is in contact with at home")
    reach.add_argument(
        "--at-least", type=share, default=1.0, metavar="SHARE", help="a share of the group will do, such as 0.9"
    )
    reach.add_argument(
        "--per-country", type=positive, default=0, metavar="N", help="with --at-least: at least so many of each country"
    )
    reach.add_argument("--must", action="append", default=[], metavar="ID", help="a network that is to be in it")
    reach.add_argument("--never", action="append", default=[], metavar="ID", help="a network that is not")
    reach.add_argument("--no-world-wide", action="store_true", help="without the networks in which everybody is")
    reach.add_argument("--include-ended", action="store_true", help="also what has ended")
    add_theme(reach)
    reach.add_argument("--all", action="store_true", help="all sets of equal cost, up to 50")
    reach.add_argument(
        "--seconds", type=positive, default=30, help="how long to search, default 30; Ctrl-C keeps the best"
    )
