"""Pieces of work on threads of their own, so that one is prepared while a server is busy with another."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType

Before = Future[None] | None  # the piece before, to be waited for; nothing where that has ended
Piece = Callable[[Before], None]


class InOrder:
    """Begins pieces of work one after the other, up to so many at once; each is told which one has to end before it.

    The first error ends the rest: whoever adds a piece, or leaves, is told of it.
    """

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._threads = ThreadPoolExecutor(max(at_once, 1))
        self._under_way: deque[Future[None]] = deque()

    def add(self, piece: Piece, *, alone: bool = False) -> None:
        """Begin a piece as soon as there is room; one that is to be alone begins and ends while no other works."""
        self._wait_for(1 if alone else max(self._at_once, 1))
        if alone or not self._at_once:
            piece(None)
        else:
            before = self._under_way[-1] if self._under_way else None
            self._under_way.append(self._threads.submit(piece, before))

    def _wait_for(self, fewer: int) -> None:
        while len(self._under_way) >= fewer:
            self._under_way[0].result()
            self._under_way.popleft()

    def __enter__(self) -> "InOrder":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._wait_for(1)
        finally:
            self._threads.shutdown(cancel_futures=True)
