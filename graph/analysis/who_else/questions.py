"""Questions worth asking next: what the record does not know of a country, by how much hangs on the answer."""

from collections.abc import Iterator, Sequence

from graph.analysis.bodies.recorded_roles import recorded_roles, touches, with_article
from graph.analysis.country.country_networks import country_networks
from graph.analysis.country.country_sites import country_sites
from graph.analysis.country.treaty_desks import ANY_DESK, TREATY_DESK, treaty_desks
from graph.analysis.gaps.gap_lines import lines
from graph.analysis.gaps.line import Line
from graph.analysis.gaps.open_contacts import open_contacts, presumed_mandates
from graph.analysis.gaps.screening import Screening, screen
from graph.analysis.names.country_names import resolve_country
from graph.analysis.names.named import named
from graph.analysis.who_else.lines import followed
from graph.analysis.who_else.peers import peers
from graph.analysis.who_else.templates import roles
from graph.answers import Named, Question, QuestionKind, QuestionsAnswer, TreatyDesk
from graph.record import Record
from graph.vocabulary import THEMES
from graph.words import count, joined

MOST_SITES_NAMED = 5


def questions(record: Record, code: str, theme: str = "", most: int = 20) -> QuestionsAnswer:
    """Answer `questions` for a country of the focus: at most so many, those first whose answers would change most.

    `changes` counts the lines of the answers that hang on it: treaty desks, roles of the template, kinds that peers
    have, gaps, entry points of networks, sites. Raises UnknownName for a country out of the focus.
    """
    country = resolve_country(record, code)
    seen = screen(record, country, theme)
    gaps = lines(seen)
    found = [
        *_desks(record, country, theme),
        *_roles(record, country, theme),
        *_successors(record, country, theme),
        *_mandates(seen, gaps),
        *_contacts(seen, gaps),
        *_networks(record, country, theme),
        *(() if theme else _sites(record, country)),
    ]
    return {
        "country": named(record, f"country:{country}"),
        "theme": theme or None,
        "questions": sorted(found, key=lambda one: -one["changes"])[:most],
    }


def _desks(record: Record, country: str, theme: str) -> Iterator[Question]:
    """Ask for each agreement once: whether it applies where even that is not known; a territory is no Party itself."""
    missing: dict[str, list[TreatyDesk]] = {}
    for desk in treaty_desks(record, country):
        if desk["status"] in ("not found", "unknown") and touches(desk["agreement"], "", theme):
            missing.setdefault(desk["agreement"], []).append(desk)
    for agreement, desks in missing.items():
        treaty = with_article(agreement)
        who = joined([f"as {desk['role'][:1].lower()}{desk['role'][1:]}" for desk in desks])
        said = f"Who answers for {treaty} {who}?"
        if any(desk["status"] == "unknown" for desk in desks):
            said = f"Does {treaty} apply in {record.country_name(country)}, and who answers for it {who}?"
        why = (
            f"Nobody is on record for {'this treaty desk' if len(desks) == 1 else f'these {len(desks)} treaty desks'}."
        )
        changes = sum(1 + (desk["role"] != ANY_DESK) for desk in desks)
        ask = next(iter(desks[0]["ask"]), None)
        yield _question("desk", ask, said, why, changes, [named(record, f"agreement:{agreement}")], _of(desks))


def _of(desks: list[TreatyDesk]) -> list[str]:
    return list(dict.fromkeys(claim for desk in desks for claim in desk["claims"]))


def _roles(record: Record, country: str, theme: str) -> Iterator[Question]:
    had = {peer["kind"] for peer in peers(record, country)}
    for role in () if theme else roles(record, country):
        if role.status == "missing" and role.rule.group != TREATY_DESK:
            said = f"Which body fills the role “{role.rule.role}” in {record.country_name(country)}?"
            why = f"None is on record; expected by: {role.rule.source}."
            yield _question("role", None, said, why, 1 + (not had.isdisjoint(role.rule.of)), [], [])


