"""The record as a graph that other programs read: every claim in force once, no problem as a link, any text."""

import io
from dataclasses import replace

import networkx as nx
import pytest

from graph.model import Claim
from graph.record import Record
from loaders.graphs import FORMATS, as_file
from tests.graph.analysis.gaps_toy import BOTH, body, tie, toy

READERS = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}


def read(record: Record, form: str) -> nx.Graph:
    return READERS[form](io.BytesIO(as_file(record, form)))


@pytest.mark.parametrize("form", FORMATS)
def test_an_edge_is_a_claim_with_its_sentence_and_source(form: str) -> None:
    graph = read(toy(*BOTH, tie("customs", "ozone")), form)
    edges = {data["sentence"]: data["source"] for _, _, data in graph.edges(data=True)}
    assert len(edges) == 3
    assert edges["The customs and The ozone have a memorandum of understanding (since 2025)"] == "gazette"
    assert {data["label"] for _, data in graph.nodes(data=True)} >= {"The customs", "The ozone"}


@pytest.mark.parametrize("form", FORMATS)
def test_a_problem_that_a_source_reports_is_no_link(form: str) -> None:
    problem: Claim = tie("customs", "ozone", status="absent")
    assert read(toy(problem), form).number_of_edges() == 0


@pytest.mark.parametrize("form", FORMATS)
def test_a_name_with_markup_comes_back_as_it_was(form: str) -> None:
    name = '<img src=x onerror=alert(1)> & "کسٹمز" ]]>'
    graph = read(
        toy(tie("one", "two"), bodies=(replace(body("one", "police"), name=name), body("two", "police"))), form
    )
    assert name in {data["label"] for _, data in graph.nodes(data=True)}
