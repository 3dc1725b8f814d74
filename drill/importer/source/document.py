"""Parses a document to its lines and the leaves of its Markdown, with their line ranges."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from drill.importer.limits import check_folds, check_list
from drill.importer.source.card_marks import with_card_marks
from drill.importer.source.dialects import plain
from drill.importer.source.fences import without_inner_fences
from drill.importer.source.html_blocks import TERM, resolve
from drill.importer.source.leaves import Item, Leaf, LeafKind
from drill.importer.source.margins import without_margin, without_text_fences, without_wrapper
from drill.importer.source.page_furniture import without_furniture
from drill.importer.source.pandoc_numbers import with_numbers
from drill.importer.source.pandoc_tables import with_tables_as_code
from drill.importer.source.spoilers import without_spoilers

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

_NESTING = 60
_INDENT_LIMIT = 160
_DEEP = re.compile(r"(?:[ \t]{0,4}(?:[>*+-]|\d{1,9}[.)])){24}")
_CONTAINERS = frozenset(">*+-0123456789")
_RULE_SIGNS = set("-*_|: \t")
_MATH_LINES = 200
_BELOW_HTML = re.compile(r"#{1,6}\s+\S|`{3}|~{3}")
_CODE_MARK = re.compile(r"`{3}|~{3}")
_SUMMARY = re.compile(r"<summary", re.IGNORECASE)
"""Below it, a heading is part of a folded answer."""
_LITERAL = re.compile(r"<(?:pre|script|style|textarea|code|[!?])", re.IGNORECASE)
"""HTML in which signs of Markdown are text."""


@dataclass(slots=True)
class Document:
    """A parsed document: its lines, its leaves in order, and the targets of its link references.

    `original` are the lines as written, `lines` their plain Markdown, one for one; `front` is the
    number of lines of front matter; `tags` are the topics named by tag lines.
    """

    original: list[str]
    lines: list[str]
    leaves: list[Leaf]
    links: dict[str, str]
    front: int = 0
    tags: tuple[str, ...] = ()
    starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts = [leaf.start for leaf in self.leaves]

    def between(self, start: int, end: int) -> list[Leaf]:
        """The leaves that begin on lines `start` to `end` (exclusive)."""
        return self.leaves[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def parse(text: str, name: str = "") -> Document:
    """Parse `text` (line ends `\\n`) as CommonMark with tables, `$$` blocks and dialects.

    DrillError, with `name`, if there are too many folds, or too many blocks in a list.
    """
    original = text.split("\n")
    front = front_matter_lines(original)
    shown = without_spoilers(original)
    bare = with_numbers(without_margin(without_text_fences(without_wrapper(shown))))
    dialects = plain(with_card_marks(without_furniture(bare)), front)
    fenced = without_inner_fences(dialects.lines)
    # The lines that close fences were blank.
    lines = [
        line if line.strip() else new for line, new in zip(dialects.lines, fenced, strict=True)
    ]
    seen = with_tables_as_code(fenced)
    source = "\n".join(
        [""] * front + [_tamed(line) if len(line) > 24 else line for line in seen[front:]]
    )
    builder = _Builder(name)
    env: dict[str, object] = {"builder": builder}
    builder.take(_parser().parse(source, env))
    references = env.get("references")
    links: dict[str, str] = {}
    if isinstance(references, dict):
        for label, target in references.items():
            title = f' "{target["title"]}"' if target["title"] else ""
            links[str(label)] = f"{target['href']}{title}"
    leaves = list(resolve(builder.leaves))
    for leaf in leaves:
        leaf.level = TERM if leaf.start in dialects.terms else leaf.level
    check_folds(sum(leaf.kind is LeafKind.OPEN for leaf in leaves), name)
    return Document(original, lines, leaves, links, front, tuple(dialects.tags))


def front_matter_lines(lines: Sequence[str]) -> int:
    """The number of lines of YAML or TOML front matter."""
    if lines[0].rstrip() not in {"---", "+++"}:
        return 0
    for number, line in enumerate(lines[1:200], start=1):
        if line.rstrip() == lines[0].rstrip():
            keyed = sum(bool(re.match(r"[\w-]+\s*[:=]", text)) for text in lines[1:number])
            return number + 1 if keyed else 0
        if line.startswith(("# ", "##")):  # a heading; `#layout: post` is a comment
            return 0
    return 0


def _tamed(line: str) -> str:
    """`line` with excessive nesting and indentation cut, which only an attack has."""
    body = line.lstrip(" \t")
    indent = len(line) - len(body)
    if indent > _INDENT_LIMIT:
        line = " " * _INDENT_LIMIT + body
    is_deep = body[:1] in _CONTAINERS and _DEEP.match(line) and not set(body) <= _RULE_SIGNS
    return "deeply nested" if is_deep else line


@cache
def _parser() -> "MarkdownIt":
    """A parser for blocks alone: inline content is parsed on demand."""
    from drill.markdown.block_rules import hasten
    from drill.markdown.parser import Parser

    parser = Parser("commonmark", {"maxNesting": _NESTING}).enable("table")
    parser.disable(["inline", "text_join"], True)
    parser.block.ruler.before("table", "flush", _flush)
    parser.block.ruler.before("code", "math", _math, {"alt": ["paragraph", "reference"]})
    parser.block.ruler.at("html_block", _html, {"alt": ["paragraph", "reference", "blockquote"]})
    hasten(parser)
    return parser


def _flush(state: "StateBlock", start: int, end: int, silent: bool) -> bool:  # noqa: ARG001 (the parser's signature)
    """Pass on the tokens of finished top-level blocks, so that memory never holds all."""
    builder = state.env["builder"]
    if state.level == 0:
        builder.take(state.tokens)
        state.tokens.clear()
        builder.inside = 0
    else:
        builder.inside += 1
        first, _ = state.tokens[0].map or (0, 0)
        check_list(builder.inside, first + 1, builder.name)
    return False


def _math(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """A `$$` or `\\[` block of several lines, in which nothing is a list, heading or rule."""
    if state.is_code_block(start):
        return False
    first = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
    opening = first[:2] if first[:2] in {"$$", "\\["} else first[:3]
    closing = {"$$": "$$", "\\[": "\\]", "\\\\[": "\\\\]"}.get(opening)
    if closing is None or closing in first[len(opening) :]:
        return False
    for line in range(start + 1, min(end, start + _MATH_LINES)):
        text = state.src[state.bMarks[line] : state.eMarks[line]]
        if state.sCount[line] < state.blkIndent and text.strip():
            return False
        if closing in text:
            break
        if text.startswith("#") or "```" in text or (opening != "$$" and opening in text):
            return False
    else:
        return False
    if silent:
        return True
    state.line = line + 1
    token = state.push("math_block", "", 0)
    token.map = [start, line + 1]
    token.content = state.getLines(start, line + 1, state.blkIndent, False)
    return True


def _html(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """A block of HTML, which also ends at a heading or a fence right below one of its lines.

    Markdown takes these for HTML up to the next blank line, authors do not.
    """
    from markdown_it.rules_block import html_block

    if silent:  # asked on each line of a paragraph: where the block would end does not matter
        return html_block(state, start, end, silent)
    ends = _BELOW_HTML
    for line in range(start, end):
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
        if not text or _LITERAL.search(text):
            break
        if line > start and ends.match(text):
            return html_block(state, start, line, silent)
        if _SUMMARY.search(text):
            ends = _CODE_MARK
    return html_block(state, start, end, silent)


class _Builder:
    """Collects leaves from tokens as the parser finishes them.

    `inside` counts the blocks found so far inside the current one.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.leaves: list[Leaf] = []
        self.groups = 0
        self.inside = 0

    def take(self, tokens: "Sequence[Token]") -> None:
        """Add the leaves of a sequence of complete top-level blocks."""
        items: list[Item] = []
        lists: list[int] = []
        quotes: list[tuple[int, int]] = []
        closing: dict[str, list[Item] | list[int] | list[tuple[int, int]]] = {
            "list_item_close": items,
            "bullet_list_close": lists,
            "ordered_list_close": lists,
            "blockquote_close": quotes,
        }
        leaf: Leaf | None = None
        opened: Item | None = None
        for token in tokens:
            kind = token.type
            start, end = token.map or (0, 0)
            if kind in _LEAVES:
                leaf = Leaf(_LEAVES[kind], start, end, token.content)
                leaf.item = items[-1] if items else None
                leaf.quote = quotes[0] if quotes else None
                leaf.opens, opened = opened, None
                if kind == "heading_open":
                    leaf.level = int(token.tag[1])
                self.leaves.append(leaf)
            elif kind == "inline" and leaf is not None:
                if leaf.rows:
                    leaf.rows[-1][1].append(token.content)
                else:
                    leaf.text = token.content
            elif kind == "tr_open" and leaf is not None:
                leaf.rows.append((start, []))
            elif kind == "list_item_open":
                number = int(token.info) if token.info.isdigit() else None
                parent = items[-1] if items else None
                items.append(Item(start, end, number, len(items) + 1, lists[-1], parent))
                opened = opened or items[-1]
            elif kind in {"bullet_list_open", "ordered_list_open"}:
                self.groups += 1
                lists.append(self.groups)
            elif kind == "blockquote_open":
                quotes.append((start, end))
            elif kind in closing:
                closing[kind].pop()


_LEAVES = {
    "heading_open": LeafKind.HEADING,
    "paragraph_open": LeafKind.PARAGRAPH,
    "fence": LeafKind.FENCE,
    "code_block": LeafKind.CODE,
    "math_block": LeafKind.MATH,
    "html_block": LeafKind.HTML,
    "hr": LeafKind.RULE,
    "table_open": LeafKind.TABLE,
}
