"""A formula on one line of Unicode text: `θ̂_MLE = arg max_θ ∑ᵢ₌₁ⁿ log p(xᵢ; θ)`."""

from functools import lru_cache
from unicodedata import combining, normalize

from drill.markdown.formulas.spacing import kind_of, spaced
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

SUPERSCRIPTS = str.maketrans(
    "0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ⊤∘∗",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡᵀ°*",
)
SUBSCRIPTS = str.maketrans(
    "0123456789+−-=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ"
)
_PRIMES = frozenset("′″‴⁗*†‡°")
_VULGAR = {"1/2": "½", "1/3": "⅓", "2/3": "⅔", "1/4": "¼", "3/4": "¾"}
_ROOTS = {"3": "∛", "4": "∜"}
_NAMED_MARKS = {"̂": "hat", "̃": "tilde", "⃗": "vec", "→": "vec", "̄": "mean"}
_DIFFERENTIALS = {Leaf("d", Kind.LETTER), Leaf("d", Kind.LETTER, True), Leaf("∂", Kind.SYMBOL)}
_COMBINING = {"→": "⃗", "←": "⃖"}
_PER_CHARACTER = {"\u0305": "\u0305", "\u0332": "\u0332", "strike": "\u0336"}
_BRACES = frozenset("⏟⏞⎵⎴⏝⏜")
_PRODUCTS = {Kind.LETTER, Kind.NUMBER, Kind.WORD, Kind.TEXT, Kind.OPEN, Kind.BIG}


@lru_cache(maxsize=4096)  # each level asks for its parts twice, without a cache 2ⁿ times
def one_line(node: Node, *, compact: bool = False) -> str:
    """The formula as one line, with parentheses for grouping that print shows by layout.

    `compact` omits the blanks around operators, as in scripts.
    """
    match node:
        case Leaf(text=text):
            return text
        case Row(parts=parts):
            return _row(parts, compact).strip()
        case Fraction():
            return _fraction(node)
        case Root(body=body, degree=degree):
            return root_sign(degree) + (
                one_line(body) if _is_single(body) else f"({one_line(body)})"
            )
        case Scripts():
            return _scripts(node)
        case Accent():
            return accented(node) or _named(node)
        case Fenced(left=left, body=body, right=right):
            inner = one_line(body, compact=compact)
            inner = f"({inner})" if not left and isinstance(body, Fraction) else inner
            # Cases have no closing brace in print; a line needs it to show where they end.
            is_open = left == "{" and not right and isinstance(body, Table)
            return left + inner + ("}" if is_open else right)
        case Table(rows=rows, aligned=aligned):
            between = " " if aligned else ", "
            return "; ".join(_table_row(row, between) for row in rows)


def _row(parts: tuple[Node, ...], compact: bool) -> str:
    line = ""
    for index, (blanks, part) in enumerate(spaced(parts, compact=compact)):
        text = one_line(part, compact=compact)
        if isinstance(part, Fraction) and part.bar and _needs_parentheses(parts, index, text):
            text = f"({text})"
        line += " " * (blanks or _would_run_on(line, text)) + text
    return line


def _needs_parentheses(parts: tuple[Node, ...], index: int, text: str) -> bool:
    """Whether a fraction without parentheses would be ambiguous."""
    if text in _VULGAR.values():
        return False
    if index and kind_of(parts[index - 1]) is Kind.WORD:
        return True
    following = next((part for part in parts[index + 1 :] if kind_of(part) is not Kind.SPACE), None)
    return following is not None and kind_of(following) in _PRODUCTS and not text.endswith(")")


def _would_run_on(line: str, text: str) -> bool:
    """Whether `text` would read as part of a script written with `_` or `^`."""
    word = line.rsplit(" ", 1)[-1]
    mark = max(word.rfind("_"), word.rfind("^"))
    return mark >= 0 and word[mark + 1 :].isalnum() and text[:1].isalnum()


def _fraction(node: Fraction) -> str:
    if not node.bar:
        return f"{one_line(node.over)} choose {one_line(node.under)}"
    over, under = one_line(node.over), one_line(node.under)
    simple = f"{over}/{under}"
    if simple in _VULGAR:
        return _VULGAR[simple]
    if not _is_product(node.over):
        over = f"({over})"
    if not (_is_single(node.under) or _is_derivative(node)):
        under = f"({under})"
    return f"{over}/{under}"


