"""The invitation list for a meeting: whom, why, what is on record about them, and one question to ask."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.analysis.bodies.recorded_roles import touches
from graph.analysis.names.country_names import resolve_country
from graph.analysis.names.named import named
from graph.analysis.sentences import sentence_of
from graph.analysis.who_else.asking import Asking, asking_of
from graph.analysis.who_else.lines import followed, said, sources_of
from graph.analysis.who_else.who_else import who_else
from graph.answers import InvitationAnswer, Invited, OnRecord
from graph.columns import KINDS, NONE
from graph.record import Record

# What is shown of each body: first what it answers for, then whom it knows, where it sits, where it is.
SHOWN = ("responsibility", "tie", "membership", "presence")
MOST_SENTENCES = 4
# So many beside one's own list are likely to come: a contact is asked about with these before all others.
LIKELY = 10


def invitation(
    record: Record,
    code: str,
    theme: str = "",
    names: Iterable[str] = (),
    most: int = 20,
    chosen: Mapping[str, str] | None = None,
) -> InvitationAnswer:
    """Answer `invite` for a country of the focus: the bodies of one's own list, then at most so many others.

    The reason is the first of `who-else`. The question is about the body itself: does it follow an ended one, who holds
    an empty treaty desk beside it, is it in contact with another who is invited, does it answer for what is presumed,
    does it sit in a network; else the fixed one for its kind. Raises UnknownName for a country out of the focus.
    """
    country = resolve_country(record, code)
    answer = who_else(record, country, theme, names, chosen=chosen)
    listed = [line["organization"]["id"] for line in answer["listed"] if line["organization"]]
    own = list(dict.fromkeys(body for body in listed if record.is_living(body)))
    others = {line["id"]: line for line in answer["recorded"][:most]}
    asking = asking_of(record, country, theme, [*own, *list(others)[:LIKELY]])
    invited = [_own(record, body, theme, asking) for body in own]
    for body, line in others.items():
        why, rows = line["reasons"][0], [row for row in map(record.row_of_claim, line["claims"]) if row is not None]
        invited.append(_invited(record, body, why, rows, asking))
    return {
        "country": named(record, f"country:{country}"),
        "theme": theme or None,
        "invited": invited,
        "unmatched": answer["unmatched"],
    }


def _own(record: Record, body: str, theme: str, asking: Asking) -> Invited:
    reasons, rows = said(record, body, [theme])
    return {**_invited(record, body, reasons[0], rows, asking), "listed": True}


def _invited(record: Record, body: str, why: str, rows: Sequence[int], asking: Asking) -> Invited:
    return {
        **named(record, f"organization:{body}"),
        "listed": False,
        "why": why,
        "on_record": list(_on_record(record, body, asking.theme)),
        "question": asking.question_to(body),
        "claims": record.claim_ids(rows),
        "sources": sources_of(record, body, rows),
    }


def _on_record(record: Record, body: str, theme: str) -> Iterator[OnRecord]:
    """Yield the newest claim of each kind about a body, then the newest of all; those on the theme before others."""
    bodies = (body, *followed(record, body))
    rows = [row for one in bodies for row in record.rows_of(f"organization:{one}").tolist()]
    living = [row for row in rows if record.in_force[row] and not record.claims.absent[row]]
    newest = sorted(living, key=lambda row: (not _is_on(record, row, theme), -int(record.began[row]), row))
    first = [next((row for row in newest if KINDS[record.claims.kind[row]] == kind), None) for kind in SHOWN]
    chosen = dict.fromkeys(row for row in (*first, *newest) if row is not None)
    for row in list(chosen)[:MOST_SENTENCES]:
        source = record.sources[record.addresses[record.claims.source[row]].partition(":")[2]]
        yield {
            "sentence": sentence_of(record, row),
            "claim": record.claim_id(row),
            "source": source.id,
            "published": source.published or None,
        }


def _is_on(record: Record, row: int, theme: str) -> bool:
    """Whether a claim speaks of a theme: as its own, or as that of what it joins."""
    numbers = (record.claims.theme[row], record.claims.b[row])
    subjects = [record.addresses[number].partition(":") for number in numbers if number != NONE]
    named = [name for kind, _, name in subjects if kind in ("theme", "agreement")]
    about = [own for kind, _, name in subjects if kind == "network" for own in record.networks[name].themes]
    return bool(theme) and any(touches(subject, "", theme) for subject in (*named, *about))
