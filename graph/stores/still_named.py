"""What an undo must leave: a node that something else names by now."""

from collections.abc import Iterable
from dataclasses import replace

from graph.errors import Conflict
from graph.history import Batch
from graph.model import Thing
from graph.references import named_by


def sparing(undoing: Batch, standing: Iterable[Thing]) -> Batch:
    """Return an undoing batch without the withdrawal of sources that something else rests on by now.

    `standing` is all that stands before it; it is not read where no node is withdrawn. Any other node that is still
    named is a `Conflict`: a claim about a body cannot stay without the body.
    """
    after = {change.address: change.after for change in undoing.changes}
    gone = {address for address, thing in after.items() if thing is None and not address.startswith("claim:")}
    if not gone:
        return undoing
    named = _named(gone, after, standing)
    for address, by in named.items():
        if not address.startswith("source:"):
            kind, _, name = address.partition(":")
            raise Conflict(f"The {kind} {name} is named by {by.replace(':', ' ')}.", "Take that back first.")
    kept = tuple(change for change in undoing.changes if change.address not in named)
    if not kept:
        raise Conflict("Other claims rest on what would be taken back.", "Take those back first.")
    return replace(undoing, changes=kept)


def _named(gone: set[str], after: dict[str, Thing | None], standing: Iterable[Thing]) -> dict[str, str]:
    """Return which of the nodes that go are named by what stays, each with one thing that names it."""
    named: dict[str, str] = {}
    for thing in standing:
        stays = after.get(thing.address, thing)
        for _, address in named_by(stays) if stays else ():
            if address in gone:
                named.setdefault(address, thing.address)
    return named
