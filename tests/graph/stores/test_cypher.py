"""No value is ever part of a statement, and only words of closed lists are."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph import vocabulary
from graph.model import THINGS
from graph.stores import cypher
from graph.stores.neo4j_names import CLAIM_TYPES, CODED, CODED_TYPES, HAS_SEAT, HELD_BY, LABELS, PROBLEM, TYPES

ROOT = Path(__file__).resolve().parents[3]
STATEMENT = re.compile(r"\b(MATCH|MERGE|UNWIND|DETACH|CREATE) *[(\[$]|\bCALL (db|apoc)|\bSHOW INDEX|\bLOAD CSV")
PAYLOADS = [
    "Organization`) DETACH DELETE n //",
    "Organization) DETACH DELETE n //",
    "MEMBER_OF]->() DELETE r //",
    "Organization\nDETACH DELETE n",
    "Organization\x00",
    r"Organization\u0060",
    "Organization {id: 1}",
    "organization",
    "",
    "*",
]
BUILDERS: dict[str, Callable[[str], str]] = {
    "nodes": cypher.nodes,
    "nodes_by_id": cypher.nodes_by_id,
    "claims_by_id type": lambda name: cypher.claims_by_id(name, "Organization", "Network"),
    "claims_by_id a": lambda name: cypher.claims_by_id("MEMBER_OF", name, "Network"),
    "claims_by_id b": lambda name: cypher.claims_by_id("MEMBER_OF", "Organization", name),
    "put_nodes": cypher.put_nodes,
    "put_coded label": lambda name: cypher.put_coded(name, "PART_OF", "Organization"),
    "put_coded type": lambda name: cypher.put_coded("Organization", name, "Organization"),
    "put_coded target": lambda name: cypher.put_coded("Organization", "PART_OF", name),
    "drop_coded": cypher.drop_coded,
    "put_claims type": lambda name: cypher.put_claims(name, "Organization", "Network", ("role",)),
    "put_claims a": lambda name: cypher.put_claims("MEMBER_OF", name, "Network", ("role",)),
    "put_claims b": lambda name: cypher.put_claims("MEMBER_OF", "Organization", name, ("role",)),
    "put_claims fields": lambda name: cypher.put_claims("MEMBER_OF", "Organization", "Network", (name,)),
    "drop_claims type": lambda name: cypher.drop_claims(name, "Organization", "Network"),
    "drop_claims a": lambda name: cypher.drop_claims("MEMBER_OF", name, "Network"),
    "drop_claims b": lambda name: cypher.drop_claims("MEMBER_OF", "Organization", name),
    "put_ends": cypher.put_ends,
    "put_holders": cypher.put_holders,
    "empty_nodes": cypher.empty_nodes,
    "drop_unnamed": cypher.drop_unnamed,
    "put_words": cypher.put_words,
}


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("build", BUILDERS.values(), ids=BUILDERS.keys())
def test_a_name_of_no_closed_list_is_refused(build: Callable[[str], str], payload: str) -> None:
    with pytest.raises(ValueError, match="is no label or type of the vocabulary"):
        build(payload)


def test_every_builder_is_tried() -> None:
    made = {name for name, value in vars(cypher).items() if hasattr(value, "cache_info")}
    assert made == {name.partition(" ")[0] for name in BUILDERS}


def test_names_are_words() -> None:
    assert all(re.fullmatch(r"[A-Z][a-z]+", label) for label in LABELS.values())
    assert all(re.fullmatch(r"[A-Z]+(_[A-Z]+)*", name) for name in (*CLAIM_TYPES, *CODED_TYPES, HAS_SEAT, HELD_BY))


def test_a_type_says_kind_and_role_in_one_word() -> None:
    assert len(set(TYPES.values())) == len(TYPES)
    assert not {*CODED_TYPES, HAS_SEAT, HELD_BY} & set(CLAIM_TYPES)
    assert PROBLEM not in TYPES.values()
    said = {(kind, role) for kind, says in vocabulary.CLAIM_KINDS.items() for role in says.sentences if kind != "seat"}
    assert set(TYPES) == said


def test_edges_from_attributes_come_from_fields_that_are_there() -> None:
    assert all(edge.field in THINGS[edge.kind].__dataclass_fields__ and edge.target in LABELS for edge in CODED)


def texts(path: Path) -> Iterator[str]:
    """Every text of a module that is no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def test_only_one_module_composes_cypher() -> None:
    rooms = ("graph", "loaders", "commands", "views", "handouts", "server")
    modules = [path for room in rooms for path in sorted((ROOT / room).rglob("*.py"))]
    found = {path.name for path in modules for text in texts(path) if STATEMENT.search(text)}
    assert found == {"cypher.py"}
