"""Parses Markdown with math to one token tree, the source of all views of deck text."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from drill.markdown.dollars import is_doubtful, is_price, is_variable
from drill.text import printable

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

MATH = frozenset(("math_inline", "math_inline_double", "math_block"))
_CLOSING = {"\\(": "\\)", "\\[": "\\]"}
_FORMULA_LIMIT = 4_000  # characters; the search for the end of a formula stops there
_DEEPEST = 26  # levels of nesting, of which a list takes two; the limit of Typst
_CELLS_LIMIT = 10_000  # short rows are filled up, so a short text can have many cells
_TARGETS_LIMIT = 500_000  # characters; many short links can share a long target
_PICTURE = re.compile(r"(?<=\()data:image/[a-z]+;base64,[A-Za-z0-9+/=]{1000,}(?=\))")
_ENDS_TEXT = re.compile(r"[\n\\`~*_\[\]!<&$]")
"""The first characters of inline rules; a parser stops at others for rules that this one lacks."""
_REFUSED = "dollars that begin no formula"
# Some converters escape brackets in prose: \[1\] is a citation, \(see below\) a parenthesis.
_SIGN_OF_MATH = re.compile(r"[\\^_=<>{}|]|\A(?=[^A-Za-z]*[A-Za-z])(?!.*[A-Za-z]{2})", re.DOTALL)


def parse(text: str) -> list["Token"]:
    """The block tokens of `text`, all of it printable; raw HTML is text.

    Math is in tokens of the types `MATH`: `math_inline` is inline, the others are displayed. Their
    content is the LaTeX, their markup the opening delimiter. The top level of headings becomes h1.
    A text with excessive link targets or nesting becomes a block of code.
    """
    short, pictures = _without_pictures(printable(text))
    tokens = _parser().parse(short)
    if _length_of_targets(tokens) > _TARGETS_LIMIT or _is_cut_off(tokens):
        return [_verbatim(text)]
    for token in walk(tokens) if pictures else ():
        _put_back(token, pictures)
    tokens = _printable(tokens, text)
    headings = [token for token in tokens if token.type.startswith("heading_")]
    top = min((int(token.tag[1]) for token in headings), default=1)
    for token in headings:
        token.tag = f"h{int(token.tag[1]) - top + 1}"
    return tokens


def _without_pictures(text: str) -> tuple[str, dict[str, str]]:
    """`text` with a short address for each long picture, and the pictures by address.

    The parser looks at each character of an address several times.
    """
    pictures: dict[str, str] = {}

    def taken_out(picture: re.Match[str]) -> str:
        name = f"data:image/png;base64,~{len(pictures)}~"
        pictures[name] = picture[0]
        return name

    return _PICTURE.sub(taken_out, text), pictures


def _put_back(token: "Token", pictures: dict[str, str]) -> None:
    for name, picture in pictures.items():
        token.content = token.content.replace(name, picture)
        if token.attrs.get("src") == name:
            token.attrs["src"] = picture


def parse_inline(text: str) -> list["Token"]:
    """The tokens of a single line, such as a title or a key point, without block syntax."""
    inline = _parser().parseInline(printable(" ".join(text.split())))
    return _printable(inline[0].children or [], text)


def plain(text: str) -> str:
    """A title or key point as one line of plain text: no Markdown marks, math in Unicode."""
    return " ".join(flat(parse_inline(text)).split())


def flat(tokens: Iterable["Token"]) -> str:
    """The words of inline tokens, math in Unicode on one line, images by their description."""
    parts = []
    for token in tokens:
        if token.type in MATH:
            parts.append(formula_line(token))
        elif token.type in {"softbreak", "hardbreak"}:
            parts.append(" ")
        else:
            parts.append(flat(token.children) if token.children else token.content)
    return "".join(parts)


def formula_line(token: "Token") -> str:
    """The formula of a math token on one line of Unicode; its source if it is not a formula."""
    from drill.markdown import formulas  # most first questions have none

    try:
        return printable(formulas.one_line(formulas.parse(token.content.strip())))
    except formulas.FormulaError:
        return source(token)


def source(token: "Token") -> str:
    """A math token as it was written, with its delimiters."""
    return f"{token.markup}{token.content}{_CLOSING.get(token.markup, token.markup)}"


def walk(tokens: Iterable["Token"]) -> Iterator["Token"]:
    """All tokens, each before its children."""
    for token in tokens:
        yield token
        if token.children:  # most have none, and a generator for each would dominate the cost
            yield from walk(token.children)


def _length_of_targets(tokens: list["Token"]) -> int:
    return sum(len(str(value)) for token in walk(tokens) for value in token.attrs.values())


def _is_cut_off(tokens: list["Token"]) -> bool:
    """Whether the parser left out what is nested deeper than it goes."""
    return any(
        before.level >= _DEEPEST - 1 and before.nesting == 1 and after.nesting == -1
        for before, after in pairwise(tokens)
    )


def _verbatim(text: str) -> "Token":
    from markdown_it.token import Token

    return Token("code_block", "code", 0, content=printable(text), block=True)


def _printable(tokens: list["Token"], text: str) -> list["Token"]:
    """The `tokens` of `text` without unprintable characters from `&#x202e;` or `%E2%80%AE`."""
    if "&" not in text and "%" not in text:
        return tokens
    for token in walk(tokens):
        if token.content:
            token.content = printable(token.content)
        if token.info:
            token.info = printable(token.info)
        for name, value in token.attrs.items():
            if isinstance(value, str):
                token.attrs[name] = printable(value)
    return tokens


@cache
def _parser() -> "MarkdownIt":
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    from drill.markdown.block_rules import hasten
    from drill.markdown.parser import Parser

    parser = Parser("commonmark", {"html": False, "maxNesting": _DEEPEST}).enable(
        ["table", "strikethrough"]
    )
    dollarmath_plugin(parser, allow_labels=False, allow_blank_lines=False)
    parser.inline.ruler.at("math_inline", _dollar)
    parser.inline.ruler.before("escape", "math_bracket", _bracket)
    parser.block.ruler.before("fence", "math_bracket_block", _bracket_block)
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    parser.inline.terminator_re = _ENDS_TEXT
    hasten(parser)
    return parser


def doubtful_dollars(text: str) -> list[str]:
    """The parts of `text` between dollar signs that may or may not be formulas."""
    env: dict[str, dict[str, None]] = {}
    tokens = _parser().parse(printable(text), env)
    refused = list(env.get(_REFUSED, ()))
    inline = (token for token in walk(tokens) if token.type == "math_inline")
    taken = (token for token in inline if token.markup == "$" and is_doubtful(token.content))
    return [*refused, *map(source, taken)]


def _dollar(state: "StateInline", silent: bool) -> bool:
    """Inline `$…$` and `$$…$$`, except prices, variables and text with a code span.

    The plugin's own `allow_digits=False` takes the end of a paragraph for the text before its
    start, and reads `$10; code `$` as math, so both are checked here.
    """
    start, text = state.pos, state.src
    if not _dollar_of_plugin()(state, True):
        return False
    end, state.pos = state.pos, start
    before, content, after = text[start - 1 : start], text[start + 1 : end - 1], text[end:]
    if is_price(before, content) or "`" in content or after[:1].isdigit():
        return False
    if content[:1] != "$" and is_variable(before, content, after):
        state.env.setdefault(_REFUSED, {})[text[start:end]] = None
        return False
    return _dollar_of_plugin()(state, silent)


