"""The small record of hard names."""

import pytest

from graph.record import Record, record_of
from tests.graph.analysis.names.names_toy import THINGS


@pytest.fixture(scope="module")
def small() -> Record:
    """The record of the bodies, networks and sites of `THINGS`."""
    return record_of(1, THINGS, [], "2026-11-25")
