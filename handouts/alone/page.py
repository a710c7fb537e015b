"""A page that opens alone: the head, the policy and the program that all such files share; each adds its own body."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

from layout import bundle
from layout.faces import inlined

HERE = Path(__file__).parent
PROGRAM = ("drawing.js", "finding.js", "pushing.js", "rearranging.js", "scene_map.js")
IMPORT = re.compile(r'^import (\{.*?\}) from "\./(\w+)\.js";', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:function|class|const) (\w+))", re.MULTILINE)


def page(
    body: Path,
    data: Mapping[str, Any],
    texts: Iterable[str],
    *,
    title: str,
    day: str,
    style: Iterable[str] = (),
    more: Iterable[str] = (),
    **words: str,
) -> str:
    """Return a page; the same data gives the same page.

    `body` is the template of its body; beside it stand its style and its program under the same name. `style` and
    `more` name further styles and modules of the browser, `texts` is every text that needs letters.
    Text of the record is data in it, never markup: it stands in JSON without an angle bracket, and the program writes
    it as text. Should a browser think otherwise, the content security policy lets it run nothing and ask nobody.
    """
    from jinja2 import Environment, FileSystemLoader

    held = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    known_on = date.fromisoformat(day)
    styles = [*(bundle.ASSETS / name for name in ("map.css", *style)), body.with_suffix(".css")]
    template = Environment(loader=FileSystemLoader([body.parent, HERE]), autoescape=True).get_template(body.name)
    return template.render(
        title=title,
        day=f"{known_on.day} {known_on:%B %Y}",
        nonce=blake2b(held.encode("utf-8", "replace"), digest_size=16).hexdigest(),
        style="\n".join(file.read_text(encoding="utf-8") for file in styles),
        faces="\n".join(inlined([title, *texts])),
        map=(bundle.ASSETS / "map.html").read_text(encoding="utf-8"),
        vis=bundle.from_pyvis().decode(),
        program="\n".join(_program(body.with_suffix(".js"), *more)),
        data=held,
        **words,
    )


def _program(own: Path, *more: str) -> Iterator[str]:
    """Yield the modules of the map, each in a scope of its own as a browser would keep them, then that of the file."""
    for name in (*PROGRAM, *more):
        text = IMPORT.sub(r"const \1 = \2;", (bundle.ASSETS / name).read_text(encoding="utf-8"))
        exported = ", ".join(EXPORT.findall(text))
        yield f"const {Path(name).stem} = (() => {{\n{EXPORT.sub('', text)}\nreturn {{ {exported} }};\n}})();"
    yield IMPORT.sub(r"const \1 = \2;", own.read_text(encoding="utf-8"))
