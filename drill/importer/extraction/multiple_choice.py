"""Finds the options of a multiple-choice question and the right ones among them."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from drill.importer.extraction.named_options import named_in
from drill.importer.extraction.normalize import normalized
from drill.importer.extraction.option_rows import read_columns, read_rows
from drill.importer.extraction.option_run import FENCE, read_run
from drill.importer.formats.cards import distinct_options
from drill.importer.formats.markdown_blocks import code_span
from drill.importer.signals.labels import FIRST, ROMAN, read_option
from drill.importer.signals.right_marks import BULLET, CROSS, SIGN, TICK, plain_option, set_off
from drill.importer.source.lines import ends_asking
from drill.model import Option
from drill.text import words

LEAST, MOST = 2, 9
"""The numbers of options that a deck allows."""

_NAMING = re.compile(
    r"[\W_]{0,8}[^\W\d_][^\n:：]{1,40}[:：][\W_]{0,4}((?<![^\W_])[A-JА-И](?![^\W_]).*)$"
)

NO_TEXT = re.compile(r"[`~]{3}|[#|]")
"""The start of a line of code, a heading or a table."""
_VERDICT = re.compile(r"[*_(\[]{0,3}([^\W\d_]{2,20})[*_)\]]{0,3}\s?[:：–—][*_]{0,3}\s{0,4}(?=\S)")
_ROW = 3
"""The fewest options on one line that are read before those on the lines below it."""
_SHORT = 100
"""The most characters of a ticked line without a bullet: "False ✓"."""
_LEAST_JUDGED = 3
"""The fewest options of which a word can tell the right one: of two, it could be either."""


@dataclass(frozen=True, slots=True)
class DocumentOption:
    """One option: its letter (or empty), its text without marks, and whether it is right."""

    letter: str
    text: str
    right: bool

    @property
    def named(self) -> str:
        """The letter and text, as an answer in a document names the option."""
        return f"{self.letter.upper()}) {self.text}" if self.letter else self.text


@dataclass(frozen=True, slots=True)
class OptionBlock:
    """Options on lines `first` to `end` (exclusive) of the lines searched.

    `remarks` are the quotations between them, each after the name of its option.
    """

    first: int
    end: int
    choices: tuple[DocumentOption, ...]
    remarks: tuple[str, ...] = ()

    @property
    def right(self) -> tuple[str, ...]:
        """The right options, as an answer names them."""
        return tuple(choice.named for choice in self.choices if choice.right)

    def gives_away(self, line: str) -> bool:
        """Whether a line of the prompt, such as `Correctas: A, C`, names right options."""
        match = _NAMING.match(line)
        if match is None:
            return False
        letters = [choice.letter for choice in self.choices]
        named = named_in(match[1], letters, [()] * len(letters))
        return bool(named) and all(self.choices[place].right for place in named)

    def answered(self, answer: str) -> "OptionBlock":
        """The block with the options right that `answer` names, unless some are right already."""
        if any(choice.right for choice in self.choices) or not answer.strip():
            return self
        named = named_in(
            answer,
            [choice.letter for choice in self.choices],
            [words(choice.text) for choice in self.choices],
        )
        pairs = enumerate(self.choices)
        marked = tuple(replace(choice, right=place in named) for place, choice in pairs)
        return replace(self, choices=marked) if named else self

    def renamed(self, answer: str) -> "OptionBlock":
        """The block with only the options right whose letters are all that `answer` says."""
        if not self.right or any(len(word) > 1 for word in words(answer)):
            return self
        plain = tuple(replace(choice, right=False) for choice in self.choices)
        named = replace(self, choices=plain).answered(answer)
        return named if named.right else self

    def are_parts(self, answer: str) -> bool:
        """Whether an answer in parts, `a) … b) …`, makes these the parts of a task."""
        read = [read_option(line) for line in answer.split("\n") if line.strip()]
        said = [option for option in read if option]
        texts = [words(choice.text) for choice in self.choices]
        repeats = any(words(text)[: len(one)] == one for _, _, text in said for one in texts)
        return (
            read[:1] == said[:1]
            and not self.right
            and [letter for letter, _, _ in said[:2]] == [one.letter for one in self.choices[:2]]
            and not repeats
        )

    def repeated(self, answer: Sequence[str]) -> "tuple[OptionBlock, Sequence[str]]":
        """The block with the marks of an `answer` that repeats the options, and its other lines."""
        again = find_options(answer)
        if again is None or not again.right:
            return self, answer
        texts = [words(choice.text) for choice in again.choices]
        if texts != [words(choice.text) for choice in self.choices]:
            return self, answer
        rest = [*answer[: again.first], *answer[again.end :]]
        pairs = zip(self.choices, again.choices, strict=True)
        marked = tuple(replace(choice, right=other.right) for choice, other in pairs)
        return replace(self, choices=marked), rest


def _are_parts(block: OptionBlock) -> bool:
    """Whether these are parts of a question, `a. What …? b. Why …?`, not answers to choose from."""
    asking = sum(ends_asking(choice.text) for choice in block.choices)
    return not block.right and asking * 2 > len(block.choices)


def find_options(lines: Sequence[str]) -> OptionBlock | None:
    """The first run of options: lettered from A, with boxes or with ticks.

    It stands outside fences, or is all that a fence holds. Roman numbers above other letters count
    statements.
    """
    fence = ""
    romans: OptionBlock | None = None
    number = 0
    while number < len(lines):
        line = lines[number]
        mark = FENCE.match(line) if "```" in line or "~~~" in line else None
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
        elif mark:
            if fenced := _fenced(lines, number, mark[1]):
                return fenced
            fence = mark[1]
        elif (option := read_option(line)) and (option[1] is not None or option[0] in FIRST):
            block = _in_columns(lines, number) or _inline(lines, number, _ROW)
            if block is None:
                found = (_run(lines, number), _inline(lines, number, 1))
                block = max(filter(None, found), key=lambda one: len(one.choices), default=None)
            if block and option[0] == ROMAN[0]:
                romans = romans or block
            elif block:
                return None if _are_parts(block) else block
        number += 1
    return romans or _ticked(lines)


def _fenced(lines: Sequence[str], number: int, fence: str) -> OptionBlock | None:
    """The options that are all that the fence from line `number` holds; their texts are code."""
    mark = (FENCE.match(line) for line in lines[number + 1 :])
    size = next((n for n, one in enumerate(mark) if one and one[1].startswith(fence)), 0)
    inside = lines[number + 1 : number + 1 + size]
    block = _run(inside, 0) if inside and read_option(inside[0]) else None
    if block is None or any(map(str.strip, inside[block.end :])):
        return None
    choices = tuple(replace(choice, text=code_span(choice.text)) for choice in block.choices)
    return OptionBlock(number, number + size + 2, choices)


def _ticked(lines: Sequence[str]) -> OptionBlock | None:
    """The first run of bullets without letters, if some, but not all, are ticked."""
    run: list[int] = []
    for number, line in enumerate(lines):
        if BULLET.match(line):
            run.append(number)
        elif line.strip() and run:
            break
    texts = [match[1] for number in run if (match := BULLET.match(lines[number]))]
    right = [bool(TICK.search(text[-24:]) or TICK.match(text)) for text in texts]
    if sum(right) > 1 and not all(
        CROSS.search(text) or ok for text, ok in zip(texts, right, strict=True)
    ):
        return None
    return _some_right(texts, right, run)


def ticked_lines(lines: Sequence[str]) -> OptionBlock | None:
    """All of `lines`, if they are short, without a blank line between, and one is ticked."""
    run = [number for number, line in enumerate(lines) if line.strip()]
    texts = [lines[number].strip() for number in run] if len(run) <= MOST else []
    marks = [TICK.search(text[-4:]) for text in texts]
    right = [mark is not None and mark.end() == len(mark.string) for mark in marks]
    plain = map(plain_option, texts)
    if any(NO_TEXT.match(text) or len(text) > _SHORT or text.endswith(".") for text in plain):
        return None
    if sum(right) != 1 or run[-1] - run[0] >= len(run):
        return None
    return _some_right(texts, right, run)


def _some_right(
    texts: Sequence[str], right: Sequence[bool], run: Sequence[int]
) -> OptionBlock | None:
    """The options on the lines `run`, if some, but not all, are right."""
    if not LEAST <= len(texts) <= MOST or not any(right) or all(right):
        return None
    choices = tuple(
        DocumentOption("", plain_option(text), ok) for text, ok in zip(texts, right, strict=True)
    )
    return OptionBlock(run[0], run[-1] + 1, choices)


def _inline(lines: Sequence[str], number: int, least: int) -> OptionBlock | None:
    """Options in rows, `a) one   b) two`, of which the first has at least `least`."""
    options, end = read_rows(lines, number, least)
    return _weighed(options, number, end) if len(options) >= LEAST else None


def _in_columns(lines: Sequence[str], number: int) -> OptionBlock | None:
    """Options in columns that go down."""
    options, end = read_columns(lines, number)
    return _weighed(options, number, end) if options else None


def _run(lines: Sequence[str], first: int) -> OptionBlock | None:
    """The options from line `first`, each with the code and indented text below it."""
    options, remarks, end = read_run(lines, first, MOST)
    block = _weighed(options, first, end) if LEAST <= len(options) <= MOST else None
    if block is None:
        return None
    pairs = zip(block.choices, remarks, strict=True)
    return replace(
        block, remarks=tuple(f"{choice.named}: {remark}" for choice, remark in pairs if remark)
    )


def _weighed(
    options: Sequence[tuple[str, bool | None, str]], first: int, end: int
) -> OptionBlock | None:
    """The options, right if a box, a sign or bold type marks them."""
    if any(box is not None for _, box, _ in options):
        right = [bool(box) for _, box, _ in options]
    else:
        right = [bool(TICK.search(text)) for _, _, text in options]
    texts = [text for _, _, text in options]
    if not any(right) and (verdicts := _verdicts(texts)):
        right = [verdict.right for verdict in verdicts]
        texts = [verdict.text for verdict in verdicts]
    if not any(right):
        crossed = any(map(CROSS.search, texts))
        right = [False] * len(texts) if crossed else set_off(texts)
        texts = [SIGN.sub("", text) if ok else text for text, ok in zip(texts, right, strict=True)]
    texts = list(map(plain_option, texts))
    if not all(texts):
        return None
    rows = zip(options, texts, right, strict=True)
    return OptionBlock(
        first, end, tuple(DocumentOption(letter, text, ok) for (letter, _, _), text, ok in rows)
    )


def _verdicts(texts: Sequence[str]) -> list[DocumentOption]:
    """The options whose first words say which one is right: `Falsch: …`, `Korrekt: …`.

    Two words begin them all, one of them once; empty if it is otherwise.
    """
    matches = [_VERDICT.match(text) for text in texts]
    words_said = [match[1].lower() for match in matches if match]
    if len(words_said) < len(texts) or len(texts) < _LEAST_JUDGED:
        return []
    counts = Counter(words_said)
    right, count = counts.most_common()[-1]
    if len(counts) != 2 or count > 1:
        return []
    return [
        DocumentOption("", text[match.end() :], said == right)
        for text, match, said in zip(texts, matches, words_said, strict=True)
        if match
    ]


def deck_options(block: OptionBlock, links: Mapping[str, str]) -> tuple[Option, ...]:
    """The options of a deck, which repeats none; empty if fewer than two differ."""
    said = [(choice, normalized(choice.text, links)) for choice in block.choices]
    return distinct_options(
        # A text of nothing but a tag is code.
        Option(
            text if words(text) or not words(choice.text) else code_span(choice.text), choice.right
        )
        for choice, text in said
    )
