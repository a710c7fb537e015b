"""What the field's own words mean, for a reader who meets them the first time: shown where a word stands.

The same as docs/words.md, in a sentence each.
"""

MEANS = {
    "service": "The highest body below the ministry in a line of command: a customs administration, a police force. "
    "Its units are counted with it.",
    "recorded": "A source that was read says so. A click leads to the source and the day on which it was read.",
    "presumed": "No source that was read says so: it follows from the kind of body alone. Please confirm.",
    "no recorded contact": "No source read so far speaks of a contact. There may well be one: it is a question.",
    "expected contact": "Two services that ought to be in contact: both answer for one subject, or work at one place.",
    "band": "How well it is known that both sides answer for the subject. A: recorded for both. B: recorded for one. "
    "C: presumed for both.",
    "treaty desk": "The body that answers for one role under one agreement, such as the focal point for Basel.",
    "entry point": "The body by which a country sits in a network: whom to ask first. Recorded, or presumed.",
    "network": "A forum, project, operation, convention or mechanism that has members.",
    "silent": "Nothing dated within five years is recorded of the network. It may still run: ask.",
    "route": "How one gets from one body to another through networks in which both sit.",
    "hand in hand": "Who sits in a network for a country, who at home should hear from it, and whether they do.",
    "sisters": "Services of one kind in different provinces. They stand in one line or box.",
}
