"""The whole record, or one theme of it, in a file."""

from graph import vocabulary
from graph.record import Record
from handouts.map_file.country import HOW
from handouts.map_file.evidence import Evidence
from handouts.map_file.page import MapFile, html
from layout.whole.whole import whole

TITLE = "Who Else? All countries"


def whole_file(record: Record, theme: str = "") -> str:
    """Return the page of all living bodies and networks, for one theme or for all."""
    drawn = whole(record, theme)
    evidence = Evidence(record)
    lines = "Lines appear when one of their ends is chosen; contacts across borders are seen at once."
    near = "To read the names: search, choose a country, or zoom in with + or with Ctrl and the wheel."
    for address in drawn.things.values():
        evidence.thing(address)
    names = {address: _name(record, address) for address in evidence.things if address.startswith("country:")}
    evidence.part("", TITLE, (HOW, near, lines), lists=[("Countries", sorted(names, key=names.__getitem__))])
    boxes = {box.id: box for box in drawn.scene.boxes}
    for line in drawn.scene.lines:
        a, b = (boxes[end].name for end in line.ends)
        evidence.part(line.id, f"{a} and {b}", (line.name.rpartition(": ")[2],), drawn.claims[line.id])
    search = tuple(sorted((_name(record, address), box, address) for box, address in drawn.things.items()))
    about = vocabulary.THEMES.get(theme, "all themes")
    says = f"Bodies by country and the networks above them: {about}."
    return html(MapFile(TITLE, says, record.date, drawn.scene, evidence, search))


def _name(record: Record, address: str) -> str:
    kind, _, name = address.partition(":")
    if kind == "country":
        return record.country_name(name)
    one = record.organizations[name] if kind == "organization" else record.networks[name]
    where = f", {record.country_name(one.country)}" if kind == "organization" and one.country else ""
    return f"{one.name}{f' ({one.acronym})' if one.acronym else ''}{where}"
