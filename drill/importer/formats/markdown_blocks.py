"""Blocks of Markdown as every reader writes them: fences, tables, list items."""

import re
from collections.abc import Sequence

TICKS = {"☐": "[ ] ", "☒": "[x] ", "☑": "[x] "}
"""The boxes of a list of tasks or options, as Markdown has them."""


def fenced(text: str, language: str = "") -> str:
    """Code between fences that nothing in it ends."""
    ticks = max((len(run) for run in re.findall("`{3,}", text)), default=2) + 1
    return f"{'`' * ticks}{language}\n{text}\n{'`' * ticks}"


def code_span(text: str) -> str:
    """`text` between as many backticks as it needs; nothing where it is blank."""
    body = " ".join(text.split())
    if not body:
        return ""
    run = max((len(ticks) for ticks in re.findall(r"`+", body)), default=0)
    pad = " " if body[0] == "`" or body[-1] == "`" else ""
    return f"{'`' * (run + 1)}{pad}{body}{pad}{'`' * (run + 1)}"


def pipe_table(rows: Sequence[Sequence[str]]) -> str:
    """Cells of Markdown as a pipe table, the first row its header; line ends become `<br>`."""
    width = max(map(len, rows))
    cells = [
        [re.sub(r"(?<!\s)\s*\n\s*", "<br>", cell.strip()).replace("|", "\\|") for cell in row]
        + [""] * (width - len(row))
        for row in rows
    ]
    lines = [f"| {' | '.join(row)} |" for row in cells]
    return "\n".join((lines[0], "|" + " --- |" * width, *lines[1:]))


def hung(mark: str, text: str) -> str:
    """`text` behind a list mark, its later lines indented below its first."""
    return mark + re.sub(r"\n(?=[^\n])", "\n" + " " * len(mark), text)
