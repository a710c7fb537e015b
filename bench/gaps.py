"""Coordination gaps against the same formulas in plain Python, which also say whether the numbers are right."""

from bench.clock import best, best_of, cold, one, slowest
from bench.contact import Facts, facts_of
from bench.line import Line
from bench.made_up import codes, made_up
from bench.reference import severities
from bench.scale import PROMISED_CLICK, Scale
from bench.seed import focus, seed
from graph.analysis.gaps.gaps import gaps
from graph.analysis.gaps.screening import Screening, screen
from graph.record import Record

PLAIN = "the same formulas in plain Python loops"
ROUNDING = 1e-9


def measure(scale: Scale) -> list[Line]:
    """Return the times for one country, for all, for the answer of a click, and how they grow."""
    countries, facts = focus(scale), facts_of(seed())
    return [
        *(_some(scale, facts, some) for some in dict.fromkeys((("PK",), countries))),
        *_clicks(scale, countries),
        *_grown(scale),
        _many(scale),
    ]


def _some(scale: Scale, facts: Facts, countries: tuple[str, ...]) -> Line:
    """All pairs of services of some countries; asserts that both ways agree."""
    ours, seen = best_of(scale.times, lambda: cold(facts.record), lambda record: _screened(record, countries))
    yardstick, expected = one(
        lambda: Facts(facts.record, facts.claims), lambda known: [severities(known, code) for code in countries]
    )
    for screening, reckoned in zip(seen, expected, strict=True):
        assert_same(screening, reckoned)
    names = countries[0] if len(countries) == 1 else f"{len(countries)} countries"
    return Line(f"gaps: all pairs of {names}", ours, yardstick, PLAIN)


def _screened(record: Record, countries: tuple[str, ...]) -> list[Screening]:
    seen = [screen(record, country) for country in countries]
    for screening in seen:
        _ = screening.severity
    return seen


def assert_same(seen: Screening, reckoned: dict[tuple[str, str], float]) -> None:
    """Assert that every pair of services has the severity that the loops reckoned."""
    names, severity = seen.block.services, seen.severity
    pairs = [(i, j) for i in range(len(names)) for j in range(i + 1, len(names))]
    assert {(names[i], names[j]) for i, j in pairs} == set(reckoned), "the pairs of services differ"
    for i, j in pairs:
        found, expected = float(severity[i, j]), reckoned[names[i], names[j]]
        assert abs(found - expected) < ROUNDING, f"{names[i]} and {names[j]}: {found} instead of {expected}"


def _clicks(scale: Scale, countries: tuple[str, ...]) -> list[Line]:
    """The answer `gaps` of the slowest country, on a record that nobody has asked anything, and asked again."""
    _, country = slowest(seed(), countries, gaps)
    first, _ = best_of(scale.times, lambda: cold(seed()), lambda record: gaps(record, country))
    kept = cold(seed())
    gaps(kept, country)
    again, _ = best(scale.times, lambda: gaps(kept, country))
    return [
        Line(f"gaps: the slowest answer ({country}), first click", first, promise=PROMISED_CLICK),
        Line(f"gaps: the same answer ({country}), second click", again, first, "first click", PROMISED_CLICK),
    ]


def _grown(scale: Scale) -> list[Line]:
    """One made-up country, ever larger: time should grow with the square of its bodies."""
    lines, least = [], scale.sizes[0]
    base = 0.0
    for bodies in scale.sizes:
        record = made_up(1, bodies)
        ours, _ = best_of(scale.times, lambda: cold(record), lambda fresh: _screened(fresh, ("AA",)))  # noqa: B023 (called at once)
        base = base or ours
        square = base * (bodies / least) ** 2
        against = f"{least} bodies, grown by the square; {ours / bodies**2 * 1e9:,.0f} ns a pair of bodies"
        lines.append(Line(f"gaps: all pairs of a country of {bodies} bodies", ours, square, against))
    return lines


def _many(scale: Scale) -> Line:
    """Many made-up countries at once; the loops run over a few and are multiplied."""
    record = made_up(scale.countries, scale.bodies)
    countries = tuple(codes(scale.countries))
    ours, _ = one(lambda: cold(record), lambda fresh: [_screened(fresh, (country,)) for country in countries])
    few = countries[:1]
    facts = facts_of(record)
    yardstick, expected = one(lambda: facts, lambda known: [severities(known, country) for country in few])
    for country, reckoned in zip(few, expected, strict=True):
        assert_same(screen(record, country), reckoned)
    pairs = scale.countries * scale.bodies**2
    against = f"{PLAIN}, one country times {scale.countries}; {ours / pairs * 1e9:,.0f} ns a pair of bodies"
    return Line(
        f"gaps: {scale.countries} countries of {scale.bodies} bodies", ours, yardstick * scale.countries, against
    )
