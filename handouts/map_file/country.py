"""The chain map of a country in a file, with all its bodies to search and what is on record of them."""

from collections.abc import Iterable, Iterator

from graph import vocabulary
from graph.record import Record
from handouts.map_file.evidence import Evidence, List
from handouts.map_file.page import MapFile, html
from layout.chain.chain import chain
from layout.chain.plan import BoxDetail, ChainMap, LineDetail
from layout.drawn.scene import LineKind

HOW = "Click a box, a line or a network: this column says what is on record, and in which source it was read."
LISTS: dict[str, tuple[LineKind, ...]] = {
    "No recorded contact, or little": ("gap",),
    "Contacts on record": ("contact", "contact-other"),
}


def country_file(record: Record, country: str, theme: str = "") -> str:
    """Return the page of a country, for one theme or for all."""
    drawn = chain(record, country, theme)
    evidence = Evidence(record)
    name = record.country_name(country)
    about = vocabulary.THEMES.get(theme, "all themes")
    for box in drawn.boxes.values():
        _box(evidence, box)
    for line in drawn.lines.values():
        _line(record, evidence, drawn, line)
    evidence.part("", name, (HOW, drawn.hidden), lists=_lists(drawn))
    search = tuple(sorted(_search(record, evidence, drawn, country)))
    says = f"Who enforces the rules here, and who else: {about}."
    return html(MapFile(f"Who Else? {name}", says, record.date, drawn.scene, evidence, search))


def _box(evidence: Evidence, box: BoxDetail) -> None:
    bodies = _addresses((*box.members, *box.bodies))
    facts = (box.column, *box.notes)
    evidence.part(box.id, box.title, facts, box.claims, [("", [evidence.thing(body) for body in bodies])])


def _lists(drawn: ChainMap) -> list[List]:
    """Return the lines of the map by what they say."""
    lines = drawn.lines.values()
    return [(title, [line.id for line in lines if line.kind in kinds]) for title, kinds in LISTS.items()]


def _line(record: Record, evidence: Evidence, drawn: ChainMap, line: LineDetail) -> None:
    title = " and ".join(drawn.title_of(record, end) for end in (line.a, line.b))
    pairs = (" and ".join(record.organizations[body].shown for body in pair) for pair in line.pairs)
    evidence.part(line.id, title, (line.name, *(pairs if len(line.pairs) > 1 else ())), line.claims)


def _search(record: Record, evidence: Evidence, drawn: ChainMap, country: str) -> Iterator[tuple[str, str, str]]:
    """Yield every living body of the country, with its box if it stands on the map, and the networks of the map."""
    at = {body: box.id for box in drawn.boxes.values() for body in (*box.bodies, *box.members)}
    for body in record.bodies.get(country, ()):
        if record.is_living(body):
            one = record.organizations[body]
            yield _names(one.name, one.acronym), at.get(body, ""), evidence.thing(one.address)
    for box in drawn.scene.boxes:
        network = box.id.removeprefix("network:")
        if network in record.networks and network != box.id:
            named = record.networks[network]
            yield _names(named.name, named.acronym), box.id, evidence.thing(named.address)


def _names(name: str, acronym: str) -> str:
    return f"{name} ({acronym})" if acronym else name


def _addresses(bodies: Iterable[str]) -> list[str]:
    return [f"organization:{body}" for body in dict.fromkeys(bodies)]
