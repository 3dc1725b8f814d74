"""Candidates: the lines of a document where a question, answer or section could begin."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise, zip_longest

from drill.importer.signals.labels import (
    ALPHABETS,
    Label,
    LabelKind,
    read_bare_number,
    read_counted_word,
    read_option,
)
from drill.importer.signals.learned_labels import Labels, learn
from drill.importer.signals.question_likelihood import ASKS, question_likelihood
from drill.importer.signals.titles import (
    TitleSplit,
    clean_title,
    norm,
    split_title,
    without_self_link,
)
from drill.importer.source.document import Document
from drill.importer.source.leaves import Leaf, LeafKind
from drill.importer.source.reveals import is_reveal, names_answer

_STARTS = re.compile(
    r"\s*(?:>\s*)*(?:[*_]{1,2}\S|<(?:b|strong)\b|[(\[【]?(?:q|a|question|answer|ans|pregunta|respuesta|вопрос"
    r"|ответ|問|问|答|第|질|답|\d|[\u2190-\u2bff\U0001f000-\U0001faff]|=>|->|[^\W\d_][^\n:：]{0,24}[:：]))",
    re.IGNORECASE,
)
_COUNTED = 3
"""The fewest headings with the same words, or a word and a number, to take them for labels."""
_LETTERED = 0.8
"""The least share of the headings of a level that letters must count, to take them for numbers."""
_LETTERED_ASK = 1 / 3
"""The least share of such headings that ask; chapters are lettered too."""
_BOLD_LINES = 0
"""The heading level of bold lines."""
_SPACES = re.compile(r"[ \t]{5,}")
_BOLD_MARKS = ("**", "__", "<b>", "<strong>")


class CandidateKind(StrEnum):
    """The place of a candidate; LINE is a later line of a paragraph, ROW a table row."""

    HEADING = "heading"
    SUMMARY = "summary"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    LINE = "line"
    ROW = "row"


_COUNTING = {CandidateKind.HEADING, CandidateKind.PARAGRAPH}


class Bold(StrEnum):
    """The bold part of a title: none, all of it, or the lead-in of a longer text."""

    NONE = ""
    WHOLE = "whole"
    LEAD = "lead"


@dataclass(slots=True, eq=False)
class Candidate:
    """A line where something may begin; `end` is the line after its title.

    `rest` is the text after the title on its last line, unchanged.
    """

    line: int
    end: int
    kind: CandidateKind
    level: int
    label: Label
    title: str
    rest: str
    bold: Bold
    leaf: Leaf
    _likelihood: float = -1.0
    _key: str | None = None

    @property
    def key(self) -> str:
        """The words of the title, to compare titles."""
        if self._key is None:
            self._key = norm(self.title)
        return self._key

    @property
    def likelihood(self) -> float:
        """The likelihood, 0 to 1, that the title is a question."""
        if self._likelihood < 0:
            self._likelihood = question_likelihood(self.title)
        return self._likelihood

    @property
    def number(self) -> tuple[int, ...]:
        """The number in its label or of its list item, or empty."""
        if self.label.number:
            return self.label.number
        item = self.leaf.item if self.kind is not CandidateKind.LINE else None
        if item is not None and self.leaf.first and item.number is not None:
            return (item.number,)
        return ()

    @property
    def is_asking(self) -> bool:
        """Whether the candidate reads like a question or has the label of one."""
        return self.likelihood >= ASKS or self.is_question_label

    @property
    def is_question_label(self) -> bool:
        """Whether a label says that this is a question."""
        return self.label.kind is LabelKind.QUESTION

    @property
    def is_answer_label(self) -> bool:
        """Whether a label says that this is an answer."""
        return self.label.kind is LabelKind.ANSWER


def find_candidates(document: Document) -> tuple[list[Candidate], Labels]:
    """All candidates of `document`, in order, and the reader of its labels.

    `label_settling` later compares the candidates with each other.
    """
    labels = learn(document)
    candidates = [
        candidate for leaf in document.leaves for candidate in _candidates_of(leaf, labels.read)
    ]
    _settle_bare_numbers(candidates)
    _settle_letters(candidates)
    _settle_counted_words(candidates)
    _settle_answer_headings(candidates)
    return candidates, labels


def _candidates_of(leaf: Leaf, read: Callable[[str], Label]) -> Iterator[Candidate]:
    if leaf.kind in {LeafKind.HEADING, LeafKind.SUMMARY}:
        text = without_self_link(" ".join(leaf.text.split()))
        label = read(text)
        is_summary = leaf.kind is LeafKind.SUMMARY
        if (is_summary or label.kind is LabelKind.NONE) and is_reveal(text):
            label = Label(LabelKind.ANSWER, (), len(text))
        kind = CandidateKind.SUMMARY if is_summary else CandidateKind.HEADING
        title = clean_title(text, label.end)
        yield Candidate(leaf.start, leaf.end, kind, leaf.level, label, title, "", Bold.NONE, leaf)
    elif leaf.kind is LeafKind.PARAGRAPH:
        lines = leaf.lines
        kind = (
            CandidateKind.ITEM if leaf.item is not None and leaf.first else CandidateKind.PARAGRAPH
        )
        last = 0
        for number, line in enumerate(lines):
            if number < last or (number and not _may_start(line, read)):
                continue
            candidate = _line_candidate(
                leaf, number, kind if number == 0 else CandidateKind.LINE, read
            )
            if number == 0 or candidate.label.kind or candidate.bold:
                yield candidate
                last = candidate.end - leaf.start


def _line_candidate(
    leaf: Leaf, number: int, kind: CandidateKind, read: Callable[[str], Label]
) -> Candidate:
    line = without_self_link(_narrowed(leaf.lines[number]))
    label = read(line)
    start = leaf.start + number
    if label.kind is LabelKind.ANSWER:
        rest = line[label.end :]
        return Candidate(start, start + 1, kind, 0, label, rest, "", Bold.NONE, leaf)
    lines = [line, *leaf.lines[number + 1 : number + 8]]
    alone = label.kind is LabelKind.QUESTION and not line[label.end :].strip(" *_")
    if alone and len(lines) > 1 and not label.number and not _begins_another(lines[1], read):
        below = split_title(lines[1:], 0, lambda text: _begins_another(text, read))
        split = replace(below, line_count=below.line_count + 1)
    else:
        split = split_title(lines, label.end, lambda text: _begins_another(text, read))
    title = clean_title(split.title)
    end = start + split.line_count
    return Candidate(start, end, kind, 0, label, title, split.rest, _bold_of(split), leaf)


def _bold_of(split: TitleSplit) -> Bold:
    return Bold.NONE if not split.is_bold else Bold.LEAD if split.rest else Bold.WHOLE


def _may_start(line: str, read: Callable[[str], Label]) -> bool:
    """Whether a later line of a paragraph has a label, or bold type."""
    if not _STARTS.match(line):
        return False
    is_marked = any(mark in line for mark in _BOLD_MARKS)
    return is_marked or read(_narrowed(line)).kind is not LabelKind.NONE


def _narrowed(line: str) -> str:
    """`line` with runs of blanks shortened to the longest run that a label may contain."""
    return _SPACES.sub("    ", line) if "     " in line or "\t" in line else line


def _begins_another(line: str, read: Callable[[str], Label]) -> bool:
    """Whether a line cannot belong to the title above: it is an option, or has its own label."""
    if read_option(line):
        return True
    return bool(_STARTS.match(line)) and read(line).kind is not LabelKind.NONE


def _settle_bare_numbers(candidates: list[Candidate]) -> None:
    """Accept `3 What is …`, or a lone `3`, as a number if its neighbours continue the count."""
    rows: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.kind is CandidateKind.HEADING:
            rows[candidate.level].append(candidate)
        elif candidate.bold is Bold.WHOLE and candidate.leaf.item is None:
            rows[_BOLD_LINES].append(candidate)
    for row in rows.values():
        texts = [_text(candidate) for candidate in row]
        bare = [read_bare_number(text) for text in texts]
        numbers = [
            candidate.number or (label.number if candidate.label.kind is LabelKind.NONE else ())
            for candidate, label in zip(row, bare, strict=True)
        ]
        for place, (candidate, label) in enumerate(zip(row, bare, strict=True)):
            if candidate.label.kind is not LabelKind.NONE or not label.number:
                continue
            near = numbers[max(0, place - 2) : place] + numbers[place + 1 : place + 3]
            last = label.number[-1]
            if any(number and abs(number[-1] - last) == 1 for number in near):
                relabel(candidate, label)


def _text(candidate: Candidate) -> str:
    """The lines of a candidate, joined."""
    if candidate.kind is CandidateKind.HEADING:
        return without_self_link(" ".join(candidate.leaf.text.split()))
    first = candidate.line - candidate.leaf.start
    return " ".join(
        " ".join(candidate.leaf.lines[first : candidate.end - candidate.leaf.start]).split()
    )


def relabel(candidate: Candidate, label: Label) -> None:
    """Give a candidate another label, and the title after it."""
    text = _text(candidate)
    candidate.label = label
    if candidate.kind is CandidateKind.HEADING:
        candidate.title = clean_title(text, label.end)
    else:
        split = split_title([text], label.end)
        candidate.title, candidate.rest = clean_title(split.title), split.rest
        candidate.bold = _bold_of(split)
    candidate._likelihood, candidate._key = -1.0, None


def _settle_letters(candidates: list[Candidate]) -> None:
    """Accept `a. …`, `b. …` as numbers if they count most headings of a level, and enough ask."""
    levels: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.kind is CandidateKind.HEADING:
            levels[candidate.level].append(candidate)
    for headings in levels.values():
        lettered: list[tuple[Candidate, int, str]] = []
        for heading in headings:
            letter, _, text = read_option(_text(heading)) or ("", None, "")
            if letter and not heading.is_question_label:
                number = max(alphabet.find(letter) for alphabet in ALPHABETS) + 1
                lettered.append((heading, number, text))
        numbers = [0, *(number for _, number, _ in lettered)]
        counts = all(after in {1, before + 1} for before, after in pairwise(numbers))
        asking = sum(question_likelihood(text) >= ASKS for _, _, text in lettered)
        many = len(lettered) >= max(_COUNTED, _LETTERED * len(headings))
        if many and counts and asking >= _LETTERED_ASK * len(lettered):
            for heading, number, text in lettered:
                title = _text(heading)
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
        titled = sum(label.end < len(_text(candidate)) for candidate, label in run)
        counts = steps.count(1) * 2 > len(steps)
        if counts and titled >= max(_COUNTED, len(run) / 2):
            for candidate, label in run:
                relabel(candidate, label)


def _settle_answer_headings(candidates: list[Candidate]) -> None:
    """Accept a recurring heading that names an answer, such as `Strong answer`, as a label."""
    named = [
        candidate
        for candidate in candidates
        if candidate.kind is CandidateKind.HEADING
        and candidate.label.kind is LabelKind.NONE
        and names_answer(candidate.title)
    ]
    counts = Counter((candidate.level, candidate.key) for candidate in named)
    for candidate in named:
        if counts[candidate.level, candidate.key] >= _COUNTED:
            text = _text(candidate)
            relabel(candidate, Label(LabelKind.ANSWER, (), len(text)))
