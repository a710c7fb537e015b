"""One sentence for each line of the list, for a reader who knows the field and not the method."""

from collections.abc import Sequence

from graph import dates, vocabulary
from graph.analysis.gaps.gap_kinds import Trace
from graph.analysis.gaps.reasons import Ground, bases_of, closeness_of, stages_of
from graph.analysis.gaps.screening import Pair, Screening
from graph.answers import BothBases
from graph.columns import ROLES
from graph.rules import CONSECUTIVE, SAME, rules
from graph.words import joined

CONTACT_WORDS = {
    "mou": "memorandum of understanding",
    "agreement": "agreement",
    "joint-task-force": "joint task force",
    "joint-operation": "joint operation",
    "committee": "committee",
    "information-exchange": "exchange of information",
    "training": "training",
    "liaison": "liaison",
    "reports-to": "reporting line",
    "licensing-consultation": "consultation on permits",
    "delegation": "delegation of powers",
}


def sentence(seen: Screening, pair: Pair, trace: Trace, grounds: list[Ground]) -> str:
    """Return what is recorded, and why it matters, of a pair of places in the order in which it is to be read."""
    if trace.kind.startswith("problem reported"):
        theme = seen.record.claim(trace.rows[0]).theme
        # What both answer for explains the problem only where the source speaks of the same.
        why = because(seen, pair, grounds if grounds and theme in ("", grounds[0].id) else [])
        return f"{headline(seen, pair, trace)}. {why}." + _older_contact(seen, pair)
    return f"{headline(seen, pair, trace)}: {because(seen, pair, grounds)}."


def headline(seen: Screening, pair: Pair, trace: Trace) -> str:
    """Return what is recorded of a pair, without why it matters."""
    if trace.kind.startswith("problem reported"):
        return _problem(seen, pair, trace)
    if trace.kind == "confirmed: none":
        on = seen.decisions[min(pair), max(pair)].on
        return f"No contact, as both sides confirmed{' on ' * bool(on)}{on}"
    return _headline(seen, trace)


def because(seen: Screening, pair: Pair, grounds: list[Ground]) -> str:
    """Return why contact is expected: the strongest reason in words."""
    a, b = (seen.record.organizations[seen.block.services[place]].name for place in pair)
    if not grounds:
        return f"It concerns {a} and {b}"  # a problem, which needs no other reason
    first = grounds[0]
    stages = stages_of(seen, first)
    if stages:
        a, b = (f"{name} ({vocabulary.FUNCTIONS[stage]})" for name, stage in zip((a, b), stages, strict=True))
    if first.kind == "site":
        return f"{a} and {b} both work at {seen.record.sites[first.id].name}"
    says = _basis(bases_of(seen, first), seen, pair)
    return f"{a} and {b} both answer for {vocabulary.THEMES[first.id]} ({says}){_in_the_chain(seen, first, stages)}"


def _basis(bases: BothBases, seen: Screening, pair: Pair) -> str:
    if bases["a"] == bases["b"]:
        return "both recorded" if bases["a"] == "recorded" else "both presumed"
    presumed = seen.record.organizations[seen.block.services[pair[0 if bases["a"] == "coded" else 1]]]
    return f"presumed for {presumed.shown}"


def _in_the_chain(seen: Screening, ground: Ground, stages: list[str]) -> str:
    near = closeness_of(seen, ground)
    if near == CONSECUTIVE:
        return " and stand next to each other in the chain"
    return " and stand at the same step of the chain" if near == SAME and rules().closeness(*stages) == SAME else ""


