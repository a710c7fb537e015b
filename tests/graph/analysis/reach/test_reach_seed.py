"""The smallest sets on the seed, held against brute force."""

from itertools import combinations

import numpy as np
import pytest

from graph.analysis.reach.reach import Demand, plan_reach, reach
from graph.analysis.reach.reach_target import Wish, open_networks, ways_to
from graph.analysis.routes.route_graph import is_world_wide
from graph.record import Record
from tests.graph.analysis.reach.reach_toy import chosen, out


@pytest.mark.parametrize("asked", ["kind:customs", "kind:ozone-unit", "customs@TH,VN,LA,KH,MM,MY,ID,PH,SG"])
@pytest.mark.parametrize("world_wide", [True, False])
def test_on_the_seed_no_smaller_set_reaches_as_many(seed: Record, asked: str, world_wide: bool) -> None:
    plan = plan_reach(seed, [asked], Wish(world_wide=world_wide))
    answer, bodies = plan.answer, [body for body in plan.targets if body not in out(plan.answer)]
    usable = open_networks(seed, Wish(world_wide=world_wide))
    reached = np.array([[name in ways_to(seed, body) for body in bodies] for name in usable])
    useful = np.unique(reached, axis=0)
    smaller = range(1, min(len(answer["networks"]), 4))
    assert not any(
        useful[list(some)].any(axis=0).all() for n in smaller for some in combinations(range(len(useful)), n)
    )
    assert sorted(one["id"] for net in answer["networks"] for one in net["adds"]) == sorted(bodies)
    claims = [claim for net in answer["networks"] for one in net["adds"] for claim in one["claims"]]
    assert all(seed.row_of_claim(claim) is not None for claim in claims)
    assert world_wide or not any(is_world_wide(seed, name) for name in chosen(answer))
    assert plan_reach(seed.as_of(seed.date), [asked], Wish(world_wide=world_wide)).answer == answer


def test_the_customs_of_the_25_countries_on_the_seed(seed: Record) -> None:
    answer = reach(seed, "kind:customs")
    assert (chosen(answer), len(answer["networks"][0]["adds"]), answer["unreached"]) == (["wco"], 25, [])
    beside = plan_reach(seed, ["kind:customs"], Wish(world_wide=False), every_optimum=True).answer
    assert (beside["cost"], beside["proven"]) == (5.0, True)
    assert chosen(beside)[0] == "wco-rilo-ap"
    assert len(beside["optima"]) > 1


def test_a_share_that_cannot_be_met_is_said_and_one_that_can_says_nothing(seed: Record) -> None:
    half, wish = Demand(at_least=0.8, per_country=70), Wish(world_wide=False)
    share, each = plan_reach(seed, ["country:PK"], wish, half).falls_short()
    plan = plan_reach(seed, ["country:PK"], wish, half)
    reached = len(plan.targets) - len(plan.answer["unreached"])
    assert (
        share == f"At least {-(-8 * len(plan.targets) // 10)} were asked for; no more than {reached} can be reached so."
    )
    assert each == "Of Pakistan fewer can be reached than the 70 of each country asked for."
    assert plan_reach(seed, ["country:PK"], wish, Demand(at_least=0.3, per_country=5)).falls_short() == []
    assert plan_reach(seed, ["country:PK"], wish).falls_short() == []
