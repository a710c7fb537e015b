"""The region on tiles: clean for every country, every country once, counts and no ranks."""

import pytest

from graph.record import Record
from layout.region import region
from layout.sheet import Size
from tests.layout.measuring import faults

SIZES: tuple[Size, ...] = ("desk", "projector")


@pytest.mark.parametrize("size", SIZES)
def test_the_region_is_drawn_cleanly_for_every_country(seed: Record, size: Size) -> None:
    for country in ("", *sorted(seed.countries)):
        for theme in ("", "hazardous-waste"):
            scene = region(seed, country, theme, size).scene
            assert (country, theme, faults(scene)) == (country, theme, [])
            assert {box.id for box in scene.boxes} == {f"country:{code}" for code in seed.countries}


def test_a_projector_sheet_keeps_its_size(seed: Record) -> None:
    for country in ("", "PK", "IR"):
        scene = region(seed, country, size="projector").scene
        assert (scene.width, scene.height) == (1232, 636)


def test_what_two_countries_share_is_the_same_from_either_side(seed: Record) -> None:
    def seen(by: str, of: str) -> str:
        return next(box.name for box in region(seed, by).scene.boxes if box.id == f"country:{of}").partition(", ")[2]

    for one, other in (("LK", "IN"), ("PK", "CN"), ("TL", "ID"), ("TH", "VN")):
        assert seen(one, other) == seen(other, one)


def test_contacts_lead_to_their_claims_and_none_found_is_no_denial(seed: Record) -> None:
    drawn = region(seed, "LK")
    for box in drawn.scene.boxes:
        if box.id != "country:LK":
            assert ("no recorded contact" in box.name) == (not drawn.claims.get(box.id))
    assert drawn.claims["country:IN"]


def test_only_the_country_that_asks_is_marked(seed: Record) -> None:
    assert [box.id for box in region(seed, "PK").scene.boxes if box.basis == "recorded"] == ["country:PK"]
    assert not [box for box in region(seed).scene.boxes if box.basis == "recorded"]


def test_on_a_theme_it_says_which_counts_are_on_it(seed: Record) -> None:
    assert region(seed, theme="wildlife").says.endswith("Networks are those on wildlife.")
    assert region(seed, "LK", "wildlife").says.endswith("Networks and contacts are those on wildlife.")
    assert "those on" not in region(seed, "LK").says