def _headline(seen: Screening, trace: Trace) -> str:
    """Return the kind of a gap with what it names: year, contact, body, network or event."""
    record = seen.record
    match trace.kind:
        case "planned only":
            return f"Planned only ({_what(seen, trace)}, {_year(seen, trace) or 'no date'})"
        case "one-sided":
            return f"One-sided: only {_what(seen, trace)} recorded{_since(seen, trace.rows[0])}"
        case "only a light contact":
            return f"Only {_what(seen, trace)} recorded{_since(seen, trace.rows[0])}"
        case "lapsed" if trace.named:
            network = record.networks[trace.named]
            return f"Lapsed: both sat in {network.name}, which ended in {network.end_year}"
        case "lapsed":
            until = dates.text(int(record.claims.until[trace.rows[0]]))
            return f"Lapsed in {until[:4]} ({_what(seen, trace)}), still in force?"
        case "worked together":
            when = f"in {_year(seen, trace)}" if _year(seen, trace) else "once"
            return f"Worked together {when} ({_what(seen, trace)}), no standing arrangement found"
        case "only through one body":
            more = " and others" if trace.others else ""
            return f"Only through {record.organizations[trace.named].name}{more}"
        case "only in one committee" | "only in a large forum":
            return f"{trace.kind.capitalize()} ({record.networks[trace.named].name})"
        case "only met at an event":
            event = record.events[trace.named]
            year = "" if event.start[:4] in event.name else f", {event.start[:4]}"
            return f"Only met at an event ({event.name}{year})"
        case _:
            return "No recorded contact"


def _what(seen: Screening, trace: Trace) -> str:
    return CONTACT_WORDS[ROLES[seen.record.claims.role[trace.rows[0]]]]


def _year(seen: Screening, trace: Trace) -> str:
    return dates.text(seen.heard(trace.rows[0]))[:4]


def _since(seen: Screening, row: int) -> str:
    """Return since when a standing contact is known; a date of publication is no beginning."""
    since, heard = (dates.text(day)[:4] for day in (int(seen.record.claims.since[row]), seen.heard(row)))
    return f" since {since}" if since else f", reported {heard}" if heard else ""


def _problem(seen: Screening, pair: Pair, trace: Trace) -> str:
    """Return who reported what, and when: of the newest claim, with the number of the others."""
    claim = seen.record.claim(trace.rows[0])
    source = seen.record.sources[claim.source]
    publisher, published = source.publisher or source.title, source.published
    dated = f" of {claim.since}" if claim.since and claim.since[:4] != published[:4] else ""
    told = f"Problem{dated} reported by {publisher}, {published or 'no date'}"
    since = seen.contact_since((min(pair), max(pair)))
    solved = f", contact recorded since {dates.text(since)}" if since else ""
    more = f", and {len(trace.rows) - 1} more" if len(trace.rows) > 1 else ""
    return f"{told}{solved}{': ' * bool(claim.name)}{claim.name}{more}"


def _older_contact(seen: Screening, pair: Pair) -> str:
    """Say that a contact is recorded as well, older than the problem or without a date."""
    rows = seen.standing_between(*pair)
    if not rows or seen.contact_since((min(pair), max(pair))):
        return ""
    newest = max(rows, key=lambda row: (seen.heard(row), -row))
    what = CONTACT_WORDS[ROLES[seen.record.claims.role[newest]]]
    return f" A contact is recorded as well: {what}{_since(seen, newest)}."


def sisters(pairs: int, found: int, problems: int, traces: int, kind: str) -> str:
    """Return what is recorded with the provincial sisters that one line stands for."""
    said = [f"contact recorded with {found or 'none'} of {pairs}"]
    said += [f"a problem reported with {problems}"] if problems else []
    said += [f"one-off or lesser contact with {traces}"] if traces else []
    return f" Of the provincial sisters ({vocabulary.ORGANIZATION_KINDS[kind]}): {', '.join(said)}."


def sharing_a_site(pairs: int, found: int, traces: int) -> str:
    """Return what is recorded of the pairs that share one site and no subject, for which one line stands."""
    lesser = f", one-off or lesser contact of {traces}" if traces else ""
    return f" Of {pairs} pairs here that share this site and no subject: contact recorded of {found or 'none'}{lesser}."


def together(seen: Screening, also: Sequence[int]) -> str:
    """Return which other bodies the same question concerns: above or below a side, or of the same provinces."""
    names = [seen.record.organizations[seen.block.services[place]].name for place in also]
    return f" The same question concerns {joined(names)}." if names else ""


def to_confirm(seen: Screening, pair: Pair) -> str:
    """Return what to ask first of a body whose head has ended, while nothing says what became of the body itself."""
    said = ""
    for place in pair:
        body = seen.record.organizations[seen.block.services[place]]
        head = seen.record.organizations.get(body.parent)
        if head is not None and not seen.record.is_living(head.id):
            year = f" in {head.until[:4]}" if head.until else ""
            said += f" Please confirm who answers today: {head.name}, above {body.shown}, ended{year}."
    return said
