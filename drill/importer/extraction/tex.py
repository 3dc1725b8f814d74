r"""Converts formulas between `\(` and `\)`, or `\[` and `\]`, to dollars."""

import re

_TOKEN = re.compile(r"\\{1,2}([\[\]()])")
_ROW = re.compile(r"[^\]\n]{0,10}\]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_IS_MATH = re.compile(r"[\\^_=+<>|{}]|^\s*\S{1,3}\s*$|\d\s*[-*/]")
_CLOSING = {"(": ")", "[": "]"}
_INLINE_LIMIT = 2_000
_DISPLAY_LIMIT = 4_000
"""The most characters of a formula; more text follows an unclosed delimiter."""


def with_dollars(text: str) -> str:
    """`text` with its formulas between dollars; text that only looks like a formula stays."""
    pieces: list[str] = []
    where = 0
    opened: re.Match[str] | None = None
    skip = 0
    for token in _TOKEN.finditer(text):
        mark = token[1]
        if token.start() < skip:
            continue
        if opened is not None and mark == "[" and len(token[0]) == 3:
            # `\\[2pt]` ends a row of a formula; it does not open one.
            row = _ROW.match(text, token.end())
            if row:
                skip = row.end()
                continue
        if mark in _CLOSING:
            opened = token
        elif opened is not None and mark == _CLOSING[opened[1]]:
            formula = _formula(
                opened[1], text[opened.end() : token.start()], text[token.end() :][:1]
            )
            if formula is not None:
                pieces += [text[where : opened.start()], formula]
                where = token.end()
            opened = None
    return "".join([*pieces, text[where:]])


def _formula(mark: str, body: str, after: str) -> str | None:
    """The body between two delimiters as a formula in dollars; None if it is not a formula."""
    limit = _INLINE_LIMIT if mark == "(" else _DISPLAY_LIMIT
    inner = body.strip()
    if not inner or len(body) > limit or "$" in body or not _IS_MATH.search(inner):
        return None
    if mark == "(":
        return f"${inner}$" if "\n" not in body and not body[:1].isspace() else None
    if _BLANK_LINE.search(body) or after == "(":
        return None
    return f"$${inner}$$" if "\n" not in inner else f"$$\n{inner}\n$$"
