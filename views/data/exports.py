"""Export: the whole record as tables that can be loaded again, or as a graph for other programs."""

import io
import zipfile
from functools import lru_cache, partial

import streamlit as st

from graph.record import Record
from loaders.export import csv_of
from loaders.graphs import as_file
from loaders.tables import TABLES

GRAPHS = {"graphml": "GraphML (yEd, Cytoscape)", "gexf": "GEXF (Gephi)"}
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # a zip holds no earlier one; the same record gives the same bytes


def draw(record: Record) -> None:
    """Offer the files; each is made when it is asked for."""
    st.text("Tables open in a spreadsheet and can be loaded again; graphs leave out problems that sources report.")
    st.download_button(
        "All tables (CSV in one zip)",
        partial(tables, record),
        f"whoelse-{record.date}.zip",
        "application/zip",
        icon=":material/download:",
        on_click="ignore",
    )
    for form, label in GRAPHS.items():
        st.download_button(
            label,
            partial(as_file, record, form),
            f"whoelse-{record.date}.{form}",
            "application/xml",
            icon=":material/download:",
            on_click="ignore",
            key=f"export-{form}",
        )


@lru_cache(maxsize=2)
def tables(record: Record) -> bytes:
    """Return every table of the record in one zip."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in TABLES.values():
            archive.writestr(zipfile.ZipInfo(f"{table.name}.csv", FIRST_DAY), csv_of(record, table).encode())
    return out.getvalue()
