"""Who else at a site or in a network, as text."""

from commands.screen import paragraph, table
from commands.show.parts import names, titled, words
from graph.answers import AtSite, WhoElseAtSiteAnswer, WhoElseInNetworkAnswer

SOURCES_SHOWN = 2


def at_site(answer: WhoElseAtSiteAnswer, width: int) -> list[str]:
    """Return who is recorded at a site, the roles that are expected there, and what comparable sites have."""
    beside = f", towards {answer['neighbour']['name']}" if answer["neighbour"] else ""
    lines = paragraph(
        f"{answer['site']['name']}: {words(answer['kind'])} of {answer['country']['name']}{beside}", width
    )
    lines += titled("RECORDED HERE", _present(answer["present"], width) or ["Nobody is recorded here."])
    lines += titled("RECORDED ON THE OTHER SIDE", _present(answer["other_side"], width))
    roles = [(one["role"], one["status"], names(one["organizations"]), one["source"]) for one in answer["chain"]]
    lines += titled(
        "EXPECTED AT SUCH A SITE", table(("role", "status", "who, or who could be", "source"), roles, width)
    )
    peers = [
        (words(one["kind"]), f"{one['recorded_at']} of {one['of']} sites", names(one["examples"]))
        for one in answer["peers"]
    ]
    return lines + titled(
        "COMPARABLE SITES HAVE ONE ON RECORD", table(("kind", "recorded at", "for example"), peers, width)
    )


def _present(bodies: list[AtSite], width: int) -> list[str]:
    rows = [
        (one["id"], one["name"], words(one["kind"]), one["through"]["name"] if one["through"] else "") for one in bodies
    ]
    return table(("id", "name", "kind", "by joint team"), rows, width)


def in_network(answer: WhoElseInNetworkAnswer, width: int) -> list[str]:
    """Return the countries and bodies that are not recorded in a network, with why they might be."""
    heard = f", last heard of {answer['last_heard']}" if answer["last_heard"] else ""
    about = ", ".join(map(words, answer["themes"]))
    title = f"{answer['network']['name']} ({answer['status']}{heard}; {answer['members']} members recorded): {about}"
    countries = [
        (
            one["name"],
            f"{len(one['neighbours_in'])} of {one['of_neighbours']}",
            f"{one['subregion_in']} of {one['of_subregion']}",
            names(one["ask"]),
        )
        for one in answer["countries"]
    ]
    bodies = [
        (
            one["country"]["name"],
            f"{one['name']} ({one['id']})",
            "; ".join(one["reasons"]),
            one["sits_for"],
            ", ".join(one["sources"][:SOURCES_SHOWN]),
        )
        for one in answer["organizations"]
    ]
    lines = paragraph(title, width)
    lines += titled(
        "COUNTRIES NOT RECORDED IN IT",
        table(("country", "neighbours in it", "of its subregion", "whom to ask"), countries, width),
    )
    lines += titled(
        "BODIES NOT RECORDED IN IT",
        table(("country", "body", "why", "its kind sits for", "source"), bodies, width),
    )
    return lines if len(lines) > 1 else [*lines, "Nobody further is recorded."]
