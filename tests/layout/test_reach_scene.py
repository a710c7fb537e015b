"""The drawing of a set of networks: clean for few and for many, every lane and body traceable."""

import pytest

from graph.analysis.reach.reach import Demand, plan_reach
from graph.analysis.reach.reach_target import Wish
from graph.record import Record
from layout.reach import MOST_CHIPS, reach_scene
from tests.layout.measuring import faults


@pytest.mark.parametrize(
    "asked",
    [
        ["kind:customs"],
        ["kind:customs", "kind:police", "kind:ozone-unit", "kind:environment-authority"],
        ["country:PK,TL"],
        ["customs@TL"],
    ],
)
@pytest.mark.parametrize("begin", ["", "pk-customs"])
def test_every_drawing_of_a_set_is_clean(seed: Record, asked: list[str], begin: str) -> None:
    plan = plan_reach(seed, asked, Wish(world_wide=False), Demand(connected_from=begin, at_home=True))
    assert faults(reach_scene(seed, plan.answer, plan.links(), size="projector").scene) == []
    drawn = reach_scene(seed, plan.answer, plan.links())
    assert faults(drawn.scene) == []
    assert set(drawn.networks.values()) == set(plan.chosen)
    assert {body for body, _ in drawn.bodies.values() if body} <= set(plan.targets)


def test_a_great_set_is_counted_where_it_cannot_be_shown(seed: Record) -> None:
    plan = plan_reach(seed, [f"country:{','.join(sorted(seed.countries))}"], Wish(world_wide=False))
    drawn = reach_scene(seed, plan.answer)
    shown = [body for body, _ in drawn.bodies.values() if body]
    more = [box.notes[0].text for box in drawn.scene.boxes if box.id.startswith("more:")]
    assert len(shown) <= MOST_CHIPS + len(plan.chosen)
    counted = sum(int(text.split()[1]) for text in more)
    assert len(shown) + counted == len(plan.targets) - len(plan.answer["unreached"])
