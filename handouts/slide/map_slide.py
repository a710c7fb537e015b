"""A scene on a slide: grounds, lines, boxes, words, each a shape of its own that can be moved and written in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from handouts.drawing.picture import DOTS, bare
from handouts.paper.markup import shown
from handouts.slide.connectors import Point, bend
from handouts.slide.deck import Shape, Slide, coloured, emu, letter, text
from handouts.slide.geometry import SIDES, geometry
from layout.drawn.lettering import LEFT, RIGHT, letters
from layout.drawn.scene import Box, LegendEntry, Line, Scene, Tag, Text, Zone
from layout.drawn.signs import INK, signs
from layout.drawn.text import width

LEGEND = "Legend: "
DASHES = {"gap": "sysDash", "seat-presumed": "sysDot", "empty": "sysDot"}
NO_TEXT: list[tuple[str, bool]] = []


@dataclass
class MapSlide:
    """A slide that a scene is drawn on, its upper left corner at x, y, k times as large."""

    slide: Slide
    scene: Scene
    x: float
    y: float
    k: float
    glued: dict[str, Shape] = field(default_factory=dict)

    @property
    def signs(self) -> Mapping[str, Any]:
        """Colours, widths and dashes."""
        return signs(self.scene.projector)

    def draw(self) -> None:
        """Draw the whole scene; lines lie under boxes, their words above."""
        for zone in self.scene.zones:
            self._zone(zone)
        for piece in self.scene.texts:
            self._text(piece)
        for entry in self.scene.legend:
            self._legend(entry)
        seen = [line for line in self.scene.lines if not line.when_chosen]
        ports: dict[str, list[Point]] = {box.id: [] for box in self.scene.boxes}
        for line in seen:
            for box_id, point in self._ends(line):
                ports[box_id].append(point)
        lines = [self._line(line) for line in seen]
        for box in self.scene.boxes:
            self.glued[box.id] = self._box(box, ports[box.id])
        for line, shape in zip(seen, lines, strict=True):
            self._glue(line, shape, ports)
        for line in seen:
            if line.tag:
                self._tag(line.tag)

    def _place(self, x: float, y: float, w: float, h: float) -> tuple[int, int, int, int]:
        return emu(self.x + x * self.k), emu(self.y + y * self.k), emu(w * self.k), emu(h * self.k)

    def _zone(self, zone: Zone) -> None:
        sign = self.signs["zones"][zone.kind]
        if zone.h:
            shape = self._shape(zone.x, zone.y, zone.w, zone.h)
            coloured(shape, sign["fill"])
            _edge(shape, "#D5DCE2", 0.6)
            shape.name = "Ground"
            return
        line = self._straight((zone.x, zone.y), (zone.x + zone.w, zone.y), sign)
        line.name = "Chain" if zone.kind == "arrow" else "Rule"
        if zone.kind == "arrow":
            _xml(_xml(line._element.spPr, "a:ln"), "a:tailEnd").set("type", "triangle")

    def _shape(self, x: float, y: float, w: float, h: float) -> Shape:
        from pptx.enum.shapes import MSO_SHAPE

        return _plain(self.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *self._place(x, y, w, h)))

    def _text(self, piece: Text) -> None:
        size = piece.size * self.k
        dot = f"{DOTS[piece.dot]} " if piece.dot != "none" else ""
        room = width(dot + piece.text, size, "semibold") * 1.15 + size
        left = {"left": 0.0, "middle": room / 2, "right": room}[piece.anchor]
        place = (self.x + piece.x * self.k - left, self.y + piece.y * self.k - size, room, size * 1.3)
        align = {"left": "left", "middle": "center", "right": "right"}[piece.anchor]
        words = [(dot + piece.text, piece.weight == "semibold")]
        text(self.slide, place, words, size, INK[piece.ink].lstrip("#"), align, wrap=False)

    def _box(self, box: Box, ports: Sequence[Point]) -> Shape:
        shape = self._shape(box.x, box.y, box.w, box.h)
        _replace_geometry(shape, geometry(box, ports))
        border = box.shape if box.shape in ("network", "empty") else box.basis
        sign = self.signs["borders"][border]
        coloured(shape, sign["fill"])
        _edge(shape, sign["stroke"], sign["width"] * self.k, DASHES.get(box.shape, ""))
        shape.name = shown(" ".join(box.title))
        shape._element.nvSpPr.cNvPr.set("descr", shown(box.name))
        sizes = letters(self.scene.projector, box.name_size)
        top = 7 if box.shape == "ministry" else 1
        insets = [one * self.k for one in (LEFT.get(box.shape, 9), top, RIGHT.get(box.shape, 6) / 2, 1)]
        letter(shape, _words_of(box), min(sizes.name, sizes.note + 1) * self.k, insets, "left")
        return shape

    def _line(self, line: Line) -> Shape:
        found, sign = bend(line.path), self.signs["lines"][line.kind]
        shape = self._straight(
            (found.x, found.y), (found.x + found.w, found.y + found.h), sign, DASHES.get(line.kind, "")
        )
        turned = shape._element.spPr.xfrm
        for name, is_so in (("flipH", found.flip_across), ("flipV", found.flip_down)):
            if is_so:
                turned.set(name, "1")
        form = shape._element.spPr.prstGeom
        form.set("prst", found.preset)
        shares = form.get_or_add_avLst()
        for place, share in enumerate(found.adjust, 1):
            guide = _xml(shares, "a:gd")
            guide.set("name", f"adj{place}")
            guide.set("fmla", f"val {share}")
        shape.name = shown(line.name)
        return shape

    def _straight(self, start: Point, end: Point, sign: Mapping[str, Any], dash: str = "") -> Shape:
        from pptx.enum.shapes import MSO_CONNECTOR

        begin, stop = self._place(*start, 0, 0)[:2], self._place(*end, 0, 0)[:2]
        line = _plain(self.slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *begin, *stop))
        _edge(line, sign["stroke"], sign["width"] * self.k, dash)
        return line

    def _glue(self, line: Line, shape: Shape, ports: Mapping[str, list[Point]]) -> None:
        """Say which shapes a line begins and ends at, and at which of their places."""
        held = shape._element.nvCxnSpPr.cNvCxnSpPr
        for name, (box, point) in zip(("a:stCxn", "a:endCxn"), self._ends(line), strict=True):
            end = _xml(held, name)
            end.set("id", str(self.glued[box].shape_id))
            end.set("idx", str(SIDES + ports[box].index(point)))

    def _ends(self, line: Line) -> tuple[tuple[str, Point], tuple[str, Point]]:
        """Return the box at which the path begins, and that at which it ends, each with the point there."""
        boxes = {box.id: box for box in self.scene.boxes if box.id in line.ends}
        first, last = line.ends
        if _apart(boxes[last], line.path[0]) < _apart(boxes[first], line.path[0]):
            first, last = last, first
        return (first, line.path[0]), (last, line.path[-1])

    def _tag(self, tag: Tag) -> None:
        shape = self._shape(tag.x, tag.y, tag.w, tag.h)
        sign, size = self.signs["tags"][tag.kind], letters(self.scene.projector).note * self.k
        coloured(shape, sign["fill"])
        _edge(shape, sign.get("stroke", sign["fill"]), sign.get("width", 0.5) * self.k)
        letter(shape, [(line, tag.kind != "label") for line in tag.text], size, (0, 0, 0, 0), "center")
        shape.name = f"Word: {' '.join(tag.text)}"

    def _legend(self, entry: LegendEntry) -> None:
        size, lines = letters(self.scene.projector).note, self.signs["lines"]
        if entry.sign in lines:
            ends = (entry.x, entry.y), (entry.x + entry.w, entry.y)
            sample = self._straight(*ends, lines[entry.sign], DASHES.get(entry.sign, ""))
        else:
            shape: Any = "authority" if entry.sign in ("recorded", "presumed", "folded") else entry.sign
            basis: Any = "recorded" if entry.sign == "recorded" else "presumed"
            stack = int(entry.sign == "folded")
            box = Box("", entry.x, entry.y - 6.5, entry.w, 13, (), "", shape=shape, basis=basis, stack=stack)
            sample = self._box(box, [])
        sample.name = LEGEND + entry.text
        self._text(Text(entry.x + entry.w + 6, entry.y + size * 0.33, entry.text, size, ink="second", dot=entry.dot))


def map_slide(slide: Slide, scene: Scene, place: tuple[float, float, float, float]) -> None:
    """Draw a scene on a slide, as large as its place (x, y, width, height in pixels) allows, in the middle of it."""
    found, (x, y, w, h) = bare(scene), place
    k = min(w / found.width, h / found.height)
    MapSlide(slide, found, x + (w - found.width * k) / 2, y, k).draw()


def _words_of(box: Box) -> list[tuple[str, bool]]:
    notes = [(f"{DOTS[note.dot]} " if note.dot != "none" else "") + note.text for note in box.notes]
    return ([(" ".join(box.title), True)] if box.title else NO_TEXT) + [(note, False) for note in notes]


def _apart(box: Box, point: Point) -> float:
    """Return how far a point lies outside a box."""
    across = max(box.x - point[0], 0, point[0] - box.x - box.w)
    down = max(box.y - point[1], 0, point[1] - box.y - box.h)
    return across + down


def _plain(shape: Shape) -> Shape:
    """Return a shape without the style of the theme, which brings a shadow."""
    for style in shape._element.findall(_name("p:style")):
        shape._element.remove(style)
    return shape


def _edge(shape: Shape, colour: str, pixels: float, dash: str = "") -> None:
    coloured(shape.line, colour)
    shape.line.width = emu(pixels)
    if dash:
        _xml(shape.line._get_or_add_ln(), "a:prstDash").set("val", dash)


def _xml(parent: Any, name: str) -> Any:
    """Add an element of DrawingML and return it."""
    found = parent.makeelement(_name(name), {})
    parent.append(found)
    return found


def _name(name: str) -> str:
    from pptx.oxml.ns import qn

    return str(qn(name))


def _replace_geometry(shape: Shape, custom: str) -> None:
    from pptx.oxml import parse_xml

    form = shape._element.spPr.prstGeom
    form.getparent().replace(form, parse_xml(custom))
