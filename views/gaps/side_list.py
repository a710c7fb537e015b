"""The list at the left of a level: one of it is shown in full at the right, and stands in the address."""

from collections.abc import Callable, Sequence

import streamlit as st

CHOSEN = "line-chosen"
HEIGHT, MOST = 520, 9


def choose(label: str, keys: Sequence[str], name: Callable[[str], str], caption: Callable[[str], str]) -> str:
    """Draw the list and return which is chosen: the one that the address asks for, else the first.

    `name` and `caption` return Markdown, so words of the record come escaped.
    """
    if st.session_state["gap"] not in keys:
        st.session_state["gap"] = ""
    st.session_state[CHOSEN] = st.session_state["gap"] or keys[0]
    with st.container(height=HEIGHT if len(keys) > MOST else "content", border=False, key="open-gaps"):
        chosen = st.radio(
            label,
            keys,
            key=CHOSEN,
            format_func=name,
            captions=[caption(key) for key in keys],
            label_visibility="collapsed",
            on_change=lambda: st.session_state.update(gap=st.session_state[CHOSEN]),
        )
    return str(chosen)
