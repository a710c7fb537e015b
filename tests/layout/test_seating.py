"""The two columns of bodies and networks: clean for every country, in an order with few crossings, nothing lost."""

import pytest

from graph.analysis.country.country_networks import country_networks
from graph.record import Record
from layout.seating import SeatingMap, seating
from layout.sheet import Size
from layout.untangled import crossings, untangled
from tests.layout.measuring import faults

SIZES: tuple[Size, ...] = ("desk", "projector")


@pytest.mark.parametrize("size", SIZES)
def test_every_country_is_drawn_cleanly(seed: Record, size: Size) -> None:
    for country in sorted(seed.countries):
        for theme in ("", "hazardous-waste", "wildlife"):
            scene = seating(seed, country, theme, size).scene
            assert (country, theme, faults(scene)) == (country, theme, [])
            assert len(scene.boxes) <= 40


@pytest.mark.parametrize("country", ["PK", "LK", "TH", "TL"])
def test_no_running_network_is_lost_without_a_count(seed: Record, country: str) -> None:
    drawn = seating(seed, country, size="projector")
    running = {f"network:{one['id']}" for one in country_networks(seed, country) if one["status"] != "ended"}
    shown = {name for name in drawn.things if name.startswith("network:")}
    counted = [text.text for text in drawn.scene.texts if text.x > 100 and text.text.startswith("and ")]
    assert shown <= running
    left = len(running) - len(shown)
    assert (f"and {left} more" in counted) == (left > 0)
    assert drawn.says.startswith(f"{len(running)} running")


def test_presumed_seats_are_told_from_recorded_ones(seed: Record) -> None:
    drawn = seating(seed, "PK", size="projector")
    for line in drawn.scene.lines:
        assert ("presumed" in line.name) == (line.kind == "seat-presumed")
        assert drawn.claims[line.id] or line.kind == "seat-presumed" or "secretariat" in line.name


def test_columns_are_untangled() -> None:
    crossed = {("a", "z"), ("b", "y"), ("c", "x")}
    assert crossings(["a", "b", "c"], ["x", "y", "z"], crossed) == 3
    left, right = untangled(["a", "b", "c"], ["x", "y", "z"], crossed)
    assert crossings(left, right, crossed) == 0


def test_untangling_never_makes_it_worse(seed: Record) -> None:
    for country in sorted(seed.countries):
        lines = seating(seed, country, size="projector").scene.lines
        pairs = {line.ends for line in lines}
        left, right = (sorted({pair[side] for pair in pairs}) for side in (0, 1))
        assert crossings(*untangled(left, right, pairs), pairs) <= crossings(left, right, pairs)


def test_beyond_the_country_leaves_out_its_own_mechanisms(seed: Record) -> None:
    def scopes(drawn: SeatingMap) -> set[str]:
        names = (name.partition(":")[2] for name in drawn.things if name.startswith("network:"))
        return {seed.networks[name].scope for name in names}

    assert "national" in scopes(seating(seed, "PK", size="projector"))
    assert "national" not in scopes(seating(seed, "PK", size="projector", beyond=True))
