"""Tickets of an oral exam: a heading with a number, and below it only a list.

A ticket with a topic is one question, and its list the prompt. If no ticket has a topic, they only
group their items, and each item is a question.
"""

import re
from collections.abc import Iterator

from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.outline import Outline
from drill.importer.signals.starts import Start
from drill.importer.source.leaves import EMPTY, Leaf, LeafKind

_LEAST = 3
"""The fewest tickets."""
_NAME = r"\W*(?:exam(?:ination)?\s+)?(?:ticket|билет|білет)"
_OPENING = re.compile(_NAME, re.IGNORECASE)
_TICKET = re.compile(
    rf"{_NAME}\s?[№#]?\s?(?P<number>\d{{1,3}}|[^\W\d_]\b)\W*"
    r"(?P<topic>.*?)[\]*_\s]*",
    re.IGNORECASE,
)
"""Only the word tells a ticket from a chapter of a guide, which looks alike."""


def propose(outline: Outline) -> Iterator[Reading]:
    """The tickets from 1 on, each a question, or the items of tickets that are only counted.

    There is no answer in the document.
    """
    tickets = [
        (candidate, match)
        for candidate in outline.all_candidates
        if candidate.kind in {CandidateKind.HEADING, CandidateKind.PARAGRAPH}
        and _OPENING.match(candidate.leaf.text)
        and (match := _TICKET.fullmatch(" ".join(candidate.leaf.text.split())))
    ]
    starts = [start for ticket in tickets if (start := _start(outline, *ticket)) is not None]
    if not _LEAST <= len(starts) == len(tickets):
        return
    numbers = [match["number"] for _, match in tickets]
    if not any(match["topic"] for _, match in tickets):
        if len(set(numbers)) == len(numbers):
            yield Reading("exam tickets", _items(outline, starts), Trait.LIST, explicit=True)
    elif numbers == [str(number) for number in range(1, len(tickets) + 1)]:
        yield Reading("exam tickets", starts, Trait.NUMBER, explicit=True)


def _items(outline: Outline, tickets: list[Start]) -> list[Start]:
    """The outermost items of the tickets."""
    return [
        outline.start(candidate, item.end)
        for candidate in outline.candidates
        if tickets[0].line < candidate.line < tickets[-1].end
        if (item := candidate.leaf.opens) is not None and item.parent is None
    ]


def _start(outline: Outline, candidate: Candidate, match: re.Match[str]) -> Start | None:
    """The start of a ticket with its list as the context; None if it has other text."""
    items: list[Leaf] = []
    leaf = outline.following(candidate.leaf)
    while leaf is not None and (leaf.item is not None or leaf.kind in EMPTY):
        items += [leaf] if leaf.item is not None else []
        leaf = outline.following(leaf)
    ends = (
        leaf is None
        or leaf.kind in {LeafKind.HEADING, LeafKind.RULE}
        or _TICKET.fullmatch(" ".join(leaf.text.split())) is not None
    )
    if not items or not ends:
        return None
    first = items[0]
    topic = match["topic"] or " ".join(first.text.split())
    low = first.start if match["topic"] else first.end
    context = "\n".join(outline.document.lines[low : items[-1].end])
    return Start(candidate, topic, items[-1].end, "", context=context)
