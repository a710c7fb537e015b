"""What a test sees of the map on a page, and how it clicks in it."""

import json
from typing import Any

from streamlit.testing.v1 import AppTest


def map_of(app: AppTest) -> dict[str, Any]:
    """What the page gives to its map."""
    found = next(element for element in app.get("bidi_component") if "scene" in element.proto.json)
    scene: dict[str, Any] = json.loads(found.proto.json)["scene"]
    return scene


def sources_listed(app: AppTest) -> int:
    """How many claims the text beside the map lists, each with its publisher and the days in small letters."""
    return sum(str(element.value).count("  \n:small[") for element in app.markdown)


def choose(app: AppTest, kind: str, name: str) -> AppTest:
    """Click in the map."""
    app.session_state["chain-map"] = {"selection": {"kind": kind, "id": name}}
    return app.run()
