"""Text of the record on a page: never HTML, never Markdown.

`st.text`, `st.dataframe` and the map take text as it is. Where a page needs bold words or a badge beside record text
it writes Markdown, and every word of the record in it goes through `escaped`.
"""

import re
from urllib.parse import quote, urlsplit

from graph.hiding import written_out

PUNCTUATION = re.compile(r"([!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])")
# Streamlit looks for :smile:, :material/x: and www. in what is left after escaping: a word joiner, which has no
# width, stands in between.
AFTER_COLON = re.compile(r"(\\:)(?=[\w\\])")
AFTER_WWW = re.compile(r"(www)(?=\\\.)", re.IGNORECASE)
WORD_JOINER = "\u2060"
# Whatever could end a link of Markdown, or begin something else within it, is written as %XX.
KEPT_IN_LINKS = ":/?#@&=+,;%-._~"


def shown(text: str) -> str:
    """Return a text on one line, with characters that hide or reorder others written out."""
    return written_out(" ".join(text.split()))


def escaped(text: str) -> str:
    """Return a text as Markdown that shows it letter by letter."""
    marked = PUNCTUATION.sub(r"\\\1", shown(text))
    return AFTER_WWW.sub(rf"\1{WORD_JOINER}", AFTER_COLON.sub(rf"\1{WORD_JOINER}", marked))


def address(url: str | None) -> str | None:
    """Return an address that may stand as a link: http or https, with a host and no user name; else None."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    plain = parts.scheme in ("http", "https") and parts.hostname and not parts.username and not parts.password
    return url if plain else None


def linked(url: str | None) -> str:
    """Return an address as a Markdown link that shows its host, or nothing where it may not stand as a link."""
    allowed = address(url)
    if not allowed:
        return ""
    host = (urlsplit(allowed).hostname or "").removeprefix("www.")
    return f"[{escaped(host)}\u00a0↗](<{quote(allowed, safe=KEPT_IN_LINKS)}>)"
