"""Recognises a document's own words for its tasks: `Aufgabe 1`, with an answer below each."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from drill.importer.signals.candidates import Bold, Candidate, CandidateKind
from drill.importer.signals.labels import Label, LabelKind
from drill.importer.signals.numbering import regularity

_LEAST = 3
"""The fewest tasks."""
_ANSWERED = 0.8
"""The least share of tasks with the label of an answer below: chapters have several or none."""
_TASK = re.compile(
    r"[\W_]*(?P<word>[^\W\d_]{2,20})\s?(?P<number>\d{1,3})\s?(?:[(\[][^()\[\]]{1,40}[)\]])?[\W_]*"
)
_TITLES = {CandidateKind.HEADING, CandidateKind.PARAGRAPH}


def settle_counted_tasks(candidates: Sequence[Candidate]) -> None:
    """Take a word with a number, alone on its line, as the label of a question."""
    runs: dict[tuple[str, int, str], list[tuple[Candidate, int]]] = defaultdict(list)
    for candidate in candidates:
        if candidate.kind not in _TITLES or candidate.label.kind is not LabelKind.NONE:
            continue
        match = _TASK.fullmatch(candidate.leaf.lines[0])
        if match:
            key = candidate.kind, candidate.level, match["word"].lower()
            runs[key].append((candidate, int(match["number"])))
    answers = [candidate.line for candidate in candidates if candidate.is_answer_label]
    for run in runs.values():
        if len(run) >= _LEAST and regularity([number for _, number in run]) == 1:
            lines = [candidate.line for candidate, _ in run]
            places = [bisect_left(answers, line) for line in (*lines, 2 * lines[-1] - lines[-2])]
            once = sum(after - before == 1 for before, after in pairwise(places))
            if once >= _ANSWERED * len(run):
                for candidate, number in run:
                    _label(candidate, number)


def _label(candidate: Candidate, number: int) -> None:
    line = candidate.leaf.lines[0]
    candidate.label = Label(LabelKind.QUESTION, (number,), len(line))
    candidate.title = candidate.rest = ""
    candidate.bold = Bold.NONE
    if candidate.kind is CandidateKind.PARAGRAPH:
        candidate.end = candidate.line + 1
