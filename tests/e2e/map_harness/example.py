"""A scene with every sign in it: Pakistan and hazardous waste, with a hostile name and one in Urdu."""

from dataclasses import replace
from typing import Any

from layout.drawn.lettering import least_size, row_middle, tag_size
from layout.drawn.scene import Basis, Box, Dot, LegendEntry, Line, Note, Scene, Shape, Tag, TagKind, Text, Zone
from layout.drawn.text import wrap

HOSTILE = "<img src=x onerror=alert(1)>"
URDU = "وزارتِ موسمیاتی تبدیلی"

COLUMNS = (
    ("Policy and", "permits", 0, 118),
    ("Border", "control", 122, 148),
    ("", "Inspection", 274, 158),
    ("Intelligence,", "investigation", 435, 105),
    ("", "Laboratory", 543, 98),
    ("Court and", "disposal", 645, 107),
)


def _box(
    name: str,
    place: tuple[float, float, float, float],
    title: str,
    notes: str = "",
    shape: Shape = "plain",
    **more: Any,
) -> Box:
    x, y, w, h = place
    dots: dict[str, Dot] = {"*": "full", "o": "open", "?": "question", "-": "none"}
    lines = tuple(Note(note[1:], dots[note[0]]) for note in notes.split("|") if note)
    basis: Basis = "recorded" if any(line.dot == "full" for line in lines) else "presumed"
    wrapped = tuple(title.split("|"))
    rows, name_size = more.get("rows", False), more.get("name_size")
    _, least = least_size(wrapped, lines, shape, projector=False, rows=rows, name_size=name_size)
    return Box(name, x, y, w, max(h, least), wrapped, " ".join(wrapped), lines, shape, more.pop("basis", basis), **more)


def _wrapped(words: str, room: float, size: float) -> str:
    return "|".join(wrap(words, room, size, "semibold"))


def _tag(text: str, kind: TagKind, middle: tuple[float, float]) -> Tag:
    words = tuple(text.split("|"))
    w, h = tag_size(words, kind, projector=False)
    return Tag(words, round(middle[0] - w / 2), round(middle[1] - h / 2), round(w), round(h), kind)


# The bodies of the chain and, in the band below, the networks.
BOXES: tuple[Box, ...] = (
    _box("FBR", (6, 48, 106, 66), "Federal Board|of Revenue", "*sets the rules", "authority"),
    _box("MOCC", (6, 152, 106, 71), "Ministry of|Climate Change", "*Basel authority", "ministry"),
    _box("MOC", (6, 331, 106, 58), "Ministry of|Commerce", "-import orders", "ministry", basis="quiet"),
    _box(
        "PC",
        (133, 214, 110, 101),
        "Pakistan|Customs",
        "*enforcement|-10 units, under|-the Board of|-Revenue",
        "enforcement",
        stack=2,
        opens=True,
    ),
    _box(
        "PORTS",
        (133, 358, 108, 52),
        "7 port and|airport bodies",
        "ostage unknown",
        "authority",
        stack=2,
        opens=True,
    ),
    _box(
        "EPAS",
        (299, 48, 129, 141),
        "5 provincial|environment bodies",
        "*Balochistan|oSindh|oPunjab|oKhyber Pakhtunkhwa",
        "authority",
        stack=2,
        opens=True,
        rows=True,
    ),
    _box("EPA", (299, 206, 129, 70), "Pakistan|Environmental|Protection Agency", "opermits, inspection", "authority"),
    _box("AUD", (299, 312, 129, 70), "Environmental|auditors and|inspectors", "oinspection", "authority"),
    _box("CI", (440, 48, 98, 56), "Customs|Intelligence", "*Customs unit", "enforcement"),
    _box("FIA", (440, 128, 98, 66), "Federal|Investigation|Agency", "oand 1 unit", "enforcement", stack=1),
    _box("POL", (440, 210, 94, 52), "8 police|services", "oinvestigation", "enforcement", stack=2),
    _box("CCL", (549, 48, 91, 72), "Customs|Central|Laboratory", "oCustoms unit", "laboratory"),
    _box("PCSIR", (549, 262, 91, 60), "PCSIR|laboratory", "otests", "laboratory"),
    _box("PROS", (650, 60, 101, 50), "Nobody|recorded", "", "empty", basis="quiet"),
    _box("ET", (650, 138, 101, 60), "Environmental|Tribunals", "odecide", "court"),
    _box("CC", (650, 206, 96, 56), "2 customs|courts", "odecide", "court", stack=2),
    _box(
        "HOSTILE",
        (650, 276, 101, 50),
        "|".join(wrap(HOSTILE, 69, 10, "semibold")),
        "",
        "international",
        name_size=10,
    ),
    _box("URDU", (650, 340, 101, 58), _wrapped(URDU, 86, 11), "*ANF فورس", "plain", name_size=11),
    _box("RILO", (0, 446, 143, 62), "RILO Asia/Pacific", "-Pakistan Customs|opresumed", "network"),
    _box("BASEL", (153, 446, 143, 62), "Basel centre Tehran", "-Climate Ministry|opresumed", "network"),
    _box("SACEP", (305, 446, 142, 62), "SACEP", "-silent since 2019|?body not recorded", "network"),
    _box("INTERPOL", (457, 446, 142, 62), "INTERPOL", "-Central Bureau, FIA|*recorded", "network"),
    _box("THROUGH", (640, 470, 88, 18), "not through", "", "action", basis="quiet"),
)


