"""Bodies by the word for their kind: "customs" means the customs administrations before whatever is called so."""

from collections.abc import Collection

from rapidfuzz import fuzz, process

from graph import vocabulary
from graph.analysis.names.spelling import folded
from graph.model import Organization
from graph.record import Record

Place = tuple[int, str, int]
# A word for a kind that is misspelled: "custom" is customs, "protection" no prosecution.
LIKE_ENOUGH = 90
# How lists of the region write the two services that stand on every one, beside English; enough to offer them.
WRITTEN = {
    "customs": "alfandega aduana kastam cukai гааль ศุลกากร ພາສີ គយ کسٹم گمرک රේගු சுங்க भन्सार কাস্টমস 海关 海關 税関 관세",
    "police": "policia polisia polis ตำรวจ ຕຳຫຼວດ នគរបាល پولیس پلیس පොලිස් பொலிஸ் प्रहरी পুলিশ цагдаа 警察 경찰",
}
HEAD, FURTHER_HEAD, UNIT, LOCAL = range(4)


def kind_meant(text: str) -> str:
    """Return the kind of body whose word or id a text is, or nothing."""
    asked = folded(text)
    names = vocabulary.ORGANIZATION_KINDS.items()
    return next((kind for kind, words in names if kind != "other" and asked in (folded(words), folded(kind))), "")


def kinds_named(text: str) -> list[str]:
    """Return the kinds whose word a name holds, perhaps misspelled: "Department of Custom" is customs."""
    asked = folded(text)
    words = asked.split()
    written = [kind for kind, forms in WRITTEN.items() if any(_begins_a_word(form, asked) for form in forms.split())]
    return written + [
        kind
        for kind, said in vocabulary.ORGANIZATION_KINDS.items()
        if kind != "other"
        and (
            f" {folded(said)} " in f" {asked} "
            or process.extractOne(folded(said), words, scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH)
        )
    ]


def _begins_a_word(form: str, asked: str) -> bool:
    """Whether a word begins so; in scripts that may put no blank between words, whether it stands anywhere."""
    return f" {form}" in f" {asked}" if form.isascii() else folded(form) in asked


def heads_of_kind(record: Record, kind: str, country: str = "") -> list[Organization]:
    """Return the living national bodies of a kind that stand under no other of it, of one country or of all."""
    bodies = _living(record, kind, country)
    ids = {body.id for body in bodies}
    return [body for body in bodies if body.level in ("", "national") and not body.area and body.parent not in ids]


def order_of_kind(record: Record, kind: str, called: Collection[str], country: str = "") -> dict[str, Place]:
    """Return body id -> its place among the living bodies of a kind, the smaller the better.

    First one head for each country of the focus, by country; then the other heads, those abroad too; then units; then
    provincial and local bodies. `called` are those whom a name or id, too, calls by the word: the police before the
    INTERPOL bureau in it. Of several those of which most is recorded come first.
    """

    def plain(body: Organization) -> tuple[bool, int, str]:
        return body.id not in called, -len(record.rows_of(body.address)), body.id

    heads = {body.id for body in heads_of_kind(record, kind, country)}
    found: dict[str, Place] = {}
    first: set[str] = set()
    for number, body in enumerate(sorted(_living(record, kind, country), key=plain)):
        rank = LOCAL if body.level in ("provincial", "local") else FURTHER_HEAD if body.id in heads else UNIT
        if rank == FURTHER_HEAD and body.country in record.countries and body.country not in first:
            first.add(body.country)
            rank = HEAD
        found[body.id] = rank, record.country_name(body.country), number
    return found


def _living(record: Record, kind: str, country: str) -> list[Organization]:
    bodies = (body for body in record.organizations.values() if body.kind == kind and country in ("", body.country))
    return [body for body in bodies if record.is_living(body.id)]
