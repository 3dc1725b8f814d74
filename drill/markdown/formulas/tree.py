"""A formula as a small tree, the source for lines, grids and print."""

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """The kind of a leaf, which determines the space around it."""

    LETTER = auto()
    NUMBER = auto()
    WORD = auto()  # a name of several letters: log, argmax
    TEXT = auto()
    SYMBOL = auto()  # stands close to its neighbours: / | ∀ %
    BIG = auto()  # ∑ ∏ ∫
    BINARY = auto()
    RELATION = auto()
    OPEN = auto()
    CLOSE = auto()
    COMMA = auto()
    SPACE = auto()


@dataclass(frozen=True, slots=True)
class Leaf:
    """One symbol, number, name or run of text; `upright` letters are not italic in print."""

    text: str
    kind: Kind
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Parts side by side; never a row directly in a row."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Fraction:
    """One part over another, with a `bar` or, in a binomial coefficient, without."""

    over: "Node"
    under: "Node"
    bar: bool = True


@dataclass(frozen=True, slots=True)
class Root:
    """A root; a square root if `degree` is None."""

    body: "Node"
    degree: "Node | None" = None


@dataclass(frozen=True, slots=True)
class Scripts:
    """A base with a subscript or superscript; `limits` are set below and above it."""

    base: "Node"
    sub: "Node | None"
    sup: "Node | None"
    limits: bool = False


@dataclass(frozen=True, slots=True)
class Accent:
    """A mark over a body, or `below` it: hat, bar, brace; "strike" goes through it."""

    body: "Node"
    mark: str
    below: bool = False


@dataclass(frozen=True, slots=True)
class Fenced:
    """A body between fences that grow with it; a missing fence is empty."""

    left: str
    body: "Node"
    right: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; columns are centred, or `ragged` on the right, as in cases.

    An `aligned` table is a system of equations, aligned at the sign.
    """

    rows: tuple[tuple["Node", ...], ...]
    aligned: bool
    ragged: bool


Node = Leaf | Row | Fraction | Root | Scripts | Accent | Fenced | Table
