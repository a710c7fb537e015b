"""What the page of gaps shows besides the national list, reckoned once for each record and shared by all readers.

Kept by the record itself, as in `views/parts/answers.py`; nobody writes into it.
"""

from functools import lru_cache

from graph.analysis.contacts import contact_counts
from graph.analysis.contacts.contacts import Contact, works
from graph.analysis.gaps import sensitivity
from graph.analysis.gaps.screening import Screening, screen
from graph.analysis.levels import cross_border as border_analysis
from graph.analysis.levels import hand_in_hand as hand_analysis
from graph.analysis.levels import sites as sites_analysis
from graph.analysis.levels import treaty as treaty_analysis
from graph.analysis.steps import next_step as steps_analysis
from graph.answers import (
    Cell,
    Counted,
    CrossBorderAnswer,
    EvaluationAnswer,
    NextStepAnswer,
    SiteGroup,
    TreatyGroup,
)
from graph.record import Record

KEPT = 64
ALL = 400
BUDGET = 3


@lru_cache(maxsize=KEPT)
def cross_border(record: Record, code: str) -> CrossBorderAnswer:
    """Return the customs services of a country's neighbours and its own, and the crossings between them."""
    return border_analysis.cross_border(record, code, top=ALL)


def between_customs(record: Record) -> Screening:
    """Return the screening of the customs services of all countries."""
    return border_analysis.between_customs(record)


@lru_cache(maxsize=KEPT)
def neighbours_found(record: Record, code: str) -> list[Contact]:
    """Return the neighbours whose customs service is in recorded contact with that of a country."""
    seen = between_customs(record)
    return [one for one in works(seen) if code in (record.organizations[side["id"]].country for side in (one.a, one.b))]


@lru_cache(maxsize=KEPT)
def cells(record: Record, code: str) -> list[Cell]:
    """Return who sits in each network for a country, who should hear from it, and whether they are in contact."""
    return hand_analysis.hand_in_hand(record, code)["cells"]


@lru_cache(maxsize=KEPT)
def treaties(record: Record, code: str) -> list[TreatyGroup]:
    """Return the bodies with a role under each agreement in circles of recorded contact."""
    return treaty_analysis.treaty(record, code)["groups"]


@lru_cache(maxsize=KEPT)
def sites(record: Record, code: str) -> list[SiteGroup]:
    """Return the bodies at each site of a country in circles of recorded contact, those with most bodies first."""
    return sites_analysis.sites_of(record, code)


def screening(record: Record, code: str, theme: str = "", recorded_only: bool = False) -> Screening:
    """Return the screening of a country."""
    return screen(record, code, theme, recorded_only)


@lru_cache(maxsize=KEPT)
def next_step(record: Record, code: str, theme: str, budget: int) -> NextStepAnswer:
    """Return the steps that close most, and what no steps can exceed."""
    return steps_analysis.next_step(record, code, theme, budget)


@lru_cache(maxsize=KEPT)
def counted(record: Record, code: str) -> tuple[list[Counted], list[Counted]]:
    """Return the counts of every theme and of every network of a country."""
    return contact_counts.by_theme(record, code), contact_counts.by_network(record, code)


@lru_cache(maxsize=4)
def evaluated(record: Record) -> EvaluationAnswer:
    """Return how good the order of the gaps is on this record; takes some seconds."""
    from graph.analysis.evaluation.evaluation import evaluate_gaps  # only who asks waits for its statistics

    return evaluate_gaps(record)


@lru_cache(maxsize=KEPT)
def kept(record: Record, code: str, theme: str) -> sensitivity.Kept:
    """Return how many of the first lines stay when the tables of judgement are moved; takes about a second."""
    return sensitivity.kept(record, code, theme)
