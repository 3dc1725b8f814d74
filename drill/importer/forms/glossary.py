"""Glossaries: terms in headings or in bold, with definitions; nothing asks."""

import re
from collections import defaultdict
from collections.abc import Iterator

from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Bold, Candidate, CandidateKind
from drill.importer.signals.outline import Outline
from drill.importer.signals.starts import Start
from drill.importer.signals.title_topics import is_closing
from drill.importer.source.html_blocks import TERM

_LEAST = 3
"""The fewest terms of a glossary."""
_DEFINED = 0.8
"""The least share of its terms with a definition."""
_LONGEST = 80
"""The most characters of a term."""
_LETTERS = 3
"""The fewest single-letter headings above lists that make their level an index of terms."""
_ITEM = re.compile(r"(?P<term>[^:：`\n]{1,60}?)\s?[:：]\s+(?P<definition>\S.*)", re.DOTALL)


def propose(outline: Outline) -> Iterator[Reading]:
    """The headings of one level, or the bold lead-ins, of a document that says it is a glossary."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in outline.candidates:
        if len(candidate.title) > _LONGEST or candidate is outline.first_heading:
            continue
        if candidate.kind is CandidateKind.HEADING and not is_closing(candidate.title):
            if candidate.level == TERM or outline.title_defines:
                groups[f"terms in headings of level {candidate.level}"].append(candidate)
        elif candidate.bold and outline.title_defines:
            groups["bold terms"].append(candidate)
    for form, candidates in groups.items():
        if sum(_heads_a_list(outline, candidate) for candidate in candidates) >= _LETTERS:
            continue
        terms = [
            candidate
            for candidate in candidates
            if candidate.bold is Bold.LEAD or outline.has_text_below(candidate)
        ]
        if len(terms) >= max(_LEAST, _DEFINED * len(candidates)):
            starts = [outline.start(candidate) for candidate in terms]
            yield Reading(form, starts, Trait.TERM, explicit=True)
    if outline.title_defines:
        items = list(_items(outline))
        if len(items) >= _LEAST:
            yield Reading("list of terms", items, Trait.TERM, explicit=True)


def _heads_a_list(outline: Outline, candidate: Candidate) -> bool:
    """Whether a heading is one letter with a list below it."""
    after = outline.following(candidate.leaf)
    return len(candidate.title) == 1 and after is not None and after.item is not None


def _items(outline: Outline) -> Iterator[Start]:
    """The items `Term: definition` of outermost lists, if nearly all items have that form."""
    lists: dict[int, list[tuple[Candidate, re.Match[str] | None]]] = defaultdict(list)
    for candidate in outline.candidates:
        item = candidate.leaf.item
        if (
            candidate.kind is CandidateKind.ITEM
            and item is not None
            and item.depth == 1
            and not candidate.bold
        ):
            lists[item.group].append((candidate, _ITEM.fullmatch(candidate.title)))
    for items in lists.values():
        defined = [(candidate, match) for candidate, match in items if match is not None]
        if len(defined) >= max(_LEAST, _DEFINED * len(items)):
            for candidate, match in defined:
                stop = candidate.leaf.item.end if candidate.leaf.item is not None else None
                yield Start(
                    candidate, match["term"].strip(), candidate.end, match["definition"], stop
                )
