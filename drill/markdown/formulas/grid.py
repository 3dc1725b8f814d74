"""A formula in two dimensions, as lines of Unicode text."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from drill.markdown.formulas.line import (
    SUBSCRIPTS,
    SUPERSCRIPTS,
    accented,
    one_line,
    root_sign,
    script,
)
from drill.markdown.formulas.spacing import spaced
from drill.markdown.formulas.tree import (
    Accent,
    Fenced,
    Fraction,
    Leaf,
    Node,
    Root,
    Row,
    Scripts,
    Table,
)

# A fence by its top, middle, bottom and the lines between; braces have a point in the middle.
_TALL = {
    "(": "⎛⎜⎝⎜",
    ")": "⎞⎟⎠⎟",
    "[": "⎡⎢⎣⎢",
    "]": "⎤⎥⎦⎥",
    "{": "⎧⎨⎩⎪",
    "}": "⎫⎬⎭⎪",
    "⌊": "⎢⎢⎣⎢",
    "⌋": "⎥⎥⎦⎥",
    "⌈": "⎡⎢⎢⎢",
    "⌉": "⎤⎥⎥⎥",
    "|": "││││",
    "‖": "‖‖‖‖",
    "⟨": "╱⟨╲│",
    "⟩": "╲⟩╱│",
}

_NO_WIDTH = frozenset(("Mn", "Me", "Cf"))
_BRACES = "⏟⏞⎵⎴⏝⏜"
_LINES = {"\u0305": "─", "̄": "─", "\u0332": "─"}
_MARKS = {"̂": "^", "̃": "~", "⃗": "→", "→": "→"}


@dataclass(frozen=True, slots=True)
class _Box:
    """Lines of equal width; `axis` is the one level with the text."""

    lines: tuple[str, ...]
    axis: int = 0

    @property
    def width(self) -> int:
        return _width(self.lines[0])

    @property
    def height(self) -> int:
        return len(self.lines)


def grid(node: Node) -> list[str]:
    """The formula as lines of equal width: one if it is flat, more for fractions and sums."""
    return list(_box(node).lines)


def _width(text: str) -> int:
    visible = (letter for letter in text if unicodedata.category(letter) not in _NO_WIDTH)
    return sum(1 + (unicodedata.east_asian_width(letter) in "WF") for letter in visible)


def _box(node: Node) -> _Box:
    match node:
        case Leaf(text=text):
            return _Box((text,))
        case Row(parts=parts):
            return _beside([(blanks, _box(part)) for blanks, part in spaced(parts, compact=False)])
        case Fraction(over=over, under=under, bar=bar):
            return _fraction(_box(over), _box(under), bar)
        case Root():
            return _root(node)
        case Scripts(limits=True):
            return _limits(node)
        case Scripts():
            return _scripts(node)
        case Accent():
            return _accent(node)
        case Fenced(left=left, body=body, right=right):
            inner = _box(body)
            return _beside([(0, _fence(left, inner)), (0, inner), (0, _fence(right, inner))])
        case Table():
            return _table(node)


def _beside(boxes: Sequence[tuple[int, _Box]]) -> _Box:
    """Boxes side by side on their axes, each after its number of blanks."""
    boxes = boxes or [(0, _Box(("",)))]
    above = max(box.axis for _, box in boxes)
    below = max(box.height - box.axis for _, box in boxes)
    lines = [""] * (above + below)
    for blanks, box in boxes:
        for row in range(above + below):
            index = row - above + box.axis
            inside = 0 <= index < box.height
            lines[row] += " " * blanks + (box.lines[index] if inside else " " * box.width)
    return _Box(tuple(lines), above)


def _stacked(boxes: Sequence[_Box], axis: int) -> _Box:
    """Boxes below each other, centred; `axis` counts lines from the top."""
    width = max(box.width for box in boxes)
    lines = tuple(_centred(line, width) for box in boxes for line in box.lines)
    return _Box(lines, axis)


def _centred(line: str, width: int) -> str:
    room = width - _width(line)
    return " " * (room // 2) + line + " " * (room - room // 2)


def _fraction(over: _Box, under: _Box, bar: bool) -> _Box:
    middle = ("─" if bar else " ") * (max(over.width, under.width) + (2 if bar else 0))
    return _stacked([over, _Box((middle,)), under], over.height)


def _root(node: Root) -> _Box:
    body = _box(node.body)
    if body.height == 1:
        return _Box((one_line(node),))
    sign = _Box((root_sign(node.degree),))
    return _beside([(0, sign), (0, _fence("(", body)), (0, body), (0, _fence(")", body))])


def _limits(node: Scripts) -> _Box:
    base, over, under = _box(node.base), _script(node.sup), _script(node.sub)
    boxes = [_Box(lines) for lines in (over, base.lines, under) if lines]
    return _stacked(boxes, base.axis + len(over))


def _scripts(node: Scripts) -> _Box:
    base = _box(node.base)
    sub, sup = _small(node.sub, SUBSCRIPTS), _small(node.sup, SUPERSCRIPTS)
    if sub is None or sup is None:
        high, low = _script(node.sup), _script(node.sub)
        lines, axis = (*high, *[""] * base.height, *low), len(high) + base.axis
    elif base.height == 1:
        return _Box((base.lines[0] + sub + sup,))
    else:
        lines, axis = (sup, *[""] * (base.height - 2), sub), base.axis
    return _beside([(0, base), (0, _Box(_padded(lines), axis))])


def _small(node: Node | None, letters: dict[int, int]) -> str | None:
    return "" if node is None else script(node, letters)


def _script(node: Node | None) -> tuple[str, ...]:
    if node is None:
        return ()
    parts = node.parts if isinstance(node, Row) else (node,)
    return _beside([(n, _box(part)) for n, part in spaced(parts, compact=True)]).lines


def _accent(node: Accent) -> _Box:
    body = _box(node.body)
    if node.mark in _BRACES:
        line = _brace(body.width, below=node.below)
    elif body.height == 1 and accented(node) is not None:
        return _Box((one_line(node),))
    else:
        line = _LINES.get(node.mark, "") * body.width or _MARKS.get(node.mark, "")
    if not line:
        return _Box((one_line(node),))
    if node.below:
        return _stacked([body, _Box((line,))], body.axis)
    return _stacked([_Box((line,)), body], body.axis + 1)


def _brace(width: int, *, below: bool) -> str:
    left, waist, right = "╰┬╯" if below else "╭┴╮"
    if width < 3:
        return waist
    return left + _centred(waist, width - 2).replace(" ", "─") + right


def _fence(sign: str, body: _Box) -> _Box:
    if body.height == 1 or not sign:
        return _Box((sign,))
    top, middle, bottom, between = tuple(_TALL.get(sign, sign * 4))
    waist = body.height // 2
    inner = (middle if row == waist else between for row in range(1, body.height - 1))
    return _Box((top, *inner, bottom), body.axis)


def _table(node: Table) -> _Box:
    rows = [[_box(cell) for cell in row] for row in node.rows]
    columns = zip_longest(*rows, fillvalue=_Box(("",)))
    widths = [max(box.width for box in column) for column in columns]
    lines: list[str] = []
    for row in rows:
        cells = [_cell(node, index, box, widths[index]) for index, box in enumerate(row)]
        placed = _beside([(0, cell) for cell in cells])
        if lines and placed.height > 1:
            lines.append("")
        lines.extend(placed.lines)
    return _Box(_padded(lines), len(lines) // 2)


def _cell(node: Table, index: int, box: _Box, width: int) -> _Box:
    """A cell as wide as its column: equations are aligned at their sign, entries centred."""
    room = width - box.width
    left = room // 2
    if node.aligned:
        left = room if index % 2 == 0 else 0
    elif node.ragged:
        left = 0
    gap = 0 if index == 0 else 1 if node.aligned else 2
    lines = (" " * (gap + left) + line + " " * (room - left) for line in box.lines)
    return _Box(tuple(lines), box.axis)


def _padded(lines: Sequence[str]) -> tuple[str, ...]:
    width = max(map(_width, lines), default=0)
    return tuple(line + " " * (width - _width(line)) for line in lines)
