"""Matches the entries of an answer key, and answers placed elsewhere, with their questions."""

from bisect import bisect_left
from collections.abc import Sequence

from drill.importer.choice.answer_ranges import QuestionRange
from drill.importer.signals.answer_keys import KeyEntry
from drill.importer.signals.outline import Outline


def key_entries(outline: Outline, questions: Sequence[QuestionRange]) -> dict[int, KeyEntry]:
    """The entries of questions that have one, by index in `questions`."""
    result = _apart(outline, questions)
    since = 0
    lines = [question.start.line for question in questions]
    for key in outline.answer_keys:
        scope = range(bisect_left(lines, since), bisect_left(lines, key.start))
        numbers = {questions[n].start.candidate.number[-1:]: n for n in scope}
        if len(numbers) < len(scope):
            by_order = len(scope) == len(key.entries)
            pairs = zip(sorted(key.entries), scope, strict=False) if by_order else ()
            result.update({place: key.entries[number] for number, place in pairs})
        for number, entry in key.entries.items():
            if (number,) in numbers and numbers[(number,)] not in result:
                result[numbers[(number,)]] = entry
        since = key.end
    own = {
        place
        for place in result
        if outline.answer_between(questions[place].start.line, questions[place].end) is not None
    }
    return {place: entry for place, entry in result.items() if place not in own or entry.is_apart}


def _apart(outline: Outline, questions: Sequence[QuestionRange]) -> dict[int, KeyEntry]:
    """Adjacent questions whose answers follow, in the same order, below the last one.

    Notes in two languages do this: both questions first, then both answers.
    """
    result: dict[int, KeyEntry] = {}
    run: list[int] = []
    for place, question in enumerate(questions):
        run.append(place)
        empty = not outline.document.between(question.start.end, question.end)
        if empty and place + 1 < len(questions) and question.start.candidate.is_question_label:
            continue
        labels = outline.answer_labels_between(question.start.end, question.end)
        if len(run) > 1 and len(labels) == len(run) and all(not label.title for label in labels):
            ends = [label.line for label in labels[1:]]
            ends.append(_section_end(outline, labels[-1].line, question.end))
            for number, label, end in zip(run, labels, ends, strict=True):
                result[number] = KeyEntry(label.line, end, "", is_apart=True)
                questions[number].end = questions[number].start.end
        run = []
    return result


def _section_end(outline: Outline, line: int, high: int) -> int:
    """The end of the section whose heading is on `line`."""
    level = next((heading.level for heading in outline.headings_between(line, line + 1)), 0)
    below = outline.headings_between(line + 1, high)
    return next((heading.line for heading in below if heading.level <= level), high)
