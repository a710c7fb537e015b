"""The drawing of routes: clean on many pairs, every step with its word, every part traceable."""

import pytest

from graph.analysis.routes.routes import routes
from graph.record import Record
from layout.routes.routes import routes_scene
from layout.sheet import Size
from tests.layout.measuring import faults

PAIRS = [
    ("pk-nou", "vn-customs"),
    ("pk-customs", "customs@TH"),
    ("bt-nou", "tl-customs"),
    ("pk-bepa", "lk-police"),
    ("pk-customs", "pk-mocc"),
    ("pk-wwf", "mn-customs"),
    ("lk-customs", "customs@IN"),
    ("mv-customs", "kind:customs"),
    ("tl-pntl", "jp-customs"),
    ("np-customs", "police@CN"),
    ("customs@AF", "customs@IR"),
    ("id-customs", "th-dnp"),
    ("bd-customs", "mm-customs"),
    ("pk-sepa", "customs@SG"),
    ("pk-customs", "pk-customs"),
]
SIZES: tuple[Size, ...] = ("desk", "projector")


@pytest.mark.parametrize(("start", "target"), PAIRS)
def test_every_drawing_is_clean(seed: Record, start: str, target: str) -> None:
    answer = routes(seed, start, target)
    for size in SIZES:
        drawn = routes_scene(answer, seed, size)
        assert faults(drawn.scene) == []
        assert len(drawn.lanes) == min(10, len(answer["routes"]))


@pytest.mark.parametrize(("start", "target"), PAIRS[:6])
def test_every_step_carries_its_word_and_its_claims(seed: Record, start: str, target: str) -> None:
    answer = routes(seed, start, target)
    drawn = routes_scene(answer, seed)
    words = [text for text in drawn.scene.texts if text.text in ("recorded", "presumed")]
    assert len(words) == len(drawn.scene.lines)
    steps = [step for route in answer["routes"] for step in route["steps"]]
    presumed = sum(step[end]["basis"] != "recorded" for step in steps for end in ("entry", "exit"))
    assert sum(word.text == "presumed" for word in words) == presumed
    assert sum(line.kind == "seat-presumed" for line in drawn.scene.lines) == presumed
    assert all((word.dot == "open") == (word.text == "presumed") for word in words)
    told = {claim for claims in drawn.claims.values() for claim in claims}
    assert {claim for step in steps for end in ("entry", "exit") for claim in step[end]["claims"]} <= told


def test_start_and_target_stand_once_and_as_tall_as_the_lanes(seed: Record) -> None:
    drawn = routes_scene(routes(seed, "pk-nou", "vn-customs"), seed)
    start, target = drawn.scene.boxes[:2]
    lanes = [zone for zone in drawn.scene.zones if zone.id]
    assert (start.id, target.id) == ("start", "target")
    assert start.h == target.h == lanes[-1].y + lanes[-1].h
    assert [zone.kind for zone in lanes] == ["lane-chosen"] + ["lane"] * (len(lanes) - 1)


def test_every_network_can_be_left_out_with_one_click(seed: Record) -> None:
    answer = routes(seed, "pk-nou", "vn-customs")
    drawn = routes_scene(answer, seed)
    assert sorted(drawn.avoid.values()) == sorted(
        step["network"]["id"] for route in answer["routes"] for step in route["steps"]
    )
    actions = {box.id for box in drawn.scene.boxes if box.shape == "action"}
    assert actions == set(drawn.avoid)


def test_the_chosen_lane_is_marked(seed: Record) -> None:
    scene = routes_scene(routes(seed, "pk-nou", "vn-customs"), seed, chosen=1).scene
    assert [zone.id for zone in scene.zones if zone.kind == "lane-chosen"] == ["lane:1"]


def test_no_route_says_why(seed: Record) -> None:
    scene = routes_scene(routes(seed, "pk-customs", "pk-customs"), seed).scene
    assert [text.text for text in scene.texts] == ["Start and target are one body, or one is part of the other."]
    assert scene.lines == ()
