"""Quality: when the record was last held against its sources, and bodies that may be one."""

import pandas as pd
import streamlit as st

from graph.analysis.quality.alike import alike
from graph.analysis.quality.freshness import freshness
from graph.record import Record
from views.parts import words
from views.parts.safe_text import shown


def draw(record: Record) -> None:
    """Draw counts for every country, by the alphabet, and the queue of bodies that may be one."""
    st.text("What was read, and when. A small number says that little was read, and nothing about the country.")
    rows = [
        {
            "Country": shown(one["country"]["name"]),
            "Bodies": one["bodies"],
            "of these with no claim": one["without_claims"],
            "Claims": one["claims"],
            "day of reading not noted": one["never_read"],
            "Read from": words.day(one["oldest"], ""),
            "to": words.day(one["newest"], ""),
        }
        for one in freshness(record)
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, key="freshness")
    if record.left_out:
        names = words.count(len(record.left_out), "claim names", "claims name")
        st.warning(
            f"{names} what is no longer in the record, and no answer counts them. “History” says who withdrew it."
        )
    pairs = alike(record)
    st.markdown(f"**May these be one body? ({len(pairs)})**")
    if not pairs:
        st.text("No two living bodies of a country have nearly the same name.")
        return
    queue = [
        {
            "Country": shown(record.country_name(pair["country"])),
            "One": shown(f"{pair['a']['name']} ({pair['a']['id']})"),
            "Other": shown(f"{pair['b']['name']} ({pair['b']['id']})"),
            "Alike": f"{pair['likeness']} of 100",
        }
        for pair in pairs
    ]
    st.dataframe(pd.DataFrame(queue), hide_index=True, key="alike")
    st.caption("A question for who knows them: names alone do not say it. Mend the tables and load them again.")