@cache
def _dollar_of_plugin() -> Callable[["StateInline", bool], bool]:
    from mdit_py_plugins.dollarmath.index import math_inline_dollar

    return math_inline_dollar(allow_space=False, allow_digits=True, allow_double=True)


def _bracket(state: "StateInline", silent: bool) -> bool:
    r"""Inline `\(…\)` and `\[…\]` with content that looks like math."""
    opening, start = state.src[state.pos : state.pos + 2], state.pos + 2
    closing = _CLOSING.get(opening)
    end = state.src.find(closing, start + 1, start + _FORMULA_LIMIT) if closing else -1
    if end < 0 or not _SIGN_OF_MATH.search(content := state.src[start:end]):
        return False
    if not silent:
        name = "math_inline" if opening == "\\(" else "math_inline_double"
        token = state.push(name, "math", 0)
        token.content, token.markup = content, opening
    state.pos = end + 2
    return True


def _bracket_block(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    r"""`\[…\]` on whole lines, without a blank line in it."""
    if state.is_code_block(start) or not _line(state, start).startswith("\\["):
        return False
    for last in range(start, end):
        line = _line(state, last)
        if not line or (state.sCount[last] < state.blkIndent):
            return False
        if "\\]" in line:
            break
    else:
        return False
    content = state.getLines(start, last + 1, state.blkIndent, False).strip()
    if not content.endswith("\\]") or not _SIGN_OF_MATH.search(content[2:-2]):
        return False
    if not silent:
        token = state.push("math_block", "math", 0)
        token.block, token.content, token.markup = True, content[2:-2], "\\["
        token.map = [start, last + 1]
        state.line = last + 1
    return True


def _table(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """A table, unless its columns times its lines exceed the limit of cells."""
    from markdown_it.rules_block.table import table

    if start + 1 >= end:
        return False
    columns = state.src.count("|", state.bMarks[start + 1], state.eMarks[start + 1]) + 1
    return columns * (end - start) <= _CELLS_LIMIT and table(state, start, end, silent)


def _line(state: "StateBlock", number: int) -> str:
    return state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]].strip()
