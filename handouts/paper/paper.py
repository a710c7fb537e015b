"""A paper: parts that each begin on a sheet of their own, as PDF or as HTML that stands alone.

Paper("Pakistan", (Part(body), Part(map, "a3-level")))      pdf(paper), html(paper)
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from graph.errors import InputError
from handouts.paper import fonts
from handouts.paper.markup import Markup, joined, tag
from handouts.paper.words import DESIGNATIONS

Sheet = Literal["a4", "a4-level", "a3-level"]
Form = Literal["pdf", "html"]
Document = Any  # of WeasyPrint, which carries no types
STYLE = Path(__file__).with_name("style.css")
NO_PDF = InputError(
    "PDF pages cannot be made on this machine: WeasyPrint, or Pango below it, is not installed.",
    'Install them (pip install "whoelse[print]"; on Debian apt-get install libpangoft2-1.0-0), or ask for .html.',
)
# What a file that stands alone may do: show itself. It fetches nothing and runs nothing.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a paper and the sheet it is printed on."""

    body: Markup
    sheet: Sheet = "a4"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with its title; `foot` stands below the HTML, where sheets have no foot."""

    title: str
    parts: tuple[Part, ...]
    foot: str = ""


def made(paper: Paper, form: Form) -> bytes:
    """Return a paper as the bytes of a file."""
    return pdf(paper) if form == "pdf" else html(paper)


def html(paper: Paper) -> bytes:
    """Return a paper as one HTML file that fetches nothing, runs nothing and brings its typeface."""
    style = Markup(f"{fonts.faces(_scripts(paper), embedded=True)}\n{style_sheet()}")
    foot = tag("footer", tag("p", paper.foot), tag("p", DESIGNATIONS))
    return _document(paper, [tag("style", style)], foot).encode()


def pdf(paper: Paper) -> bytes:
    """Return a paper as a tagged PDF (PDF/UA-1). Raises InputError where no PDF can be made on this machine."""
    return written(rendered(paper))


def rendered(paper: Paper) -> Document:
    """Return a paper set on its pages."""
    weasyprint, settings, style = _press(_scripts(paper))
    document: Document = weasyprint.HTML(string=_document(paper), url_fetcher=_nothing).render(
        stylesheets=[style], font_config=settings
    )
    return document


def written(document: Document) -> bytes:
    """Return set pages as the bytes of a PDF."""
    file: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return file


def fitted(make: Callable[[int], Paper], tries: Sequence[int]) -> tuple[int, Document]:
    """Return the first of several settings, the roomiest first, of which every part fits one page; else the last."""
    for setting in tries[:-1]:
        paper = make(setting)
        document = rendered(paper)
        if len(document.pages) <= len(paper.parts):
            return setting, document
    return tries[-1], rendered(make(tries[-1]))


def style_sheet() -> str:
    """Return the rules for all papers."""
    return STYLE.read_text(encoding="utf-8").replace("STACK", fonts.STACK)


def _document(paper: Paper, head: list[Markup] | None = None, foot: Markup | None = None) -> str:
    parts = [tag("section", part.body, class_=part.sheet) for part in paper.parts]
    policy = tag("meta", http_equiv="Content-Security-Policy", content=POLICY)
    wide = tag("meta", name="viewport", content="width=device-width, initial-scale=1")
    top = tag("head", tag("meta", charset="utf-8"), policy, wide, tag("title", paper.title), *(head or []))
    return "<!DOCTYPE html>\n" + tag("html", top, tag("body", joined(parts), *([foot] if foot else [])), lang="en")


def _scripts(paper: Paper) -> tuple[str, ...]:
    return fonts.scripts_of("".join([paper.title, paper.foot, *(part.body for part in paper.parts)]))


@lru_cache(maxsize=8)
def _press(scripts: tuple[str, ...]) -> tuple[Any, Any, Any]:
    """Return WeasyPrint, its fonts and the rules: read once for the scripts of a paper, used for all such papers."""
    try:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
    except (ImportError, OSError) as error:  # OSError: a library below it is missing
        raise NO_PDF from error
    settings = FontConfiguration()
    rules = f"{fonts.faces(scripts, embedded=False)}\n{style_sheet()}"
    return weasyprint, settings, weasyprint.CSS(string=rules, font_config=settings)


def _nothing(url: str, *_: object, **__: object) -> dict[str, Any]:
    """Refuse whatever a page asks for: its text, its drawing and its rules are all there is."""
    raise InputError(f"A page asked for {url}.", "Please report this.")
