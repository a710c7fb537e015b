"""The story in one file: opens in any browser, without the program and without a network, and is turned by key."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from handouts.alone.page import page
from handouts.story.slide import Asked, Slide
from handouts.story.telling import slide, steps, subject
from layout import bundle
from layout.drawn.payload import as_payload

BODY = Path(__file__).parent / "story_file.html"


def story_file(asked: Asked) -> str:
    """Return the page of a whole story; the same record gives the same page."""
    slides = [slide(asked, step) for step in steps(asked)]
    return page(
        BODY,
        {"slides": [_data(one) for one in slides]},
        _texts(slides),
        title=title_of(asked),
        day=asked.record.date,
        style=("turning.css",),
        more=("turning.js",),
        turning=(bundle.ASSETS / "turning.html").read_text(encoding="utf-8"),
    )


def title_of(asked: Asked) -> str:
    """Return what the story is called: the country, and the theme if there is one."""
    about = subject(asked.theme)
    return f"{asked.record.country_name(asked.country)}{f': {about}' if about else ''}"


def _data(one: Slide) -> dict[str, Any]:
    return {
        "title": one.title,
        "restsOn": one.rests_on,
        "scene": as_payload(one.scene) if one.scene else None,
        "bar": one.bar,
        "columns": [
            {
                "head": column.head,
                "entries": [{"text": line.text, "mark": line.mark, "says": line.says} for line in column.entries],
                "more": column.more,
            }
            for column in one.columns
        ],
    }


def _texts(slides: Sequence[Slide]) -> Iterator[str]:
    """Yield every text, so that the file carries the letters that it needs."""
    for one in slides:
        yield from (one.title, one.rests_on)
        yield from (word for column in one.columns for word in (column.head, column.more))
        yield from (word for line in one.entries for word in (line.text, line.mark, line.says))
        yield from (word for box in one.scene.boxes for word in (*box.title, box.name)) if one.scene else ()
