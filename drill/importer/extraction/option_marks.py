"""Learns the mark of a document behind right options, such as `X` or `(TOČNO)`, by its place."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise

from drill.importer.extraction.multiple_choice import OptionBlock, find_options
from drill.importer.signals.outline import Outline
from drill.text import words

_MARK = re.compile(
    r"\s(?P<mark>[*_`]{0,3}(?:[xX]|[(\[【（]\s?[^()\[\]【】（）\d\n]{1,24}?\s?[)\]】）]"
    r"|(?:<{1,2}[-=]{1,3}|←)\s?[^\W\d_]{2,16}[.!]?)[*_`]{0,3}|(?P<bold>\*\*|__)[^*_\n]{2,24}(?P=bold))"
    r"[\s\\]*$"
)
"""A letter, words in brackets, a word behind an arrow or bold words at the end of an option."""
_LONGEST = 60
"""The characters at the end of an option that may be a mark."""
_SUM = re.compile(r"[\d=<>+*/^−-]\s*$")
"""Text before an `x` that is a variable, as in `y = x`, or a sign, as in `2 x`."""
_OTHER = re.compile(
    r"\b(?:optional|default|deprecated|obsolete|legacy|old|new|beta|experimental|only|sic"
    r"|wrong|false|incorrect|not|falsch|faux|fausse|incorrecte?|incorrect[ao]|fals[ao]|errad[ao]"
    r"|errat[ao]|sbagliat[ao]|fout|onjuist|fel|forkert|feil|väärin|netočno|pogrešno|špatně|nesprávně"
    r"|źle|fałsz|błędn[ae]|неверно|неправильно|неправда|невірно|yanlış|salah)\b"
    r"|错|錯|不正|不对|誤|間違|틀|오답",
    re.IGNORECASE,
)
"""Words that mark no right option: remarks on what an option is, and words for wrong ones."""
_LEAST = 3
"""The fewest questions with the same mark."""
_MARKED = 0.8
"""The least share of questions with just one such mark: a remark, `(default)`, is at fewer."""
_RIGHT = 0.5
"""The share of marked options from which a mark may be for wrong ones."""


@dataclass(frozen=True, slots=True)
class OptionMarks:
    """The marks behind the right options of one document, in lower case."""

    right: frozenset[str] = frozenset()

    def applied(self, block: OptionBlock, answer: str) -> OptionBlock:
        """The block with the marked options right and no marks, unless others are right.

        Those may have another mark, or `answer` names them.
        """
        marks = [_mark_of(choice.text) for choice in block.choices]
        found = [mark is not None and mark[0] in self.right for mark in marks]
        named = block.answered(answer)
        others = named.right and [choice.right for choice in named.choices] != found
        if not any(found) or all(found) or others:
            return block
        choices = tuple(
            replace(choice, text=mark[1], right=True) if ok and mark else choice
            for choice, mark, ok in zip(block.choices, marks, found, strict=True)
        )
        return replace(block, choices=choices)


def learn_marks(outline: Outline) -> OptionMarks:
    """The marks that are once in nearly all questions with options and no answer in words.

    A mark that is always at the same letter says something else.
    """
    lines = outline.document.lines
    bounds = pairwise([*outline.option_lines, len(lines)])
    unanswered = [(a, b) for a, b in bounds if outline.answer_between(a, b) is None]
    if outline.answer_keys or len(unanswered) < _LEAST:
        return OptionMarks()
    blocks = [block for a, b in unanswered if (block := find_options(lines[a:b]))]
    once: Counter[str] = Counter()
    used: Counter[str] = Counter()
    offered: Counter[str] = Counter()
    letters: set[tuple[str, str]] = set()
    for block in blocks:
        marks = [(mark[0], one) for one in block.choices if (mark := _mark_of(one.text))]
        for key, count in Counter(key for key, _ in marks).items():
            once[key] += count == 1
            used[key] += count
            offered[key] += len(block.choices)
        letters.update((key, choice.letter) for key, choice in marks)
    places = Counter(key for key, _ in letters)
    return OptionMarks(
        frozenset(
            key
            for key, count in once.items()
            if count >= max(_LEAST, _MARKED * len(blocks))
            and used[key] < _RIGHT * offered[key]
            and places[key] > 1
            and not _OTHER.search(key)
        )
    )


def _mark_of(text: str) -> tuple[str, str] | None:
    """What may be a mark at the end of an option, in lower case, and the text before it."""
    match = _MARK.search(text, max(0, len(text) - _LONGEST))
    if match is None:
        return None
    key = match["mark"].strip("*_` .!").lower()
    before = text[: match.start()].rstrip()
    is_variable = key == "x" and _SUM.search(before[-4:])
    is_inside = before.count("`") % 2 or before.count("**") % 2
    return None if is_variable or is_inside or not words(before) else (key, before)
