"""The commands that answer from the record; what they know is in `graph.analysis`, imported as it is asked for."""

from argparse import Namespace

from commands.context import theme_of
from commands.named import body_or_group, country_of, network_or_body, record_asked
from commands.result import Result, code_if


def find(asked: Namespace) -> Result:
    """Answer `find`."""
    from commands.show.finding import find as text
    from graph.analysis.names.names import find as answer_to

    record = record_asked(asked)
    answer = answer_to(record, asked.text, country_of(record, asked.country) if asked.country else "")
    return Result(answer, lambda width: text(answer, width), code_if(answer["found"]))


def country(asked: Namespace) -> Result:
    """Answer `country`."""
    from commands.show.country import country as text
    from graph.analysis.country.country import country as answer_to

    record = record_asked(asked)
    answer = answer_to(record, country_of(record, asked.country), theme_of(asked.theme))
    return Result(answer, lambda width: text(answer, width), code_if(answer["organizations"] or answer["networks"]))


def routes(asked: Namespace) -> Result:
    """Answer `routes`."""
    from commands.show.routes import routes as text
    from graph.analysis.routes.routes import routes as answer_to

    record = record_asked(asked)
    start, target = (body_or_group(record, end) for end in (asked.start, asked.target))
    avoid, via = ([network_or_body(record, one) for one in several] for several in (asked.avoid, asked.via))
    answer = answer_to(record, start, target, asked.k, avoid, via, theme_of(asked.theme), asked.include_ended)
    return Result(answer, lambda width: text(answer, width), code_if(answer["routes"]))


def claims(asked: Namespace) -> Result:
    """Answer `claims`."""
    from commands.show.finding import claims as text
    from graph.analysis.claims import claims as answer_to

    answer = answer_to(record_asked(asked), asked.ids)
    return Result(answer, lambda width: text(answer, width), code_if(answer["claims"]))
