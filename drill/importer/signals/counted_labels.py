"""Settles numbers, letters and words with a number that others confirm: `3 What …`, `D1. Che …`."""

from collections import defaultdict
from itertools import chain, count, pairwise, zip_longest

from drill.importer.signals.candidates import Bold, Candidate, CandidateKind, relabel, text_of
from drill.importer.signals.labels import (
    NONE,
    Label,
    LabelKind,
    letters_at,
    read_bare_number,
    read_counted_word,
    read_option,
)
from drill.importer.signals.question_likelihood import ASKS, question_likelihood
from drill.text import words

_COUNTED = 3
"""The fewest letters, or words with a number, to take them for labels."""
_LETTERED = 0.8
"""The least share of the headings of a level that letters must count, to take them for numbers."""
_MARKED = 0.8
"""The least share of headings with a mark after their number, to accept a bare number in order."""
_LETTERED_ASK = 1 / 3
"""The least share of such headings that ask; chapters are lettered too."""
_BOLD_LINES = 0
"""The heading level of bold lines."""
_BARE_PARAGRAPHS = 5
"""The fewest paragraphs that begin with a bare number and count up."""
_WORDS = 3
"""The fewest words of such a paragraph: the entries of a key have a letter."""
_COUNTING = {CandidateKind.HEADING, CandidateKind.PARAGRAPH}


def settle_counted_labels(candidates: list[Candidate]) -> None:
    """Accept what counts the headings of a level, or paragraphs, as their labels."""
    _settle_bare_numbers(candidates)
    _settle_bare_paragraphs(candidates)
    _settle_letters(candidates)
    _settle_counted_words(candidates)


def _settle_bare_numbers(candidates: list[Candidate]) -> None:
    """Accept `3 What is …`, or a lone `3`, as a number if its neighbours continue the count.

    Where nearly all have a number with a mark, it need only be in order.
    """
    rows: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.kind is CandidateKind.HEADING:
            rows[candidate.level].append(candidate)
        elif candidate.bold is Bold.WHOLE and candidate.leaf.item is None:
            rows[_BOLD_LINES].append(candidate)
    for row in rows.values():
        texts = [text_of(candidate) for candidate in row]
        bare = [read_bare_number(text) for text in texts]
        numbers = [
            candidate.number or (label.number if candidate.label.kind is LabelKind.NONE else ())
            for candidate, label in zip(row, bare, strict=True)
        ]
        counted = sum(one.label.kind is LabelKind.NUMBER for one in row) >= _MARKED * len(row)
        for place, (candidate, label) in enumerate(zip(row, bare, strict=True)):
            if candidate.label.kind is not LabelKind.NONE or not label.number:
                continue
            near = numbers[max(0, place - 2) : place] + numbers[place + 1 : place + 3]
            last = label.number[-1]
            above, below = numbers[max(0, place - 1) : place], numbers[place + 1 : place + 2]
            order = [*above, label.number, *below]
            fits = counted and order == sorted(order)
            if fits or any(number and abs(number[-1] - last) == 1 for number in near):
                relabel(candidate, label)


def _settle_bare_paragraphs(candidates: list[Candidate]) -> None:
    """Accept `3 What is …` as a number if many paragraphs count up like this, or with a mark."""
    row: list[tuple[Candidate, Label]] = []
    for candidate in candidates:
        item = candidate.leaf.item
        if candidate.number and (item is None or item.depth == 1):
            row.append((candidate, NONE))
        elif candidate.kind is CandidateKind.PARAGRAPH and candidate.label == NONE and item is None:
            text = text_of(candidate)
            label = read_bare_number(text)
            if label.number and len(words(text[label.end :])) >= _WORDS:
                row.append((candidate, label))
    numbers = [0, *((label.number or one.number)[-1] for one, label in row), 0]
    counting = [
        (candidate, label)
        for place, (candidate, label) in enumerate(row)
        if label.number
        and (
            numbers[place + 1] - 1 == numbers[place] or numbers[place + 1] + 1 == numbers[place + 2]
        )
    ]
    if len(counting) >= _BARE_PARAGRAPHS:
        for candidate, label in counting:
            relabel(candidate, label)


def _settle_letters(candidates: list[Candidate]) -> None:
    """Accept `a. …`, `b. …` as numbers if they count most headings of a level, and enough ask."""
    levels: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.kind is CandidateKind.HEADING:
            levels[candidate.level].append(candidate)
    for headings in levels.values():
        lettered: list[tuple[Candidate, int, str]] = []
        for heading in headings:
            letter, _, text = read_option(text_of(heading)) or ("", None, "")
            if letter and not heading.is_question_label:
                last = lettered[-1][1] if lettered else 0
                # Of the letters of two alphabets, such as i, the one that goes on counting.
                places = chain((last,), count())
                number = next(place + 1 for place in places if letter in letters_at(place))
                lettered.append((heading, number, text))
        numbers = [0, *(number for _, number, _ in lettered)]
        counts = all(after in {1, before + 1} for before, after in pairwise(numbers))
        asking = sum(question_likelihood(text) >= ASKS for _, _, text in lettered)
        many = len(lettered) >= max(_COUNTED, _LETTERED * len(headings))
        if many and counts and asking >= _LETTERED_ASK * len(lettered):
            for heading, number, text in lettered:
                title = text_of(heading)
                end = len(title) - len(text)
                relabel(heading, Label(LabelKind.NUMBER, (number,), end))


def _settle_counted_words(candidates: list[Candidate]) -> None:
    """Accept `D1. Che …`, `D2. …` as numbers if headings of a level, or paragraphs, count up."""
    runs: dict[tuple[int, str], list[tuple[Candidate, Label]]] = defaultdict(list)
    for candidate, below in zip_longest(candidates, candidates[1:]):
        if below is not None and below.leaf is candidate.leaf and below.number:
            continue  # "Section 2 - Words", right above "7. What is a word?"
        if candidate.kind in _COUNTING and candidate.label.kind is LabelKind.NONE:
            word, label = read_counted_word(" ".join(candidate.leaf.text.split()))
            if word:
                runs[candidate.level, word].append((candidate, label))
    for run in runs.values():
        steps = [after[1].number[-1] - before[1].number[-1] for before, after in pairwise(run)]
        titled = sum(label.end < len(text_of(candidate)) for candidate, label in run)
        counts = steps.count(1) * 2 > len(steps)
        if counts and titled >= max(_COUNTED, len(run) / 2):
            for candidate, label in run:
                relabel(candidate, label)
