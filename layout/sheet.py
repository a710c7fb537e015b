"""The sheets that maps are drawn on: sizes and fixed heights, in scene pixels."""

from dataclasses import dataclass, replace
from typing import Literal

Size = Literal["desk", "projector"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: the chain stands between `top` and `bottom`, the networks below it, the legend at the foot."""

    projector: bool
    width: float
    height: float
    arrow: float
    top: float
    bottom: float
    band_head: float
    band_top: float
    band_height: float
    sentence: float
    rule: float
    legend: tuple[float, ...]
    margin: float
    gutter: float
    narrowest: float
    widest: float
    between: float
    roomy: float
    track: float
    radius: float = 10

    def taller(self, by: float) -> "Sheet":
        """Return the same sheet with more room for the chain."""
        down = {
            name: getattr(self, name) + by for name in ("height", "bottom", "band_head", "band_top", "sentence", "rule")
        }
        return replace(self, legend=tuple(y + by for y in self.legend), **down)


DESK = Sheet(
    projector=False,
    width=750,  # in the narrowest place on a page, 693 px at a window of 1280, letters of 13 are still 12 px
    height=604,
    arrow=36,
    top=40,
    bottom=417,
    band_head=436,
    band_top=446,
    band_height=62,
    sentence=525,
    rule=536,
    legend=(550, 572),
    margin=6,
    gutter=20,
    narrowest=80,
    widest=129,
    between=12,
    roomy=32,
    track=7,
)
PROJECTOR = Sheet(
    projector=True,
    width=1232,
    height=636,  # with the sentence of a slide, a window of 720
    arrow=42,
    top=46,
    bottom=474,
    band_head=494,
    band_top=503,
    band_height=68,
    sentence=589,
    rule=595,
    legend=(609,),
    margin=8,
    gutter=34,
    narrowest=140,
    widest=210,
    between=14,
    roomy=38,
    track=9,
)
SHEETS: dict[Size, Sheet] = {"desk": DESK, "projector": PROJECTOR}