def _successors(record: Record, country: str, theme: str) -> Iterator[Question]:
    """Ask a body that follows an ended one whether it answers for what that did."""
    for body in record.bodies.get(country, ()):
        for before in followed(record, body) if record.is_living(body) else ():
            standing = [row for role in recorded_roles(record, before, theme) for row in role.rows]
            if standing:
                old, new = named(record, f"organization:{before}"), named(record, f"organization:{body}")
                said = f"Does {new['name']} answer today for what {old['name']} answered for?"
                why = f"{count(len(standing), 'recorded duty', 'recorded duties')} would pass to it."
                claims = record.claim_ids(standing)
                yield _question("successor", new, said, why, len(standing), [old], claims)


def _mandates(seen: Screening, gaps: Sequence[Line]) -> Iterator[Question]:
    for one in presumed_mandates(seen, gaps):
        bodies = [named(seen.record, f"organization:{body}") for body in one.bodies]
        themes = [named(seen.record, f"theme:{theme}") for theme in one.themes]
        verb = "Does" if len(bodies) == 1 else "Do"
        who, what = joined([body["name"] for body in bodies]), joined([theme["name"] for theme in themes])
        rest = count(one.gaps, "gap in the list depends", "gaps in the list depend")
        why = f"It is presumed from the kind of body; {rest} on it."
        yield _question(
            "mandate", bodies[0], f"{verb} {who} answer for {what}?", why, one.gaps, [*bodies[1:], *themes], []
        )


def _contacts(seen: Screening, gaps: Sequence[Line]) -> Iterator[Question]:
    for contact in open_contacts(seen, gaps):
        first, second = (named(seen.record, f"organization:{body}") for body in contact.bodies)
        about = [second, *([named(seen.record, contact.subject)] if contact.subject else [])]
        what = contact_on(seen.record, about)
        said = f"Are {first['name']} and {second['name']} in contact{what}, and under what arrangement?"
        why = "Contact is expected and none is on record"
        why += f"; it stands for {contact.pairs} pairs of provincial sisters." if contact.pairs > 1 else "."
        yield _question("contact", first, said, why, 1, about, contact.claims)


def contact_on(record: Record, about: Sequence[Named]) -> str:
    """Return what a contact would be on, or where: " on wildlife", " at Torkham"; nothing where no reason is known."""
    subjects = [f" on {one['name']}" for one in about if one["id"] in THEMES]
    return next(iter([*subjects, *(f" at {one['name']}" for one in about if one["id"] in record.sites)]), "")


def _networks(record: Record, country: str, theme: str) -> Iterator[Question]:
    for seat in country_networks(record, country, theme):
        network = record.networks[seat["id"]]
        about: list[Named] = [{"id": seat["id"], "name": seat["name"]}]
        of_theme = not theme or theme in network.themes
        if not of_theme or seat["status"] == "ended" or seat["basis"] == "recorded":
            continue
        door = seat["entry_point"]
        ask: Named | None = {"id": door["id"], "name": door["name"]} if door else None
        said = f"Who sits for {record.country_name(country)} in {network.name}?"
        why = f"{door['name']} is presumed." if door else "Only the country is on record."
        yield _question("seat", ask, said, why, 1, about, seat["claims"])


def _sites(record: Record, country: str) -> Iterator[Question]:
    """Ask once for all the sites of a country at which nobody is recorded."""
    empty = [site for site in country_sites(record, country) if not site["organizations"]]
    if empty:
        names = [site["name"] for site in empty[:MOST_SITES_NAMED]]
        more = [f"{len(empty) - len(names)} more sites"] if len(empty) > len(names) else []
        about: list[Named] = [{"id": site["id"], "name": site["name"]} for site in empty]
        said = f"Which bodies work at {joined([*names, *more])}?"
        yield _question("site", None, said, "Nobody is on record there.", len(empty), about, [])


def _question(
    kind: QuestionKind, ask: Named | None, question: str, why: str, changes: int, about: list[Named], claims: list[str]
) -> Question:
    return {
        "kind": kind,
        "ask": ask,
        "question": question,
        "why": why,
        "changes": changes,
        "about": about,
        "claims": claims,
    }