def _is_product(node: Node) -> bool:
    """Whether a numerator needs no parentheses: all its operators bind tightly."""
    if not isinstance(node, Row):
        return _is_single(node)
    depth = 0
    for blanks, part in spaced(node.parts, compact=False):
        kind = kind_of(part)
        loose = blanks or kind in {Kind.SPACE, Kind.BINARY} or part == Leaf("/", Kind.SYMBOL)
        if depth == 0 and loose:
            return False
        if isinstance(part, Fraction):
            return False
        depth += (kind is Kind.OPEN) - (kind is Kind.CLOSE)
    return True


def _is_derivative(node: Fraction) -> bool:
    """Whether this is a derivative such as dL/dw, which nobody reads as (dL/d)w."""
    heads = [_base(_first(part)) for part in (node.over, node.under)]
    is_short = isinstance(node.under, Row) and len(node.under.parts) == 2
    return is_short and all(head in _DIFFERENTIALS for head in heads)


def _first(node: Node) -> Node:
    return node.parts[0] if isinstance(node, Row) and node.parts else node


def _base(node: Node) -> Node:
    return node.base if isinstance(node, Scripts) else node


def _is_single(node: Node) -> bool:
    """Whether a denominator or the body of a root needs no parentheses."""
    match node:
        case Leaf(text=text):
            return " " not in text.strip()
        case Scripts(base=base):
            return _is_single(base) and " " not in _scripts(node)
        case Row(parts=(name, Leaf(kind=Kind.OPEN), *inner, last)):
            is_call = kind_of(name) in {Kind.LETTER, Kind.WORD, Kind.TEXT} and _is_single(name)
            kinds = [kind_of(part) for part in inner]
            is_closed = kind_of(last) is Kind.CLOSE and Kind.CLOSE not in kinds
            return is_call and is_closed and Kind.OPEN not in kinds
        case Row() | Fraction() | Table():
            return False
        case Fenced() | Root():
            return True
        case Accent():
            return accented(node) is not None
    return False


def root_sign(degree: Node | None) -> str:
    """The sign of a root with its degree: √, ∛, ⁿ√."""
    if degree is None:
        return "√"
    text = one_line(degree, compact=True)
    raised = script(degree, SUPERSCRIPTS)
    return _ROOTS.get(text) or (f"{raised}√" if raised else f"({text})√")


def _scripts(node: Scripts) -> str:
    base = one_line(node.base)
    grouped = node.base.body if isinstance(node.base, Accent) else node.base
    is_compound = isinstance(grouped, Row | Fraction | Table) and base
    if is_compound and kind_of(node.base) is not Kind.WORD and not _is_named(node.base):
        base = f"({base})"
    return base + _script(node.sub, "_", SUBSCRIPTS) + _script(node.sup, "^", SUPERSCRIPTS)


def _is_named(node: Node) -> bool:
    return isinstance(node, Accent) and accented(node) is None


def _script(node: Node | None, sign: str, letters: dict[int, int]) -> str:
    if node is None:
        return ""
    small = script(node, letters)
    if small is not None:
        return small
    text = one_line(node, compact=True)
    leaves = node.parts if isinstance(node, Row) else (node,)
    is_plain = len(text) == 1 or (text.isalnum() and all(isinstance(leaf, Leaf) for leaf in leaves))
    return f"{sign}{text}" if is_plain else f"{sign}({text})"


def script(node: Node, letters: dict[int, int]) -> str | None:
    """A script in small Unicode letters; None for words, or if a letter does not exist."""
    if isinstance(node, Leaf) and node.kind in {Kind.WORD, Kind.TEXT} and len(node.text) > 1:
        return None
    text = one_line(node, compact=True)
    are_small = all(ord(letter) in letters or letter in _PRIMES for letter in text)
    return text.translate(letters) if are_small else None


def accented(node: Accent) -> str | None:
    """The body with its mark as combining characters; None if that is not readable."""
    body = one_line(node.body)
    if node.mark in _BRACES:
        return body
    if node.mark in _PER_CHARACTER:
        mark = _PER_CHARACTER[node.mark]
        return "".join(letter if combining(letter) else letter + mark for letter in body)
    if not _is_letter(node.body):
        return None
    return normalize("NFC", body + _COMBINING.get(node.mark, node.mark))


def _is_letter(node: Node) -> bool:
    """Whether a combining mark would cover all of `node`."""
    if isinstance(node, Accent):
        return node.mark not in _BRACES and _is_letter(node.body)
    return isinstance(node, Leaf) and len(node.text) == 1


def _named(node: Accent) -> str:
    return f"{_NAMED_MARKS.get(node.mark, node.mark)}({one_line(node.body)})"


def _table_row(row: tuple[Node, ...], between: str) -> str:
    return between.join(text for cell in row if (text := one_line(cell)))
