"""Removes running heads and page numbers of printed pages, and joins what they cut.

Of a chat's page it removes the buttons above code.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

_NUMBER = re.compile(
    r"\W{0,6}(?:page|p\.|seite|página|pág\.|стр\.?|страница|pagina|strona|第)?\s{0,2}(\d{1,4})"
    r"(?:\s{0,2}(?:of|/|von|de|из|sur|di|z|／)\s{0,2}(\d{1,4}))?\s{0,2}(?:页|頁|ページ)?\W{0,6}$",
    re.IGNORECASE,
)
_PAGE_WORD = r"page|seite|página|страница|стр\.|pagina|strona|sayfa"
_PAGED = re.compile(
    rf"\b(?:{_PAGE_WORD})\s{{0,2}}\d{{1,4}}\b|第\s{0, 2}\d{1, 4}\s{0, 2}[页頁]",
    re.IGNORECASE,
)
"""A page number among other words: `Unit 2  Page 8 of 9  J. Smith`."""
_PAGE = re.compile(rf"(?:{_PAGE_WORD}|第)\s{{0,2}}\d")
"""A quick check for `_PAGED`, on text in lower case and without word boundaries."""
_MARKER = re.compile(r" {0,3}\d{1,4}[.)]\s*")
"""A lone list marker, whose text is indented below it."""
_LANGUAGE = re.compile(r"\s{0,12}[a-z][a-z0-9#+]{0,11}\s*")
_BUTTON = re.compile(r"\s{0,12}(?:Copy|Copy code)\s*")
_BULLETS = frozenset("•▪●◦○■❖➢\uf0b7")
"""Signs of a list that are alone on a line, as converters of printed pages write it."""
_BUTTONS = 2
"""The fewest such buttons, each below the name of a language."""
_LEAST = 3
"""The fewest consecutive page numbers: two may be a list."""
_COUNTING = 0.8
"""The least share of lone numbers that count up, where these are page numbers."""
_NEAR = 3
"""The most lines, blank ones included, between a page number and a running head."""
_DIGITS = re.compile(r"\d+")
_LONGEST = 120
"""The characters from which on a line is no running head."""
_REPEATED = 0.6
"""The share of page numbers that have the running head beside them."""
_SENTENCE_END = re.compile(r"[.?!:;。？！：；؟…|`][\s*_)\]\"'”’»」]{0,4}$")


def without_furniture(lines: Sequence[str]) -> list[str]:
    """The same number of lines, with page numbers and running heads blank and cut lines joined."""
    numbers = _page_numbers(lines)
    heads = _running_heads(lines, numbers)
    if len(numbers) < _LEAST:
        numbers, heads = _paged(lines), set()
    result = list(lines)
    for number in numbers:
        result[number] = ""
        first = last = number
        for step in (-1, 1):
            place = number + step
            while 0 <= place < len(lines) and abs(place - number) <= _NEAR:
                if lines[place].strip() in heads:
                    result[place] = ""
                elif lines[place].strip():
                    break
                first, last = min(first, place), max(last, place)
                place += step
        _join(result, first - 1, last + 1)
    for place, line in enumerate(lines):
        if line.strip() in heads:
            result[place] = ""
    for place in _buttons(lines):
        result[place] = ""
    for place, (line, below) in enumerate(pairwise(result)):
        if line.strip() in _BULLETS and below.strip():
            result[place], result[place + 1] = "", f"- {below.lstrip()}"
    return result


def _buttons(lines: Sequence[str]) -> list[int]:
    """The lines of a language's name with a chat's buttons, `Copy` and `Edit`, below it."""
    copies = [
        place
        for place, (above, line) in enumerate(pairwise(lines), start=1)
        if "Copy" in line and _BUTTON.fullmatch(line) and _LANGUAGE.fullmatch(above)
    ]
    edits = [
        place + 1 for place in copies if "".join(lines[place + 1 : place + 2]).strip() == "Edit"
    ]
    above = [place - 1 for place in copies]
    return [*above, *copies, *edits] if len(copies) >= _BUTTONS else []


def _page_numbers(lines: Sequence[str]) -> list[int]:
    """The lines that are page numbers: a lone number, each one more than the last."""
    alone = [
        (place, match)
        for place, line in enumerate(lines)
        if len(line) < 40 and _DIGITS.search(line) and (match := _NUMBER.match(line))
        if line[:1] != "#"  # `# 1` is a heading, not a page number
        if not (_MARKER.fullmatch(line) and "".join(lines[place + 1 : place + 2])[:2] == "  ")
    ]
    pages: list[int] = []
    expected: int | None = None
    for place, match in alone:
        value = int(match[1])
        if expected is None or value == expected:
            pages.append(place)
            expected = value + 1
    # Without text between them, lone numbers are list items.
    filled = all(any(map(str.strip, lines[a + 1 : b])) for a, b in pairwise(pages))
    return pages if filled and len(pages) >= _COUNTING * len(alone) else []


def _paged(lines: Sequence[str]) -> list[int]:
    """The lines with the number of a page among words that recur, but for their numbers."""
    paged = [
        (place, _DIGITS.sub("0", line.strip()), line.strip())
        for place, line in enumerate(lines)
        if len(line) < _LONGEST and _PAGE.search(line.lower()) and _PAGED.search(line)
    ]
    different = Counter(words for words, _ in {(words, line) for _, words, line in paged})
    return [place for place, words, _ in paged if different[words] >= _LEAST]


def _running_heads(lines: Sequence[str], numbers: Sequence[int]) -> set[str]:
    """The lines that repeat, word for word, beside most page numbers."""
    counts: Counter[str] = Counter()
    for number in numbers:
        near = {
            line.strip()
            for line in lines[max(0, number - _NEAR) : number + _NEAR + 1]
            if line.strip() and not _NUMBER.match(line) and len(line) < _LONGEST
        }
        counts.update(near)
    least = max(2, _REPEATED * len(numbers))
    return {line for line, count in counts.items() if count >= least}


def _join(lines: list[str], before: int, after: int) -> None:
    """Join a sentence, or a paragraph, that a page break cut."""
    if before < 0 or after >= len(lines):
        return
    last, first = lines[before].rstrip(), lines[after].lstrip()
    if not last or not first[:1].islower() or _SENTENCE_END.search(last):
        return
    lines[before] = last[:-1] + first if last.endswith("-") else f"{last} {first}"
    lines[after] = ""
