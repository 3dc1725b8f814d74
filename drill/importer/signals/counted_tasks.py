"""Recognises a document's own words for its tasks: `Aufgabe 1`, with an answer below each."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from drill.importer.signals.candidates import Bold, Candidate, CandidateKind
from drill.importer.signals.labels import Label, LabelKind, read_option
from drill.importer.source.document import Document

_LEAST = 3
"""The fewest tasks."""
_ANSWERED = 0.8
"""The least share of tasks with one answer or options below: chapters have several or none."""
_TASK = re.compile(
    r"[\W_]*(?P<words>[^\W\d_]{2,20}(?: [^\W\d_]{1,20}){0,2})"
    r"\s?(?P<number>\d{1,3})\s?(?:[(\[][^()\[\]]{1,40}[)\]])?[\W_]*"
)
_TITLES = {CandidateKind.HEADING, CandidateKind.PARAGRAPH}


def settle_counted_tasks(candidates: Sequence[Candidate], document: Document) -> None:
    """Take words that recur with a number, alone on their line, as the label of a question."""
    runs: dict[tuple[str, int, str], list[tuple[Candidate, int]]] = defaultdict(list)
    for candidate in candidates:
        if candidate.kind in _TITLES and (task := _read_task(candidate)):
            words, number = task
            runs[candidate.kind, candidate.level, words].append((candidate, number))
    counted = [run for run in runs.values() if len(run) >= _LEAST and _rises(run)]
    if not counted:
        return
    answers = [candidate.line for candidate in candidates if candidate.is_answer_label]
    options = [line for line, text in enumerate(document.lines) if read_option(text)]
    for run in counted:
        lines = [candidate.line for candidate, _ in run]
        lines.append(2 * lines[-1] - lines[-2])
        answered = 0
        for low, high in pairwise(lines):
            labels = _between(answers, low, high)
            answered += labels == 1 or (not labels and _between(options, low + 1, high) > 1)
        if answered >= _ANSWERED * len(run):
            for candidate, number in run:
                _label(candidate, number)


def _rises(run: Sequence[tuple[Candidate, int]]) -> bool:
    """Whether numbers count up, or begin again; a selection of tasks keeps their numbers."""
    steps = pairwise(number for _, number in run)
    return all(after > before or after == 1 for before, after in steps)


def _between(lines: Sequence[int], low: int, high: int) -> int:
    """The number of `lines` from `low` up to `high`."""
    return bisect_left(lines, high) - bisect_left(lines, low)


def _read_task(candidate: Candidate) -> tuple[str, int] | None:
    """The words and the number of a title that may be a label: `Task 1`, `1 - Task`."""
    if candidate.is_asking:  # "What is the output?" recurs above different code
        return None
    if candidate.label.kind is LabelKind.NUMBER and len(candidate.number) == 1 and candidate.key:
        return candidate.key, candidate.number[0]
    match = _TASK.fullmatch(candidate.leaf.lines[0])
    if match is None or candidate.label.kind is not LabelKind.NONE:
        return None
    return match["words"].lower(), int(match["number"])


def _label(candidate: Candidate, number: int) -> None:
    line = candidate.leaf.lines[0]
    candidate.label = Label(LabelKind.QUESTION, (number,), len(line))
    candidate.retitle("", "")
    candidate.bold = Bold.NONE
    if candidate.kind is CandidateKind.PARAGRAPH:
        candidate.end = candidate.line + 1
