"""Finds options without letters: bullets, numbered items and lines of which one is right."""

import re
from collections.abc import Sequence
from itertools import groupby, takewhile

from drill.importer.extraction.multiple_choice import (
    BULLET,
    LEAST,
    MOST,
    NO_TEXT,
    DocumentOption,
    OptionBlock,
    plain_option,
)
from drill.importer.extraction.named_options import begins_with_number
from drill.importer.source.lines import ALL_BOLD, is_wrapper
from drill.text import words

_NUMBERED = re.compile(r" {0,3}(\d{1,2})[.)] ")
_LISTED = re.compile(
    r"\W{0,8}(?:(?:answer |possible )?(?:options|choices|alternatives|answers)|choose from"
    r"|select from|opciones|alternativas|opções|choix|opzioni|варианты(?: ответов?)?"
    r"|(?:question )?type|auswahl|antwortmöglichkeiten|选项|選項|選択肢|보기|선택지)"
    r"[*_]{0,3}\s?[:：]\W{0,4}(?P<texts>[^\n]{3,400})",
    re.IGNORECASE,
)
_MARKS = ";|/,、"
"""What separates listed words, the clearest first; a comma is inside texts too."""
_SHORT = 80
"""The most characters of a line that is an option."""
_CODE = re.compile(r"[={}]|\w\(")
_BROKEN = re.compile(r"(?: {2}|\\)$")
"""The end of a line that is set apart from the next."""


def options_before(lines: Sequence[str], answer: str, *, counts: bool) -> OptionBlock | None:
    """The items, lines or listed words at the end of a prompt, if `answer` names one of them.

    `counts` means that the answers of this document count bullets, which show no numbers.
    """
    filled = [n for n, line in enumerate(lines) if line.strip() and not is_wrapper(line)]
    run = list(takewhile(lambda n: BULLET.match(lines[n]), reversed(filled)))[::-1]
    if not run:
        return _words_before(lines, answer) or _lines_before(lines, answer)
    if not LEAST <= len(run) <= MOST:
        return None
    texts = [match[1] for number in run if (match := BULLET.match(lines[number]))]
    options = OptionBlock(
        run[0], run[-1] + 1, tuple(DocumentOption("", text, right=False) for text in texts)
    )
    numbered = all(_NUMBERED.match(lines[number]) for number in run)
    if not (numbered or counts) and begins_with_number(answer):
        return None
    marked = options.repeated(answer.split("\n"))[0].answered(answer)
    return marked if marked.right else None


def _words_before(lines: Sequence[str], answer: str) -> OptionBlock | None:
    """The words behind a label, `Choices: TCP; UDP`, on the last line, if `answer` is one."""
    last = next((n for n in range(len(lines) - 1, -1, -1) if lines[n].strip()), -1)
    listed = _LISTED.fullmatch(lines[last]) if last >= 0 else None
    if listed is None:
        return None
    for mark in _MARKS:
        texts = [text.strip(" *_`") for text in listed["texts"].split(mark)]
        block = _one_of(texts, answer, last, last + 1) if all(texts) else None
        if block is not None:
            return block
    return None


def _one_of(texts: Sequence[str], answer: str, first: int, end: int) -> OptionBlock | None:
    """The options `texts`, if the first line of `answer` is just one of them."""
    said = words(answer.strip().split("\n", 1)[0])
    choices = tuple(DocumentOption("", text, words(text) == said) for text in texts)
    if not LEAST <= len(texts) <= MOST or sum(choice.right for choice in choices) != 1:
        return None
    return OptionBlock(first, end, choices)


def _lines_before(lines: Sequence[str], answer: str) -> OptionBlock | None:
    """The last lines or paragraphs of a prompt, if `answer` is just one of them.

    They are the lines of the last paragraph, or the last paragraphs of one line each. Below lines
    set apart from each other, an explanation may follow in the answer.
    """
    blocks: list[list[int]] = []
    for is_text, group in groupby(range(len(lines)), lambda n: bool(lines[n].strip())):
        block = [n for n in group if not is_wrapper(lines[n])]
        blocks += [block] if is_text and block else []
    run = blocks[-1] if blocks else []
    if len(run) == 1:
        alone = list(takewhile(lambda block: len(block) == 1, reversed(blocks)))
        run = [block[0] for block in reversed(alone)]
    texts = [lines[n].strip(" \\") for n in run]
    apart = len(run) > 1 and all(_BROKEN.search(lines[n]) for n in run[:-1])
    if not run or not (apart or "\n" not in answer.strip()):
        return None
    if any(NO_TEXT.match(text) or _CODE.search(text) or len(text) > _SHORT for text in texts):
        return None
    return _one_of(texts, answer, run[0], run[-1] + 1)


def bold_bullets(lines: Sequence[str]) -> OptionBlock | None:
    """The bullets at the start of `lines`, if some, but not all, are entirely bold.

    An explanation may follow below a blank line.
    """
    filled = [n for n, line in enumerate(lines) if line.strip()]
    run = list(takewhile(lambda n: BULLET.match(lines[n]), filled))
    below = filled[len(run)] if len(run) < len(filled) else len(lines) + 1
    if not LEAST <= len(run) <= MOST:
        return None
    if below == run[-1] + 1 or (below < len(lines) and lines[below][0].isspace()):
        return None
    texts = [match[1] for n in run if (match := BULLET.match(lines[n]))]
    right = [bool(ALL_BOLD.fullmatch(text)) for text in texts]
    if not any(right) or all(right):
        return None
    if any(
        ok and plain_option(text).endswith((":", "："))
        for text, ok in zip(texts, right, strict=True)
    ):
        return None  # a heading of the bullets below it
    choices = tuple(
        DocumentOption("", plain_option(text), ok) for text, ok in zip(texts, right, strict=True)
    )
    return OptionBlock(run[0], run[-1] + 1, choices)
