"""The space between the parts of a formula, the same on one line and in two dimensions."""

from collections.abc import Iterator, Sequence

from drill.markdown.formulas.tree import Accent, Fenced, Fraction, Kind, Leaf, Node, Row, Scripts

_OPERAND_ENDS = {Kind.LETTER, Kind.NUMBER, Kind.WORD, Kind.TEXT, Kind.SYMBOL, Kind.CLOSE}
_SPACED = {Kind.BINARY, Kind.RELATION}
_TIGHT_AFTER_NAME = {Kind.OPEN, Kind.CLOSE, Kind.COMMA, Kind.SYMBOL}


def spaced(parts: Sequence[Node], *, compact: bool) -> Iterator[tuple[int, Node]]:
    """Each part with the number of blanks before it; `compact` sets scripts close.

    A sign without a left operand, like the minus of `a = −b`, is not a binary operator.
    """
    before: Node | None = None
    before_kind = Kind.OPEN
    for part in parts:
        kind = kind_of(part)
        if kind is Kind.BINARY and before_kind not in _OPERAND_ENDS:
            kind = Kind.SYMBOL
            blanks = _gap(before_kind, Kind.LETTER, before, part, compact)
            before_kind = Kind.OPEN
        else:
            blanks = _gap(before_kind, kind, before, part, compact)
            before_kind = kind
        yield blanks, part
        before = part


def kind_of(node: Node) -> Kind:
    """The kind of `node` for its neighbours: a base with scripts counts as the base."""
    match node:
        case Leaf(kind=kind):
            return kind
        case Scripts(base=base) | Accent(body=base):
            return kind_of(base)
        case Row(parts=parts) if parts:
            return kind_of(parts[-1])
    return Kind.LETTER


def _gap(left_kind: Kind, right_kind: Kind, left: Node | None, right: Node, compact: bool) -> int:
    kinds = {left_kind, right_kind}
    if left is None or Kind.SPACE in kinds:
        return 0
    if right_kind in {Kind.COMMA, Kind.CLOSE} or left_kind is Kind.OPEN:
        return 0
    if kinds & _SPACED or left_kind is Kind.COMMA:
        return 0 if compact else 1
    if Kind.BIG in kinds:
        return 1
    if Kind.TEXT in kinds:
        return _gap_of_text(left, right)
    if left_kind is Kind.WORD:
        return 0 if right_kind in _TIGHT_AFTER_NAME or isinstance(right, Fenced) else 1
    if right_kind is Kind.WORD:
        return 0 if left_kind is Kind.SYMBOL else 1
    is_by_fraction = isinstance(left, Fraction) or isinstance(right, Fraction)
    return 1 if is_by_fraction and Kind.SYMBOL not in kinds else 0


def _gap_of_text(left: Node, right: Node) -> int:
    """One blank between words; none if the text has its own or a bracket follows."""
    if isinstance(right, Fenced):
        return 0
    last = left.text[-1:] if isinstance(left, Leaf) else "x"
    first = right.text[:1] if isinstance(right, Leaf) else "x"
    return 1 if last.isalnum() and first.isalnum() else 0
