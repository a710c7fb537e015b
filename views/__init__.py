"""Pages, their parts and the map: the only package besides app.py that imports Streamlit."""
