"""What people take home: pages of paper, slides and files that open without the program.

Each function takes a record and returns the bytes of a file:

one_pager(record, "PK", "hazardous-waste")                  a country on one page
chain_map(record, "PK", sheet="a3-level"), chain_slide      its map for the wall, and as a slide that can be edited
slips(record, "PK", per_page=2)                             one slip a body: right, wrong, not for the room, missing
invitation_list, question_list                              whom to invite, what to ask
packet, packet_archive                                      all of these before a workshop, as one PDF or as files
network_factsheet(record, "ren")                            a network in the field order of the Basel Convention
route_sheet(record, "organization:pk-nou", "customs@VN")    from A to B through networks
changes_page(record, answer), changes_slide                 what a workshop changed (graph.analysis.changes)

`form` is "pdf" or "html". PDF needs WeasyPrint (extra `print`), slides python-pptx; both are imported when they are
used.
"""

from handouts.changes.page import changes_page
from handouts.changes.slide import changes_slide
from handouts.country.map_page import chain_map, chain_slide
from handouts.country.one_page import one_pager
from handouts.meeting.invitation import invitation_list
from handouts.meeting.packet import packet, packet_archive
from handouts.meeting.questions import question_list
from handouts.networks.factsheet import network_factsheet
from handouts.networks.route_sheet import route_sheet
from handouts.paper.paper import Form, Sheet
from handouts.slips.sheet import slips

__all__ = [
    "Form",
    "Sheet",
    "chain_map",
    "chain_slide",
    "changes_page",
    "changes_slide",
    "invitation_list",
    "network_factsheet",
    "one_pager",
    "packet",
    "packet_archive",
    "question_list",
    "route_sheet",
    "slips",
]
