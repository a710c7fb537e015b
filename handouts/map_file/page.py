"""The file itself: program, typeface, map and evidence in one page that asks nobody for anything."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

from handouts.map_file.evidence import Evidence
from handouts.map_file.network import network
from layout import bundle
from layout.drawn.payload import as_payload
from layout.drawn.scene import Scene
from layout.faces import inlined

HERE = Path(__file__).parent
PROGRAM = ("drawing.js", "finding.js", "pushing.js", "rearranging.js", "scene_map.js")
IMPORT = re.compile(r'^import (\{.*?\}) from "\./(\w+)\.js";', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:function|class|const) (\w+))", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class MapFile:
    """What a file shows; `search` finds a box by the names of what it stands for: (name, box, thing)."""

    title: str
    says: str
    day: str  # YYYY-MM-DD
    scene: Scene
    evidence: Evidence
    search: tuple[tuple[str, str, str], ...]


def html(file: MapFile) -> str:
    """Return the page; the same map gives the same page.

    Text of the record is data in it, never markup: it stands in JSON without an angle bracket, and the program writes
    it as text. Should a browser think otherwise, the content security policy lets it run nothing and ask nobody.
    """
    from jinja2 import Environment, FileSystemLoader

    data = json.dumps(_data(file), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    template = Environment(loader=FileSystemLoader(HERE), autoescape=True).get_template("map_file.html")
    return template.render(
        file=file,
        day=f"{date.fromisoformat(file.day):%d %b %Y}".lstrip("0"),
        nonce=blake2b(data.encode("utf-8", "replace"), digest_size=16).hexdigest(),
        style=(bundle.ASSETS / "map.css").read_text(encoding="utf-8")
        + (HERE / "map_file.css").read_text(encoding="utf-8"),
        faces="\n".join(inlined(_texts(file))),
        markup=(bundle.ASSETS / "map.html").read_text(encoding="utf-8"),
        vis=bundle.from_pyvis().decode(),
        program="\n".join(program(HERE / "map_file.js")),
        data=data,
    )


def _data(file: MapFile) -> dict[str, Any]:
    return {
        "scene": as_payload(file.scene),
        "network": network(file.scene),
        "things": file.evidence.things,
        "claims": file.evidence.claims,
        "search": file.search,
    }


def program(own: Path, *more: str) -> Iterator[str]:
    """Yield the modules of the map, each in a scope of its own as a browser would keep them, then that of the file.

    `more` are further modules of the same folder that the file's own one asks for.
    """
    for name in (*PROGRAM, *more):
        text = IMPORT.sub(r"const \1 = \2;", (bundle.ASSETS / name).read_text(encoding="utf-8"))
        exported = ", ".join(EXPORT.findall(text))
        yield f"const {Path(name).stem} = (() => {{\n{EXPORT.sub('', text)}\nreturn {{ {exported} }};\n}})();"
    yield IMPORT.sub(r"const \1 = \2;", own.read_text(encoding="utf-8"))


def _texts(file: MapFile) -> Iterator[str]:
    yield from (file.title, file.says)
    yield from (name for name, _, _ in file.search)
    for thing in file.evidence.things.values():
        yield from (thing["title"], *thing["facts"])
    for claim in file.evidence.claims.values():
        yield from claim.values()
    yield from (text.text for text in file.scene.texts)
