"""The whole record on one sheet: nothing covers anything, nobody is lost, and a theme is a part of it."""

from itertools import combinations

import pytest

from graph.record import Record
from layout.drawn.scene import Box, Scene, Zone
from layout.whole.whole import WholeMap, whole
from tests.layout.measuring import holds_its_words

THEMES = ("", "hazardous-waste", "wildlife")


@pytest.fixture(scope="module", params=THEMES)
def drawn(seed: Record, request: pytest.FixtureRequest) -> WholeMap:
    return whole(seed, request.param)


def overlaps(one: Box | Zone, other: Box | Zone) -> bool:
    return (
        one.x < other.x + other.w and other.x < one.x + one.w and one.y < other.y + other.h and other.y < one.y + one.h
    )


def around(scene: Scene, box: Box) -> list[Zone]:
    return [
        zone
        for zone in scene.zones
        if zone.x <= box.x and zone.y <= box.y and box.x + box.w <= zone.x + zone.w and box.y + box.h <= zone.y + zone.h
    ]


def test_no_box_covers_another_and_every_box_stands_in_its_block(drawn: WholeMap) -> None:
    scene = drawn.scene
    assert [pair for pair in combinations(scene.zones, 2) if overlaps(*pair)] == []
    homes: dict[Zone, list[Box]] = {}
    for box in scene.boxes:
        (home,) = around(scene, box)
        homes.setdefault(home, []).append(box)
    for inside in homes.values():
        assert [pair for pair in combinations(inside, 2) if overlaps(*pair)] == []


def test_every_box_holds_its_words(drawn: WholeMap) -> None:
    assert [box.id for box in drawn.scene.boxes if not holds_its_words(box, projector=False)] == []


def test_everything_is_on_the_sheet(drawn: WholeMap) -> None:
    scene = drawn.scene
    assert max(box.x + box.w for box in scene.boxes) <= scene.width
    assert max(entry.y for entry in scene.legend) < scene.height


def test_every_line_has_its_claims(drawn: WholeMap, seed: Record) -> None:
    assert {line.id for line in drawn.scene.lines} == set(drawn.claims)
    rows = [seed.row_of_claim(claim) for claims in drawn.claims.values() for claim in claims]
    assert rows
    assert None not in rows


def test_a_theme_is_a_part_of_the_whole(seed: Record) -> None:
    everything = {box.id for box in whole(seed).scene.boxes}
    part = {box.id for box in whole(seed, "hazardous-waste").scene.boxes}
    assert part < everything
    assert "organization:pk-customs" in part


def test_the_same_record_gives_the_same_sheet(seed: Record) -> None:
    assert whole(seed, "wildlife") == whole(seed, "wildlife")
