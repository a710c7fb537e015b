"""Who else, whom to invite, the country on one page, and search, against what one would take off the shelf."""

from collections.abc import Callable, Sequence

import networkx as nx
from rapidfuzz import fuzz, process

from bench.clock import best, best_of, cold, slowest
from bench.line import Line
from bench.scale import PROMISED_CLICK, Scale
from bench.seed import focus, seed
from graph.analysis.country.country import country
from graph.analysis.names.lists import Listed, match_list, meaning_of
from graph.analysis.names.names import find, spellings
from graph.analysis.who_else.invitation import invitation
from graph.analysis.who_else.questions import questions
from graph.analysis.who_else.who_else import who_else
from graph.analysis.who_else.who_else_at_site import who_else_at_site
from graph.analysis.who_else.who_else_in_network import who_else_in_network
from graph.model import Network, Organization, Site
from graph.record import Record

NAMES = (
    "Federal Board of Revenue",
    "Anti-Narcotics Force",
    "Frontier Corps",
    "Pakistan Rangers",
    "National Police Academy",
)
ASKED = "pakistan custms"
PASTED = 20
PROMISED_ANSWER = 0.1


def measure(scale: Scale) -> list[Line]:
    """Return the times of the slowest country for each answer, and of a search with a slip of the pen."""
    countries = focus(scale)
    return [
        *_clicks(scale, "country: all", countries, country),
        *_clicks(scale, "who-else: the order", countries, who_else, PROMISED_ANSWER),
        _listed(scale),
        _pasted(scale),
        *_clicks(scale, "invite: the list for a meeting", countries, invitation),
        *_clicks(scale, "questions: what to ask next", countries, questions, PROMISED_ANSWER),
        *_elsewhere(scale),
        *_search(scale),
    ]


def _clicks(
    scale: Scale,
    what: str,
    countries: Sequence[str],
    ask: Callable[[Record, str], object],
    promise: float = PROMISED_CLICK,
) -> list[Line]:
    """The slowest country on a record that nobody has asked anything, and that country asked again."""
    _, code = slowest(seed(), countries, ask)
    first, _ = best_of(scale.times, lambda: cold(seed()), lambda record: ask(record, code))
    kept = cold(seed())
    ask(kept, code)
    again, _ = best(scale.times, lambda: ask(kept, code))
    return [
        Line(f"{what} of {code}, the slowest, first click", first, promise=promise),
        Line(f"{what} of {code}, second click", again, first, "first click", promise),
    ]


def _listed(scale: Scale) -> Line:
    """Who belongs with five names; what a network analyst would do first is a walk from them with restarts."""
    kept = cold(seed())
    who_else(kept, "PK", names=NAMES)
    ours, answer = best(scale.times, lambda: who_else(kept, "PK", names=NAMES))
    assert not answer["unmatched"]
    graph = nx.Graph(kept.to_networkx("tie", "membership", "responsibility", "presence", "participation"))
    start = {f"organization:{body.id}": 1.0 for body in kept.organizations.values() if body.name in NAMES}
    start = {address: one for address, one in start.items() if address in graph}
    yardstick, _ = best(scale.times, lambda: nx.pagerank(graph, personalization=start))
    against = "networkx.pagerank with restarts at the same five, whole graph"
    return Line("who-else: five names of PK", ours, yardstick, against, PROMISED_CLICK)


def _pasted(scale: Scale) -> Line:
    """What a list costs of which nothing is on record: every name of it is looked for everywhere."""
    names = [f"Bureau of Dragons and {number} Things" for number in range(PASTED)]
    kept = cold(seed())
    match_list(kept, "PK", NAMES)

    def ours() -> list[Listed]:
        meaning_of.cache_clear()
        return match_list(kept, "PK", names)

    taken, answer = best(scale.times, ours)
    assert all(line.organization is None for line in answer)
    spelled = [spelling.text for spelling in spellings(kept)]
    yardstick, _ = best(
        scale.times, lambda: [process.extract(name, spelled, scorer=fuzz.WRatio, limit=3) for name in names]
    )
    against = "rapidfuzz.process.extract over all spellings, name by name"
    return Line(f"who-else: {PASTED} pasted names of nobody", taken, yardstick, against)


def _elsewhere(scale: Scale) -> list[Line]:
    """Who else at a site and in a network, on a record that nobody has asked anything."""
    at_site, _ = best_of(scale.times, lambda: cold(seed()), lambda record: who_else_at_site(record, "pk-torkham"))
    in_network, _ = best_of(scale.times, lambda: cold(seed()), lambda record: who_else_in_network(record, "interpol"))
    return [
        Line("who-else: at Torkham, first click", at_site, promise=PROMISED_CLICK),
        Line("who-else: in INTERPOL, first click", in_network, promise=PROMISED_CLICK),
    ]


def _search(scale: Scale) -> list[Line]:
    kept = cold(seed())
    first, _ = best_of(scale.times, lambda: cold(seed()), lambda record: find(record, ASKED))
    ours, answer = best(scale.times, lambda: find(kept, ASKED))
    named: list[Organization | Network | Site] = [
        *kept.organizations.values(),
        *kept.networks.values(),
        *kept.sites.values(),
    ]
    names = [name for node in named for name in (node.name, *getattr(node, "aliases", ()))]
    yardstick, _ = best(scale.times, lambda: process.extract(ASKED, names, scorer=fuzz.WRatio, limit=10))
    assert "pk-customs" in [found["id"] for found in answer["found"]]
    against = "rapidfuzz.process.extract over all names and aliases"
    return [
        Line(f"find: “{ASKED}”, the first search", first, promise=PROMISED_CLICK),
        Line(f"find: “{ASKED}”, again", ours, yardstick, against, PROMISED_CLICK),
    ]
