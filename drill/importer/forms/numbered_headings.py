"""Numbered headings, `## 12. Title` or `12. ### Title`, whose level may vary within a run.

Bold lines may end a run, `**13. Title**`, if the first one is right below a rule.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Bold, Candidate, CandidateKind
from drill.importer.signals.numbering import main_run
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import ASKS
from drill.importer.signals.title_topics import is_closing
from drill.importer.source.leaves import LeafKind

_ASKING = 0.5
"""The least likelihood of one part of a run, to drop the parts that ask nothing."""
_NUMBER = re.compile(r"\d{1,4}\W{1,3}(?=\w)")
"""A misspelt number, which the usual patterns do not match."""
_LISTED = 0.8
"""The least share of a run in the contents, to take unnumbered headings in them too."""
_OTHERS_ASK = 0.75
"""The least share of a run that asks, to read a last heading such as "Summary" as its end."""
_GAP = 4
"""The most missing numbers of a run to search for at other levels."""


def propose(outline: Outline) -> Iterator[Reading]:
    """One reading for each level, with headings of other levels that continue its numbers."""
    numbered = [
        heading
        for heading in outline.candidates
        if heading.kind is CandidateKind.HEADING
        and heading.number
        # A number without a title or text is a question that was never written.
        and (heading.title or outline.has_text_below(heading))
    ]
    plain = [
        heading
        for heading in outline.candidates
        if heading.kind is CandidateKind.HEADING and not heading.number
    ]
    bold = [
        line
        for line in outline.candidates
        if line.kind is CandidateKind.PARAGRAPH and line.bold is Bold.WHOLE and line.number
    ]
    groups: dict[tuple[int, int], list[Candidate]] = defaultdict(list)
    for candidate in numbered:
        groups[candidate.level, len(candidate.number)].append(candidate)
    for (level, parts), group in groups.items():
        if len(group) < 2:
            continue
        run = _that_ask(main_run(group))
        others = [*(heading for heading in numbered if heading.level != level), *bold]
        others.sort(key=lambda one: one.line)
        more = _fillers(run, numbered) + _later(outline, run, others)
        beside = [heading for heading in plain if heading.level == level]
        more += _unread(run, beside) + _listed(outline, run, beside)
        starts = sorted({*run, *more}, key=lambda heading: heading.line)
        asking = sum(heading.likelihood >= ASKS for heading in starts)
        if is_closing(starts[-1].title) and asking >= _OTHERS_ASK * (len(starts) - 1):
            starts.pop()
        kind = "numbered headings" if parts == 1 else f"headings numbered in {parts} parts"
        form = f"{kind} of level {level}"
        proposed = [outline.start(heading) for heading in starts]
        for start in proposed:
            if not start.candidate.number:
                start.title = _NUMBER.sub("", start.title)
        yield Reading(form, proposed, Trait.NUMBER)


def _that_ask(run: list[Candidate]) -> list[Candidate]:
    """`run` without the parts, each numbered from 1, that ask nothing although others do."""
    parts: list[list[Candidate]] = []
    for candidate in run:
        if not parts or candidate.number[-1] <= parts[-1][-1].number[-1]:
            parts.append([])
        parts[-1].append(candidate)
    asking = [sum(heading.likelihood for heading in part) / len(part) for part in parts]
    if max(asking) < _ASKING or 0.0 not in asking:
        return run
    kept = [part for part, value in zip(parts, asking, strict=True) if value > 0]
    # If most parts do not ask, their topics are questions; only a minority is dropped.
    return (
        [heading for part in kept for heading in part]
        if sum(map(len, kept)) > len(run) / 2
        else run
    )


def _fillers(run: list[Candidate], numbered: list[Candidate]) -> list[Candidate]:
    """Headings of other levels with exactly the missing numbers."""
    wanted: dict[int, tuple[int, int]] = {}
    for before, after in pairwise(run):
        low, high = before.number[-1], after.number[-1]
        for number in range(low + 1, min(high, low + _GAP)):
            wanted[number] = (before.line, after.line)
    taken = set(run)
    more: list[Candidate] = []
    for candidate in numbered:
        place = wanted.get(candidate.number[-1])
        if place and place[0] < candidate.line < place[1] and candidate not in taken:
            more.append(candidate)
            del wanted[candidate.number[-1]]
    return more


def _unread(run: list[Candidate], plain: list[Candidate]) -> list[Candidate]:
    """The only unnumbered heading at a missing number, which is misspelt, as in `6,.`."""
    more: list[Candidate] = []
    for before, after in pairwise(run):
        if after.number[-1] - before.number[-1] == 2:
            between = [heading for heading in plain if before.line < heading.line < after.line]
            more += between if len(between) == 1 else []
    return more


def _listed(outline: Outline, run: list[Candidate], plain: list[Candidate]) -> list[Candidate]:
    """The unnumbered headings that the contents list as they list the run."""
    titles = outline.toc.titles
    listed = sum(heading.key in titles for heading in run) >= _LISTED * len(run)
    return [heading for heading in plain if listed and heading.key in titles]


def _later(outline: Outline, run: list[Candidate], others: list[Candidate]) -> list[Candidate]:
    """Headings of other levels, and bold lines, that continue the numbers after the run ends."""
    more: list[Candidate] = []
    lines = [candidate.line for candidate in others]
    for last, after in zip(run, [*run[1:], None], strict=True):
        if after is not None and after.number[-1] != 1:
            continue
        above = last
        end = None if after is None else bisect_left(lines, after.line)
        for candidate in others[bisect_left(lines, last.line) : end]:
            continues = candidate.number == (*above.number[:-1], above.number[-1] + 1)
            if continues and _is_apart(outline, candidate, above):
                more.append(candidate)
                above = candidate
    return more


def _is_apart(outline: Outline, candidate: Candidate, above: Candidate) -> bool:
    """Whether a candidate is a heading, or a bold line below a rule or after another such line."""
    if candidate.kind is CandidateKind.HEADING or above.kind is not CandidateKind.HEADING:
        return True
    previous = outline.previous(candidate.leaf)
    return previous is not None and previous.kind is LeafKind.RULE
