"""A slide is made of native shapes, and its lines stay glued to them."""

import io
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

import handouts
from graph.analysis.changes.changed import what_changed
from graph.record import Record
from handouts.slide.connectors import bend
from layout.chain.chain import chain

DRAWN_ALONE = ("Legend: ", "Chain", "Rule")


def slide_of(content: bytes) -> Any:
    return Presentation(io.BytesIO(content)).slides[0]


def connectors(slide: Any) -> list[Any]:
    found = [shape._element for shape in slide.shapes if shape._element.tag == qn("p:cxnSp")]
    return [one for one in found if not one.nvCxnSpPr.cNvPr.get("name").startswith(DRAWN_ALONE)]


def ports(slide: Any) -> dict[str, list[tuple[float, float]]]:
    """Where lines are glued to each shape, in pixels of the slide."""
    found = {}
    for shape in slide.shapes:
        guides = {one.get("name"): one.get("fmla").split() for one in shape._element.iter(qn("a:gd"))}
        if shape._element.find(f".//{qn('a:custGeom')}") is not None:
            count = sum(name.startswith("x") for name in guides)
            found[str(shape.shape_id)] = [
                (
                    (shape.left + shape.width * int(guides[f"x{i}"][2]) / int(guides[f"x{i}"][3])) / 9525,
                    (shape.top + shape.height * int(guides[f"y{i}"][2]) / int(guides[f"y{i}"][3])) / 9525,
                )
                for i in range(count)
            ]
    return found


@pytest.mark.parametrize(("code", "theme"), [("PK", "hazardous-waste"), ("LK", ""), ("MM", "")])
def test_every_line_is_glued_at_both_ends(seed: Record, code: str, theme: str) -> None:
    slide = slide_of(handouts.chain_slide(seed, code, theme))
    drawn = chain(seed, code, theme, size="projector").scene
    lines = connectors(slide)
    assert len(lines) == sum(not line.when_chosen for line in drawn.lines) > 0
    where = ports(slide)
    for line in lines:
        ends = [line.find(f".//{qn(name)}") for name in ("a:stCxn", "a:endCxn")]
        glued = [where[end.get("id")][int(end.get("idx")) - 4] for end in ends]
        assert glued == [pytest.approx(point, abs=0.6) for point in run(line)[:: len(run(line)) - 1]]


def run(line: Any) -> list[tuple[float, float]]:
    """The points through which a connector runs by its preset, in pixels of the slide."""
    frame, form = line.spPr.xfrm, line.spPr.prstGeom
    x, y, w, h = (int(value) / 9525 for value in (frame.off.x, frame.off.y, frame.ext.cx, frame.ext.cy))
    adjust = [int(one.get("fmla").split()[1]) / 100000 for one in form.iter(qn("a:gd"))]
    presets: dict[str, Callable[[], list[tuple[float, float]]]] = {
        "straightConnector1": lambda: [(0, 0), (1, 1)],
        "line": lambda: [(0, 0), (1, 1)],
        "bentConnector3": lambda: [(0, 0), (adjust[0], 0), (adjust[0], 1), (1, 1)],
        "bentConnector5": lambda: [
            *((0, 0), (adjust[0], 0), (adjust[0], adjust[1]), (adjust[2], adjust[1])),
            *((adjust[2], 1), (1, 1)),
        ],
    }
    shares = presets[form.get("prst")]()
    across, down = frame.get("flipH") == "1", frame.get("flipV") == "1"
    return [(x + w * (1 - a if across else a), y + h * (1 - b if down else b)) for a, b in shares]


def test_a_connector_runs_as_the_line_of_the_map_does(seed: Record) -> None:
    drawn = chain(seed, "PK", "hazardous-waste", size="projector").scene
    slide = slide_of(handouts.chain_slide(seed, "PK", "hazardous-waste"))
    lines = {one.nvCxnSpPr.cNvPr.get("name"): run(one) for one in connectors(slide)}
    seen = [line for line in drawn.lines if not line.when_chosen]
    first, shown = seen[0].path, lines[seen[0].name]
    k = (shown[-1][0] - shown[0][0]) / (first[-1][0] - first[0][0])
    for line in seen:
        moved = [((x - first[0][0]) * k + shown[0][0], (y - first[0][1]) * k + shown[0][1]) for x, y in line.path]
        assert lines[line.name] == [pytest.approx(point, abs=0.6) for point in moved]


@pytest.mark.parametrize(
    ("path", "preset", "adjust"),
    [
        ([(0, 0), (40, 0)], "straightConnector1", ()),
        ([(0, 0), (10, 0), (20, 0), (40, 0)], "straightConnector1", ()),
        ([(0, 0), (10, 0), (10, 20), (40, 20)], "bentConnector3", (25000,)),
        ([(40, 20), (10, 20), (10, 0), (0, 0)], "bentConnector3", (75000,)),
        ([(0, 0), (10, 0), (10, 50), (30, 50), (30, 100), (40, 100)], "bentConnector5", (25000, 50000, 75000)),
        (
            [(0, 0), (10, 0), (10, 50), (20, 50), (20, 55), (30, 55), (30, 100), (40, 100)],
            "bentConnector5",
            (25000, 50000, 75000),
        ),
    ],
)
def test_a_path_becomes_a_preset(path: list[tuple[float, float]], preset: str, adjust: tuple[int, ...]) -> None:
    found = bend(path)
    assert (found.preset, found.adjust) == (preset, adjust)


def test_a_slide_has_a_title_a_legend_and_its_sources_in_the_notes(seed: Record) -> None:
    slide = slide_of(handouts.chain_slide(seed, "PK", "hazardous-waste"))
    assert slide.shapes.title.text_frame.text == "Pakistan, hazardous waste"
    assert any(shape.name == "Legend: recorded" for shape in slide.shapes)
    notes = slide.notes_slide.notes_text_frame.text
    for said in ("Designations imply no opinion", "there may well be one", "Sources: Kashmir Media Watch"):
        assert said in notes


def test_names_that_are_hard_to_print_stand_in_the_shapes(hard: Record) -> None:
    slide = slide_of(handouts.chain_slide(hard, "PK", "hazardous-waste"))
    text = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert any(name in text for name in ("กรมศุลกากร", "বাংলাদেশ কাস্টমস", "پاکستان", "onerror"))


def test_what_changed_is_one_slide(seed: Record) -> None:
    answer = what_changed(seed, seed, "PK")
    slide = slide_of(handouts.changes_slide(seed, answer, "Workshop"))
    assert slide.shapes.title.text_frame.text == "What changed: Pakistan"


def test_libreoffice_opens_a_slide_and_its_lines_are_still_connected(seed: Record, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice is not installed (apt-get install libreoffice-impress).")
        pytest.skip("LibreOffice is not installed (apt-get install libreoffice-impress).")
    file = tmp_path / "map.pptx"
    file.write_bytes(handouts.chain_slide(seed, "PK", "hazardous-waste"))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [office, home, "--headless", "--convert-to", "fodp", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    shown = (tmp_path / "map.fodp").read_text(encoding="utf-8")
    glued = [one for one in shown.split("<draw:connector")[1:] if "draw:start-shape" in one.partition(">")[0]]
    drawn = chain(seed, "PK", "hazardous-waste", size="projector").scene
    assert len(glued) == sum(not line.when_chosen for line in drawn.lines)
    assert all("draw:end-shape" in one.partition(">")[0] for one in glued)
