"""The commands that answer from the record; what they know is in `graph.analysis`, imported as it is asked for."""

from argparse import Namespace

from commands.context import HOW_TO_LOAD, list_of, opened, record_of, theme_of
from commands.result import Result, code_if
from graph.errors import InputError
from graph.record import Record


def _record(asked: Namespace) -> Record:
    with opened(asked.store) as store:
        return record_of(store, asked.as_of)


def _country(record: Record, text: str) -> str:
    from graph.analysis.country_names import resolve_country

    if not record.countries:
        raise InputError("The store holds no country.", HOW_TO_LOAD)
    return resolve_country(record, text)


def find(asked: Namespace) -> Result:
    """Answer `find`."""
    from commands.show.finding import find as text
    from graph.analysis.names import find as answer_to

    record = _record(asked)
    answer = answer_to(record, asked.text, _country(record, asked.country) if asked.country else "")
    return Result(answer, lambda width: text(answer, width), code_if(answer["found"]))


def country(asked: Namespace) -> Result:
    """Answer `country`."""
    from commands.show.country import country as text
    from graph.analysis.country import country as answer_to

    record = _record(asked)
    answer = answer_to(record, _country(record, asked.country), theme_of(asked.theme))
    return Result(answer, lambda width: text(answer, width), code_if(answer["organizations"] or answer["networks"]))


def who_else(asked: Namespace) -> Result:
    """Answer `who-else`."""
    from commands.show.who_else import who_else as text
    from graph.analysis.who_else import who_else as answer_to

    record = _record(asked)
    names = list_of(asked.list) if asked.list else []
    answer = answer_to(record, _country(record, asked.country), theme_of(asked.theme), names)
    found = answer["recorded"] or answer["template"]
    return Result(answer, lambda width: text(answer, width, beside_a_list=bool(names)), code_if(found))


def gaps(asked: Namespace) -> Result:
    """Answer `gaps`."""
    from commands.show.gaps import gaps as text
    from graph.analysis.gaps import gaps as answer_to

    record = _record(asked)
    code = _country(record, asked.country)
    answer = answer_to(record, code, theme_of(asked.theme), asked.recorded_only, asked.top)
    return Result(answer, lambda width: text(answer, width), code_if(answer["gaps"]))


def routes(asked: Namespace) -> Result:
    """Answer `routes`."""
    from commands.show.routes import routes as text
    from graph.analysis.routes import routes as answer_to

    record = _record(asked)
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

    answer = answer_to(_record(asked), asked.ids)
    return Result(answer, lambda width: text(answer, width), code_if(answer["claims"]))
