"""What the chain map of a country shows, before anything has a place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.record import Record
from layout.drawn.scene import Basis, LineKind, Note, Scene, Shape

COLUMNS = (
    "Policy and permits",
    "Border control",
    "Inspection",
    "Intelligence, investigation",
    "Laboratory",
    "Court and disposal",
)
LAST = len(COLUMNS) - 1
# The last column holds three steps under small heads, so that an empty one is seen.
SECTIONS = ("Prosecution", "Courts", "Disposal")
MOST_FIRST = 99


@dataclass(frozen=True, slots=True)
class ChainBox:
    """A service, a unit with a stage of its own, or a fold of services.

    `members` are the services that the box stands for (a unit stands for none of its own: its service is counted
    where it stands), `bodies` all bodies folded into it. `rank` orders the boxes of a column by what is known of them.
    """

    id: str
    column: int
    title: str
    notes: tuple[Note, ...] = ()
    shape: Shape = "plain"
    basis: Basis = "quiet"
    members: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    rank: float = 0.0
    stack: int = 0
    rows: bool = False
    foot: bool = False
    section: int = -1
    folds: bool = False


@dataclass(frozen=True, slots=True)
class ChainLine:
    """One line between two boxes: all contacts, all gaps or all reported problems of their services.

    `pairs` are the pairs of services; `weight` orders lines of a kind, the heaviest is drawn first. `first` is the
    number among the first lines of the list of gaps, 0 for any other line.
    """

    id: str
    a: str
    b: str
    kind: LineKind
    name: str
    tag: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    claims: tuple[str, ...] = ()
    weight: float = 0.0
    when_chosen: bool = False
    first: int = 0

    @property
    def turn(self) -> int:
        """When the line is drawn: the first lines of the list in their order, then all others."""
        return self.first or MOST_FIRST


@dataclass(frozen=True, slots=True)
class ChainNetwork:
    """A network in the band below the chain, with the body by which the country is entered, if known."""

    id: str
    title: str
    notes: tuple[Note, ...]
    entry: str = ""
    recorded: bool = False
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything to draw; `counted` are the boxes beyond those that a column holds."""

    country: str
    theme: str
    boxes: tuple[ChainBox, ...]
    lines: tuple[ChainLine, ...]
    networks: tuple[ChainNetwork, ...]
    services: tuple[str, ...]
    counted: tuple[ChainBox, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BoxDetail:
    """What stands behind a box of the map, for the panel beside it and the table below."""

    id: str
    title: str
    column: str
    basis: Basis
    notes: tuple[str, ...]
    members: tuple[str, ...]
    bodies: tuple[str, ...]
    claims: tuple[str, ...]
    opens: bool


@dataclass(frozen=True, slots=True)
class LineDetail:
    """What stands behind a line of the map; one that `waits` is seen only while one of its boxes is chosen."""

    id: str
    kind: LineKind
    a: str
    b: str
    name: str
    pairs: tuple[tuple[str, str], ...]
    claims: tuple[str, ...]
    waits: bool


@dataclass(frozen=True, slots=True)
class ChainMap:
    """The scene, what stands behind each box and line, and the same as a table.

    `hidden` says how many services are not shown, `hidden_services` which; members of all boxes and these together
    are all living services of the country.
    """

    scene: Scene
    boxes: Mapping[str, BoxDetail]
    lines: Mapping[str, LineDetail]
    hidden: str
    hidden_services: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]

    def title_of(self, record: Record, end: str) -> str:
        """Return what an end of a line is called: a box, or the network below the chain."""
        if end in self.boxes:
            return self.boxes[end].title
        network = end.removeprefix("network:")
        return record.networks[network].shown if network in record.networks else end
