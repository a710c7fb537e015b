"""One run of the command: words in; answer, or error, and exit code out."""

import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from importlib import import_module

from commands.parser import parser
from commands.result import ANSWERED, NO_STORE, Result, code_of, error_answer, json_text
from commands.screen import paragraph, width_of_terminal
from graph import dates
from graph.errors import InputError, StoreError, WhoElseError

INTERRUPTED = 130

# Imported when asked for, so that `--help` and a wrong word are answered at once.
MODULES = {
    "load": "files",
    "export": "files",
    "evaluate": "evaluate",
    "who-else": "who_else",
    "add-body": "who_else",
    "invite": "meeting",
    "questions": "meeting",
    "changes": "changes",
    "undo": "changes",
    "verify": "changes",
    "backup": "changes",
    "restore": "changes",
    "copy": "changes",
    "decide": "decide",
    "workshop": "workshop",
    "merge": "workshop",
    "gaps": "gaps",
    "next-step": "gaps",
    "handout": "handout",
    "serve": "serve",
    "networks": "networks",
    "network": "networks",
    "reach": "networks",
    "overlap": "networks",
    "pillars": "networks",
    "brokers": "networks",
    "fragility": "networks",
}


def run(words: Sequence[str]) -> int:
    """Answer a command line and return the exit code."""
    _speak_utf8()
    as_json = "--json" in words
    try:
        return _answer(parser().parse_args(words))
    except WhoElseError as error:
        _tell(error, as_json=as_json)
        return code_of(error)
    except BrokenPipeError:
        # Who reads has seen enough (`| head`); without this, Python complains once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ANSWERED
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        named = _error_of(error)
        _tell(named, as_json=as_json)
        return code_of(named)
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        what = f"Something went wrong inside the program ({type(error).__name__})."
        _tell(StoreError(what, "Please report which command it was."), as_json=as_json)
        return NO_STORE


def _error_of(error: OSError) -> WhoElseError:
    reason = error.strerror or "input or output failed"
    if error.filename:
        return InputError(f"{error.filename} cannot be used: {reason}.")
    return StoreError(f"Reading or writing failed: {reason}.")


def _answer(asked: Namespace) -> int:
    asked.as_of = _date(asked.as_of)
    module = import_module(f"commands.{MODULES.get(asked.command, 'answers')}")
    command: Callable[[Namespace], Result | int] = getattr(module, asked.command.replace("-", "_"))
    result = command(asked)
    if isinstance(result, int):
        return result
    if asked.json:
        print(json_text(result.answer), flush=True)
    else:
        print(*result.text(width_of_terminal()), sep="\n", flush=True)
    return result.code


def _date(as_of: str | None) -> str:
    """Return the date that was given, or an empty text where none was; the same check for every command."""
    if as_of is not None and (fault := dates.fault_of(as_of)):
        raise InputError(f"The date “{as_of}” {fault}.")
    return as_of or ""


def _tell(error: WhoElseError, *, as_json: bool) -> None:
    answer = error_answer(error)
    if as_json:
        print(json_text(answer), flush=True)
        return
    width = width_of_terminal()
    if sys.stderr.isatty():
        # A bar may stand there half done.
        sys.stderr.write("\r\x1b[K")
    print(*paragraph(answer["error"], width), sep="\n", file=sys.stderr)
    if answer["refused"]:
        from commands.files import refusals

        print("", *refusals(answer["refused"], width), sep="\n", file=sys.stderr)


def _speak_utf8() -> None:
    """Names come in every script, whatever the locale of the terminal says."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
