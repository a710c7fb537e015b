"""What the map promises in a browser: it answers to clicks and keys, keeps its view, runs no text, asks nobody else."""

import struct
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.map_harness.example import BOXES


def click(page: Page, name: str, *, twice: bool = False) -> None:
    point = page.evaluate("name => whoelseMaps.PK.pointOf(name)", name)
    (page.mouse.dblclick if twice else page.mouse.click)(point["x"], point["y"])


def click_at(page: Page, x: float, y: float) -> None:
    point = page.evaluate("([x, y]) => whoelseMaps.PK.pointAt(x, y)", [x, y])
    page.mouse.click(point["x"], point["y"])


def said(page: Page, words: str) -> None:
    expect(page.get_by_text(words, exact=True)).to_be_visible()


def scale(page: Page) -> float:
    return float(page.evaluate("whoelseMaps.PK.network.getScale()"))


def place(page: Page) -> object:
    return page.evaluate("whoelseMaps.PK.network.getViewPosition()")


@pytest.mark.parametrize("name", ["PC", "HOSTILE", "URDU", "RILO"])
def test_a_click_on_a_box_reaches_python(page: Page, name: str) -> None:
    click(page, name)
    said(page, f"chosen: box {name}")


def test_a_click_on_a_tag_or_near_a_line_chooses_the_line_and_one_beside_clears(page: Page) -> None:
    click(page, "gap-4")
    said(page, "chosen: line gap-4")
    click_at(page, 59, 135)  # 2 px beside would do as well: the line "other" runs at x 59
    said(page, "chosen: line other")
    click_at(page, 62, 135)
    said(page, "chosen: line other")
    click_at(page, 400, 415)
    said(page, "chosen: nothing")


def test_a_lane_can_be_chosen(page: Page) -> None:
    click_at(page, 618, 500)
    said(page, "chosen: zone lane")


def test_a_double_click_opens(page: Page) -> None:
    click(page, "PC", twice=True)
    said(page, "chosen: box PC opened")


def test_a_list_on_the_page_chooses_in_the_map_and_later_clicks_still_count(page: Page) -> None:
    page.get_by_role("combobox", name="Choose").click()
    page.get_by_role("option", name="gap-4").click()
    said(page, "chosen: line gap-4")
    page.wait_for_function("whoelseMaps.PK.chosen().id === 'gap-4'")
    click(page, "FIA")
    said(page, "chosen: box FIA")
    page.get_by_text("Without the commerce ministry").click()
    page.wait_for_function("!whoelseMaps.PK.network.body.nodes['box MOC']")
    said(page, "chosen: box FIA")
    assert page.evaluate("whoelseMaps.PK.chosen().id") == "FIA"


def test_the_keyboard_moves_chooses_opens_clears_and_zooms(page: Page) -> None:
    page.get_by_role("application").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("whoelseMaps.PK.focus()") == "FBR"
    expect(page.locator(".spoken")).to_have_text("\u2068Federal Board of Revenue\u2069")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("whoelseMaps.PK.focus()") == "MOCC"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowRight")
    expect(page.locator(".spoken")).to_have_text("\u2068Gap: no recorded contact, 4 pairs\u2069")
    page.keyboard.press("Enter")
    said(page, "chosen: line gap-4")
    page.keyboard.press("Enter")
    said(page, "chosen: line gap-4 opened")
    page.keyboard.press("Escape")
    said(page, "chosen: nothing")
    page.keyboard.press("+")
    assert scale(page) == pytest.approx(1.25)
    page.keyboard.press("0")
    assert scale(page) == pytest.approx(1)


def test_every_box_is_reached_by_arrows(page: Page) -> None:
    reached = page.evaluate(
        """async () => {
            const { stops, next } = await import('/_stcore/bidi-components/whoelse.map/finding.js');
            const scene = { boxes: BOXES, lines: [], zones: [] };
            const all = stops(scene, { chosen: { id: '' } });
            const seen = new Set(['FBR']);
            for (const id of seen) for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'])
                seen.add(next(all, id, key).id);
            return [...seen];
        }""".replace("BOXES", str([{"id": b.id, "name": "", "x": b.x, "y": b.y, "w": b.w, "h": b.h} for b in BOXES]))
    )
    assert set(reached) == {box.id for box in BOXES}


def test_the_view_is_kept_when_the_data_change_and_when_the_map_comes_back(page: Page) -> None:
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Zoom in").click()
    kept = scale(page), place(page)
    assert kept[0] == pytest.approx(1.5625)
    page.get_by_text("Without the commerce ministry").click()
    page.wait_for_function("!whoelseMaps.PK.network.body.nodes['box MOC']")
    assert (scale(page), place(page)) == kept
    page.get_by_text("Map", exact=True).click()
    page.wait_for_function("!whoelseMaps.PK")
    page.get_by_text("Map", exact=True).click()
    page.wait_for_function("whoelseMaps.PK")
    assert (scale(page), place(page)) == kept
    page.get_by_role("button", name="Whole map").click()
    assert scale(page) == pytest.approx(1)


