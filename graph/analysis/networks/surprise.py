"""How surprising it is that two networks share so many members, had each drawn its own by lot."""

from collections.abc import Iterable, Mapping
from math import comb

from graph.answers import Overlap, Surprise


def chance_of_sharing(universe: int, one: int, other: int, shared: int) -> float:
    """Return the chance that two circles drawn by lot share as many members or more; a number in [0, 1].

    The upper tail of the hypergeometric distribution (Fisher 1935), exact: `one` and `other` of `universe` members
    each. Raises ValueError where the numbers fit no two circles.
    """
    if not 0 <= shared <= min(one, other) or max(one, other) > universe:
        raise ValueError(f"{shared} of {one} and {other} in {universe} are no two circles")
    if shared <= max(one + other - universe, 0):
        return 1.0
    ways = sum(comb(one, both) * comb(universe - one, other - both) for both in range(shared, min(one, other) + 1))
    return ways / comb(universe, other)


def surprises(pairs: Iterable[Overlap], sizes: Mapping[str, int], universe: int) -> list[Surprise]:
    """Return the pairs of networks with members, the most surprising first; `sizes` by network id."""
    found: list[Surprise] = []
    for pair in pairs:
        one, other, shared = sizes[pair["a"]["id"]], sizes[pair["b"]["id"]], len(pair["shared"])
        if one and other:
            chance = chance_of_sharing(universe, one, other, shared)
            expected = round(one * other / universe, 6)
            found.append({"a": pair["a"], "b": pair["b"], "shared": shared, "expected": expected, "chance": chance})
    return sorted(found, key=lambda one: (one["chance"], -one["shared"], one["a"]["id"], one["b"]["id"]))
