"""The chain map of a country: who stands where in the enforcement chain, who is in contact, and where a gap is."""

from collections.abc import Sequence

from graph import vocabulary
from graph.analysis.gaps.screening import Screening, screen
from graph.record import Record
from layout.chain import frame
from layout.chain.band import Band, band, entry_lines, networks_of
from layout.chain.choice import Asked, Shown, chosen
from layout.chain.columns import Lettered
from layout.chain.details import details, hidden_sentence, line_details, not_drawn, table
from layout.chain.first_lines import FirstLine, first_lines
from layout.chain.folds import boxes_of
from layout.chain.links import Contacts, contacts_of, links
from layout.chain.opened import opened
from layout.chain.plan import COLUMNS, LAST, ChainBox, ChainMap, Plan
from layout.chain.setting import Setting, services_of, set_again, set_on
from layout.drawn.lettering import letters
from layout.drawn.scene import Box, Scene, Text
from layout.drawn.text import width
from layout.sheet import SHEETS, Sheet, Size

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
    seen = screening or screen(record, country, theme)
    first = first_lines(seen, problems)
    contacts = contacts_of(seen)
    needed = frozenset(service for line in first for service in line.services)
    shown = chosen(Asked(record, seen.block.houses, seen.block.mandates, contacts, theme, needed))
    most = MOST_OF_A_THEME if theme else MOST_OF_ALL
    boxes = boxes_of(record, shown, _alone(shown, contacts, theme) | needed, most)
    plan = _plan(seen, first, boxes, problems)
    setting = set_on(plan, SHEETS[size])
    if unfolded:
        standing = {index: [box.box for box in boxes] for index, boxes in setting.standing.items()}
        beyond = [box for found in setting.counted.values() for box in found]
        plan = _plan(seen, first, opened(record, shown, standing, beyond, unfolded), problems)
        setting = set_again(plan, setting, SHEETS[size])
    return _drawn(plan, first, setting)


def _drawn(plan: Plan, first: Sequence[FirstLine], setting: Setting) -> ChainMap:
    networks = band(plan.networks, setting.sheet)
    on_map = [box.box for boxes in setting.standing.values() for box in boxes if box.box.shape != "empty"]
    members = {service for box in on_map for service in box.members}
    hidden = tuple(service for service in plan.services if service not in members)
    counted = {service for services in services_of(setting.counted).values() for service in services}
    sentence = hidden_sentence(plan, hidden, len(counted))
    return ChainMap(
        scene=_scene(plan, setting, networks, sentence),
        boxes=details(on_map),
        lines=line_details(plan, setting.lines),
        hidden=" ".join([sentence, *not_drawn(plan, first, setting.lines)]),
        hidden_services=hidden,
        rows=table(plan, on_map, hidden),
    )


def _plan(
    seen: Screening,
    first: Sequence[FirstLine],
    boxes: tuple[tuple[ChainBox, ...], tuple[ChainBox, ...]],
    problems: bool,
) -> Plan:
    """Return what the map shows, before anything has a place: the boxes that stand, and those that are counted."""
    standing, counted = boxes
    return Plan(
        country=seen.country,
        theme=vocabulary.THEMES.get(seen.theme, ""),
        boxes=standing,
        lines=links(seen, standing, first, problems),
        networks=networks_of(seen.record, seen.country, seen.theme),
        services=tuple(seen.block.services),
        counted=counted,
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


def _scene(plan: Plan, setting: Setting, networks: Band, sentence: str) -> Scene:
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
        legend=frame.legend(sheet, boxes, setting.lines, bool(plan.theme)),
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
