"""The web program: configuration, navigation, and the record that the pages read; nothing else."""

from pathlib import Path

import streamlit as st

from views.parts import address, changing, frame, letters, store, trouble

PAGES = Path("views/pages")


def main() -> None:
    """Draw the page that the address names."""
    frame.begin()
    pages = [
        st.Page(PAGES / "home.py", title="Home", icon=":material/home:", default=True),
        st.Page(PAGES / "country.py", title="Country", icon=":material/flag:"),
        st.Page(PAGES / "who_else.py", title="Who else", icon=":material/person_search:"),
        st.Page(PAGES / "gaps.py", title="Gaps", icon=":material/link_off:"),
        st.Page(PAGES / "connect.py", title="Connect", icon=":material/route:"),
        st.Page(PAGES / "reach.py", title="Reach", icon=":material/adjust:"),
        st.Page(PAGES / "networks.py", title="Networks", icon=":material/hub:"),
        st.Page(PAGES / "workshop.py", title="Workshop", icon=":material/groups:"),
        st.Page(PAGES / "data.py", title="Data", icon=":material/database:"),
        st.Page(PAGES / "present.py", title="Present", icon=":material/slideshow:"),
    ]
    page = st.navigation(pages, position="hidden")
    record, place, is_alone = None, st.sidebar, False
    with trouble.said_calmly():
        record = store.record()
        store.follow()
        address.read(record, page.url_path)
        if page.url_path != address.PRESENT:
            place = frame.place_of_menu()
        with letters.place():
            changing.notice()
            page.run()
        is_alone = page.url_path == address.PRESENT  # a slide needs no menu; a page that failed does
    if not is_alone:
        frame.menu(place, pages, record)


main()
