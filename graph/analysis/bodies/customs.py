"""The customs service of a country: the first link of the chain, and who speaks with the neighbour's."""

from graph.analysis.bodies.services import services
from graph.record import Record


def customs_service(record: Record, country: str) -> str | None:
    """Return the national service of kind customs, None where none is recorded; of several the most written about."""
    found = [
        service.id
        for service in services(record, country).services.values()
        if service.kind == "customs" and not service.sisters
    ]
    written = {service: len(record.rows_of(f"organization:{service}")) for service in found}
    return min(found, key=lambda service: (-written[service], service), default=None)
