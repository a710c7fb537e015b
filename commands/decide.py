"""`decide`: what both sides of a gap say, as a change that `undo` takes back."""

from argparse import Namespace

from commands.context import opened, record_of, theme_of
from commands.result import Result
from commands.screen import paragraph
from commands.shapes import DecideAnswer
from graph.analysis.gaps.decisions import WORDS
from graph.analysis.gaps.decisions import decide as change_of
from graph.analysis.names.names import BODIES, resolve
from graph.history import Batch
from graph.record import Record
from graph.stores.base import now


def decide(asked: Namespace) -> Result:
    """Answer `decide`."""
    with opened(asked.store) as store:
        record = record_of(store)
        a, b = _pair(record, asked.a, asked.b)
        batch = change_of(
            record,
            a,
            b,
            asked.as_,
            at=now(),
            source=asked.source,
            said_on=asked.said_on,
            contact=asked.contact,
            theme=theme_of(asked.theme),
            author=asked.author,
            reason=asked.reason,
        )
        answer = _answer(record, a, b, asked.as_, batch, store.apply(batch))
    return Result(answer, lambda width: _text(answer, width))


def _pair(record: Record, one: str, other: str) -> tuple[str, str]:
    """Return two bodies by id or name; of several with the second name that of the first one's country is meant."""
    a = resolve(record, one, what=BODIES).partition(":")[2]
    return a, resolve(record, other, record.organizations[a].country, what=BODIES).partition(":")[2]


def _answer(record: Record, a: str, b: str, as_: str, batch: Batch, revision: int) -> DecideAnswer:
    gone = [change.address for change in batch.changes if change.after is None]
    return {
        "a": {"id": a, "name": record.organizations[a].name},
        "b": {"id": b, "name": record.organizations[b].name},
        "decided": {"as": as_, "batch": batch.id},
        "claim": batch.changes[-1].address.partition(":")[2],
        "withdrawn": [address.partition(":")[2] for address in gone],
        "revision": revision,
    }


def _text(answer: DecideAnswer, width: int) -> list[str]:
    words = {str(key): said for key, said in WORDS.items()}
    said = f"{answer['a']['name']} and {answer['b']['name']}: {words[answer['decided']['as']]}."
    lines = paragraph(said, width) + paragraph(f"Written as change {answer['decided']['batch']}.", width)
    gone = ", ".join(answer["withdrawn"])
    return lines + (paragraph(f"Withdrawn, as this takes its place: claim {gone}.", width) if gone else [])
