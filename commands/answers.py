"""The commands that answer from the record; what they know is in `graph.analysis`, imported as it is asked for."""

from argparse import Namespace

from commands.context import opened, record_of, theme_of
from commands.result import Result, code_if
from graph.record import Record


def record_asked(asked: Namespace) -> Record:
    """Return the record that a command is asked about."""
    with opened(asked.store) as store:
        return record_of(store, asked.store, asked.as_of)


def country_of(record: Record, text: str) -> str:
    """Return the code of a country by code or name."""
    from graph.analysis.country_names import resolve_country

    return resolve_country(record, text)


def find(asked: Namespace) -> Result:
    """Answer `find`."""
    from commands.show.finding import find as text
    from graph.analysis.names import find as answer_to

    record = record_asked(asked)
    answer = answer_to(record, asked.text, country_of(record, asked.country) if asked.country else "")
    return Result(answer, lambda width: text(answer, width), code_if(answer["found"]))


def country(asked: Namespace) -> Result:
    """Answer `country`."""
    from commands.show.country import country as text
    from graph.analysis.country import country as answer_to

    record = record_asked(asked)
    answer = answer_to(record, country_of(record, asked.country), theme_of(asked.theme))
    return Result(answer, lambda width: text(answer, width), code_if(answer["organizations"] or answer["networks"]))


def gaps(asked: Namespace) -> Result:
    """Answer `gaps`."""
    from commands.show.gaps import gaps as text
    from graph.analysis.gaps import gaps as answer_to

    record = record_asked(asked)
    code = country_of(record, asked.country)
    answer = answer_to(record, code, theme_of(asked.theme), asked.recorded_only, asked.top)
    return Result(answer, lambda width: text(answer, width), code_if(answer["gaps"]))


def routes(asked: Namespace) -> Result:
    """Answer `routes`."""
    from commands.show.routes import routes as text
    from graph.analysis.routes import routes as answer_to

    record = record_asked(asked)
    start, target = (_body_or_group(record, end) for end in (asked.start, asked.target))
    avoid, via = ([_passed(record, one) for one in several] for several in (asked.avoid, asked.via))
    answer = answer_to(record, start, target, asked.k, avoid, via, theme_of(asked.theme), asked.include_ended)
    return Result(answer, lambda width: text(answer, width), code_if(answer["routes"]))


def _body_or_group(record: Record, text: str) -> str:
    from graph.analysis.names import BODIES, resolve

    return text if "@" in text or text.startswith("kind:") else resolve(record, text, what=BODIES)


def _passed(record: Record, text: str) -> str:
    from graph.analysis.names import resolve

    return resolve(record, text, what=("network", "organization"))


def claims(asked: Namespace) -> Result:
    """Answer `claims`."""
    from commands.show.finding import claims as text
    from graph.analysis.claims import claims as answer_to

    answer = answer_to(record_asked(asked), asked.ids)
    return Result(answer, lambda width: text(answer, width), code_if(answer["claims"]))
