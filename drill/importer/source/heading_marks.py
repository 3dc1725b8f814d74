"""Headings as people mark them, in the marks of Markdown."""

import re

_TIGHT = re.compile(r"#{2,6}(?=[^\s#])")
"""A mark without the space that Markdown requires: `##1. What`, `####[What]`."""
_WIKI = re.compile(r"(={2,6})[ \t]*(?=[^\s=])(.{1,200}[^\s=])[ \t]*\1[ \t]*$")
"""A heading of MediaWiki, also drawn so in plain text: `== Title ==`."""
_TIGHT_END = re.compile(r"(#{2,6})([ \t].{1,300}[?!.:)])\1[ \t]*$")
"""A closing mark without the space before it: `## What is JSX?##`."""
_COUNTED = re.compile(r"( {0,3})(#{2,6})[ \t]+\d{1,3}[.)]")


class HeadingMarks:
    """Rewrites the headings of one document, line by line; `counted` are the marks that number."""

    def __init__(self) -> None:
        self.counted: set[str] = set()

    def written(self, line: str) -> str:
        """A heading as Markdown marks it; nothing if `line` is none, or one already.

        An indent takes a heading into the list above it; one that counts like those outside is
        outside too.
        """
        if mark := _TIGHT.match(line):
            return f"{mark[0]} {line[mark.end() :]}"
        if wiki := _WIKI.match(line):
            return f"{'#' * len(wiki[1])} {wiki[2]}"
        if end := _TIGHT_END.match(line):
            return end[1] + end[2]
        if counted := _COUNTED.match(line):
            if counted[1] and counted[2] in self.counted:
                return line.lstrip(" ")
            if not counted[1]:
                self.counted.add(counted[2])
        return ""
