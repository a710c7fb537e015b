"""How wide words are on the map, as the browser draws them: never wider than reckoned."""

import pytest
from playwright.sync_api import Page

from layout.drawn.scene import Weight
from layout.drawn.text import width
from tests.e2e.map_harness.example import BOXES, HOSTILE, URDU
from tests.layout.test_faces import WORDS

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("weight", "css"), [("regular", 400), ("semibold", 600)])
def test_widths_agree_with_the_browser(page: Page, weight: Weight, css: int) -> None:
    words = [line for box in BOXES for line in (*box.title, *(note.text for note in box.notes))]
    words += ["Bộ Tài nguyên và Môi trường", "Tổng cục Hải quan", "GAP? ×4", "4 contacts", "“10–12” % & @"]
    latin = [word for word in words if not any("\u0600" <= letter <= "\u06ff" for letter in word)]
    measured = page.evaluate(
        """async ([words, css]) => {
            await document.fonts.load(`${css} 100px "Who Else Sans"`);
            const pen = document.createElement('canvas').getContext('2d');
            pen.font = `${css} 100px "Who Else Sans"`;
            return words.map((word) => pen.measureText(word).width);
        }""",
        [latin, css],
    )
    for word, real in zip(latin, measured, strict=True):
        ours = width(word, 100, weight)
        assert 0.99 * real <= ours <= 1.03 * real, (word, ours, real)


def test_other_scripts_are_never_wider_than_reckoned(page: Page) -> None:
    words = [URDU, "وزارت تجارت", "环境保护局", *(word for language, word in WORDS.items() if language != "English")]
    measured = page.evaluate(
        """async (words) => {
            await document.fonts.load('600 100px "Who Else Sans"', words.join(''));
            const pen = document.createElement('canvas').getContext('2d');
            pen.font = '600 100px "Who Else Sans", sans-serif';
            return words.map((word) => pen.measureText(word).width);
        }""",
        words,
    )
    for word, real in zip(words, measured, strict=True):
        assert width(word, 100, "semibold") >= 0.99 * real, word


def test_the_hostile_name_is_on_the_map() -> None:
    assert HOSTILE.replace(" ", "") in ["".join(box.title).replace(" ", "") for box in BOXES]
