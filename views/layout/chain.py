"""The chain map of a country: who stands where in the enforcement chain, who is in contact, and where a gap is."""

from collections.abc import Sequence

from graph import vocabulary
from graph.analysis.screening import Screening, screen
from graph.record import Record
from views.layout import frame
from views.layout.band import Band, band, entry_lines, networks_of
from views.layout.choice import Asked, Shown, chosen
from views.layout.columns import Lettered
from views.layout.details import details, hidden_sentence, line_details, table
from views.layout.folds import boxes_of
from views.layout.links import Contacts, contacts_of, links
from views.layout.plan import COLUMNS, LAST, ChainMap, Plan
from views.layout.setting import Setting, set_on
from views.layout.sheet import SHEETS, Sheet, Size
from views.map.lettering import letters
from views.map.scene import Box, Scene, Text
from views.map.text import width

MOST_OF_A_THEME, MOST_OF_ALL = 5, 6
ALONE = 2  # services of a column that do not fold by kind when all themes are asked for


def chain(
    record: Record,
    country: str,
    theme: str,
    *,
    unfolded: frozenset[str] = frozenset(),
    size: Size = "desk",
    problems: bool = False,
    screening: Screening | None = None,
) -> ChainMap:
    """Return the chain map of a country by its code, for one theme or for all (`""`).

    `unfolded` are ids of boxes that open (those whose detail `opens`) and of the areas "more:COLUMN" ("and 2 more").
    `problems` draws the problems that sources report. A `screening` made before saves making a new one.
    """
    plan = plan_of(screening or screen(record, country, theme), unfolded, problems)
    setting = set_on(plan, SHEETS[size])
    networks = band(plan.networks, setting.sheet)
    on_map = [box.box for boxes in setting.standing.values() for box in boxes if box.box.shape != "empty"]
    members = {service for box in on_map for service in box.members}
    hidden = tuple(service for service in plan.services if service not in members)
    counted = {service for services in setting.left_out.values() for service in services}
    sentence = hidden_sentence(plan, hidden, len(counted))
    return ChainMap(
        scene=_scene(plan, setting, networks, sentence, problems),
        boxes=details(on_map),
        lines=line_details(plan, setting.lines),
        hidden=sentence,
        hidden_services=hidden,
        rows=table(plan, on_map, hidden),
    )


def plan_of(seen: Screening, unfolded: frozenset[str], problems: bool) -> Plan:
    """Return what the map of a screening shows, before anything has a place."""
    record, country, theme = seen.record, seen.country, seen.theme
    contacts = contacts_of(seen)
    shown = chosen(Asked(record, seen.block.houses, seen.block.mandates, contacts, theme))
    most = MOST_OF_A_THEME if theme else MOST_OF_ALL
    boxes, left_out = boxes_of(record, shown, _alone(shown, contacts, theme), most, unfolded)
    return Plan(
        country=country,
        theme=vocabulary.THEMES.get(theme, ""),
        boxes=boxes,
        lines=links(seen, boxes, problems),
        networks=networks_of(record, country, theme),
        services=tuple(seen.block.services),
        opened=bool(unfolded),
        left_out=left_out,
        names={body.id: body.name for body in seen.block.organizations},
    )


def _alone(shown: Sequence[Shown], contacts: Contacts, theme: str) -> frozenset[str]:
    """The services that do not fold by kind: recorded or in contact on a theme; for all themes some of each column."""
    if theme:
        recorded = {one.id for one in shown if one.basis == "recorded" or one.kind == "ministry"}
        return frozenset(recorded | contacts.lined)
    best: set[str] = set()
    for column in range(LAST + 1):
        here = sorted((one for one in shown if one.column == column), key=lambda one: (-one.rank, one.id))
        best |= {one.id for one in here[:ALONE]}
    return frozenset(best)


def _scene(plan: Plan, setting: Setting, networks: Band, sentence: str, problems: bool) -> Scene:
    sheet = setting.sheet
    boxes = [_box(box) for found in setting.standing.values() for box in found]
    where = {body: box for lettered, box in _pairs(setting, boxes) for body in lettered.box.bodies}
    gutters = {box.id: _gutter(setting, lettered.box.column) for lettered, box in _pairs(setting, boxes)}
    return Scene(
        id=plan.country,
        width=sheet.width,
        height=sheet.height,
        boxes=(*boxes, *networks.boxes),
        lines=(*setting.lines, *entry_lines(networks, where, gutters, sheet)),
        zones=(*frame.grounds(setting.columns, sheet), *setting.zones),
        texts=(*frame.heads(setting.columns, sheet), *setting.texts, *_words(plan, networks, sentence, sheet)),
        legend=frame.legend(sheet, problems, bool(plan.theme)),
        projector=sheet.projector,
    )


def _pairs(setting: Setting, boxes: Sequence[Box]) -> list[tuple[Lettered, Box]]:
    return list(zip([box for found in setting.standing.values() for box in found], boxes, strict=True))


def _box(lettered: Lettered) -> Box:
    box, place = lettered.box, lettered.place
    said = [box.title, *(note.text for note in box.notes), "" if box.basis == "quiet" else box.basis]
    name = f"{COLUMNS[box.column]}: {', '.join(word for word in said if word)}"
    return Box(
        box.id,
        place.x,
        place.y,
        place.w,
        place.h,
        lettered.title,
        name,
        lettered.notes,
        box.shape,
        box.basis,
        box.stack,
        box.folds,
        box.rows,
    )


def _gutter(setting: Setting, column: int) -> float:
    """The x of the gutter by which a box of a column is left for the band below."""
    low, high = setting.ground.gutter(min(column, LAST - 1))
    return round(low + 0.8 * (high - low))


def _words(plan: Plan, networks: Band, sentence: str, sheet: Sheet) -> list[Text]:
    """The head of the band, and the sentence below it."""
    sizes = letters(sheet.projector)
    what = "Networks on this theme" if plan.theme else "Networks"
    head = f"{what}, and the country’s entry point"
    if not networks.boxes:
        head = f"{what}: none recorded"
    found = [Text(0, sheet.band_head, head, sizes.name, "semibold")]
    if networks.more:
        x = width(head, sizes.name, "semibold") + 8
        found.append(Text(x, sheet.band_head, f"and {networks.more} more", sizes.note, ink="second"))
    found.append(Text(0, sheet.sentence, sentence, sizes.note, ink="second"))
    return found
