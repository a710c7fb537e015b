"""The enforcement strategy as a matrix: its pillars, what is planned under each, what runs, and what is empty."""

from typing import Literal

from graph import vocabulary
from graph.analysis.networks.network_state import state_of
from graph.answers import Named, PillarActivity, PillarCell, PillarRow, PillarsAnswer
from graph.model import Activity
from graph.record import Record

RUNNING: Named = {"id": "running", "name": "already there"}
NOTHING: Literal["nothing recorded"] = "nothing recorded"


def pillars(record: Record) -> PillarsAnswer:
    """Return pillars x (planned activities, then what runs already); a cell without an activity says so.

    `networks` of a pillar are those that the editors coded with it: that a network serves a pillar is no activity.
    """
    planned = sorted(
        (one for one in record.activities.values() if one.status != "running"), key=lambda one: (one.code, one.id)
    )
    columns: list[Named] = [{"id": one.id, "name": f"{one.code} {one.name}".strip()} for one in planned]
    return {"columns": [*columns, RUNNING], "pillars": [_row(record, pillar, planned) for pillar in vocabulary.PILLARS]}


def _row(record: Record, pillar: str, planned: list[Activity]) -> PillarRow:
    running = [one for _, one in sorted(record.activities.items()) if one.status == "running" and one.pillar == pillar]
    cells = [_cell(record, one.id, [one] if one.pillar == pillar else []) for one in planned]
    cells.append(_cell(record, RUNNING["id"], running))
    coded = [network for _, network in sorted(record.networks.items()) if pillar in network.pillars]
    return {
        "id": pillar,
        "name": vocabulary.PILLARS[pillar],
        "cells": cells,
        "says": "" if any(cell["activities"] for cell in cells) else NOTHING,
        "networks": [{"id": network.id, "name": network.name} for network in coded],
    }


def _cell(record: Record, column: str, activities: list[Activity]) -> PillarCell:
    shown = [_activity(record, one) for one in activities]
    return {"column": column, "activities": shown, "says": "" if shown else NOTHING}


def _activity(record: Record, one: Activity) -> PillarActivity:
    network = record.networks.get(one.network)
    by: Named | None = {"id": network.id, "name": network.name} if network else None
    state = state_of(record, network.id).status if network else None
    return {"id": one.id, "name": one.name, "network": by, "status": state, "sources": list(one.sources)}
