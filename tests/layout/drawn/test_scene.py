"""A scene that contradicts itself is refused with a sentence."""

import pytest

from layout.drawn.scene import Box, Line, Scene, SceneError, Zone

HERE = Box("here", 0, 0, 100, 50, ("Customs",), "Customs")
THERE = Box("there", 200, 0, 100, 50, ("Police",), "Police")
BETWEEN = Line("between", ((100, 25), (200, 25)), "contact", ("here", "there"), "Customs and police are in contact")


def test_a_sound_scene_stands() -> None:
    assert Scene("PK", 752, 604, (HERE, THERE), (BETWEEN,)).lines == (BETWEEN,)


def test_a_line_must_end_at_a_box() -> None:
    with pytest.raises(SceneError, match="Line 'between' ends at box 'there', which is not in scene 'PK'"):
        Scene("PK", 752, 604, (HERE,), (BETWEEN,))


def test_boxes_lines_and_zones_share_one_list_of_ids() -> None:
    with pytest.raises(SceneError, match="The id 'here' stands twice"):
        Scene("PK", 752, 604, (HERE,), zones=(Zone(0, 0, 10, 10, "lane", id="here"),))


@pytest.mark.parametrize(("curve", "count"), [("straight", 1), ("rounded", 1), ("spline", 3), ("spline", 5)])
def test_a_path_has_the_points_its_curve_needs(curve: str, count: int) -> None:
    path = tuple((float(x), 0.0) for x in range(count))
    line = Line("odd", path, "contact", ("here", "there"), "Odd", curve)  # type: ignore[arg-type]
    with pytest.raises(SceneError, match=rf"Line 'odd' \({curve}\) has a path of {count} points"):
        Scene("PK", 752, 604, (HERE, THERE), (line,))
