"""Hides fences inside fences, so that an inner fence does not end the outer one."""

import re
from collections.abc import Sequence

_FENCE = re.compile(r"([ \t]*(?:>[ \t]?)*)(`{3,}|~{3,})[ \t]*([^`\n]*)$")
_HEADING = re.compile(r"(#{2,6})\s+\D{0,20}?(\d{1,4})\b")
_MARKDOWN = {"markdown", "md", "mdx", "text", ""}


def without_inner_fences(lines: Sequence[str]) -> list[str]:
    """The same number of lines, with inner fences hidden and unclosed fences closed.

    A fence with a language cannot close another; inside a fence it opens an inner one if it is
    indented more or the outer fence holds Markdown.
    """
    result = list(lines)
    outer: re.Match[str] | None = None
    inner: re.Match[str] | None = None
    heading: tuple[str, int] | None = None
    for place, line in enumerate(lines):
        mark = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if outer is None:
            if mark:
                outer = mark
            elif line[:2] == "##" and (match := _HEADING.match(line)):
                heading = match[1], int(match[2])
        elif mark and mark[2][0] == outer[2][0]:
            if inner is None and mark[3].strip() and _nests(outer, mark):
                inner = mark
                result[place] = _hidden(line)
            elif inner is not None and not mark[3].strip():
                inner = None
                result[place] = _hidden(line)
            elif not mark[3].strip() and len(mark[2]) >= len(outer[2]):
                outer = None
        elif line[:2] == "##" and heading and (match := _HEADING.match(line)):
            # The next question of a sequence cannot be code: the fence was never closed.
            follows = (match[1], int(match[2])) == (heading[0], heading[1] + 1)
            if follows and not result[place - 1].strip() and outer[3].strip() not in _MARKDOWN:
                result[place - 1] = outer[1] + outer[2]
                heading = match[1], int(match[2])
                outer = inner = None
    return result


def _nests(outer: re.Match[str], inner: re.Match[str]) -> bool:
    deeper = len(inner[1].expandtabs(4)) > len(outer[1].expandtabs(4))
    return deeper or outer[3].strip().lower() in {"markdown", "md", "mdx"}


def _hidden(line: str) -> str:
    return line.replace("`", "'").replace("~", "-")
