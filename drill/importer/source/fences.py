"""Hides fences inside fences, so that an inner fence does not end the outer one."""

import re
from collections.abc import Sequence

_FENCE = re.compile(r"([ \t]*(?:>[ \t]?)*)(`{3,}|~{3,})[ \t]*([^`\n]*)$")
_HEADING = re.compile(r"(#{2,6})\s+\D{0,20}?(\d{1,4})\b")
_ASKS = re.compile(r"#{2,6}\s.*[?？؟]\W*$")
_LANGUAGE = re.compile(r"[A-Za-z][\w+#-]{0,15}\s*")
_OUTSIDE = re.compile(
    r"#{2,6}\s|(?:[-*+]\s+)?\*\*|\d{1,3}[.)]\s|>\s|[^\W\d_]+(?:\s+\S+){5,}[.?!:。？！：]\s*$"
)
"""A line that is text and no code: a heading, a bold or numbered line, a quotation, a sentence."""
_MARKDOWN = {"markdown", "md", "mdx"}
_TEXT = {*_MARKDOWN, "text", ""}
"""The languages of a fence that may hold headings."""


def without_inner_fences(lines: Sequence[str]) -> list[str]:
    """The same number of lines, with inner fences hidden and unclosed fences closed.

    A fence with a language cannot close another; inside a fence it opens an inner one if it is
    indented more or the outer fence holds Markdown. Else the outer one was never closed.
    """
    result = list(lines)
    outer: re.Match[str] | None = None
    opened = 0
    inner: re.Match[str] | None = None
    heading: tuple[str, int] | None = None
    marks = [_FENCE.match(line) if "```" in line or "~~~" in line else None for line in lines]
    left = sum(map(bool, marks))
    for place, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        left -= mark is not None
        if outer is None:
            if mark:
                outer, opened = mark, place
            elif line[:2] == "##" and (match := _HEADING.match(line)):
                heading = match[1], int(match[2])
        elif mark and mark[2][0] == outer[2][0]:
            if inner is None and mark[3].strip() and _nests(outer, mark):
                inner = mark
                result[place] = _hidden(line)
            elif inner is None and _reopens(outer, mark):
                end = _end_of_unclosed(result, opened, place)
                result[end] = outer[1] + outer[2] if end > opened else ""
                outer, opened = mark, place
            elif inner is not None and not mark[3].strip():
                inner = None
                result[place] = _hidden(line)
            elif not mark[3].strip() and len(mark[2]) >= len(outer[2]):
                outer = None
        elif line[:2] == "##" and not result[place - 1].strip():
            match = _HEADING.match(line)
            # The next question of a sequence cannot be code, nor one with whole fences below it:
            # the fence was never closed.
            follows = match and heading == (match[1], int(match[2]) - 1)
            follows = follows and outer[3].strip() not in _TEXT
            if follows or (left % 2 == 0 and _ASKS.match(line) and not _is_markdown(outer)):
                result[place - 1] = outer[1] + outer[2]
                heading = (match[1], int(match[2])) if match else heading
                outer = inner = None
    return result


def _is_markdown(fence: re.Match[str]) -> bool:
    return fence[3].strip().lower() in _MARKDOWN


def _nests(outer: re.Match[str], inner: re.Match[str]) -> bool:
    deeper = len(inner[1].expandtabs(4)) > len(outer[1].expandtabs(4))
    return deeper or _is_markdown(outer)


def _reopens(outer: re.Match[str], mark: re.Match[str]) -> bool:
    return len(mark[2]) >= len(outer[2]) and bool(_LANGUAGE.fullmatch(mark[3]))


def _end_of_unclosed(lines: Sequence[str], opened: int, reopened: int) -> int:
    """The blank line that ends the code of a fence without an end; `opened` if it has no code."""
    blank = [n for n in range(opened + 1, reopened) if not lines[n].strip()]
    indent = len(lines[opened]) - len(lines[opened].lstrip())
    ends = (
        n
        for n in blank
        if _OUTSIDE.match(lines[n + 1].lstrip())
        and len(lines[n + 1]) - len(lines[n + 1].lstrip()) <= indent
    )
    end = next(ends, blank[-1] if blank else opened)
    while end > opened and not lines[end - 1].strip():
        end -= 1
    return opened if end == opened + 1 else end


def _hidden(line: str) -> str:
    return line.replace("`", "'").replace("~", "-")
