"""The head of a page: what it is about, in how many words it can be said, and as known on which day."""

from handouts.paper.markup import Markup, tag


def head(title: str, under: str, foot: str, beside: str) -> Markup:
    """Return the head of a page; `foot` stands at the foot of each of its sheets, `beside` at the right."""
    left = tag("div", tag("h1", title), tag("p", under, class_="under"))
    return tag("div", left, tag("p", beside, class_="known"), tag("span", foot, class_="foot"), class_="head")
