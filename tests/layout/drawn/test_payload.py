"""The browser gets plain JSON in which nothing is left to decide, and signs that everybody can read."""

import json
import re
from typing import get_args

import pytest

from layout.drawn.payload import as_payload
from layout.drawn.signs import Ground, signs
from tests.e2e.map_harness.example import HOSTILE, scene


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_payload_survives_json_unchanged_in_number() -> None:
    example = scene()
    sent = json.loads(json.dumps(as_payload(example)))
    assert [box["id"] for box in sent["boxes"]] == [box.id for box in example.boxes]
    assert [line["id"] for line in sent["lines"]] == [line.id for line in example.lines]
    assert len(sent["legend"]) == len(example.legend)


def test_names_are_sent_as_they_are_recorded() -> None:
    assert HOSTILE in [text["text"] for text in as_payload(scene())["texts"]]


def test_the_designation_stands_at_the_foot_of_every_scene() -> None:
    for projector in (False, True):
        example = scene(projector=projector)
        last = as_payload(example)["texts"][-1]
        assert last["text"] == "Designations imply no opinion on the status of any territory."
        assert example.height - 10 < last["y"] < example.height


def test_every_sign_that_is_used_is_in_the_table() -> None:
    sent = as_payload(scene())
    table = sent["signs"]["paper"]
    assert {line["kind"] for line in sent["lines"]} == set(table["lines"])
    assert {box["border"] for box in sent["boxes"]} <= set(table["borders"])
    assert {zone["kind"] for zone in sent["zones"]} <= set(table["zones"])
    assert {entry["box"]["border"] for entry in sent["legend"] if entry.get("box")} <= set(table["borders"])


@pytest.mark.parametrize("ground", get_args(Ground))
@pytest.mark.parametrize(("ink", "least"), [("first", 7), ("second", 7), ("primary", 7), ("faded", 4.5)])
def test_text_stands_out_from_all_it_stands_on(ground: Ground, ink: str, least: float) -> None:
    table = signs(False, ground)
    grounds = [table["sheet"], table["zones"]["column"]["fill"]]
    if ink != "faded":
        grounds += [table["zones"][zone]["fill"] for zone in ("lane", "lane-chosen")]
        grounds += [border["fill"] for name, border in table["borders"].items() if name != "tag"]
    if ink == "first":
        grounds += [tag["fill"] for tag in table["tags"].values()]
    assert min(contrast(table["ink"][ink], each) for each in grounds) >= least


@pytest.mark.parametrize("ground", get_args(Ground))
@pytest.mark.parametrize("projector", [False, True])
def test_lines_and_borders_stand_out_from_the_sheet(ground: Ground, projector: bool) -> None:
    table = signs(projector, ground)
    strokes = [sign["stroke"] for part in ("lines", "borders") for sign in table[part].values()]
    assert min(contrast(stroke, table["sheet"]) for stroke in strokes) >= 3


def test_paper_has_no_colours() -> None:
    found = set(re.findall(r"#[0-9A-F]{6}", json.dumps(signs(True, "paper"))))
    assert found
    assert {colour for colour in found if len({colour[1:3], colour[3:5], colour[5:7]}) > 1} == set()


def test_gaps_are_grey_on_the_projector_and_dashed_everywhere() -> None:
    desk, projector = signs(False)["lines"]["gap"], signs(True)["lines"]["gap"]
    assert (desk["stroke"], projector["stroke"]) == ("#D55E00", "#59636E")
    assert desk["dash"] == projector["dash"] == [7, 5]


def test_only_gaps_and_presumed_seats_are_broken_lines() -> None:
    broken = {kind for kind, sign in signs(False)["lines"].items() if "dash" in sign}
    assert broken == {"gap", "seat-presumed"}
