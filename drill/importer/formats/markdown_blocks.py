"""Markdown blocks that all format readers write: fences, tables, list items."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

TICKS = {"☐": "[ ] ", "☒": "[x] ", "☑": "[x] "}
"""Check boxes of task and option lists, and their Markdown."""
_OPTION, _SECOND = re.compile(r"[a-h]\)\s"), re.compile(r"b\)\s")
_LETTERED = re.compile(r"[*_]{0,3}\(?([A-Ha-h])[.)][*_]{0,3}\s*\S")
_ASKED = re.compile(r"(.*[:?.…])\s+(a\)\s.*)")
"""A question with its first option behind it."""


def fenced(text: str, language: str = "") -> str:
    """Code in a fence longer than any inside it."""
    ticks = max((len(run) for run in re.findall("`{3,}", text)), default=2) + 1
    return f"{'`' * ticks}{language}\n{text}\n{'`' * ticks}"


def code_span(text: str) -> str:
    """`text` between enough backticks; empty for blank text."""
    body = " ".join(text.split())
    if not body:
        return ""
    run = max((len(ticks) for ticks in re.findall(r"`+", body)), default=0)
    pad = " " if body[0] == "`" or body[-1] == "`" else ""
    return f"{'`' * (run + 1)}{pad}{body}{pad}{'`' * (run + 1)}"


def pipe_table(rows: Sequence[Sequence[str]]) -> str:
    """Cells of Markdown as a pipe table with the first row as header; line breaks become `<br>`."""
    width = max(map(len, rows))
    cells = [
        [re.sub(r"(?<!\s)\s*\n\s*", "<br>", cell.strip()).replace("|", "\\|") for cell in row]
        + [""] * (width - len(row))
        for row in rows
    ]
    lines = [f"| {' | '.join(row)} |" for row in cells]
    return "\n".join((lines[0], "|" + " --- |" * width, *lines[1:]))


def option_lines(cells: Sequence[Sequence[str]]) -> list[str] | None:
    """The options that are all there is in the cells of a table, one a line, by their letters.

    None if anything else is in it: two columns of options go down, or from left to right.
    """
    texts = [cell.strip() for row in cells for cell in row if cell.strip()]
    letters = [mark[1].lower() if (mark := _LETTERED.match(text)) else "" for text in texts]
    if len(texts) < 2 or sorted(letters) != list("abcdefgh"[: len(texts)]):
        return None
    return [text for _, text in sorted(zip(letters, texts, strict=True))]


def hung(mark: str, text: str) -> str:
    """`text` after a list marker, with a hanging indent."""
    return mark + re.sub(r"\n(?=[^\n])", "\n" + " " * len(mark), text)


def options_apart(text: str) -> str:
    """A text with a line for each option: `b) two c) three` becomes two lines.

    Options of a document that was a PDF before share lines with each other and with the question.
    """
    lines: list[str] = []
    fence = False
    for line, below in pairwise((*text.split("\n"), "")):
        fence ^= line.startswith("```")
        asked = _ASKED.match(line) if _SECOND.match(below) else None
        if fence or not (asked or _OPTION.match(line)):
            lines.append(line)
        elif asked:
            lines += (asked[1], "", *_options(asked[2]))
        else:
            lines += _options(line)
    return "\n".join(lines)


def _options(line: str) -> Iterator[str]:
    """The options on a line, all but the last with a break after it."""
    letter = line[0]
    while line:
        letter = chr(ord(letter) + 1)
        option, _, rest = line.partition(f" {letter}) ")
        yield f"{option.rstrip()}  " if rest else option
        line = rest and f"{letter}) {rest}"
