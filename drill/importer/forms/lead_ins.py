"""Bold lead-ins: whether what follows the bold part asks with it, or answers it."""

import re
from collections.abc import Sequence

from drill.importer.signals.candidates import Bold, Candidate
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import ASKS, question_likelihood
from drill.importer.signals.starts import Start, lead_rest
from drill.importer.signals.titles import clean_title

_LEADS_ASK = 0.5
"""The share of lead-ins that ask themselves, from which on what follows them is the answer."""
_RESTS_ASK = 1 / 3
"""The share of rests that ask, from which on each rest is a part of its question."""
_FOLLOWED = 0.8
"""The share of numbered lead-ins with a block below: there, and not behind them, is the answer."""


def starts_of(outline: Outline, candidates: Sequence[Candidate]) -> list[Start]:
    """The starts at `candidates`, with the rest of a lead-in in its title where it asks with it."""
    leads = [candidate for candidate in candidates if candidate.bold is Bold.LEAD]
    joins = bool(leads) and _rests_ask(outline, leads)
    return [
        joined(candidate) if joins and candidate.bold is Bold.LEAD else outline.start(candidate)
        for candidate in candidates
    ]


def _rests_ask(outline: Outline, leads: Sequence[Candidate]) -> bool:
    """Whether in these lead-ins the bold part is a topic and the rest is what is asked."""
    count = len(leads)
    if sum(candidate.likelihood >= ASKS for candidate in leads) >= _LEADS_ASK * count:
        return False
    rests = [lead_rest(candidate.rest).lstrip(". ") for candidate in leads]
    if sum(question_likelihood(rest) >= ASKS for rest in rests) >= _RESTS_ASK * count:
        return True
    return outline.title_asks and are_tasks(outline, leads)


def are_tasks(outline: Outline, candidates: Sequence[Candidate]) -> bool:
    """Whether all `candidates` are numbered and nearly all have a block below: their answer."""
    followed = sum(_is_followed(outline, candidate) for candidate in candidates)
    numbered = all(candidate.number for candidate in candidates)
    return numbered and followed >= _FOLLOWED * len(candidates)


def _is_followed(outline: Outline, candidate: Candidate) -> bool:
    """Whether a block that begins nothing of its own stands below the paragraph."""
    after = outline.following(candidate.leaf)
    if after is None or after in outline.headings:
        return False
    return candidate.leaf.item is None or after.item is candidate.leaf.item or not after.first


def joined(candidate: Candidate) -> Start:
    """The start with the whole lead-in and what follows it as its title."""
    rest = candidate.rest
    end = candidate.end
    lines = candidate.leaf.lines
    while end < candidate.leaf.end and not re.search(r"[.?!:。？！]\W*$", rest):
        line = lines[end - candidate.leaf.start]
        if not line.lstrip()[:1].islower():
            break
        rest += " " + line.strip()
        end += 1
    bold = candidate.title
    gap = "" if rest[:1] in ".:,;：" else " "
    return Start(candidate, clean_title(f"{bold}{gap}{rest}"), end, "", None)
