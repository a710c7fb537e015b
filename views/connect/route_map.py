"""The routes drawn left to right; a click in a lane chooses its route, one on "not through" leaves the network out."""

from functools import lru_cache

import streamlit as st

from graph.answers import RoutesAnswer
from graph.record import Record
from layout.routes.routes import RoutesMap, routes_scene
from layout.sheet import Size
from views.map import component
from views.parts import answers, filters, letters

MAP = "routes-map"


@lru_cache(maxsize=64)
def drawn(record: Record, asked: answers.RouteQuestion, chosen: int, size: Size = "desk") -> RoutesMap:
    """Return the drawing of the routes of a question, laid out once for all readers."""
    return routes_scene(answers.routes(record, asked), record, size, chosen)


def draw(record: Record, asked: answers.RouteQuestion, answer: RoutesAnswer) -> int:
    """Draw the routes and return the place of the one that the reader chose, at first that of the shortest."""
    first = drawn(record, asked, 0)
    selection = component.chosen(MAP, first.scene)
    if selection and selection.id in first.avoid:
        filters.leave_out(first.avoid[selection.id])
        component.clear(MAP)
        st.rerun()
    place = _place(selection, len(answer["routes"]))
    component.draw(drawn(record, asked, place, letters.size()).scene, key=MAP)
    return place


def _place(selection: component.Selection | None, count: int) -> int:
    """Return the route that a lane, a stop or a step belongs to: the number in its id."""
    place = selection.id.split(":")[1:2] if selection else []
    return min(int(place[0]), count - 1) if place and place[0].isdecimal() else 0
