"""Letters for a room: asked for in the address, kept from page to page, one click from any page and back."""

import re

import pytest

from tests.views.pages.conftest import PAGES, Open, said
from tests.views.pages.seen import map_of


def test_a_link_has_large_letters_and_every_link_of_the_menu_keeps_them(opened: Open) -> None:
    app = opened("country", country="PK", theme="hazardous-waste", projector="yes")
    assert map_of(app)["projector"] is True
    links = [link.proto.query_string for link in app.get("page_link") if link.proto.page.startswith(("gaps", "data"))]
    assert links
    assert all("projector=yes" in link for link in links)


@pytest.mark.parametrize("page", sorted({*PAGES} - {"present"}))
def test_one_click_from_any_page_and_back(opened: Open, page: str) -> None:
    app = opened(page, country="PK")
    app.toggle(key="projector").set_value(True).run()
    assert app.query_params["projector"] == "yes"
    assert not app.sidebar.get("page_link")
    app.toggle(key="projector").set_value(False).run()
    assert "projector" not in app.query_params
    assert app.sidebar.get("page_link")


def test_who_sits_where_leads_to_what_a_seat_rests_on(opened: Open) -> None:
    app = opened("networks", section="seats", country="TH", theme="wildlife")
    line = next(line for line in map_of(app)["lines"] if line["kind"] == "seat-recorded")
    app.session_state["seats-map"] = {"selection": {"kind": "line", "id": line["id"]}}
    app.run()
    assert line["name"].split(":")[0] in said(app)
    assert "read 25 Nov 2026" in said(app)


def test_the_region_leads_to_contacts_and_networks_in_common(opened: Open) -> None:
    app = opened("networks", section="region", country="LK")
    app.session_state["region-map"] = {"selection": {"kind": "box", "id": "country:IN"}}
    app.run()
    assert "Sri Lanka and India" in said(app)
    assert "read 25 Nov 2026" in said(app)
    network = next(button for button in app.button if str(button.key).startswith("region-"))
    network.click().run()
    assert app.query_params["network"] == str(network.key).removeprefix("region-")


def test_no_recorded_contact_is_not_no_contact(opened: Open) -> None:
    app = opened("networks", section="region", country="LK")
    app.session_state["region-map"] = {"selection": {"kind": "box", "id": "country:TL"}}
    app.run()
    assert "No recorded contact between bodies of the two; there may be one." in said(app)


@pytest.mark.parametrize("tab", ["Factsheet", "Timeline"])
def test_the_letters_of_charts_are_as_large(opened: Open, tab: str) -> None:
    app = opened("networks", network="sawen", country="PK", projector="yes")
    app.session_state["details-sawen"] = next(one.label for one in app.tabs if one.label.startswith(tab))
    app.run()
    [chart] = app.get("arrow_vega_lite_chart") or app.get("vega_lite_chart")
    sizes = [int(size) for size in re.findall(r'"(?:labelF|f)ontSize": ?(\d+)', chart.proto.spec)]
    assert sizes
    assert min(sizes) >= 18
