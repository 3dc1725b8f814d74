"""Parses LaTeX to the tree of a formula, through the MathML of math-core."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from drill.markdown.formulas.tree import (
    Accent,
    Fenced,
    Fraction,
    Kind,
    Leaf,
    Node,
    Root,
    Row,
    Scripts,
    Table,
)

if TYPE_CHECKING:
    from math_core import LatexToMathML

LENGTH_LIMIT = 4_000  # math-core overflows its stack on formulas that nest some 5,000 deep
DEPTH_LIMIT = 60  # Typst gives up somewhat deeper
OUTPUT_LIMIT = 200_000  # \def can make a short formula long
_COMMENT = re.compile(r"(?<!\\)(?:\\\\)*%")  # it could hide the end of a formula
_BINARY = set("+-−±∓×⋅·∗∘⊕⊗⊙⊖⊘∪∩∧∨∖÷⋆†‡⊎⊔⊓")
_BIG = set("∑∏∐∫∬∭∮⋃⋂⨁⨂⨆⋁⋀")
_OPEN = set("([{⟨⌊⌈")
_CLOSE = set(")]}⟩⌋⌉")
_FENCES = _OPEN | _CLOSE | set("|‖/↑↓↕") | {""}
_SYMBOLS = set("/|‖∀∃∄¬∂∇∅∞∠ℓ!'′″‴⁗…⋯⋮⋱.%$#&?\\")
_INVISIBLE = dict.fromkeys([*range(0x2061, 0x2065), *range(0xFE00, 0xFE10)]) | {0xA0: " "}
_MARKS = {"ˆ": "̂", "¯": "̄", "˜": "̃", "˙": "̇", "¨": "̈", "˚": "̊", "ˇ": "̌", "˘": "̆", "´": "́", "`": "̀"}
_OVERLINE = "\u0305"
_UNDERLINE = "\u0332"
_STRIKE = "strike"


class FormulaError(ValueError):
    """The LaTeX is not a formula that can be shown; the message says why, with its offset."""


@dataclass(slots=True)
class _Element:
    tag: str
    attributes: dict[str, str | None]
    children: list["_Element"] = field(default_factory=list)
    text: str = ""


class _Reader(HTMLParser):
    """Builds elements from math-core's output, without recursion."""

    def __init__(self) -> None:
        super().__init__()
        self.path = [_Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len(self.path) > DEPTH_LIMIT:
            raise FormulaError("too deeply nested")
        element = _Element(tag, dict(attrs))
        self.path[-1].children.append(element)
        self.path.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.path.pop()

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self.path.pop()

    def handle_data(self, data: str) -> None:
        self.path[-1].text += data.translate(_INVISIBLE)


@cache
def _converter(annotated: bool) -> "LatexToMathML":
    from math_core import LatexToMathML

    return LatexToMathML(fancy_error=False, annotation=annotated)


def mathml(tex: str, *, display: bool) -> str:
    """The `<math>` element of a formula, for HTML; it carries the LaTeX for copying.

    Raises FormulaError where `parse` does.
    """
    parse(tex)
    return _converter(True).convert_with_local_state(tex, displaystyle=display)


@lru_cache(maxsize=512)
def parse(tex: str) -> Node:
    """The tree of a formula, without its dollar signs.

    Raises FormulaError for a text that is not LaTeX, is empty, is longer than 4,000 characters, or
    is nested too deeply.
    """
    from math_core import LatexError

    if len(tex) > LENGTH_LIMIT:
        raise FormulaError(f"longer than {LENGTH_LIMIT} characters")
    if _COMMENT.search(tex):
        raise FormulaError("a percent sign hides the rest of its line: write \\%")
    try:
        markup = _converter(False).convert_with_local_state(tex, displaystyle=True)
    except LatexError as error:
        raise FormulaError(str(error)) from None
    if len(markup) > OUTPUT_LIMIT:
        raise FormulaError("too long when written out")
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    node = _build(reader.path[0])
    if node == Row(()):
        raise FormulaError("empty")
    return node


def _build(element: _Element) -> Node:
    match element.tag:
        case "mi" | "mn" | "mo" | "mtext" | "ms":
            return _leaf(element)
        case "mspace":
            return _space(element)
        case "mfrac":
            over, under = map(_build, element.children)
            bar = element.attributes.get("linethickness") != "0"
            return Fraction(over, under, bar)
        case "msqrt":
            return Root(_row(element.children))
        case "mroot":
            body, degree = map(_build, element.children)
            return Root(body, degree)
        case "msub" | "msup" | "msubsup" | "munder" | "mover" | "munderover":
            return _scripts(element)
        case "mtable":
            return _table(element)
        case "menclose" if "strike" in (element.attributes.get("notation") or ""):
            return Accent(_build(element.children[0]), _STRIKE)
        case "mphantom":
            return Leaf(" ", Kind.SPACE)
    return _fenced(element.children) or _row(element.children)


def _leaf(element: _Element) -> Node:
    text = element.text + "".join(child.text for child in element.children)
    upright = element.attributes.get("mathvariant") == "normal"
    if element.tag == "mn":
        return Leaf(text, Kind.NUMBER)
    if element.tag in {"mtext", "ms"}:
        return Leaf(text, Kind.TEXT if text.strip() else Kind.SPACE)
    if not text:
        return Row(())
    if len(text) > 1 and text[0].isalpha():  # sometimes an operator: <mo>log</mo>
        return Leaf(text, Kind.WORD, upright=True)
    if element.tag == "mi" and text.isalpha():
        return Leaf(text, Kind.LETTER, upright)
    return Leaf(text, _operator_kind(text, element.attributes))


def _operator_kind(text: str, attributes: dict[str, str | None]) -> Kind:
    if text in ",;":
        return Kind.SYMBOL if attributes.get("rspace") == "0" else Kind.COMMA
    if text == ":":
        return Kind.RELATION if attributes.get("lspace") else Kind.COMMA
    sets = {
        Kind.BINARY: _BINARY,
        Kind.BIG: _BIG,
        Kind.OPEN: _OPEN,
        Kind.CLOSE: _CLOSE,
        Kind.SYMBOL: _SYMBOLS,
    }
    for kind, members in sets.items():
        if text in members:
            return kind
    is_relation = text in "=<>" or "\u2190" <= text[0] <= "\u22ff" or text[0] >= "\u27f0"
    return Kind.RELATION if is_relation else Kind.SYMBOL


def _space(element: _Element) -> Node:
    width = re.fullmatch(r"([\d.]+)r?em", element.attributes.get("width") or "")
    if width is None or float(width[1]) < 0.1:
        return Row(())
    return Leaf("   " if float(width[1]) >= 1 else " ", Kind.SPACE)


def _flat(children: list[_Element]) -> Iterator[Node]:
    for child in children:
        node = _build(child)
        if isinstance(node, Row):
            yield from node.parts
        else:
            yield node


def _row(children: list[_Element]) -> Node:
    parts: list[Node] = []
    for part in _flat(children):
        parts.append(part)
        if parts[-3:] == [Leaf(".", Kind.SYMBOL)] * 3:
            parts[-3:] = [Leaf("…", Kind.SYMBOL)]
    return parts[0] if len(parts) == 1 else Row(tuple(parts))


def _fenced(children: list[_Element]) -> Node | None:
    """The parts of `\\left( … \\right)`: only their fences are free to stretch."""
    if len(children) < 2 or not all(map(_is_stretchy_fence, (children[0], children[-1]))):
        return None
    return Fenced(children[0].text, _row(children[1:-1]), children[-1].text)


def _is_stretchy_fence(element: _Element) -> bool:
    fixed = {"stretchy", "minsize", "form"} & set(element.attributes)
    return element.tag == "mo" and not fixed and element.text in _FENCES


def _scripts(element: _Element) -> Node:
    base, *scripts = map(_build, element.children)
    if "accent" in element.attributes or "accentunder" in element.attributes:
        return _accent(base, scripts[0], below=element.tag == "munder")
    trimmed = [_trimmed(script) for script in scripts]
    if element.tag in {"msup", "mover"}:
        trimmed.insert(0, None)
    sub, sup = (*trimmed, None)[:2]
    if sub is None and sup is None:
        return base
    return Scripts(base, sub, sup, limits=element.tag.startswith(("mu", "mo")))


def _trimmed(script: Node) -> Node | None:
    """A script without the padding that math-core puts around those of long arrows."""
    parts = list(script.parts) if isinstance(script, Row) else [script]
    while parts and isinstance(parts[-1], Leaf) and parts[-1].kind is Kind.SPACE:
        parts.pop()
    while parts and isinstance(parts[0], Leaf) and parts[0].kind is Kind.SPACE:
        parts.pop(0)
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else Row(tuple(parts))


def _accent(body: Node, mark: Node, *, below: bool) -> Node:
    text = mark.text if isinstance(mark, Leaf) else ""
    if text == _UNDERLINE and not below:  # math-core's \overline
        text = _OVERLINE
    return Accent(body, _MARKS.get(text, text), below)


def _table(element: _Element) -> Node:
    rows = tuple(
        tuple(_build(cell) for cell in row.children if not _is_filler(cell))
        for row in element.children
    )
    styles = (
        cell.attributes.get("style") or "" for row in element.children for cell in row.children
    )
    aligned = element.attributes.get("displaystyle") == "true"
    return Table(rows, aligned, ragged=any("left" in style for style in styles))


def _is_filler(cell: _Element) -> bool:
    """Whether a cell only pushes an equation into the middle of a line."""
    return not cell.children and "width" in (cell.attributes.get("style") or "")
