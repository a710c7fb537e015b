"""Who else, in a country, at a site or in a network; and who is added to the record."""

from argparse import Namespace

from commands.context import list_of, opened, record_of, theme_of
from commands.named import country_of, network_of, record_asked
from commands.result import Result, code_if
from commands.screen import paragraph
from commands.shapes import AddBodyAnswer
from commands.show.who_else import who_else as text_of_country
from commands.show.who_else_elsewhere import at_site, in_network
from graph.analysis.names.names import BODIES, resolve
from graph.analysis.who_else.new_body import body_of, new_body
from graph.analysis.who_else.who_else import who_else as who_else_in_country
from graph.analysis.who_else.who_else_at_site import who_else_at_site
from graph.analysis.who_else.who_else_in_network import who_else_in_network
from graph.errors import InputError
from graph.model import Source
from graph.stores.base import now


def who_else(asked: Namespace) -> Result:
    """Answer `who-else` for a country, a site or a network."""
    if sum(map(bool, (asked.country, asked.site, asked.network))) != 1:
        raise InputError("Who else where? Name a country, or --site ID, or --network ID.")
    if asked.country:
        return _in_country(asked)
    if asked.list or asked.theme:
        raise InputError("--list and --theme go with a country.")
    return _at_site(asked) if asked.site else _in_network(asked)


def _in_country(asked: Namespace) -> Result:
    if asked.order == "sits-with" and not asked.list:
        raise InputError("Who sits with these asks for a list.", "Name your list with --list FILE.")
    record = record_asked(asked)
    code, names = country_of(record, asked.country), list_of(asked.list) if asked.list else []
    like = [country_of(record, one) for one in asked.like]
    answer = who_else_in_country(record, code, theme_of(asked.theme), names, asked.on_request, asked.order, like=like)
    found = answer["recorded"] or answer["template"]
    return Result(answer, lambda width: text_of_country(answer, width, beside_a_list=bool(names)), code_if(found))


def _at_site(asked: Namespace) -> Result:
    record = record_asked(asked)
    answer = who_else_at_site(record, resolve(record, asked.site, what=("site",)).partition(":")[2])
    return Result(answer, lambda width: at_site(answer, width))


def _in_network(asked: Namespace) -> Result:
    record = record_asked(asked)
    answer = who_else_in_network(record, network_of(record, asked.network))
    found = answer["countries"] or answer["organizations"]
    return Result(answer, lambda width: in_network(answer, width), code_if(found))


def add_body(asked: Namespace) -> Result:
    """Answer `add-body`."""
    with opened(asked.store) as store:
        record = record_of(store)
        country = "INT" if asked.country == "INT" else country_of(record, asked.country)
        batch = new_body(
            record,
            asked.name,
            country=country,
            kind=asked.kind,
            source=_source(asked),
            at=now(),
            parent=resolve(record, asked.parent, country, BODIES).partition(":")[2] if asked.parent else "",
            acronym=asked.acronym,
            level=asked.level,
            area=asked.area,
            author=asked.author,
            reason=asked.reason,
        )
        body = body_of(batch)
        answer: AddBodyAnswer = {
            "organization": {"id": body.id, "name": body.name},
            "batch": batch.id,
            "revision": store.apply(batch),
        }
    said = f"{body.name} is on record as {body.id}, by change {batch.id}."
    return Result(answer, lambda width: paragraph(said, width))


def _source(asked: Namespace) -> str | Source:
    """Return the source named, a new one where its title is given."""
    if not asked.source_title:
        return str(asked.source)
    return Source(
        id=asked.source,
        title=asked.source_title,
        url=asked.source_url,
        published=asked.published,
        kind=asked.source_kind,
    )
