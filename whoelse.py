"""The command `whoelse`; Streamlit finds the map's assets by this module, which is named like the project."""

import sys


def main() -> int:
    """Answer the command line and return the exit code: 0 answered, 1 nothing found, 2 wrong use, 3 no store."""
    from commands.run import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
