"""Matches the entries of an answer key, and answers placed elsewhere, with their questions."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from drill.importer.choice.question_range import QuestionRange
from drill.importer.extraction.answer_labels import without_label
from drill.importer.extraction.sections import Sections
from drill.importer.line_ledger import Role
from drill.importer.signals.answer_keys import AnswerKey
from drill.importer.signals.candidates import Bold, CandidateKind
from drill.importer.signals.key_entries import KeyEntry
from drill.importer.signals.option_runs import has_options
from drill.importer.signals.outline import Outline
from drill.importer.signals.starts import Start
from drill.importer.source.lines import indent_of, stripped

_TOLD = 0.8
"""The least share of questions that have text, not options, below."""
_LEAST_TOLD = 3
"""The fewest of these without an entry in the key."""


def key_entries(outline: Outline, questions: Sequence[QuestionRange]) -> dict[int, KeyEntry]:
    """The entries of questions that have one, by index in `questions`."""
    result = _apart(outline, questions)
    since = 0
    scope = range(0)
    lines = [question.start.line for question in questions]
    for key in outline.answer_keys:
        above = range(bisect_left(lines, since), bisect_left(lines, key.start))
        scope = above or scope  # a key in two tables
        counts = _counts(questions, scope)
        numbers = dict(chain.from_iterable(count.items() for count in counts))
        if len(scope) == len(key.entries) and (
            len(numbers) < len(scope) if len(key.parts) == 1 else len(counts) != len(key.parts)
        ):
            entries = [part[number] for part in key.parts for number in sorted(part)]
            result |= dict(zip(scope, entries, strict=True))
        since = key.end
        repeated = _repeated(questions, scope, key)
        if len(repeated) > len(key.entries) / 2:
            result |= repeated
            if len(counts) != len(key.parts):
                continue  # the numbers do not tell the questions apart
        if _answers_below(outline, questions, scope, key):
            continue
        for count, part in _alike(outline, questions, key, counts):
            for number, entry in part.items():
                if number in count:
                    result.setdefault(count[number], entry)
    own = {
        place
        for place in result
        if outline.answer_between(questions[place].start.line, questions[place].end) is not None
    }
    return {place: entry for place, entry in result.items() if place not in own or entry.is_apart}


def entry_text(sections: Sections, start: Start, entry: KeyEntry) -> tuple[str, bool]:
    """The text of an entry in the answer key, and whether a label is before it."""
    first, last = sections.trimmed(entry.start + 1, entry.end)
    sections.mark(entry.start, Role.ANSWER)
    leaf = next(iter(sections.document.between(entry.start, entry.start + 1)), None)
    item = leaf.item if leaf is not None else None
    indent = indent_of(sections.document.lines[entry.start]) if item else 0
    body = [stripped(line, indent) for line in sections.document.lines[first:last]]
    repeats = bool(entry.title) and entry.title == start.key
    label = sections.outline.answer_between(first, last) if repeats else None
    if label is not None and label.line == first:
        body = without_label(sections, label, body, first)
    more = sections.text(body, first, Role.ANSWER)
    said = entry.rest if repeats else entry.text_after(start.title)
    gap = "\n" if first == entry.start + 1 else "\n\n"
    return gap.join(part for part in (said, more) if part.strip()), label is not None


def _answers_below(
    outline: Outline, questions: Sequence[QuestionRange], scope: range, key: AnswerKey
) -> bool:
    """Whether questions have their answers below, those without an entry and those with one.

    The numbers of what looks like a key then count something else.
    """
    numbers = {number for part in key.parts for number in part}
    told: dict[bool, list[bool]] = {True: [], False: []}
    for place in scope:
        start, end = questions[place].start, questions[place].end
        below = bool(outline.document.between(start.end, end))
        offers = has_options(outline.option_lines, start.end, end)
        told[not numbers.isdisjoint(start.candidate.number[-1:])].append(below and not offers)
    keyed, others = told[True], told[False]
    enough = len(others) >= max(_LEAST_TOLD, len(numbers) / 2)
    return enough and all(sum(some) >= _TOLD * len(some) for some in (keyed, others))


def _repeated(
    questions: Sequence[QuestionRange], scope: range, key: AnswerKey
) -> dict[int, KeyEntry]:
    """The entries that repeat the words of a question in `scope`, by its index."""
    times = Counter(entry.title for _, entry in key.entries)
    titled = {entry.title: entry for _, entry in key.entries if times[entry.title] == 1}
    keys = {place: questions[place].start.key for place in scope}
    return {place: titled[words] for place, words in keys.items() if words and words in titled}


def _counts(questions: Sequence[QuestionRange], scope: range) -> list[dict[int, int]]:
    """The indexes of the questions in `scope` by number, a part for each time they begin again."""
    counts: list[dict[int, int]] = [{}]
    for place in scope:
        number = questions[place].start.candidate.number
        if number and number[-1] in counts[-1]:
            counts.append({})
        if number:
            counts[-1][number[-1]] = place
    return counts


def _alike(
    outline: Outline,
    questions: Sequence[QuestionRange],
    key: AnswerKey,
    counts: list[dict[int, int]],
) -> Iterator[tuple[dict[int, int], dict[int, KeyEntry]]]:
    """Each part of a key with the questions that it answers: of a section of the same name.

    Without such names the parts follow the order of the sections, or belong to the only section
    with all of their numbers.
    """
    whole = list(_whole(key, counts))
    if len(key.parts) == 1:
        every = dict(chain.from_iterable(count.items() for count in counts))
        yield from whole or [(every, key.parts[0])]
        return
    asked = [[questions[place].start.line for place in count.values()] for count in counts if count]
    answered = [[entry.start for entry in part.values()] for part in key.parts]
    above = [_names(outline, 0, asked), _names(outline, key.start, answered)]
    once = {name for name, n in Counter(chain.from_iterable(above[0])).items() if n == 1}
    pairs = [
        (count, part)
        for part, names in zip(key.parts, above[1], strict=True)
        for count, others in zip(counts, above[0], strict=False)
        if names & others & once
    ]
    if not pairs and len(counts) == len(key.parts):
        pairs = list(zip(counts, key.parts, strict=True))
    yield from pairs or whole


def _whole(
    key: AnswerKey, counts: Sequence[dict[int, int]]
) -> Iterator[tuple[dict[int, int], dict[int, KeyEntry]]]:
    """Each part of a key with the only section, after that of the part before, with its numbers."""
    after = 0
    for part in key.parts:
        places = [n for n in range(after, len(counts)) if part.keys() <= counts[n].keys()]
        if len(places) == 1:
            yield counts[places[0]], part
            after = places[0] + 1


def _names(outline: Outline, low: int, runs: Sequence[Sequence[int]]) -> list[set[str]]:
    """The headings and bold lines from `low` up to each run of lines, or from the one before."""
    names: list[set[str]] = []
    for lines in runs:
        first, last = min(lines), max(lines)
        between = (bisect_left(outline.candidate_lines, line) for line in (low, first))
        names.append(
            {
                candidate.key
                for candidate in outline.all_candidates[slice(*between)]
                if candidate.kind is CandidateKind.HEADING or candidate.bold is Bold.WHOLE
            }
        )
        low = last
    return names


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
