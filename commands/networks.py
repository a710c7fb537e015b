"""The commands on networks: which reach a group, what they share, what falls apart; imported as they are asked for."""

import signal
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING

from commands.context import lines_of, path_of, theme_of
from commands.named import body_or_group, country_of, network_of, network_or_body, record_asked
from commands.result import Result, code_if
from graph.errors import InputError
from graph.record import Record

if TYPE_CHECKING:
    from graph.analysis.reach.cover_solver import SoFar, Stop


def reach(asked: Namespace) -> Result:
    """Answer `reach`."""
    from commands.show.reach import reach as text
    from graph.analysis.reach.reach import Demand, plan_reach
    from graph.analysis.reach.reach_target import Wish

    record = record_asked(asked)
    groups = [body_or_group(record, one) for one in asked.groups]
    must, never = (frozenset(network_of(record, one) for one in several) for several in (asked.must, asked.never))
    wish = Wish(must, never, theme_of(asked.theme), not asked.no_world_wide, asked.include_ended)
    begin = _begin(record, asked.connected_from)
    demand = Demand(asked.at_least, asked.per_country, begin, asked.at_home)
    costs = None if asked.cost == "equal" else _costs(record, asked.cost)
    with _until_interrupted() as should_stop:
        plan = plan_reach(
            record,
            groups,
            wish,
            demand,
            costs=costs,
            every_optimum=asked.all,
            seconds=asked.seconds,
            should_stop=should_stop,
            tell=_tell,
        )
    return Result(plan.answer, lambda width: text(plan, width), code_if(plan.answer["networks"]))


def _begin(record: Record, text: str) -> str:
    """Where a set begins that is to hang together: a group or a country as it is, else a body or a network."""
    from graph.analysis.names.groups import is_group

    if not text or is_group(text) or text.upper() in record.countries:
        return body_or_group(record, text) if text else ""
    return text if text.startswith("network:") else network_or_body(record, text)


def overlap(asked: Namespace) -> Result:
    """Answer `overlap`."""
    from commands.show.overlap import overlap as text
    from commands.show.overlap import two_mode
    from graph.analysis.networks.overlap import overlap as answer_to
    from graph.analysis.networks.overlap_measures import overlap_measures as measure

    record = record_asked(asked)
    names = [network_of(record, one) for one in asked.networks]
    theme = theme_of(asked.theme)
    if asked.measures:
        measured = measure(record, names, theme, by_country=asked.countries)
        return Result(measured, lambda width: two_mode(record, measured, asked.top, width), code_if(measured["pairs"]))
    answer = answer_to(record, names, theme, by_country=asked.countries)
    return Result(answer, lambda width: text(record, answer, asked.top, width), code_if(answer["pairs"]))


def pillars(asked: Namespace) -> Result:
    """Answer `pillars`."""
    from commands.show.overlap import pillars as text
    from graph.analysis.networks.pillars import pillars as answer_to

    answer = answer_to(record_asked(asked))
    return Result(answer, lambda width: text(answer, width))


def networks(asked: Namespace) -> Result:
    """Answer `networks`."""
    from commands.show.network import catalogue as text
    from graph.analysis.networks.catalogue import catalogue as answer_to

    record = record_asked(asked)
    country = country_of(record, asked.country) if asked.country else ""
    answer = answer_to(record, country=country, theme=theme_of(asked.theme), state=asked.state, text=asked.text)
    return Result(answer, lambda width: text(answer, width), code_if(answer["networks"]))


def network(asked: Namespace) -> Result:
    """Answer `network`."""
    from commands.show.network import network as text
    from graph.analysis.networks.network_card import network as answer_to

    record = record_asked(asked)
    answer = answer_to(record, network_of(record, asked.id))
    return Result(answer, lambda width: text(answer, width))


def brokers(asked: Namespace) -> Result:
    """Answer `brokers`."""
    from commands.show.brokers import brokers as text
    from commands.show.brokers import measures as text_of_measures
    from graph.analysis.links.brokers import brokers as answer_to
    from graph.analysis.links.brokers import measures as measure

    record = record_asked(asked)
    country, theme = country_of(record, asked.country), theme_of(asked.theme)
    if asked.measures:
        measured = measure(record, country, theme)
        return Result(measured, lambda width: text_of_measures(measured, width), code_if(measured["measures"]))
    answer = answer_to(record, country, theme)
    found = answer["links_others"] or answer["sole_link"]
    return Result(answer, lambda width: text(answer, width), code_if(found))


def fragility(asked: Namespace) -> Result:
    """Answer `fragility`."""
    from commands.show.brokers import fragility as text
    from commands.show.brokers import known_ends as text_of_ends
    from graph.analysis.networks.fragility import fragility as answer_to
    from graph.analysis.networks.fragility import known_ends

    record = record_asked(asked)
    if asked.country:
        return _only_routes(record, asked)
    if not asked.id:
        ends = known_ends(record)
        return Result(ends, lambda width: text_of_ends(ends, width), code_if(ends["ends"]))
    address = asked.id if ":" in asked.id else network_or_body(record, asked.id)
    answer = answer_to(record, address, theme_of(asked.theme))
    name = address.rpartition(":")[2]
    return Result(answer, lambda width: text(answer, name, width), code_if(answer["loses"] or answer["still"]))


def _only_routes(record: Record, asked: Namespace) -> Result:
    from commands.show.brokers import only_routes as text
    from graph.analysis.networks.fragility import only_routes as answer_to

    if asked.id:
        raise InputError("Either a network or body, or a country.", "Leave out one of the two.")
    answer, theme = answer_to(record, country_of(record, asked.country)), theme_of(asked.theme)
    only = [one for one in answer["only"] if not theme or one["theme"] == theme]
    shown = {**answer, "only": only}
    return Result(shown, lambda width: text(answer["country"]["name"], only, width), code_if(only))


def _costs(record: Record, name: str) -> Mapping[str, float]:
    from loaders.costs import costs_of

    return costs_of(record, name, lines_of(name, path_of(name).read_bytes))


@contextmanager
def _until_interrupted() -> Iterator["Stop"]:
    """Let Ctrl-C end the search instead of the program, so that the best so far is kept."""
    asked_to_stop: list[int] = []

    def stop(number: int, _: FrameType | None) -> None:
        asked_to_stop.append(number)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield lambda: bool(asked_to_stop)
    finally:
        signal.signal(signal.SIGINT, before)


def _tell(so_far: "SoFar") -> None:
    """Show on a terminal how far a search is, where it takes a while."""
    if sys.stderr.isatty() and so_far.seconds > 1:
        best = f"best so far {so_far.cost:g}, none below {so_far.bound:g}"
        sys.stderr.write(f"\r{best}, {so_far.seconds:.0f} s; Ctrl-C keeps it \x1b[K\n")
        sys.stderr.flush()
