"""How much of each country is recorded: counts of what was read, which say nothing about the country."""

from functools import lru_cache

import numpy as np
import pandas as pd

from graph.columns import NONE
from graph.record import Record


@lru_cache(maxsize=8)
def table(record: Record) -> pd.DataFrame:
    """Return bodies living on the date, contacts in force and sources of each country, by the alphabet."""
    rows = [_row(record, code) for code in sorted(record.countries, key=record.country_name)]
    return pd.DataFrame(rows, columns=["Country", "Bodies", "Contacts", "Sources"])


def _row(record: Record, code: str) -> tuple[str, int, int, int]:
    bodies = record.bodies.get(code, ())
    numbers = [record.number[f"organization:{body}"] for body in bodies]
    numbers += [record.number[place] for place in (f"country:{code}",) if place in record.number]
    names = np.isin(record.claims.a, numbers) | (np.isin(record.claims.b, numbers) & (record.claims.b != NONE))
    known = names & record.begun
    ties = np.zeros(len(known), np.bool_)
    ties[record.rows("tie")] = True
    contacts = int(np.sum(known & ties & record.in_force & ~record.claims.absent))
    living = sum(record.is_living(body) for body in bodies)
    return record.country_name(code), living, contacts, len(np.unique(record.claims.source[known]))
