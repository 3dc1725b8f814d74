"""Deck text in the terminal: Markdown with math in Unicode, in the reader's own colours."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile
from typing import ClassVar

from markdown_it.token import Token
from rich.console import Console, ConsoleOptions, JustifyMethod, RenderResult
from rich.markdown import (
    CodeBlock,
    Heading,
    HorizontalRule,
    Markdown,
    MarkdownElement,
    TableElement,
    TextElement,
)
from rich.padding import Padding
from rich.rule import Rule
from rich.segment import Segment
from rich.style import Style
from rich.syntax import ANSISyntaxTheme, Syntax
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from drill.markdown import markup
from drill.markdown.formulas import FormulaError, grid
from drill.markdown.formulas import parse as parse_formula
from drill.terminal.highlighting import lexer, pieces

# No background and no bright colours: these are readable on light and dark.
_THEME = Theme(
    {
        "markdown.code": "cyan",
        "markdown.math": "italic",
        "markdown.block_quote": "none",
        "markdown.item.bullet": "dim",
        "markdown.item.number": "dim",
        "markdown.hr": "dim",
        "markdown.link": "underline",
        "markdown.link_url": "dim",
        "markdown.table.border": "dim",
        "markdown.table.header": "bold",
        **{f"markdown.h{level}": "bold" for level in range(1, 7)},
    }
)
_CODE_THEME = ANSISyntaxTheme(
    {
        ("Comment",): Style(dim=True),
        ("Keyword",): Style(bold=True),
        ("Literal", "String"): Style(color="green"),
        ("Literal", "Number"): Style(color="cyan"),
        ("Name", "Decorator"): Style(color="magenta"),
    }
)
# Replacements for a console without UTF-8: of any width in text, of one cell in frames.
_PLAIN_TEXT = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "--", "−": "-", "…": "...",
     "×": "x", "→": "->", "←": "<-", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "•": "*"}
)  # fmt: skip
_PLAIN_FRAME = str.maketrans("•▌─│…", "*|-|.")


def answer_view(text: str) -> "AnswerView":
    """A renderable of an answer or of a question of several lines; safe for any `text`."""
    return AnswerView(text)


class _LeftHeading(Heading):
    LEVEL_ALIGN: ClassVar[dict[str, JustifyMethod]] = {}


class _Code(CodeBlock):
    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        text = self.text.plain.rstrip()
        name = lexer(self.lexer_name, text)
        for piece in pieces(text):
            code = Syntax(piece, name, theme=_CODE_THEME, word_wrap=True)
            yield Padding(code, (0, 0, 0, 2))


class _Line(HorizontalRule):
    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Rule(style=console.get_style("markdown.hr"))


class _Table(TableElement):
    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for table in super().__rich_console__(console, options):
            if isinstance(table, Table):  # fold long words instead of cutting them
                for column in table.columns:
                    column.overflow = "fold"
            yield table


class _Formula(TextElement):
    """A displayed formula: in two dimensions if it fits, else on one line."""

    style_name = "none"

    def __init__(self, token: Token) -> None:
        self.token = token

    @classmethod
    def create(cls, markdown: Markdown, token: Token) -> MarkdownElement:  # noqa: ARG003
        return cls(token)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        room = options.max_width - 2
        lines = [] if options.ascii_only else _grid(self.token)
        if lines and Text(lines[0]).cell_len <= room:
            formula = Text("\n".join(lines), no_wrap=True)
        elif options.ascii_only:
            formula = Text(_shown(markup.source(self.token), options))
        else:
            formula = Text(markup.formula_line(self.token))
        yield Padding(formula, (0, 0, 0, 2))


class AnswerView(Markdown):
    """Rich's Markdown with drill's own parser: `text` is data, never console markup.

    Math is Unicode. Links show their target as text, not as terminal hyperlinks; images show their
    description and target. A console without UTF-8 gets formulas as LaTeX, and replacements for
    other characters.
    """

    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "heading_open": _LeftHeading,
        "fence": _Code,
        "code_block": _Code,
        "hr": _Line,
        "table_open": _Table,
        "math_block": _Formula,
    }
    inlines = Markdown.inlines | {"math"}

    def __init__(self, text: str) -> None:
        super().__init__("")
        self.markup = text
        self._tokens = markup.parse(text)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        self.parsed = [_prepared(token, options) for token in self._tokens]
        with console.use_theme(_THEME):
            items = super().__rich_console__(console, options)
            # Rich puts an empty line above a list, even at the top.
            for item in dropwhile(lambda item: item == Segment.line(), items):
                if options.ascii_only and isinstance(item, Segment):
                    text = _encodable(item.text.translate(_PLAIN_FRAME), options)
                    yield Segment(text, item.style, item.control)
                else:
                    yield item


def _prepared(token: Token, options: ConsoleOptions) -> Token:
    """A block token prepared for Rich."""
    if token.type == "math_block":
        return token.copy(tag="")
    children = list(_inline(token.children or (), options)) if token.children else None
    return token.copy(content=_shown(token.content, options), children=children)


def _inline(tokens: Sequence[Token], options: ConsoleOptions) -> Iterator[Token]:
    """Inline tokens with math as text, links and images as text with their target."""
    label, target = "", ""
    for token in tokens:
        if token.type in markup.MATH:
            text = markup.source(token) if options.ascii_only else markup.formula_line(token)
            yield token.copy(type="math_inline", content=_shown(text, options))
        elif token.type == "image":
            description = markup.flat(token.children or ())
            yield _text(f"[{description or 'image'}: {token.attrs.get('src', '')}]", options)
        elif token.type == "link_open":
            label, target = "", str(token.attrs.get("href", ""))
        elif token.type == "link_close":
            if target.removeprefix("mailto:") != label:
                yield _text(f" ({target})", options)
        else:
            label += token.content
            yield token.copy(content=_shown(token.content, options))


def _text(content: str, options: ConsoleOptions) -> Token:
    return Token("text", "", 0, content=_shown(content, options))


def _shown(text: str, options: ConsoleOptions) -> str:
    """`text` reduced to the console's encoding."""
    if not options.ascii_only:
        return text
    return _encodable(text.translate(_PLAIN_TEXT), options)


def _encodable(text: str, options: ConsoleOptions) -> str:
    return text.encode(options.encoding, "replace").decode(options.encoding)


def _grid(token: Token) -> list[str]:
    try:
        return grid(parse_formula(token.content.strip()))
    except FormulaError:
        return []
