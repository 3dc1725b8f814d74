"""Fills lines with unbreakable pieces."""

from collections.abc import Iterable, Iterator

from rich.text import Text


def fill(pieces: Iterable[Text], between: str, width: int) -> Iterator[Text]:
    """Lines of at most `width` columns with `pieces` joined by `between`; no piece is broken.

    A piece wider than a line gets its own, which the console wraps.
    """
    line: Text | None = None
    for piece in pieces:
        if line is None:
            line = piece.copy()
        elif line.cell_len + len(between) + piece.cell_len <= width:
            line = Text.assemble(line, (between, "dim"), piece)
        else:
            yield line
            line = piece.copy()
    if line is not None:
        yield line


def cut(line: Text, width: int, ellipsis: str) -> Text:
    """`line` cut to at most `width` columns, with `ellipsis` at the cut."""
    if line.cell_len > width:
        line = line.copy()
        line.truncate(max(0, width - len(ellipsis)))
        line.append(ellipsis)
    return line
