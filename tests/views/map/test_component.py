"""A page with a map on it reruns under AppTest, and believes only choices of what is on the map."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.e2e.map_harness.example import HOSTILE


def page() -> None:
    import streamlit as st  # AppTest runs the body of this function as a script of its own

    from tests.e2e.map_harness.example import scene
    from views.map.component import choose, chosen, clear, draw

    st.button("choose", on_click=choose, args=("map", "line", "gap-4"))
    st.button("clear", on_click=clear, args=("map",))
    before = chosen("map", scene())
    selection = draw(scene(), key="map")
    st.text(f"{before and before.id} {selection and (selection.kind, selection.id)}")


def opened() -> AppTest:
    return AppTest.from_function(page).run(timeout=20)


def said(app: AppTest) -> str:
    assert not app.exception
    return str(app.text[0].value)


def sent(app: AppTest) -> dict[str, Any]:
    [node] = app.get("bidi_component")
    data: dict[str, Any] = json.loads(node.proto.json)
    return data


def test_nothing_is_chosen_at_first_and_the_whole_scene_is_sent() -> None:
    app = opened()
    assert said(app) == "None None"
    assert HOSTILE in json.dumps(sent(app)["scene"], ensure_ascii=False)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"kind": "box", "id": "PC"}, "PC ('box', 'PC')"),
        ({"kind": "line", "id": "gap-4", "turn": 1}, "gap-4 ('line', 'gap-4')"),
        ({"kind": "zone", "id": "lane"}, "lane ('zone', 'lane')"),
        ({"kind": "none", "id": ""}, "None None"),
        ({"kind": "line", "id": "PC"}, "None None"),
        ({"kind": "box", "id": "gone"}, "None None"),
        ({"kind": ["box"], "id": {"PC": 1}}, "None None"),
        ("PC", "None None"),
    ],
)
def test_a_choice_is_believed_where_it_is_in_the_scene(value: object, expected: str) -> None:
    app = opened()
    app.session_state["map"] = {"selection": value}
    assert said(app.run()) == expected


def test_a_choice_made_elsewhere_on_the_page_reaches_the_map_and_is_cleared_again() -> None:
    app = opened()
    assert said(app.button[0].click().run()) == "gap-4 ('line', 'gap-4')"
    assert sent(app)["held"] == {"kind": "line", "id": "gap-4"}
    assert said(app.button[1].click().run()) == "None None"
    assert sent(app)["held"] == {"kind": "none", "id": ""}
