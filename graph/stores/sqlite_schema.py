"""The tables of a store file: one for each kind of node, one of claims, and the history; names come from the model."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from operator import attrgetter
from typing import Any

from graph.model import THINGS, Claim, Thing

APPLICATION_ID = 0x57686F45  # "WhoE" in the header of the file, so that other programs can tell whose it is
VERSION = 1  # raise it whenever a field of a node or claim comes or goes

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True)
class Table:
    """The table of one kind of thing: its id, a column a field, and the batch that wrote the row last.

    A field of several values is a JSON list, the one form that gives every text back as it was.
    """

    kind: type[Thing]

    @property
    def name(self) -> str:
        """The kind of node, or claim."""
        return self.kind.node

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The fields besides the id."""
        return tuple(field.name for field in fields(self.kind) if field.name != "id")

    @cached_property
    def several(self) -> frozenset[str]:
        """The fields that hold several values."""
        return frozenset(field.name for field in fields(self.kind) if field.default == ())

    @cached_property
    def create(self) -> str:
        """The statement that makes the table; rows lie in the order of their ids."""
        columns = ", ".join(f'"{name}" TEXT NOT NULL' for name in (*self.columns, "batch"))
        return f'CREATE TABLE "{self.name}" ("id" TEXT PRIMARY KEY, {columns}) STRICT, WITHOUT ROWID'

    @cached_property
    def insert(self) -> str:
        """Takes the id, the values and the batch; fails where the id stands already."""
        return f'INSERT INTO "{self.name}" VALUES (?, {"?, " * len(self.columns)}?)'  # noqa: S608 (names of the model)

    @cached_property
    def update(self) -> str:
        """Takes the values after, the batch, the id and the values before; changes no row that differs from these."""
        after = "".join(f'"{name}" = ?, ' for name in self.columns)
        return f'UPDATE "{self.name}" SET {after}"batch" = ? WHERE {self._is_before}'  # noqa: S608 (names of the model)

    @cached_property
    def delete(self) -> str:
        """Takes the id and the values before; deletes no row that differs from these."""
        return f'DELETE FROM "{self.name}" WHERE {self._is_before}'  # noqa: S608 (names of the model)

    @cached_property
    def select(self) -> str:
        """Gives id, values and batch of every row, in the order of ids."""
        return f"{self._select} ORDER BY id"

    @cached_property
    def page(self) -> str:
        """Takes an id and a number, and gives that many rows after that id."""
        return f"{self._select} WHERE id > ? ORDER BY id LIMIT ?"

    @cached_property
    def one(self) -> str:
        """Takes an id and gives its row, if there is one."""
        return f"{self._select} WHERE id = ?"

    @cached_property
    def _select(self) -> str:
        names = ", ".join(f'"{name}"' for name in ("id", *self.columns, "batch"))
        return f'SELECT {names} FROM "{self.name}"'  # noqa: S608 (names of the model)

    @cached_property
    def _is_before(self) -> str:
        return '"id" = ?' + "".join(f' AND "{name}" = ?' for name in self.columns)

    @cached_property
    def _getter(self) -> Callable[[Thing], tuple[Any, ...]]:
        return attrgetter(*self.columns)

    def values(self, thing: Thing) -> tuple[str, ...]:
        """Return what the columns hold of a thing."""
        values = self._getter(thing)
        if not self.several:
            return values
        return tuple(value if isinstance(value, str) else _JSON.encode(value) for value in values)

    def thing(self, row: Sequence[str]) -> Thing:
        """Return the thing of a row of `select`."""
        values: dict[str, Any] = dict(zip(self.columns, row[1:], strict=False))
        values.update({name: tuple(json.loads(values[name])) for name in self.several})
        return self.kind(**values) if self.kind is Claim else self.kind.of_values({"id": row[0], **values})


TABLES = {node: Table(kind) for node, kind in THINGS.items()}

_HISTORY = (
    """CREATE TABLE "batch" (
    "number" INTEGER PRIMARY KEY, "id" TEXT NOT NULL UNIQUE, "author" TEXT NOT NULL, "at" TEXT NOT NULL,
    "reason" TEXT NOT NULL, "file_hash" TEXT NOT NULL, "undoes" TEXT NOT NULL,
    "added" INTEGER NOT NULL, "changed" INTEGER NOT NULL, "closed" INTEGER NOT NULL, "withdrawn" INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE "change" (
    "number" INTEGER PRIMARY KEY, "batch" INTEGER NOT NULL, "address" TEXT NOT NULL,
    "before" TEXT NOT NULL, "after" TEXT NOT NULL
) STRICT""",
    'CREATE INDEX "change_of_batch" ON "change" ("batch")',
    'CREATE TABLE "kept" ("name" TEXT PRIMARY KEY, "value" TEXT NOT NULL) STRICT, WITHOUT ROWID',
)

SCHEMA = (*(table.create for table in TABLES.values()), *_HISTORY)

# What `replace` empties.
FILLED = (*TABLES, "batch", "change")
