"""Problems that sources report with bodies of other countries and international ones: a list of its own."""

from dataclasses import dataclass

from graph.analysis.names.named import named_body
from graph.answers import Named, ReportedAbroad
from graph.model import Organization
from graph.record import Record


@dataclass(frozen=True, slots=True)
class ProblemAbroad:
    """One report of one source: the body abroad, the bodies of the country, what and when, and the claims."""

    abroad: Named
    bodies: tuple[Named, ...]
    sentence: str
    claims: tuple[str, ...]


def problems_abroad(record: Record, country: str) -> list[ProblemAbroad]:
    """Return the problems reported between living bodies of a country and bodies elsewhere, newest first.

    One report of one source is one line, however many addressees it names.
    """
    reports: dict[tuple[str, str, str, int], list[tuple[str, int]]] = {}
    for body in record.bodies.get(country, ()):
        if record.is_living(body):
            for row in record.rows_of(f"organization:{body}", "tie").tolist():
                other = _other(record, row, body)
                if record.claims.absent[row] and record.begun[row] and other and other.country != country:
                    claim = record.claim(row)
                    key = (other.id, claim.source, claim.name, int(record.began[row]))
                    reports.setdefault(key, []).append((body, row))
    ordered = sorted(reports.items(), key=lambda item: (-item[0][3], item[0][:3]))
    return [_line(record, key[0], found) for key, found in ordered]


def reported_abroad(record: Record, country: str) -> list[ReportedAbroad]:
    """Return the same as it is answered."""
    return [
        {
            "abroad": problem.abroad,
            "bodies": list(problem.bodies),
            "sentence": problem.sentence,
            "claims": list(problem.claims),
        }
        for problem in problems_abroad(record, country)
    ]


def _other(record: Record, row: int, body: str) -> Organization | None:
    """The body at the other end of a claim, None where a country stands there."""
    ends = (record.addresses[record.claims.a[row]], record.addresses[record.claims.b[row]])
    kind, _, name = next(end for end in ends if end != f"organization:{body}").partition(":")
    return record.organizations[name] if kind == "organization" else None


def _line(record: Record, abroad: str, found: list[tuple[str, int]]) -> ProblemAbroad:
    claim = record.claim(found[0][1])
    source = record.sources[claim.source]
    bodies = tuple(named_body(record, body) for body, _ in found)
    names = ", ".join(body["name"] for body in bodies)
    told = f"{source.publisher or source.title}, {source.published or 'no date'}"
    when = f" ({claim.since})" if claim.since else ""
    return ProblemAbroad(
        abroad=named_body(record, abroad),
        bodies=bodies,
        sentence=f"Problem reported by {told}: {claim.name}{when}. {record.organizations[abroad].name} with {names}.",
        claims=tuple(record.claim_ids(row for _, row in found)),
    )
