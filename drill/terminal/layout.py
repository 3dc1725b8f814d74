"""Lines filled with pieces that stay whole."""

from collections.abc import Iterable, Iterator

from rich.text import Text


def fill(pieces: Iterable[Text], between: str, width: int) -> Iterator[Text]:
    """Lines of at most `width` columns of `pieces`, joined by `between`; none is broken in two.

    A piece wider than a line stands alone, for the console to wrap.
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
    """`line` in at most `width` columns; what is cut away leaves the `ellipsis`."""
    if line.cell_len > width:
        line = line.copy()
        line.truncate(max(0, width - len(ellipsis)))
        line.append(ellipsis)
    return line
