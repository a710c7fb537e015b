"""The drawing of a set of networks: a lane for each, at its left the network, at its right whom it adds."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graph.analysis.networks.network_state import state_of
from graph.answers import ReachAnswer, Reached, ReachLink, ReachNetwork
from graph.record import Record
from graph.words import joined
from layout.drawn.lettering import least_size, letters
from layout.drawn.scene import Box, LegendEntry, Note, Scene, Text, Zone
from layout.drawn.text import width, wrap
from layout.sheet import Size
from layout.words import shape_of

PAD, APART, BETWEEN = 10.0, 10.0, 6.0
MOST_CHIPS = 60  # on the whole sheet; what is beyond is counted
FEWEST = 3  # chips that every lane gets


@dataclass(frozen=True, slots=True)
class ReachSheet:
    """Sizes in scene pixels: of the sheet, of the box of a network, of the widest chip and the lowest."""

    projector: bool
    width: float
    network: float
    chip: float
    chip_height: float


SHEETS: dict[Size, ReachSheet] = {
    "desk": ReachSheet(False, 750, 196, 164, 27),
    "projector": ReachSheet(True, 1232, 246, 200, 32),
}


@dataclass(frozen=True, slots=True)
class ReachMap:
    """The scene, and what stands behind its parts: the network of a lane or box, the body of a chip, what "never" rules
    out. A chip of somebody who is not reached has no network."""

    scene: Scene
    networks: Mapping[str, str]
    bodies: Mapping[str, tuple[str, str]]
    never: Mapping[str, str]


@dataclass(slots=True)
class _Drawing:
    boxes: list[Box] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    networks: dict[str, str] = field(default_factory=dict)
    bodies: dict[str, tuple[str, str]] = field(default_factory=dict)
    never: dict[str, str] = field(default_factory=dict)


def reach_scene(
    record: Record, answer: ReachAnswer, links: Sequence[ReachLink] = (), chosen: str = "", size: Size = "desk"
) -> ReachMap:
    """Draw a set; `chosen` is the id of the network whose lane is lit, `links` say who leads from one to another."""
    drawing, top, sheet = _Drawing(), 0.0, SHEETS[size]
    names = _names(record, [one["id"] for net in answer["networks"] for one in net["adds"]])
    room = _rooms([len(net["adds"]) for net in answer["networks"]])
    onwards: dict[str, list[str]] = {}
    for link in links:
        onwards.setdefault(link["from"]["id"], []).append(record.networks[link["to"]["id"]].shown)
    by = {link["to"]["id"]: link for link in links}
    for place, network in enumerate(answer["networks"]):
        name = network["id"]
        lane = _Lane(record, network, by.get(name), tuple(onwards.get(name, ())), names, room[place], sheet)
        top = lane.draw(drawing, place, top, is_chosen=name == chosen) + APART
    scene = Scene(
        id="reach",
        width=sheet.width,
        height=top + (34 if names else 16),
        legend=tuple(_legend(top + 4, sheet)) if names else (),
        boxes=tuple(drawing.boxes),
        zones=tuple(drawing.zones),
        texts=tuple(drawing.texts),
        projector=sheet.projector,
    )
    return ReachMap(scene, drawing.networks, drawing.bodies, drawing.never)


def _legend(y: float, sheet: ReachSheet) -> Iterator[LegendEntry]:
    first = "recorded seat"
    yield LegendEntry(0, y, 24, "recorded", first, "full")
    sizes = letters(sheet.projector)
    beyond = round(24 + 6 + sizes.dot + width(first, sizes.note) + 30)
    yield LegendEntry(beyond, y, 24, "presumed", "presumed seat: please confirm", "open")


def _rooms(adds: Sequence[int]) -> list[int]:
    """How many chips each lane may show, so that all lanes together do not hold too many."""
    fewest = FEWEST if len(adds) <= MOST_CHIPS // FEWEST else 1
    room = [min(count, fewest) for count in adds]
    left = MOST_CHIPS - sum(room)
    for place, count in enumerate(adds):
        more = max(0, min(count - room[place], left))
        room[place] += more
        left -= more
    return room


def _names(record: Record, bodies: Iterable[str]) -> dict[str, str]:
    """By its country where it is the only one there, else by its short name, with the country if there are several."""
    known = [record.organizations[body] for body in bodies]
    seen = Counter(who.country for who in known)
    if len(seen) == 1 and len(known) > 1:
        return {who.id: who.shown for who in known}
    found = {}
    for who in known:
        country = record.country_name(who.country)
        long = who.shown if country in who.shown else f"{who.shown}, {country}"
        found[who.id] = country if seen[who.country] == 1 and who.country != "INT" else long
    return found


@dataclass(frozen=True, slots=True)
class _Lane:
    record: Record
    network: ReachNetwork
    link: ReachLink | None
    onwards: Sequence[str]
    names: Mapping[str, str]
    room: int
    sheet: ReachSheet

    def draw(self, drawing: _Drawing, place: int, top: float, *, is_chosen: bool) -> float:
        """Draw the lane from a height on, and return its foot."""
        box = self._network(place, top)
        action = self._never(place, box)
        drawing.boxes += [box, action]
        drawing.networks[box.id] = drawing.networks[f"lane:{place}"] = self.network["id"]
        drawing.never[action.id] = self.network["id"]
        left = PAD + self.sheet.network + 16
        words = list(self._head(left, top))
        drawing.texts += words
        foot = self._chips(drawing, place, left, top + 10 + len(words) * letters(self.sheet.projector).name_step)
        foot = max(foot, action.y + action.h) + 6
        kind = "lane-chosen" if is_chosen else "lane"
        name = f"{self.record.networks[self.network['id']].shown} adds {len(self.network['adds'])}"
        drawing.zones.append(Zone(0, top, self.sheet.width, foot - top, kind, f"lane:{place}", name))  # type: ignore[arg-type]
        return foot

    def _network(self, place: int, top: float) -> Box:
        node, sizes = self.record.networks[self.network["id"]], letters(self.sheet.projector)
        state = state_of(self.record, node.id)
        heard = (state.last_heard or "")[:4]
        words = {"active": "last heard of", "silent": "silent since", "ended": "ended, last heard of"}[state.status]
        note = f"{words} {heard}" if heard else "ended" if state.status == "ended" else "no date recorded"
        title = wrap(node.shown, self.sheet.network - 30, sizes.name, "semibold")
        _, height = least_size(title, (Note(note),), "network", projector=self.sheet.projector)
        name = f"{node.shown}, {note}"
        return Box(
            f"network:{place}",
            PAD,
            top + 8,
            self.sheet.network,
            max(height, 46),
            title,
            name,
            (Note(note),),
            "network",
            "quiet",
        )

    def _never(self, place: int, box: Box) -> Box:
        w, h = least_size(("never this one",), (), "action", projector=self.sheet.projector)
        name = f"Never {self.record.networks[self.network['id']].shown}"
        x = round(box.x + (box.w - w) / 2)
        return Box(f"never:{place}", x, box.y + box.h + 2, w + 2, h, ("never this one",), name, (), "action", "quiet")

    def _head(self, left: float, top: float) -> Iterator[Text]:
        """How many it adds, and who leads there from another network of the set."""
        sizes, adds = letters(self.sheet.projector), len(self.network["adds"])
        cost = "" if self.network["cost"] == 1 else f" at cost {self.network['cost']:g}"
        y = top + 10 + sizes.name
        yield Text(left, y, f"adds {adds}{cost}" if adds else f"adds nobody new{cost}", sizes.name, "semibold")
        for words in self._links():
            for line in wrap(words, self.sheet.width - left - PAD, sizes.note):
                y += sizes.name_step
                yield Text(left, y, line, sizes.note, ink="second")

    def _links(self) -> Iterator[str]:
        """Who leads there from another network of the set, and where one that adds nobody leads on to."""
        if self.link:
            one = self.record.networks[self.link["from"]["id"]].shown
            yield f"from {one} by {self.record.organizations[self.link['by']['id']].shown}"
        if self.onwards and not self.network["adds"]:
            yield f"leads on to {joined(self.onwards)}"

    def _chips(self, drawing: _Drawing, place: int, left: float, top: float) -> float:
        """Set the chips in rows, and return the foot of the last."""
        x, y, row = left, top + 6, list[Box]()
        for chip, body in self._bodies(place):
            if x + chip.w > self.sheet.width - PAD:
                y, x = y + max(box.h for box in row) + BETWEEN, left
                row = []
            row.append(replace(chip, x=x, y=y))
            drawing.boxes.append(row[-1])
            drawing.bodies[chip.id] = (body, self.network["id"])
            x = round(x + chip.w + BETWEEN)
        return y + max([0.0, *(box.h for box in row)])

    def _bodies(self, place: int) -> Iterator[tuple[Box, str]]:
        shown = self.network["adds"][: self.room]
        for number, one in enumerate(sorted(shown, key=lambda one: self.names[one["id"]])):
            yield self._chip(f"body:{place}:{number}", one), one["id"]
        more = len(self.network["adds"]) - len(shown)
        if more:
            yield self._sized(f"more:{place}", f"and {more} more", "none", "plain"), ""

    def _chip(self, name: str, one: Reached) -> Box:
        kind = self.record.organizations[one["id"]].kind
        dot = "full" if one["basis"] == "recorded" else "open"
        return self._sized(name, self.names[one["id"]], dot, shape_of(kind, -1), one["basis"])

    def _sized(self, name: str, words: str, dot: str, shape: str, basis: str = "") -> Box:
        sizes = letters(self.sheet.projector)
        lines = wrap(words, self.sheet.chip - 32, sizes.note)
        notes = (Note(lines[0], dot), *(Note(line) for line in lines[1:]))  # type: ignore[arg-type]
        flat = "plain" if shape == "ministry" else shape
        w, h = least_size((), notes, flat, projector=self.sheet.projector)  # type: ignore[arg-type]
        border = "recorded" if dot == "full" else "presumed"
        said = f"{words}, {'presumed' if basis != 'recorded' else basis}" if basis else words
        return Box(name, 0, 0, round(w + 2), max(h, self.sheet.chip_height), (), said, notes, flat, border)  # type: ignore[arg-type]
