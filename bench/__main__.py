"""`python -m bench [SUBJECT...]`: one table of what is measured; exit code 1 where a promise is missed."""

import sys
import time
from collections.abc import Callable, Mapping, Sequence

from bench import (
    drawing,
    gaps,
    layout,
    levels,
    load,
    memory,
    neo4j,
    networks,
    pages,
    read,
    routes,
    sessions,
    start,
    who_else,
)
from bench.line import Line, aligned, rows
from bench.scale import WHOLE, Scale

SUBJECTS: Mapping[str, Callable[[Scale], list[Line]]] = {
    module.__name__.rpartition(".")[2]: module.measure
    for module in (
        load,
        read,
        start,
        pages,
        gaps,
        levels,
        who_else,
        routes,
        networks,
        layout,
        drawing,
        sessions,
        memory,
        neo4j,
    )
}


def main(asked: Sequence[str]) -> int:
    """Print the table of the subjects asked for, of all without any; return the exit code."""
    unknown = [name for name in asked if name not in SUBJECTS]
    if unknown:
        print(f"There is no subject {', '.join(unknown)}. Choose from: {', '.join(SUBJECTS)}.", file=sys.stderr)
        return 2
    begin = time.perf_counter()
    lines: list[Line] = []
    for name in asked or SUBJECTS:
        print(f"{name} …", file=sys.stderr)
        lines += SUBJECTS[name](WHOLE)
    print("\n".join(aligned(rows(lines))))
    missed = [line.what for line in lines if line.held is False]
    print(f"Ratio: ours by yardstick, below 1 is better. {time.perf_counter() - begin:.0f} s in all.")
    print(f"Missed: {'; '.join(missed)}." if missed else "Every promise is held.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