def test_the_wheel_scrolls_the_page_and_zooms_with_control(page: Page) -> None:
    point = page.evaluate("whoelseMaps.PK.pointOf('EPA')")
    page.mouse.move(point["x"], point["y"])
    page.mouse.wheel(0, -200)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert scale(page) == pytest.approx(1)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.wait_for_function("whoelseMaps.PK.network.getScale() > 1")
    page.keyboard.up("Control")


def test_a_box_can_be_pushed_and_stays_there_with_its_lines_and_words(page: Page) -> None:
    before = page.evaluate("whoelseMaps.PK.scene()")
    point = page.evaluate("whoelseMaps.PK.pointOf('EPAS')")
    page.mouse.move(point["x"], point["y"])
    page.mouse.down()
    page.mouse.move(point["x"] + 30, point["y"] + 20, steps=3)
    page.mouse.up()
    assert page.evaluate("whoelseMaps.PK.pushed()") == {"EPAS": {"x": 30, "y": 20}}
    assert place(page) == {"x": 376, "y": 302}, "the map itself stays where it is"
    said(page, "chosen: nothing")
    page.get_by_text("Without the commerce ministry").click()
    page.wait_for_function("!whoelseMaps.PK.network.body.nodes['box MOC']")
    after = page.evaluate("whoelseMaps.PK.scene()")
    (was,), (now,) = ([line for line in each["lines"] if line["id"] == "gap-4"] for each in (before, after))
    assert now["path"][0] == was["path"][0]
    assert now["path"][-1] == [was["path"][-1][0] + 30, was["path"][-1][1] + 20]
    assert now["tag"]["x"] > was["tag"]["x"]
    click(page, "EPAS")
    said(page, "chosen: box EPAS")
    page.get_by_role("button", name="Put all boxes back").click()
    assert page.evaluate("whoelseMaps.PK.pushed()") == {}


def test_the_map_turns_dark_with_the_system(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("whoelseMaps.PK.scene().signs.sheet !== '#FFFFFF'")


def test_the_keyboard_pushes_a_box(page: Page) -> None:
    page.get_by_role("application").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Shift+ArrowDown")
    assert page.evaluate("whoelseMaps.PK.pushed()") == {"FBR": {"x": 0, "y": 16}}


def test_the_legend_stays_in_sight_where_the_reader_moved_into_the_map(page: Page) -> None:
    expect(page.locator(".legend")).to_be_hidden()
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Zoom in").click()
    expect(page.locator(".legend")).to_be_visible()
    page.get_by_role("button", name="Whole map").click()
    expect(page.locator(".legend")).to_be_hidden()


def test_paper_gets_a_picture_of_the_whole_map_without_colours(page: Page) -> None:
    page.get_by_role("button", name="Zoom in").click()
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    printed = page.locator(".on-paper")
    expect(printed).to_be_visible()
    expect(page.locator(".sheet")).to_be_hidden()
    coloured = """async (image) => {
        await image.decode();
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
        const pen = canvas.getContext('2d');
        pen.drawImage(image, 0, 0);
        const dots = pen.getImageData(0, 0, canvas.width, canvas.height).data;
        let [count, dark] = [0, 0];
        for (let i = 0; i < dots.length; i += 4) {
            count += Math.max(dots[i], dots[i + 1], dots[i + 2]) - Math.min(dots[i], dots[i + 1], dots[i + 2]) > 8;
            dark += dots[i] < 100;
        }
        return [canvas.width, count, dark > 10000];
    }"""
    assert printed.evaluate(coloured) == [3000, 0, True]


def test_full_screen_shows_the_whole_map_larger(page: Page) -> None:
    page.get_by_role("button", name="Full screen").click()
    page.wait_for_function("whoelseMaps.PK.network.getScale() > 1.2")
    assert page.locator(".sheet").bounding_box() == {"x": 0, "y": 0, "width": 1366, "height": 768}
    click(page, "PCSIR")
    page.evaluate("document.exitFullscreen()")
    page.wait_for_function("whoelseMaps.PK.network.getScale() === 1")
    said(page, "chosen: box PCSIR")


def test_the_picture_is_the_whole_map_at_the_resolution_of_print(page: Page, tmp_path: Path) -> None:
    with page.expect_download() as started:
        page.get_by_role("button", name="Download as a picture").click()
    assert started.value.suggested_filename == "whoelse-PK.png"
    picture = tmp_path / "map.png"
    started.value.save_as(picture)
    content = picture.read_bytes()
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">II", content[16:24]) == (3000, 2428)
    assert len(content) > 50_000


def test_hostile_names_are_drawn_and_never_become_elements(page: Page) -> None:
    assert page.evaluate("document.querySelectorAll('img[src=x]').length") == 0
    assert page.locator("img[src=x]").count() == 0  # this one looks inside the shadow root


def test_one_map_stays_one_map_however_often_the_page_reruns(page: Page) -> None:
    for name in ("PC", "EPA", "FIA", "PC"):
        click(page, name)
        said(page, f"chosen: box {name}")
    assert page.locator(".sheet canvas").count() == 1


def test_what_the_reader_has_left_does_not_open(page: Page) -> None:
    click(page, "PC", twice=True)
    click_at(page, 400, 415)
    said(page, "chosen: nothing")
