"""Deck text as Markdown that cannot affect the document around it.

It is written from the token tree: text stays text in any reader, headings are below the page's own,
and it contains no HTML and loads no image.
"""

import re
from typing import TYPE_CHECKING

from drill.markdown import markup
from drill.markdown.formulas import FormulaError, parse
from drill.text import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

# Not "[": \[ begins a formula in many readers, and without "]" there is no link.
_SPECIAL = re.compile(r"[\\`*\]<>|$~]|(?<!\w)_|_(?!\w)|&(?=#?\w+;)")
_STARTS_BLOCK = re.compile(r"^(?:([^\S\n]*)([#+=>-])|([^\S\n]*\d+)([.)]))", re.MULTILINE)
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_DOLLAR = re.compile(r"(?<!\\)(?:\\\\)*\$")  # the end of a formula, without its backslash
_WRAPPED = {"strong": "**", "em": "*", "s": "~~"}


def blocks(text: str) -> str:
    """An answer or a note as Markdown blocks, without an empty line at its end."""
    from markdown_it.tree import SyntaxTreeNode

    return "\n".join(_blocks(SyntaxTreeNode(markup.parse(text)).children))


def inline(text: str) -> str:
    """A title or a key point as one line of Markdown."""
    return _line(markup.parse_inline(text))


def verbatim(text: str) -> str:
    """Plain text as Markdown that preserves its lines, indents and paragraphs."""
    paragraphs = re.split(r"\n\s*\n", printable(text).expandtabs(4).strip("\n"))
    return "\n\n".join("\\\n".join(map(_typed, paragraph.split("\n"))) for paragraph in paragraphs)


def _typed(line: str) -> str:
    words = line.lstrip(" ")
    return "\u00a0" * (len(line) - len(words)) + _STARTS_BLOCK.sub(r"\1\3\\\2\4", _escaped(words))


def _blocks(nodes: "Sequence[SyntaxTreeNode]", *, loose: bool = True) -> list[str]:
    lines: list[str] = []
    for node in nodes:
        if lines and loose:
            lines.append("")
        lines += _block(node)
    return lines


def _block(node: "SyntaxTreeNode") -> list[str]:
    match node.type:
        case "heading":
            level = min(6, int(node.tag[1]) + 3)
            return [f"{'#' * level} {_content(node)}"]
        case "bullet_list":
            return _list(node, ["-"] * len(node.children))
        case "ordered_list":
            first = int(node.attrs.get("start", 1))
            return _list(node, [f"{first + index}." for index in range(len(node.children))])
        case "blockquote":
            return [f"> {line}".rstrip() for line in _blocks(node.children) or [""]]
        case "fence" | "code_block":
            return fence(node)
        case "table":
            return _table(node)
        case "hr":
            return ["***"]
        case "math_block":
            return _formula(node)
    return _content(node).split("\n")


def _content(node: "SyntaxTreeNode") -> str:
    token = node.children[0].token if node.children else None
    return _line(token.children or ()) if token else ""


def _list(node: "SyntaxTreeNode", marks: list[str]) -> list[str]:
    lines: list[str] = []
    for mark, item in zip(marks, node.children, strict=True):
        is_tight = all(child.type != "paragraph" or child.hidden for child in item.children)
        first, *rest = _blocks(item.children, loose=not is_tight) or [""]
        lines.append(f"{mark} {first}".rstrip())
        lines += [f"{' ' * (len(mark) + 1)}{line}".rstrip() for line in rest]
    return lines


def fence(node: "SyntaxTreeNode") -> list[str]:
    """The lines of a block of code in a fence that does not occur in it."""
    longest = max((len(run) for run in re.findall("`+", node.content)), default=0)
    fence = "`" * max(3, longest + 1)
    language = re.sub(r"[^\w+#.-].*", "", node.info, flags=re.DOTALL)
    content = node.content.rstrip("\n")
    return [fence + language, *(content.split("\n") if content else []), fence]


def _table(node: "SyntaxTreeNode") -> list[str]:
    rows = [row.children for part in node.children for row in part.children]
    lines = [f"| {' | '.join(map(_cell, row))} |" for row in rows]
    return [lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]]


def _cell(node: "SyntaxTreeNode") -> str:
    return re.sub(r"(?<!\\)\|", r"\|", _content(node))


def _formula(node: "SyntaxTreeNode") -> list[str]:
    math = _math(" ".join(node.content.split()), "$$")
    token = node.token
    return [math or _escaped(markup.source(token) if token else node.content)]


def _line(tokens: "Sequence[Token]") -> str:
    """Inline tokens as Markdown in which no line starts a block."""
    targets: list[str] = []
    parts: list[str] = []
    for token in tokens:
        if token.type == "link_open":
            targets.append(_target(token, "href"))
            parts.append("[")
        elif token.type == "link_close":
            parts.append(f"]({targets.pop()})")
        elif targets and token.type == "text":
            parts.append(_label(token.content))
        else:
            parts.append(_inline(token))
    return _STARTS_BLOCK.sub(r"\1\3\\\2\4", "".join(parts))


def _inline(token: "Token") -> str:
    match token.type:
        case "text":
            return _escaped(token.content)
        case "softbreak":
            return " "
        case "hardbreak":
            return "\\\n"
        case "code_inline":
            return _code(token.content)
        case "image":
            label = _label(markup.flat(token.children or ()) or "image")
            return f"[{label}]({_target(token, 'src')})"
        case "math_inline" | "math_inline_double":
            tex = " ".join(token.content.split())
            sign = "$" if token.type == "math_inline" else "$$"
            return _math(tex, sign) or _escaped(markup.source(token))
    return _WRAPPED.get(token.tag, "")


def _math(tex: str, sign: str) -> str:
    """A formula between its signs, without HTML tags; empty if it is not one or could end early."""
    try:
        parse(tex)
    except FormulaError:
        return ""
    if _DOLLAR.search(tex):
        return ""
    return f"{sign}{_TAG.sub('< ', tex)}{sign}"


def _code(content: str) -> str:
    longest = max((len(run) for run in re.findall("`+", content)), default=0)
    ticks = "`" * (longest + 1)
    padding = " " if content.startswith("`") or content.endswith("`") else ""
    return f"{ticks}{padding}{content}{padding}{ticks}"


def _target(token: "Token", name: str) -> str:
    target = re.sub(r"[\s<>]", "", str(token.attrs.get(name, "")))
    return f"<{target}>"


def _label(text: str) -> str:
    return _escaped(text).replace("[", "&#91;")


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
