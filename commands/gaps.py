"""`gaps` and `next-step`: coordination gaps at any level, and what closes most."""

from argparse import Namespace
from collections.abc import Callable, Mapping

from commands.context import agreement_of, theme_of
from commands.named import country_of, network_of, record_asked
from commands.result import Result, code_if
from commands.show import levels
from commands.show.gaps import gaps as text
from graph.analysis.names.names import resolve
from graph.errors import InputError
from graph.record import Record

MOST_LINES = 20  # of the lists that are ordered by severity; the other levels print all where --top is not given
# What each level takes besides a country.
TAKES = {"hand-in-hand": "network", "treaty": "agreement", "site": "site"}


def gaps(asked: Namespace) -> Result:
    """Answer `gaps`."""
    level = _level(asked)
    record = record_asked(asked)
    country = country_of(record, asked.country) if asked.country else ""
    return LEVELS[level](record, country, asked)


def _level(asked: Namespace) -> str:
    """The level asked for, else that of what is named."""
    named = [level for level, option in TAKES.items() if getattr(asked, option)]
    level = asked.level or (named[0] if named else "national")
    wrong = [TAKES[other] for other in named if other != level]
    if wrong:
        raise InputError(f"The {level} level takes no --{wrong[0]}.", "Leave one of the two out.")
    if level == "national" and not asked.country:
        raise InputError("The national level needs a country.", "Give --country, or another --level.")
    if level == "site" and not (asked.site or asked.country):
        raise InputError("The site level needs a site or a country.", "Give --site or --country.")
    if asked.theme and level != "national":
        raise InputError("Only the national level can be asked for one theme.", "Leave --theme out.")
    if asked.recorded_only and level != "national":
        raise InputError("Only the national level can leave out what is coded.", "Leave --recorded-only out.")
    return level


def _national(record: Record, country: str, asked: Namespace) -> Result:
    from graph.analysis.gaps.gap_lines import lines
    from graph.analysis.gaps.gaps import gaps as answer_to
    from graph.analysis.gaps.screening import screen

    theme = theme_of(asked.theme)
    answer = answer_to(record, country, theme, asked.recorded_only, asked.top or MOST_LINES)

    def shown(width: int) -> list[str]:
        all_lines = lines(screen(record, country, theme, asked.recorded_only))
        return text(answer, width, len(all_lines) - len(answer["gaps"]))

    return Result(answer, shown, code_if(answer["gaps"]))


def _cross_border(record: Record, country: str, asked: Namespace) -> Result:
    from graph.analysis.levels.cross_border import cross_border

    answer = cross_border(record, country, asked.top or MOST_LINES)
    found = answer["gaps"] or answer["crossings"]
    return Result(answer, lambda width: levels.cross_border(answer, width), code_if(found))


def _hand_in_hand(record: Record, country: str, asked: Namespace) -> Result:
    from graph.analysis.levels.hand_in_hand import hand_in_hand

    network = network_of(record, asked.network) if asked.network else ""
    answer = hand_in_hand(record, country, network)
    answer["cells"] = answer["cells"][: asked.top or None]
    return Result(answer, lambda width: levels.hand_in_hand(answer, width), code_if(answer["cells"]))


def _treaty(record: Record, country: str, asked: Namespace) -> Result:
    from graph.analysis.levels.treaty import treaty

    answer = treaty(record, country, agreement_of(asked.agreement))
    answer["groups"] = answer["groups"][: asked.top or None]
    return Result(answer, lambda width: levels.treaty(answer, width), code_if(answer["groups"]))


def _site(record: Record, country: str, asked: Namespace) -> Result:
    from graph.analysis.levels.at_site import at_site
    from graph.analysis.levels.sites import sites_of

    if asked.site:
        answer = at_site(record, resolve(record, asked.site, country, what=("site",)).partition(":")[2])
    else:
        answer = {"level": "site", "groups": sites_of(record, country)[: asked.top or None]}
    found = [group for group in answer["groups"] if group["bodies"] or group["others"]]
    return Result(answer, lambda width: levels.at_site(answer, width), code_if(found))


LEVELS: Mapping[str, Callable[[Record, str, Namespace], Result]] = {
    "national": _national,
    "cross-border": _cross_border,
    "hand-in-hand": _hand_in_hand,
    "treaty": _treaty,
    "site": _site,
}


def next_step(asked: Namespace) -> Result:
    """Answer `next-step`."""
    from commands.show.next_step import next_step as shown
    from graph.analysis.steps.next_step import next_step as answer_to

    record = record_asked(asked)
    answer = answer_to(record, country_of(record, asked.country), theme_of(asked.theme), asked.budget)

    def name(body: str) -> str:
        return record.organizations[body].name

    return Result(answer, lambda width: shown(answer, width, name), code_if(answer["steps"]))
