"""The record as a graph for other programs: GraphML (yEd, Cytoscape) and GEXF (Gephi), written by networkx."""

import io

import networkx as nx

from graph.analysis.sentences import name_of, sentence_of
from graph.record import Record

FORMATS = ("graphml", "gexf")


def as_file(record: Record, form: str) -> bytes:
    """Return the claims in force as a file of a form of `FORMATS`; an edge holds its sentence, source and dates.

    Problems that sources report are no links and are left out.
    """
    out = io.BytesIO()
    writer = nx.write_graphml if form == "graphml" else nx.write_gexf
    writer(_plain(record), out)
    return out.getvalue()


def _plain(record: Record) -> nx.MultiDiGraph:
    """The graph with attributes that every format can hold: text alone, and no dates under the names of an interval."""
    graph = nx.MultiDiGraph()
    for a, b, claim_id, data in record.to_networkx().edges(keys=True, data=True):
        row = record.row_of_claim(claim_id)
        claim = record.claim(row) if row is not None else None
        if claim is None or claim.status == "absent":
            continue
        for end in (a, b):
            graph.add_node(end, label=_clean(name_of(record, end)), type=end.partition(":")[0])
        graph.add_edge(
            a,
            b,
            key=claim_id,
            kind=data["kind"],
            role=data["role"],
            sentence=_clean(sentence_of(record, int(row or 0))),
            source=claim.source,
            since=claim.since,
            until=claim.until,
            read_on=claim.read_on,
        )
    return graph


def _clean(text: str) -> str:
    """XML holds no control characters."""
    return "".join(letter for letter in text if letter.isprintable())
