"""Of a pair that both sides deny, paper and story do not say that nothing is known."""

import pytest

from graph.analysis.gaps.decisions import decide
from graph.history import Batch, Change
from graph.record import Record
from graph.stores.memory import MemoryStore
from handouts.country.one_page import one_pager
from handouts.story.slide import Asked
from handouts.story.telling import slide
from tests.graph.analysis.gaps_toy import BODIES, BOTH, COUNTRY, SOURCES, TODAY

AT = f"{TODAY}T09:00:00Z"


@pytest.fixture
def denied() -> Record:
    store = MemoryStore()
    changes = tuple(Change(None, thing) for thing in (COUNTRY, *SOURCES, *BODIES, *BOTH))
    store.apply(Batch("test", AT, "begin", changes))
    store.apply(decide(store.read().as_of(TODAY), "ozone", "customs", "none", at=AT, said_on=TODAY))
    return store.read().as_of(TODAY)


def test_the_one_pager_counts_it_apart(denied: Record) -> None:
    said = " ".join(one_pager(denied, "PK", form="html").decode().split())
    assert "of 1 both sides say that there is none; 2 are not known" in said


def test_the_slide_on_contacts_counts_it_apart_and_does_not_ask_for_it(denied: Record) -> None:
    shown = slide(Asked(denied, "PK", ""), "gaps")
    assert shown.title.endswith("2 are not known, 1 confirmed: none")
    assert not any("ustoms" in line.text and "zone" in line.text for line in shown.entries)
