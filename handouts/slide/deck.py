"""Slides with a title, text and tables of native shapes; python-pptx is imported when one is made."""

import io
from collections.abc import Callable, Sequence
from typing import Any, Literal

from handouts.paper.markup import shown

Shape = Any  # python-pptx and the XML below it carry no types
Slide = Any
PER_PIXEL = 9525  # English Metric Units of a pixel of CSS
Format = Literal["wide", "a4", "a3"]
# Width and height in pixels: a projector, and paper laid across.
FORMATS: dict[Format, tuple[float, float]] = {"wide": (1280, 720), "a4": (1122, 794), "a3": (1587, 1122)}
TITLE_ONLY = 5
INK, SECOND = "1C2733", "44525F"


class Deck:
    """A presentation of one format; places and sizes are in pixels from the upper left corner."""

    def __init__(self, form: Format = "wide") -> None:
        from pptx import Presentation
        from pptx.util import Emu

        self.width, self.height = FORMATS[form]
        self.file = Presentation()
        self.file.slide_width, self.file.slide_height = Emu(emu(self.width)), Emu(emu(self.height))

    def slide(self, title: str, under: str, notes: Sequence[str]) -> Slide:
        """Add a slide with a title, a line under it, and notes for the speaker."""
        slide = self.file.slides.add_slide(self.file.slide_layouts[TITLE_ONLY])
        head = slide.shapes.title
        head.left, head.top = emu(24), emu(10)
        head.width, head.height = emu(self.width - 48), emu(34)
        _fill(head.text_frame, [(title, True)], 22, INK)
        head.text_frame.vertical_anchor = _anchor("middle")
        text(slide, (24, 42, self.width - 48, 22), [(under, False)], 13, SECOND)
        slide.notes_slide.notes_text_frame.text = "\n".join(shown(line) for line in notes)
        return slide

    def foot(self, slide: Slide, says: str) -> None:
        """Write a line at the foot of a slide."""
        text(slide, (24, self.height - 22, self.width - 48, 16), [(says, False)], 11, SECOND)

    def written(self) -> bytes:
        """Return the presentation as the bytes of a file."""
        out = io.BytesIO()
        self.file.save(out)
        return out.getvalue()


def emu(pixels: float) -> int:
    """Return pixels of CSS as English Metric Units."""
    return round(pixels * PER_PIXEL)


def text(
    slide: Slide,
    place: tuple[float, float, float, float],
    lines: Sequence[tuple[str, bool]],
    size: float,
    ink: str = INK,
    align: str = "left",
    *,
    wrap: bool = True,
) -> Shape:
    """Add a piece of text: its lines, each bold or not, at a size in pixels."""
    x, y, w, h = (emu(value) for value in place)
    box = slide.shapes.add_textbox(x, y, w, h)
    _fill(box.text_frame, lines, size, ink, align)
    box.text_frame.word_wrap = wrap
    return box


def letter(shape: Shape, lines: Sequence[tuple[str, bool]], size: float, insets: Sequence[float], align: str) -> None:
    """Write into a shape, in the middle of its height, so far from its left, top, right and lower edge."""
    from pptx.enum.text import MSO_AUTO_SIZE

    frame = shape.text_frame
    _fill(frame, lines, size, INK, align)
    frame.margin_left, frame.margin_top, frame.margin_right, frame.margin_bottom = (emu(one) for one in insets)
    frame.word_wrap, frame.vertical_anchor = True, _anchor("middle")
    frame.auto_size = MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE  # where another typeface is wider


def coloured(found: Any, colour: str) -> None:
    """Give a fill or a line one colour, as "#1C2733"."""
    found.fill.solid()
    found.fill.fore_color.rgb = _colour(colour)


def _fill(frame: Any, lines: Sequence[tuple[str, bool]], size: float, ink: str, align: str = "left") -> None:
    from pptx.enum.text import MSO_AUTO_SIZE, PP_ALIGN
    from pptx.util import Pt

    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for place, (words, bold) in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.alignment = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}[align]
        run = paragraph.add_run()
        run.text, run.font.size, run.font.bold = shown(words), Pt(round(size * 0.75, 1)), bold
        run.font.color.rgb = _colour(ink)


def _anchor(where: str) -> Any:
    from pptx.enum.text import MSO_ANCHOR

    return {"middle": MSO_ANCHOR.MIDDLE, "top": MSO_ANCHOR.TOP}[where]


def _colour(code: str) -> Any:
    from pptx.dml.color import RGBColor

    red_green_blue: Callable[..., Any] = RGBColor
    return red_green_blue(*bytes.fromhex(code.lstrip("#")))
