"""Word's formulas (Office Math) as LaTeX."""

import re
from collections.abc import Callable
from unicodedata import name, normalize
from xml.etree import ElementTree as ET

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
NESTING = 30
"""The deepest nesting of elements that is read, beyond any real formula."""
_SIGNS = {
    "∑": "\\sum", "∏": "\\prod", "∫": "\\int", "∬": "\\iint", "∮": "\\oint", "⋃": "\\bigcup",
    "⋂": "\\bigcap", "×": "\\times ", "÷": "\\div ", "⋅": "\\cdot ", "≤": "\\le ", "≥": "\\ge ",
    "≠": "\\ne ", "≈": "\\approx ", "∞": "\\infty ", "→": "\\to ", "∈": "\\in ", "∂": "\\partial ",
    "∇": "\\nabla ", "±": "\\pm ", "−": "-", "{": "\\{", "}": "\\}", "%": "\\%", "#": "\\#",
    "$": "\\$", "&": "\\&", "\\": "\\backslash ", "α": "\\alpha ", "β": "\\beta ",
    "γ": "\\gamma ", "δ": "\\delta ", "ε": "\\epsilon ", "η": "\\eta ", "θ": "\\theta ",
    "λ": "\\lambda ", "μ": "\\mu ", "π": "\\pi ", "ρ": "\\rho ", "σ": "\\sigma ", "τ": "\\tau ",
    "φ": "\\phi ", "ϕ": "\\phi ", "ω": "\\omega ", "ψ": "\\psi ", "χ": "\\chi ", "κ": "\\kappa ",
    "ν": "\\nu ", "ξ": "\\xi ", "ζ": "\\zeta ", "ϵ": "\\epsilon ", "Δ": "\\Delta ", "Σ": "\\Sigma ",
    "Ω": "\\Omega ", "Θ": "\\Theta ", "Φ": "\\Phi ", "Ψ": "\\Psi ", "Π": "\\Pi ", "Λ": "\\Lambda ",
    "∧": "\\land ", "∨": "\\lor ", "¬": "\\neg ", "≡": "\\equiv ", "∀": "\\forall ",
    "∃": "\\exists ", "∉": "\\notin ", "⊂": "\\subset ", "⊆": "\\subseteq ", "∪": "\\cup ",
    "∩": "\\cap ", "∅": "\\emptyset ", "⇒": "\\Rightarrow ", "⇔": "\\Leftrightarrow ",
    "←": "\\leftarrow ", "↦": "\\mapsto ", "∝": "\\propto ", "∼": "\\sim ", "∣": "\\mid ",
    "∥": "\\parallel ", "…": "\\ldots ", "⋯": "\\cdots ", "⋮": "\\vdots ", "⋱": "\\ddots ",
    "∘": "\\circ ", "⊕": "\\oplus ", "⊗": "\\otimes ", "⊤": "\\top ", "⊥": "\\bot ",
    "ℓ": "\\ell ", "†": "\\dagger ", "⟨": "\\langle ", "⟩": "\\rangle ", "⌊": "\\lfloor ",
    "⌋": "\\rfloor ", "⌈": "\\lceil ", "⌉": "\\rceil ", "‖": "\\| ", "′": "'",
}  # fmt: skip
_ACCENTS = {"̂": "hat", "̃": "tilde", "̅": "bar", "¯": "bar", "̇": "dot", "⃗": "vec"}
_ALPHABETS = {"DOUBLE-STRUCK": "mathbb", "SCRIPT": "mathcal", "BOLD": "mathbf",
              "FRAKTUR": "mathfrak", "BLACK-LETTER": "mathfrak"}  # fmt: skip
_ALPHABET = re.compile(rf"(?:MATHEMATICAL )?({'|'.join(_ALPHABETS)}) (?:CAPITAL|SMALL|DIGIT) ")
_FUNCTIONS = frozenset(
    "sin cos tan log ln exp min max lim arg det dim gcd inf ker sup sinh cosh tanh".split()
)


def formula(element: ET.Element) -> str:
    """The LaTeX of an `m:oMath` element, on one line."""
    return " ".join(_inner(element, 0).split())


def _inner(element: ET.Element | None, depth: int) -> str:
    if element is None or depth > NESTING:
        return ""
    return "".join(_one(child, depth + 1) for child in element)


def _one(element: ET.Element, depth: int) -> str:
    kind = element.tag.removeprefix(MATH)
    if kind == "r":
        text = "".join(part.text or "" for part in element.iter(f"{MATH}t"))
        if text.strip() in _FUNCTIONS:
            return f"\\{text.strip()} "
        return "".join(_SIGNS.get(sign) or _letter(sign) for sign in text)
    if kind in _WRITERS:
        return _WRITERS[kind](element, lambda part: _inner(element.find(f"{MATH}{part}"), depth))
    return "" if kind.endswith("Pr") else _inner(element, depth)


def _letter(sign: str) -> str:
    """A letter of a mathematical alphabet, such as ℝ, as LaTeX; other characters unchanged."""
    if sign.isascii():
        return sign
    alphabet = _ALPHABET.match(name(sign, ""))
    plain = normalize("NFKC", sign)
    return f"\\{_ALPHABETS[alphabet[1]]}{{{plain}}}" if alphabet else plain


_Part = Callable[[str], str]


def _property(element: ET.Element, kind: str, key: str, default: str) -> str:
    setting = element.find(f"{MATH}{kind}/{MATH}{key}")
    return setting.get(f"{MATH}val", default) if setting is not None else default


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
    inside = [_inner(part, 1) for part in element.findall(f"{MATH}e")]
    left, right = (_SIGNS.get(sign, sign) or "." for sign in (left, right))
    return f"\\left{left}{','.join(inside)}\\right{right}"


def _accent(element: ET.Element, part: _Part) -> str:
    mark = _ACCENTS.get(_property(element, "accPr", "chr", "̂"), "hat")
    return f"\\{mark}{{{part('e')}}}"


def _matrix(element: ET.Element, _: _Part) -> str:
    rows = (
        " & ".join(_inner(cell, 1) for cell in row.findall(f"{MATH}e"))
        for row in element.findall(f"{MATH}mr")
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
