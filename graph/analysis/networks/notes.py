"""What editors noted of a network, as a reader needs it."""

import re


def told(note: str) -> str:
    """Return a note without the marks of its editors: where they first read it, and by what they find a page again."""
    parts = (part for part in note.split("; ") if not re.search(r"\bin seed\b|^seed activity", part))
    return re.sub(r" \([a-z]+(-[a-z0-9]+)+\)", "", "; ".join(parts))
