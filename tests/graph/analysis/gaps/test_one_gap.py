"""What more a reader asks of one gap: the sources searched, where both sit, the pairs of a line, what was decided."""

import pytest

from graph.analysis.gaps.decided_pairs import decided_pairs
from graph.analysis.gaps.line_pairs import open_pairs, place_of
from graph.analysis.gaps.screening import screen
from graph.analysis.gaps.searched import sources_read
from graph.model import Claim, Source
from tests.graph.analysis.gaps_toy import BOTH, TODAY, responsible, tie, toy

SAID = Source(id="said", title="Said by both sides", published=TODAY, kind="workshop")


def test_sources_are_told_apart_by_the_side_they_speak_of_the_newest_first() -> None:
    record = toy(
        responsible("customs", "wildlife", source="old-page"),
        responsible("customs", "wildlife", source="gazette"),
        responsible("ozone", "montreal-protocol", "national-ozone-unit", source="gazette"),
        responsible("ozone", "wildlife", source="undated"),
    )
    seen = screen(record, "PK")
    found = sources_read(seen, place_of(seen, "customs", "ozone"))
    assert (found.both, found.first, found.second) == (("gazette",), ("old-page",), ("undated",))


def test_a_line_of_sisters_names_every_pair_of_which_nothing_is_known() -> None:
    waste = [responsible(name, "hazardous-waste") for name in ("customs", "east-epa", "west-epa")]
    seen = screen(toy(*waste), "PK")
    first = place_of(seen, "customs", "east-epa")
    assert {frozenset(pair) for pair in open_pairs(seen, first)} == {
        frozenset(place_of(seen, "customs", province)) for province in ("east-epa", "west-epa")
    }
    met = screen(toy(*waste, tie("customs", "west-epa")), "PK")
    assert open_pairs(met, first) == [tuple(sorted(first))]


@pytest.mark.parametrize(("role", "says"), [("confirmed-none", "none"), ("not-applicable", "not-applicable")])
def test_what_both_sides_said_is_listed_with_its_day_and_source(role: str, says: str) -> None:
    ends = {"a": "organization:customs", "b": "organization:ozone"}
    record = toy(*BOTH, Claim(kind="decision", role=role, source="said", since=TODAY, **ends), things=(SAID,))
    (found,) = decided_pairs(screen(record, "PK"))
    assert (found.a, found.b, found.says, found.on, found.source) == ("customs", "ozone", says, TODAY, "said")


def test_a_contact_was_decided_where_a_workshop_or_a_hand_wrote_it_and_not_by_a_load() -> None:
    record = toy(*BOTH, tie("customs", "ozone", source="said"), tie("customs", "police"), things=(SAID,))
    seen = screen(record, "PK")
    assert [(one.b, one.says) for one in decided_pairs(seen)] == [("ozone", "contact")]
    assert [one.b for one in decided_pairs(seen, {"batch"})] == ["ozone", "police"]
