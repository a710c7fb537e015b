"""The story in one file: opens in any browser, without the program and without a network, and is turned by key."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

from handouts.map_file.page import program
from handouts.story.slide import Asked, Slide
from handouts.story.telling import slide, steps, subject
from layout import bundle
from layout.drawn.payload import as_payload
from layout.faces import inlined

HERE = Path(__file__).parent
STYLES = (bundle.ASSETS / "map.css", bundle.ASSETS / "turning.css", HERE / "story_file.css")


def story_file(asked: Asked) -> str:
    """Return the page of a whole story; the same record gives the same page.

    Text of the record is data in it, never markup, as in a map's file: JSON without an angle bracket, written as text
    by the program, under a content security policy that lets nothing else run.
    """
    from jinja2 import Environment, FileSystemLoader

    slides = [slide(asked, step) for step in steps(asked)]
    data = json.dumps({"slides": [_data(one) for one in slides]}, ensure_ascii=False, separators=(",", ":"))
    data = data.replace("<", "\\u003c")
    day, title = date.fromisoformat(asked.record.date), title_of(asked)
    template = Environment(loader=FileSystemLoader(HERE), autoescape=True).get_template("story_file.html")
    return template.render(
        title=title,
        day=f"{day.day} {day:%B %Y}",
        nonce=blake2b(data.encode("utf-8", "replace"), digest_size=16).hexdigest(),
        style="\n".join(file.read_text(encoding="utf-8") for file in STYLES),
        faces="\n".join(inlined([title, *_texts(slides)])),
        markup=(bundle.ASSETS / "map.html").read_text(encoding="utf-8"),
        turning=(bundle.ASSETS / "turning.html").read_text(encoding="utf-8"),
        vis=bundle.from_pyvis().decode(),
        program="\n".join(program(HERE / "story_file.js", "turning.js")),
        data=data,
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
        "entries": [{"text": line.text, "mark": line.mark, "says": line.says} for line in one.entries],
        "more": one.more,
    }


def _texts(slides: Sequence[Slide]) -> Iterator[str]:
    """Yield every text, so that the file carries the letters that it needs."""
    for one in slides:
        yield from (one.title, one.rests_on, one.more)
        yield from (word for line in one.entries for word in (line.text, line.mark, line.says))
        yield from (word for box in one.scene.boxes for word in (*box.title, box.name)) if one.scene else ()
