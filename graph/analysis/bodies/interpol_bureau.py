"""Which bodies are INTERPOL national central bureaus: their kind does not say it."""

from graph.model import Organization


def is_interpol_bureau(body: Organization) -> bool:
    """Return whether a body is an INTERPOL national central bureau, by its name."""
    return any("interpol" in name.casefold() for name in (body.name, *body.aliases))
