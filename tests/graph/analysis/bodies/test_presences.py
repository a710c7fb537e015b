"""One meaning of "at a site", for the gaps of a site, its crossing, its roster and who else is missing there."""

from dataclasses import replace

import numpy as np
import pytest

from graph.analysis.country.country_sites import country_sites
from graph.analysis.gaps.screening import screen
from graph.analysis.levels.at_site import at_site
from graph.analysis.levels.crossings import crossings
from graph.analysis.who_else.who_else_at_site import who_else_at_site
from graph.model import Claim
from graph.record import Record
from tests.graph.analysis.levels_toy import at, world

TEAM = at("pk-police", "gate", through="wen")
OVER = replace(at("pk-police", "gate"), until="2020")


def everywhere(record: Record) -> list[set[str]]:
    """Who is at the gate by each answer that says it."""
    (group,) = at_site(record, "gate")["groups"]
    (crossing,) = crossings(record, "PK")
    (site,) = [one for one in country_sites(record, "PK") if one["id"] == "gate"]
    return [
        {body["id"] for body in group["bodies"]},
        {body["id"] for side in crossing["sides"] for body in side["bodies"]},
        {body["id"] for body in who_else_at_site(record, "gate")["present"]},
        {body["id"] for body in site["organizations"]},
    ]


@pytest.mark.parametrize(("claim", "there"), [(TEAM, True), (OVER, False)])
def test_every_answer_about_a_site_means_the_same(claim: Claim, there: bool) -> None:
    expected = {"pk-customs", "pk-police"} if there else {"pk-customs"}
    assert everywhere(world(at("pk-customs", "gate"), claim)) == [expected] * 4


def test_every_answer_about_a_site_of_the_seed_means_the_same(seed: Record) -> None:
    for site in ("pk-torkham", "pk-karachi-port", "kuala-lurah"):
        answer = who_else_at_site(seed, site)
        (group,) = at_site(seed, site)["groups"]
        both = {body["id"] for body in (*answer["present"], *answer["other_side"])}
        assert both == {body["id"] for body in group["bodies"]} != set()


@pytest.mark.parametrize(("claim", "reason"), [(at("pk-police", "gate"), True), (TEAM, False)])
def test_only_an_own_presence_is_a_reason_for_contact(claim: Claim, reason: bool) -> None:
    seen = screen(world(at("pk-customs", "gate"), claim), "PK")
    places = [seen.block.place[body] for body in ("pk-customs", "pk-police")]
    one, other, value = seen.need.grounds.sites
    assert ([sorted(places)] == np.stack([one, other]).T.tolist()) is reason
    assert (value > 0).all()
