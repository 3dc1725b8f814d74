"""Questions as CSV (RFC 4180), for Quizlet, Mochi and spreadsheets."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from drill.exporters.markdown import fence
from drill.exporters.options import shown_options
from drill.markdown import markup
from drill.model import CSV_COLUMNS, LETTERS, Entry
from drill.text import printable

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

# A spreadsheet runs a cell that begins with one of these.
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")


def table(entries: Sequence[Entry], step: Callable[[], None]) -> str:
    """The questions as comma-separated lines of plain text, below a header; code is fenced.

    Options are below their question, the correct ones above the explanation. Math is Unicode. A
    cell that a spreadsheet would take for a formula begins with `'`. `step` is called after each
    question. `drill import` reads the table again.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(CSV_COLUMNS)
    for entry in entries:
        writer.writerow(_defused(cell) for cell in _cells(entry))
        step()
    return file.getvalue()


def _cells(entry: Entry) -> Iterator[str]:
    question = entry.question
    options = [
        (f"{letter}) {_plain(option.text)}", option.correct)
        for letter, option in zip(LETTERS, shown_options(entry), strict=False)
    ]
    right = [line for line, correct in options if correct]
    yield "\n".join([_plain(question.text), *(line for line, _ in options)])
    yield "\n".join([*right, *([_plain(question.shown_answer)] if question.shown_answer else [])])
    yield "\n".join(
        f"• {markup.plain(point.text)}{' (bonus)' if point.bonus else ''}"
        for point in question.key_points
    )
    yield printable(" ".join("-".join(tag.split()) for tag in entry.tags))
    yield markup.plain(entry.deck_title)
    yield entry.key
    yield "" if question.shuffle is None else str(question.shuffle).lower()


def _defused(cell: str) -> str:
    # A quote that is the text's own gets a second one, which the importer takes away.
    return f"'{cell}" if cell.lstrip(" '").startswith(_FORMULA_STARTS) else cell


def _plain(text: str) -> str:
    """Blocks of Markdown as lines of plain text, list items after a bullet."""
    from markdown_it.tree import SyntaxTreeNode

    return "\n".join(_lines(SyntaxTreeNode(markup.parse(text)).children))


def _lines(nodes: "Iterable[SyntaxTreeNode]") -> Iterator[str]:
    for node in nodes:
        if node.type == "list_item":
            first, *rest = list(_lines(node.children)) or [""]
            yield from (f"• {first}", *(f"  {line}" for line in rest))
        elif node.type == "tr":
            yield " | ".join(line for cell in node.children for line in _lines(cell.children))
        elif node.type == "inline" and node.token:
            tokens = node.token.children or []
            for ends, line in groupby(tokens, lambda token: token.type == "hardbreak"):
                if not ends:
                    yield markup.flat(line)
        elif node.type == "math_block" and node.token:
            yield markup.formula_line(node.token)
        elif node.type in {"fence", "code_block"}:
            yield from fence(node)
        elif node.children:
            yield from _lines(node.children)
