"""On every map of every country: nothing overlaps, nothing leaves its place, no service vanishes."""

from dataclasses import replace

import pytest

from graph.analysis.bodies.services import services
from graph.analysis.gaps.screening import Screening, screen
from graph.record import Record
from layout.chain.chain import chain
from layout.chain.plan import COLUMNS, ChainMap
from layout.drawn.payload import as_payload
from layout.drawn.scene import Scene
from layout.sheet import Size
from tests.layout.measuring import faults

# Every country of the seed, so that each is a test of its own.
COUNTRIES = ["AF", "BD", "BN", "BT", "CN", "HK", "ID", "IN", "IR", "JP", "KH", "KR", "LA"]
COUNTRIES += ["LK", "MM", "MN", "MV", "MY", "NP", "PH", "PK", "SG", "TH", "TL", "VN"]
THEMES = ("", "ozone-depleting-substances", "hazardous-waste", "wildlife", "timber")
SIZES: tuple[Size, ...] = ("desk", "projector")
MOST_BOXES = 40


def on_chain(scene: Scene) -> list[str]:
    return [box.id for box in scene.boxes if box.shape != "network"]


def column_faults(drawn: ChainMap) -> list[str]:
    """Boxes that leave the ground of their own column."""
    grounds = [zone for zone in drawn.scene.zones if zone.kind == "column" and not zone.id]
    found = []
    for box in drawn.scene.boxes:
        if box.id in drawn.boxes:
            ground = grounds[COLUMNS.index(drawn.boxes[box.id].column)]
            if not (ground.x <= box.x and box.x + box.w + 3 * min(box.stack, 2) <= ground.x + ground.w):
                found.append(f"{box.id} leaves its column")
            if not (ground.y <= box.y and box.y + box.h <= ground.y + ground.h):
                found.append(f"{box.id} leaves the height of its column")
    return found


def missing(drawn: ChainMap, seen: Screening) -> set[str]:
    """Services that are neither in a box nor counted as hidden; or in both, or twice."""
    members = [service for box in drawn.boxes.values() for service in box.members]
    told = sorted([*members, *drawn.hidden_services])
    living = sorted(services(seen.record, seen.country).services)
    return set() if told == living else set(told) ^ set(living) | {name for name in told if told.count(name) > 1}


def test_the_list_of_countries_is_that_of_the_seed(seed: Record) -> None:
    assert sorted(seed.countries) == COUNTRIES


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_map_is_clean_and_whole(seed: Record, country: str) -> None:
    for theme in THEMES:
        seen = screen(seed, country, theme)
        for size in SIZES:
            drawn = chain(seed, country, theme, size=size, problems=size == "desk", screening=seen)
            where = (country, theme, size)
            assert (where, faults(drawn.scene)) == (where, [])
            assert (where, column_faults(drawn)) == (where, [])
            assert (where, missing(drawn, seen)) == (where, set())
            assert len(on_chain(drawn.scene)) <= MOST_BOXES, where


@pytest.mark.parametrize(("size", "width", "height"), [("desk", 750, 604), ("projector", 1232, 636)])
def test_a_map_with_nothing_opened_has_the_size_of_its_sheet(
    seed: Record, size: Size, width: float, height: float
) -> None:
    for country in COUNTRIES:
        scene = chain(seed, country, "", size=size).scene
        assert (scene.width, scene.height) == (width, height), country


def test_all_words_are_large_enough_in_a_small_window_and_on_the_full_screen(seed: Record) -> None:
    place, full_screen = 693, 0.97  # of the map in a window of 1280 x 720; of the screen, as map.js fits it
    for country in COUNTRIES:
        scene = chain(seed, country, "").scene
        payload = as_payload(scene)
        texts = [*payload["texts"], *(text for box in payload["boxes"] for text in box["texts"])]
        texts += [text for line in payload["lines"] if line["tag"] for text in line["tag"]["texts"]]
        least = min(text["size"] for text in [*texts, *(entry["text"] for entry in payload["legend"])])
        assert least * place / scene.width >= 12
        assert least * min(1280 / scene.width, 720 / scene.height) * full_screen >= 15


@pytest.mark.parametrize("country", ["PK", "TH", "LK"])
def test_opened_stacks_are_drawn_as_cleanly(seed: Record, country: str) -> None:
    for theme in ("", "hazardous-waste", "wildlife"):
        seen = screen(seed, country, theme)
        folded = chain(seed, country, theme, screening=seen)
        stacks = [box.id for box in folded.boxes.values() if box.opens]
        stacks += [zone.id for zone in folded.scene.zones if zone.id.startswith("more:")]
        for opened in [*({stack} for stack in stacks), set(stacks)]:
            drawn = chain(seed, country, theme, unfolded=frozenset(opened), screening=seen)
            assert (opened, faults(drawn.scene)) == (opened, [])
            assert missing(drawn, seen) == set()
            assert len(on_chain(drawn.scene)) <= MOST_BOXES
            assert not opened or drawn.scene != folded.scene


def test_the_ruler_finds_faults(seed: Record) -> None:
    """A measure that finds nothing on a spoilt drawing would prove nothing."""
    scene = chain(seed, "PK", "hazardous-waste").scene
    first, second, *rest = scene.boxes
    onto = replace(scene, boxes=(first, replace(second, x=first.x, y=first.y), *rest))
    assert any("overlap" in fault for fault in faults(onto))
    narrow = replace(scene, boxes=(replace(first, w=20), second, *rest))
    assert any("leave it" in fault for fault in faults(narrow))
    through = replace(scene.lines[0], path=((0.0, first.y + 9), (scene.width, first.y + 9)), ends=(rest[-1].id,) * 2)
    assert any("runs through" in fault for fault in faults(replace(scene, lines=(through,))))
    tag = next(line.tag for line in scene.lines if line.tag)
    on_box = replace(scene.lines[0], tag=replace(tag, x=first.x, y=first.y))
    assert any("stands on" in fault for fault in faults(replace(scene, lines=(on_box,))))
