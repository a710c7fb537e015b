"""A set of networks as a file: a line for each body, with the network that reaches it and the sources."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from graph.analysis.claims import claims
from graph.analysis.networks.network_state import state_of
from graph.analysis.reach.reach_plan import Plan
from graph.record import Record
from views.parts import sheet_file, words

COLUMNS = ("Body", "Country", "Network", "State of the network", "Last heard of", "Seat", "Why not", "Sources")


def download(plan: Plan) -> None:
    """Offer the set as a table that a spreadsheet opens without running anything in it."""
    name = f"whoelse-reach-{plan.record.date}.csv"
    sheet_file.offer("Download", file(plan), name, "The set as a table (CSV), with its sources")


@lru_cache(maxsize=16)
def file(plan: Plan) -> bytes:
    """Return the set as a sheet."""
    return sheet_file.of(COLUMNS, _rows(plan))


def _rows(plan: Plan) -> Iterator[Sequence[str]]:
    record, sources = plan.record, _sources(plan)
    for network in plan.answer["networks"]:
        state = state_of(record, network["id"])
        for one in network["adds"]:
            cells = (network["name"], state.status, state.last_heard or "", words.BASES[one["basis"]], "")
            yield _row(record, one["id"], cells, {sources[claim] for claim in one["claims"]})
        if not network["adds"]:
            yield "", "", network["name"], state.status, "", "", "", ""
    for out in plan.answer["unreached"]:
        yield _row(record, out["id"], ("", "", "", "", out["why"]), set())


def _sources(plan: Plan) -> dict[str, str]:
    """Return claim -> where its source can be read, or what it is called, for all claims of a set at once."""
    ids = [claim for net in plan.answer["networks"] for one in net["adds"] for claim in one["claims"]]
    found = claims(plan.record, ids)["claims"]
    return {claim["id"]: claim["source"]["url"] or claim["source"]["title"] for claim in found}


def _row(record: Record, body: str, cells: tuple[str, ...], sources: set[str]) -> tuple[str, ...]:
    who = record.organizations[body]
    return (who.name, record.country_name(who.country), *cells, " ".join(sorted(sources)))
