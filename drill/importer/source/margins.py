"""Removes what makes a whole document code: an indent of all its text, or fences around it."""

import re
from collections.abc import Sequence
from itertools import groupby

from drill.importer.source.lines import QUESTION_MARKS, ends_asking

_MARGIN = ("    ", "\t")
_NUMBERED = re.compile(r"(?: {4}|\t)\d{1,3}(?:[.)]\s+|[、，])\S")
_LISTED = re.compile(r"(?: {4}|\t)\s?(\d{1,3})[.)]\s+\S")
_LIST = 5
"""The fewest items of an indented list: code counts its lines in few places."""
_CONTAINER = re.compile(r" {0,3}(?:[-*+]\s|\d{1,9}[.)]\s|```|~~~)")
"""An item or a fence outside the margin, to which indented lines belong."""
_ASKING = 3
"""The fewest lines in the margin that must ask; with other text outside, only numbered ones count:
code has none."""
_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*(\w*)[ \t]*$")
_MARKDOWN = {"markdown", "md"}
_TITLES = 5
"""The fewest titles that ask in a fence of Markdown beside other text: an example has fewer."""
_TITLE_ASKS = re.compile(r"(?:#{1,6}\s|\*\*|\d{1,3}[.)]\s).*[?？؟][\s*_]*$")
_MOST = 0.8
"""The least share of lines, headings aside, in the margin: the others are remarks between."""
_TEXT_FENCE = re.compile(r"(?P<mark>`{3,}|~{3,})[ \t]*(?P<name>[^`\s]*)[ \t]*$|<pre>")
_PRE = re.compile(r"</?pre>")
_TEXT = {*_MARKDOWN, "text", "txt", "plaintext", ""}
"""The languages of fences with text."""
_FENCED = 2 / 3
"""The least share of lines in such fences that makes them the text of the document."""
_TOLD = 0.25
"""The least share of lines outside that ask or count, for each one inside, to be the questions."""
_FENCED_ASKING = 0.1
"""The least share of these lines that must ask: sketches, output and comments do not."""
_WORD = re.compile(r"[^\W_]")
_LABEL = re.compile(r"[*_#\s(]{0,6}(?:Q|(?i:question)\s?)\d{1,3}[*_]{0,2}\s?[.:)\]–—-]")
_COUNTED = re.compile(r"[*_#\s>-]{0,8}\d{1,3}[.)]\s")
_PROMPT = ("$ ", ">>> ")
"""The beginning of a line that a terminal shows: what asks there is a program."""
_COMMENT = ("//", "#", "/*", "--")


def without_margin(lines: Sequence[str]) -> list[str]:
    """The same number of lines, without the indent that nearly all of them share."""
    text = [line for line in lines if line.strip() and line[0] != "#"]
    inside = [line for line in text if line.startswith(_MARGIN)]
    if len(inside) < _MOST * len(text) or any(map(_CONTAINER.match, text)):
        return _without_list_margins(lines)
    marked = inside if len(inside) == len(text) else filter(_NUMBERED.match, inside)
    if sum(line.rstrip().endswith(QUESTION_MARKS) for line in marked) < _ASKING:
        return _without_list_margins(lines)
    return [line[1:] if line[:1] == "\t" else line.removeprefix("    ") for line in lines]


def _without_list_margins(lines: Sequence[str]) -> list[str]:
    """The same number of lines, without the indent of lists that count from 1 below a heading."""
    result = list(lines)
    above = ""
    for is_text, run in groupby(range(len(lines)), lambda number: bool(lines[number].strip())):
        numbers = list(run) if is_text else []
        if numbers and lines[numbers[0]].startswith("#"):
            above = lines[numbers.pop(0)]
        found = [_LISTED.match(lines[number]) for number in numbers]
        counted = [int(match[1]) for match in found if match]
        is_list = len(counted) == len(numbers) and counted == [*range(1, len(numbers) + 1)]
        if above.startswith("#") and is_list and len(numbers) >= _LIST:
            for number in numbers:
                result[number] = lines[number].lstrip()
        above = lines[numbers[-1]] if numbers else above
    return result


def without_wrapper(lines: Sequence[str]) -> list[str]:
    """The same number of lines, without the fences of Markdown around a text that asks."""
    result = list(lines)
    text = [number for number, line in enumerate(lines) if line.strip()]
    after = 0
    for number in text:
        outer = _FENCE.match(lines[number])
        if number < after or outer is None or outer[2].lower() not in _MARKDOWN:
            continue
        end = _end_of_wrapper(lines, number, outer[1])
        if end == number:
            break  # never closed, and to search on from each later mark takes quadratic time
        titles = sum(map(bool, map(_TITLE_ASKS.match, lines[number:end])))
        is_all = number == text[0] and end == text[-1]
        if is_all or titles >= _TITLES:
            result[number] = result[end] = ""
        after = end + 1
    return result


def _end_of_wrapper(lines: Sequence[str], start: int, outer: str) -> int:
    """The line that closes a fence of Markdown, past the fences inside; `start` if none does."""
    inside = False
    for number in range(start + 1, len(lines)):
        mark = _FENCE.match(lines[number])
        if mark is None or not mark[1].startswith(outer):
            continue
        if not (inside or mark[2]):
            return number
        inside = bool(mark[2])
    return start


def without_text_fences(lines: Sequence[str]) -> list[str]:
    """The same number of lines, without the fences around most of a text that asks.

    Where lines outside ask or count, the fences hold their answers.
    """
    result = list(lines)
    inside: list[str] = []
    is_inside = [False] * len(lines)
    end = ""
    is_text = False
    for number, line in enumerate(lines):
        fence = None if end else _TEXT_FENCE.match(line)
        if fence:
            end = fence["mark"] or "</pre>"
            is_text = (fence["name"] or "").lower() in _TEXT
        is_inside[number] = bool(end)
        if end and is_text:
            is_mark = fence or line.rstrip() == end
            result[number] = "" if is_mark and end != "</pre>" else _PRE.sub("", line)
            inside.append(result[number])
        if end and not fence and (line.rstrip() == end or (end == "</pre>" and end in line)):
            end = ""
    text = list(filter(_WORD.search, inside))
    words = sum(map(bool, map(_WORD.search, lines)))
    if not text or len(text) < _FENCED * words:
        return list(lines)
    asking = len({line.strip() for line in text if _asks(line)})
    outside = [line for line, bare in zip(lines, is_inside, strict=True) if not bare]
    told = sum(_asks(line) or bool(_COUNTED.match(line)) for line in outside)
    shows_programs = any(line.lstrip().startswith(_PROMPT) for line in text)
    if told >= max(_ASKING, asking * _TOLD) or shows_programs:
        return list(lines)
    if asking < max(_ASKING, _FENCED_ASKING * len(text)):
        return list(lines)
    return result


def _asks(line: str) -> bool:
    is_comment = line.lstrip().startswith(_COMMENT)
    return bool(_LABEL.match(line)) or (ends_asking(line) and not is_comment)
