"""Bold lead-ins: decides whether the text after the bold part completes or answers the question."""

import re
from collections.abc import Sequence

from drill.importer.signals.candidates import Bold, Candidate
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import ASKS, question_likelihood
from drill.importer.signals.starts import Start, lead_rest
from drill.importer.signals.titles import clean_title

_LEADS_ASK = 0.5
"""The least share of lead-ins that ask, to read the text after them as answers."""
_RESTS_ASK = 1 / 3
"""The least share of texts after lead-ins that ask, to read them as parts of the questions."""
_ASK_ON = 0.8
"""The same share after lead-ins that ask themselves: an answer begins with a question at times."""
_FOLLOWED = 0.8
"""The least share of numbered lead-ins with a block below, to read that block as the answer."""


def starts_of(outline: Outline, candidates: Sequence[Candidate]) -> list[Start]:
    """The starts at `candidates`; a title includes text after its lead-in that completes it."""
    leads = [candidate for candidate in candidates if candidate.bold is Bold.LEAD]
    joins = bool(leads) and (_rests_ask(outline, leads) or _ask_on(leads))
    return [
        joined(candidate) if joins and candidate.bold is Bold.LEAD else outline.start(candidate)
        for candidate in candidates
    ]


def _ask_on(leads: Sequence[Candidate]) -> bool:
    """Whether the texts after these lead-ins ask too: `**Which tools?** Why those?`."""
    asking = sum(question_likelihood(lead_rest(candidate.rest)) >= ASKS for candidate in leads)
    return asking >= _ASK_ON * len(leads)


def _rests_ask(outline: Outline, leads: Sequence[Candidate]) -> bool:
    """Whether the bold part of these lead-ins is a topic and the rest is the question."""
    count = len(leads)
    if sum(candidate.likelihood >= ASKS for candidate in leads) >= _LEADS_ASK * count:
        return False
    rests = [lead_rest(candidate.rest).lstrip(". ") for candidate in leads]
    if sum(question_likelihood(rest) >= ASKS for rest in rests) >= _RESTS_ASK * count:
        return True
    return outline.title_asks and are_tasks(outline, leads)


def are_tasks(outline: Outline, candidates: Sequence[Candidate]) -> bool:
    """Whether all `candidates` are numbered and nearly all have an answer in a block below."""
    followed = sum(_is_followed(outline, candidate) for candidate in candidates)
    numbered = all(candidate.number for candidate in candidates)
    return numbered and followed >= _FOLLOWED * len(candidates)


def _is_followed(outline: Outline, candidate: Candidate) -> bool:
    """Whether a block without a candidate follows the paragraph."""
    after = outline.following(candidate.leaf)
    if after is None or after in outline.headings:
        return False
    return candidate.leaf.item is None or after.item is candidate.leaf.item or not after.first


def joined(candidate: Candidate) -> Start:
    """The start with the whole lead-in and the text after it as its title."""
    rest = candidate.rest
    end = candidate.end
    lines = candidate.leaf.lines
    while end < candidate.leaf.end and not re.search(r"[.?!:。？！][^\w.?!:。？！]*$", rest):
        line = lines[end - candidate.leaf.start]
        if not line.lstrip()[:1].islower():
            break
        rest += " " + line.strip()
        end += 1
    bold = candidate.title
    gap = "" if rest[:1] in ".:,;：" else " "
    return Start(candidate, clean_title(f"{bold}{gap}{rest}"), end, "", None)