# One line of each kind; two wait for a choice.
EPAS = next(box for box in BOXES if box.id == "EPAS")
FIRST_ROW, LAST_ROW = (row_middle(EPAS, row, projector=False) for row in (0, 3))
LINES: tuple[Line, ...] = (
    Line(
        "gap-4",
        ((112, 68), (299, 68)),
        "gap",
        ("FBR", "EPAS"),
        "Gap: no recorded contact, 4 pairs",
        tag=_tag("GAP? ×4", "gap", (206, 68)),
    ),
    Line(
        "gap-3",
        ((228, 214), (228, 168), (270, LAST_ROW), (299, LAST_ROW)),
        "gap",
        ("PC", "EPAS"),
        "Gap, 3 pairs",
        "spline",
        _tag("GAP? ×3", "gap", (262, 188)),
    ),
    Line(
        "problem-25",
        ((176, 214), (180, 150), (220, 128), (299, 128)),
        "problem",
        ("PC", "EPAS"),
        "Problem reported 2025",
        "spline",
        _tag("problem|reported 2025", "problem", (178, 180)),
    ),
    Line(
        "problem-18",
        ((249, 290), (549, 290)),
        "problem",
        ("PC", "PCSIR"),
        "Problem reported 2018",
        tag=_tag("problem|reported 2018", "problem", (487, 294)),
    ),
    Line(
        "contact-4",
        ((112, 160), (190, 160), (210, FIRST_ROW), (299, FIRST_ROW)),
        "contact",
        ("MOCC", "EPAS"),
        "4 contacts",
        "spline",
        _tag("4 contacts", "label", (236, 113)),
    ),
    Line("contact-lab", ((249, 299), (549, 299)), "contact", ("PC", "PCSIR"), "Contact on this theme"),
    Line("contact-com", ((106, 223), (106, 331)), "contact", ("MOCC", "MOC"), "Contact on this theme"),
    Line(
        "contact-epa",
        ((112, 350), (220, 350), (290, 310), (299, 262)),
        "contact",
        ("MOC", "EPA"),
        "Contact on this theme",
        "spline",
    ),
    Line("other", ((59, 114), (59, 152)), "contact-other", ("FBR", "MOCC"), "Contact on another theme"),
    Line(
        "other-2",
        ((112, 200), (122, 200), (122, 236), (133, 236)),
        "contact-other",
        ("MOCC", "PC"),
        "On another theme",
        "rounded",
    ),
    Line("home", ((40, 389), (40, 446)), "at-home", ("MOC", "RILO"), "Contact at home", when_chosen=True),
    Line("seat-r", ((489, 262), (489, 446)), "seat-recorded", ("POL", "INTERPOL"), "Seat, recorded", when_chosen=True),
    Line("seat-p", ((200, 315), (200, 446)), "seat-presumed", ("PC", "BASEL"), "Seat, presumed", when_chosen=True),
)


