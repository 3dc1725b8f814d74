"""Finds options without letters: bullets, numbered items and lines of which one is right."""

import re
from collections.abc import Sequence
from itertools import groupby, takewhile

from drill.importer.extraction.multiple_choice import (
    LEAST,
    MOST,
    NO_TEXT,
    DocumentOption,
    OptionBlock,
)
from drill.importer.extraction.named_options import begins_with_number
from drill.importer.extraction.option_run import FENCE
from drill.importer.signals.right_marks import BULLET, SIGN, marked, plain_option
from drill.importer.source.lines import is_wrapper
from drill.text import words

_NUMBERED = re.compile(r" {0,3}(\d{1,2})(?:[.)]| [-–—]) ")
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


def marked_bullets(lines: Sequence[str]) -> OptionBlock | None:
    """The first list in `lines`, if some, but not all, of its items are marked as right.

    An explanation may follow below a blank line.
    """
    filled = [n for n, line in enumerate(lines) if line.strip()]
    run = list(takewhile(lambda n: BULLET.match(lines[n]), _from_list(lines, filled)))
    below = next((n for n in filled if run and n > run[-1]), len(lines) + 1)
    if not LEAST <= len(run) <= MOST or below == run[-1] + 1:
        return None
    if below < len(lines) and _indent(lines[below]) > _indent(lines[run[0]]):
        return None
    texts = [match[1] for n in run if (match := BULLET.match(lines[n]))]
    right = marked(texts)
    if not right:
        return None
    choices = tuple(
        DocumentOption("", plain_option(SIGN.sub("", text) if ok else text), ok)
        for text, ok in zip(texts, right, strict=True)
    )
    return OptionBlock(run[0], run[-1] + 1, choices)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _from_list(lines: Sequence[str], filled: Sequence[int]) -> Sequence[int]:
    """The lines `filled` from the first item of a list outside of code."""
    fence = ""
    for place, number in enumerate(filled):
        if mark := FENCE.match(lines[number]):
            fence = "" if mark[1].startswith(fence or "-") else fence or mark[1]
        elif not fence and BULLET.match(lines[number]):
            return filled[place:]
    return ()
