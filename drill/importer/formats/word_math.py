"""Word's formulas (Office Math) as LaTeX."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_NESTING = 30
_SIGNS = {
    "∑": "\\sum", "∏": "\\prod", "∫": "\\int", "∬": "\\iint", "∮": "\\oint", "⋃": "\\bigcup",
    "⋂": "\\bigcap", "×": "\\times ", "÷": "\\div ", "⋅": "\\cdot ", "≤": "\\le ", "≥": "\\ge ",
    "≠": "\\ne ", "≈": "\\approx ", "∞": "\\infty ", "→": "\\to ", "∈": "\\in ", "∂": "\\partial ",
    "∇": "\\nabla ", "±": "\\pm ", "−": "-", "{": "\\{", "}": "\\}", "%": "\\%", "#": "\\#",
    "$": "\\$", "&": "\\&", "\\": "\\backslash ", "α": "\\alpha ", "β": "\\beta ",
    "γ": "\\gamma ", "δ": "\\delta ", "ε": "\\epsilon ", "η": "\\eta ", "θ": "\\theta ",
    "λ": "\\lambda ", "μ": "\\mu ", "π": "\\pi ", "ρ": "\\rho ", "σ": "\\sigma ", "τ": "\\tau ",
    "φ": "\\phi ", "ω": "\\omega ", "Δ": "\\Delta ", "Σ": "\\Sigma ", "Ω": "\\Omega ",
}  # fmt: skip
_ACCENTS = {"̂": "hat", "̃": "tilde", "̅": "bar", "¯": "bar", "̇": "dot", "⃗": "vec"}
_FUNCTIONS = frozenset(
    "sin cos tan log ln exp min max lim arg det dim gcd inf ker sup sinh cosh tanh".split()
)


def formula(element: ET.Element) -> str:
    """The LaTeX of an `m:oMath` element, on one line."""
    return " ".join(_inner(element, 0).split())


def _inner(element: ET.Element | None, depth: int) -> str:
    if element is None or depth > _NESTING:
        return ""
    return "".join(_one(child, depth + 1) for child in element)


def _one(element: ET.Element, depth: int) -> str:
    name = element.tag.removeprefix(_M)
    if name == "r":
        text = "".join(each.text or "" for each in element.iter(f"{_M}t"))
        if text.strip() in _FUNCTIONS:
            return f"\\{text.strip()} "
        return "".join(_SIGNS.get(sign, sign) for sign in text)
    if name in _WRITERS:
        return _WRITERS[name](element, lambda part: _inner(element.find(f"{_M}{part}"), depth))
    return "" if name.endswith("Pr") else _inner(element, depth)


_Part = Callable[[str], str]


def _property(element: ET.Element, kind: str, name: str, default: str) -> str:
    found = element.find(f"{_M}{kind}/{_M}{name}")
    return found.get(f"{_M}val", default) if found is not None else default


def _root(_: ET.Element, part: _Part) -> str:
    degree = part("deg")
    return f"\\sqrt{f'[{degree}]' if degree else ''}{{{part('e')}}}"


def _big(element: ET.Element, part: _Part) -> str:
    sign = _property(element, "naryPr", "chr", "∫")
    low, high = part("sub"), part("sup")
    limits = (f"_{{{low}}}" if low else "") + (f"^{{{high}}}" if high else "")
    return f"{_SIGNS.get(sign, sign)}{limits} {part('e')}"


def _brackets(element: ET.Element, _: _Part) -> str:
    left = _property(element, "dPr", "begChr", "(")
    right = _property(element, "dPr", "endChr", ")")
    inside = [_inner(each, 1) for each in element.findall(f"{_M}e")]
    left, right = (_SIGNS.get(each, each) or "." for each in (left, right))
    return f"\\left{left}{','.join(inside)}\\right{right}"


def _accent(element: ET.Element, part: _Part) -> str:
    mark = _ACCENTS.get(_property(element, "accPr", "chr", "̂"), "hat")
    return f"\\{mark}{{{part('e')}}}"


def _matrix(element: ET.Element, _: _Part) -> str:
    rows = (
        " & ".join(_inner(cell, 1) for cell in row.findall(f"{_M}e"))
        for row in element.findall(f"{_M}mr")
    )
    body = " \\\\ ".join(rows)
    return f"\\begin{{matrix}}{body}\\end{{matrix}}"


def _base(text: str) -> str:
    return text if len(text) == 1 else f"{{{text}}}"


_WRITERS: dict[str, Callable[[ET.Element, _Part], str]] = {
    "f": lambda _, part: f"\\frac{{{part('num')}}}{{{part('den')}}}",
    "rad": _root,
    "nary": _big,
    "d": _brackets,
    "acc": _accent,
    "m": _matrix,
    "sSup": lambda _, part: f"{_base(part('e'))}^{{{part('sup')}}}",
    "sSub": lambda _, part: f"{_base(part('e'))}_{{{part('sub')}}}",
    "sSubSup": lambda _, part: f"{_base(part('e'))}_{{{part('sub')}}}^{{{part('sup')}}}",
    "func": lambda _, part: f"{part('fName')} {part('e')}",
    "limLow": lambda _, part: f"{part('e')}_{{{part('lim')}}}",
    "limUpp": lambda _, part: f"{part('e')}^{{{part('lim')}}}",
    "bar": lambda _, part: f"\\overline{{{part('e')}}}",
}
