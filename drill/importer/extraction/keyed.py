"""Which entry of an answer key belongs to which question; answers apart from their questions."""

from collections.abc import Sequence

from drill.importer.choice.answer_ranges import QuestionRange
from drill.importer.signals.answer_keys import KeyEntry
from drill.importer.signals.outline import Outline


def key_entries(outline: Outline, found: Sequence[QuestionRange]) -> dict[int, KeyEntry]:
    """The entry for each question that has one, by its place in `found`."""
    result = _apart(outline, found)
    since = 0
    for key in outline.answer_keys:
        scope = [n for n, each in enumerate(found) if since <= each.start.line < key.start]
        numbers = {found[n].start.candidate.number[-1:]: n for n in scope}
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
        if outline.answer_between(found[place].start.line, found[place].end) is not None
    }
    return {place: entry for place, entry in result.items() if place not in own or entry.is_apart}


def _apart(outline: Outline, found: Sequence[QuestionRange]) -> dict[int, KeyEntry]:
    """Questions in a row without anything between, whose answers stand in a row below the last.

    So notes in two languages are written: both questions first, then both answers.
    """
    result: dict[int, KeyEntry] = {}
    run: list[int] = []
    for place, each in enumerate(found):
        run.append(place)
        empty = not outline.document.between(each.start.end, each.end)
        if empty and place + 1 < len(found) and each.start.candidate.is_question_label:
            continue
        labels = outline.answer_labels_between(each.start.end, each.end)
        if len(run) > 1 and len(labels) == len(run) and all(not label.title for label in labels):
            ends = [label.line for label in labels[1:]]
            ends.append(_section_end(outline, labels[-1].line, each.end))
            for question, label, end in zip(run, labels, ends, strict=True):
                result[question] = KeyEntry(label.line, end, "", is_apart=True)
                found[question].end = found[question].start.end
        run = []
    return result


def _section_end(outline: Outline, line: int, high: int) -> int:
    """Where the section that begins at the heading on `line` ends."""
    level = next((each.level for each in outline.headings.values() if each.line == line), 0)
    later = (
        each.line
        for each in outline.headings.values()
        if line < each.line < high and each.level <= level
    )
    return next(later, high)