# Two rows of samples.
LEGEND: tuple[LegendEntry, ...] = (
    LegendEntry(0, 550, 24, "gap", "GAP? no recorded contact"),
    LegendEntry(172, 550, 24, "problem", "problem reported by a source"),
    LegendEntry(366, 550, 24, "contact", "contact on this theme"),
    LegendEntry(516, 550, 24, "contact-other", "on another theme"),
    LegendEntry(646, 550, 22, "folded", "folded"),
    LegendEntry(0, 572, 22, "recorded", "recorded", "full"),
    LegendEntry(112, 572, 22, "presumed", "presumed by kind of body", "open"),
    LegendEntry(300, 572, 24, "ministry", "ministry"),
    LegendEntry(388, 572, 24, "enforcement", "enforcement"),
    LegendEntry(502, 572, 24, "authority", "authority"),
    LegendEntry(592, 572, 24, "laboratory", "laboratory"),
    LegendEntry(690, 572, 24, "court", "court"),
)


def _texts() -> tuple[Text, ...]:
    heads = [
        Text(x + 6, y, words, 13, "semibold")
        for first, second, x, _ in COLUMNS
        for words, y in ((first, 15), (second, 31))
        if words
    ]
    return (
        *heads,
        Text(650, 55, "Prosecution", 12, ink="second"),
        Text(650, 133, "Courts", 12, ink="second"),
        Text(303, 400, "and 2 more", 12, ink="second"),
        Text(752, 433, HOSTILE, 12, ink="second", anchor="right"),
        Text(0, 436, "Networks on this theme, and who is Pakistan’s entry point", 13, "semibold"),
        Text(684, 462, "recorded", 12, "semibold", anchor="middle", dot="full"),
        Text(0, 525, "No seat of Pakistan is recorded in the Asian Network (last heard of 2019).", 12, ink="second"),
    )


def scene(*, projector: bool = False, without: str = "") -> Scene:
    """The whole scene, or without one box and its lines; on the projector everything stands 1.64 times as far apart."""
    zones = [Zone(x, 40, w, 377, "column") for _, _, x, w in COLUMNS]
    desk = Scene(
        id="PK",
        width=752,
        height=604,
        boxes=tuple(box for box in BOXES if box.id != without),
        lines=tuple(line for line in LINES if without not in line.ends),
        zones=(
            *zones,
            Zone(0, 36, 752, 0, "arrow"),
            Zone(0, 536, 752, 0, "rule"),
            Zone(610, 446, 142, 62, "lane-chosen", "lane", "Route 1"),
        ),
        texts=_texts(),
        legend=LEGEND,
    )
    return _larger(desk) if projector else desk


def _larger(desk: Scene, by: float = 1.64) -> Scene:
    def spread(thing: Any) -> Any:
        sides = {side: round(getattr(thing, side) * by) for side in "xywh" if hasattr(thing, side)}
        return replace(thing, **sides)

    def stretched(line: Line) -> Line:
        path = tuple((round(x * by), round(y * by)) for x, y in line.path)
        return replace(line, path=path, tag=line.tag and spread(line.tag))

    return replace(
        desk,
        width=desk.width * by,
        height=desk.height * by,
        projector=True,
        boxes=tuple(map(spread, desk.boxes)),
        zones=tuple(map(spread, desk.zones)),
        legend=tuple(map(spread, desk.legend)),
        texts=tuple(replace(spread(text), size=16) for text in desk.texts),
        lines=tuple(map(stretched, desk.lines)),
    )
