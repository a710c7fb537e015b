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
from layout.drawn.text import wrap
from layout.words import shape_of

WIDTH, NETWORK, PAD, APART, BETWEEN = 750.0, 196.0, 10.0, 10.0, 6.0
CHIP, CHIP_HEIGHT = 164.0, 27.0  # the widest chip, and the least height of any
MOST_CHIPS = 60  # on the whole sheet; what is beyond is counted
FEWEST = 3  # chips that every lane gets


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


def reach_scene(record: Record, answer: ReachAnswer, links: Sequence[ReachLink] = (), chosen: str = "") -> ReachMap:
    """Draw a set; `chosen` is the id of the network whose lane is lit, `links` say who leads from one to another."""
    drawing, top = _Drawing(), 0.0
    names = _names(record, [one["id"] for net in answer["networks"] for one in net["adds"]])
    room = _rooms([len(net["adds"]) for net in answer["networks"]])
    onwards: dict[str, list[str]] = {}
    for link in links:
        onwards.setdefault(link["from"]["id"], []).append(record.networks[link["to"]["id"]].shown)
    by = {link["to"]["id"]: link for link in links}
    for place, network in enumerate(answer["networks"]):
        name = network["id"]
        lane = _Lane(record, network, by.get(name), tuple(onwards.get(name, ())), names, room[place])
        top = lane.draw(drawing, place, top, is_chosen=name == chosen) + APART
    scene = Scene(
        id="reach",
        width=WIDTH,
        height=top + (34 if names else 16),
        legend=tuple(_legend(top + 4)) if names else (),
        boxes=tuple(drawing.boxes),
        zones=tuple(drawing.zones),
        texts=tuple(drawing.texts),
    )
    return ReachMap(scene, drawing.networks, drawing.bodies, drawing.never)


def _legend(y: float) -> Iterator[LegendEntry]:
    words = {"full": "recorded seat", "open": "presumed seat: please confirm"}
    yield LegendEntry(0, y, 24, "recorded", words["full"], "full")
    yield LegendEntry(150, y, 24, "presumed", words["open"], "open")


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

    def draw(self, drawing: _Drawing, place: int, top: float, *, is_chosen: bool) -> float:
        """Draw the lane from a height on, and return its foot."""
        box = self._network(place, top)
        action = self._never(place, box)
        drawing.boxes += [box, action]
        drawing.networks[box.id] = drawing.networks[f"lane:{place}"] = self.network["id"]
        drawing.never[action.id] = self.network["id"]
        left = PAD + NETWORK + 16
        words = list(self._head(left, top))
        drawing.texts += words
        foot = self._chips(drawing, place, left, top + 10 + len(words) * letters(projector=False).name_step)
        foot = max(foot, action.y + action.h) + 6
        kind = "lane-chosen" if is_chosen else "lane"
        name = f"{self.record.networks[self.network['id']].shown} adds {len(self.network['adds'])}"
        drawing.zones.append(Zone(0, top, WIDTH, foot - top, kind, f"lane:{place}", name))  # type: ignore[arg-type]
        return foot

    def _network(self, place: int, top: float) -> Box:
        node, sizes = self.record.networks[self.network["id"]], letters(projector=False)
        state = state_of(self.record, node.id)
        heard = (state.last_heard or "")[:4]
        words = {"active": "last heard of", "silent": "silent since", "ended": "ended, last heard of"}[state.status]
        note = f"{words} {heard}" if heard else "ended" if state.status == "ended" else "no date recorded"
        title = wrap(node.shown, NETWORK - 30, sizes.name, "semibold")
        _, height = least_size(title, (Note(note),), "network", projector=False)
        name = f"{node.shown}, {note}"
        return Box(
            f"network:{place}", PAD, top + 8, NETWORK, max(height, 46), title, name, (Note(note),), "network", "quiet"
        )

    def _never(self, place: int, box: Box) -> Box:
        w, h = least_size(("never this one",), (), "action", projector=False)
        name = f"Never {self.record.networks[self.network['id']].shown}"
        x = round(box.x + (box.w - w) / 2)
        return Box(f"never:{place}", x, box.y + box.h + 2, w + 2, h, ("never this one",), name, (), "action", "quiet")

    def _head(self, left: float, top: float) -> Iterator[Text]:
        """How many it adds, and who leads there from another network of the set."""
        sizes, adds = letters(projector=False), len(self.network["adds"])
        cost = "" if self.network["cost"] == 1 else f" at cost {self.network['cost']:g}"
        y = top + 10 + sizes.name
        yield Text(left, y, f"adds {adds}{cost}" if adds else f"adds nobody new{cost}", sizes.name, "semibold")
        for words in self._links():
            for line in wrap(words, WIDTH - left - PAD, sizes.note):
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
            if x + chip.w > WIDTH - PAD:
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
            yield _sized(f"more:{place}", f"and {more} more", "none", "plain"), ""

    def _chip(self, name: str, one: Reached) -> Box:
        kind = self.record.organizations[one["id"]].kind
        dot = "full" if one["basis"] == "recorded" else "open"
        return _sized(name, self.names[one["id"]], dot, shape_of(kind, -1), one["basis"])


def _sized(name: str, words: str, dot: str, shape: str, basis: str = "") -> Box:
    sizes = letters(projector=False)
    lines = wrap(words, CHIP - 32, sizes.note)
    notes = (Note(lines[0], dot), *(Note(line) for line in lines[1:]))  # type: ignore[arg-type]
    flat = "plain" if shape == "ministry" else shape
    w, h = least_size((), notes, flat, projector=False)  # type: ignore[arg-type]
    border = "recorded" if dot == "full" else "presumed"
    said = f"{words}, {'presumed' if basis != 'recorded' else basis}" if basis else words
    return Box(name, 0, 0, round(w + 2), max(h, CHIP_HEIGHT), (), said, notes, flat, border)  # type: ignore[arg-type]
