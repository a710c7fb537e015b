"""How often somebody may try: tokens that fill up again with time, one bucket for each address."""

import time
from collections import OrderedDict
from collections.abc import Callable

MOST_ADDRESSES = 2_000


class Limit:
    """At most `burst` tries at once, and `a_minute` in the long run, for each name."""

    def __init__(self, burst: int, a_minute: float, clock: Callable[[], float] = time.monotonic) -> None:
        self.burst, self.a_second, self.clock = burst, a_minute / 60, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, name: str, cost: float = 1.0) -> bool:
        """Take a token and return True, or return False where none is left; a cost of nothing only asks."""
        now = self.clock()
        left, since = self._left.pop(name, (float(self.burst), now))
        left = min(self.burst, left + (now - since) * self.a_second)
        may = left >= max(cost, 1.0)
        self._left[name] = (left - cost if may else left, now)
        while len(self._left) > MOST_ADDRESSES:  # who was not seen for longest begins anew
            self._left.popitem(last=False)
        return may
