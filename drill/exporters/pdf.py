"""Deck text as data for Typst, and the PDF that a fixed layout makes of it.

No Typst code is ever made of text: it travels as JSON to a template that only shows it.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from drill.errors import DrillError
from drill.markdown import markup
from drill.markdown.formulas import FormulaError, parse
from drill.markdown.formulas.spacing import kind_of
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
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]

_LINKED = ("http://", "https://", "mailto:")
# What the fonts that come with Typst cannot show: the user's own fonts are then read too.
_EXOTIC = re.compile("[\u0590-\u1cff\u2e80-\ua6ff\uac00-\ufaff\ufe30-\uffef\U0001f000-\U0003ffff]")
_LONG_RUN = re.compile(r"\S{30}(?=\S)")  # so that a long address can be broken
_WRAPPED = {"strong": "strong", "em": "emph", "s": "strike"}


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished document and how many pages it has.

    `borrowed` are the characters that Typst's own fonts lack: they show in a font of the system's,
    or as boxes where it has none.
    """

    content: bytes
    pages: int
    borrowed: str = ""


def compiled(layout: Path, data: Mapping[str, Json]) -> Pdf:
    """The PDF that the Typst template `layout`, after the shared one, makes of `data`.

    The same input gives the same bytes. Raises DrillError where Typst is not installed.
    """
    try:
        import typst
    except ImportError:
        hint = "pip install 'interview-drill[pdf]'"
        raise DrillError("a PDF needs Typst, which is not installed", hint) from None
    source = Path(__file__).with_name("page.typ").read_bytes() + layout.read_bytes()
    text = json.dumps(data, ensure_ascii=False)
    borrowed = "".join(sorted(set(_EXOTIC.findall(text))))
    with TemporaryDirectory() as empty:  # nothing for a template to read
        content = typst.compile(  # type: ignore[type-var]  # its stub wants one type for all
            source,
            root=Path(empty),
            sys_inputs={"data": text},
            timestamp=0,
            ignore_system_fonts=not borrowed,
        )
    return Pdf(content, len(re.findall(rb"/Type\s*/Page\b", content)), borrowed)


def blocks(text: str) -> list[Json]:
    """An answer or a note as data for the template's `show-blocks`."""
    from markdown_it.tree import SyntaxTreeNode

    return _blocks(SyntaxTreeNode(markup.parse(text)).children)


def inline(text: str) -> list[Json]:
    """A title or a key point as data for the template's `show-inline`."""
    return _inline(markup.parse_inline(text))


def wrappable(text: str) -> str:
    """Plain text that a line can end in the middle of, however long its words are."""
    return _LONG_RUN.sub("\\g<0>\u200b", text)


def _blocks(nodes: "Iterable[SyntaxTreeNode]") -> list[Json]:
    return [block for node in nodes for block in _block(node)]


def _block(node: "SyntaxTreeNode") -> list[Json]:
    match node.type:
        case "heading":
            return [{"kind": "heading", "body": _content(node)}]
        case "bullet_list" | "ordered_list":
            start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
            items = [_blocks(item.children) for item in node.children]
            return [{"kind": "list", "start": start, "items": items}]
        case "blockquote":
            return [{"kind": "quote", "body": _blocks(node.children)}]
        case "fence" | "code_block":
            language = re.sub(r"\W.*", "", node.info, flags=re.DOTALL)
            return [{"kind": "code", "text": node.content.rstrip("\n"), "language": language}]
        case "table":
            rows = [row.children for part in node.children for row in part.children]
            cells = [_content(cell) for row in rows for cell in row]
            return [{"kind": "table", "columns": len(rows[0]), "cells": cells}]
        case "hr":
            return [{"kind": "rule"}]
        case "math_block" if node.token:
            return [{"kind": "formula", "body": _formula(node.token)}]
    return _paragraph(node.children[0]) if node.children else []


def _paragraph(node: "SyntaxTreeNode") -> list[Json]:
    token = node.token
    return [{"kind": "paragraph", "body": _inline(token.children or ())}] if token else []


def _content(node: "SyntaxTreeNode") -> list[Json]:
    token = node.children[0].token if node.children else None
    return _inline(token.children or ()) if token else []


def _inline(tokens: "Iterable[Token]") -> list[Json]:
    """Inline tokens as a tree of strings and of objects that hold more of them."""
    stack: list[list[Json]] = [[]]
    targets: list[str] = []
    for token in tokens:
        if token.nesting == 1:
            stack.append([])
            targets.append(str(token.attrs.get("href", "")))
        elif token.nesting == -1:
            body, target = stack.pop(), targets.pop()
            kind = "link" if target.startswith(_LINKED) else _WRAPPED.get(token.tag, "span")
            stack[-1].append({"kind": kind, "body": body, "to": target})
        else:
            stack[-1].append(_leaf(token))
    return stack[0]


def _leaf(token: "Token") -> Json:
    match token.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return {"kind": "break"}
        case "code_inline":
            return {"kind": "code", "text": token.content}
        case "image":
            return {"kind": "emph", "body": [markup.flat(token.children or ()) or "image"]}
        case "math_inline" | "math_inline_double":
            return _formula(token)
    return wrappable(token.content)


def _formula(token: "Token") -> Json:
    try:
        body = _math(parse(token.content.strip()))
    except FormulaError:
        return {"kind": "code", "text": markup.source(token)}
    return {"kind": "math", "body": body, "display": token.type != "math_inline"}


def _math(node: Node | None) -> Json:
    """A formula as data for the template's `show-math`."""
    match node:
        case None:
            return None
        case Leaf():
            return {"kind": _kind(node), "text": node.text}
        case Row(parts=parts):
            return {"kind": "row", "parts": [_math(part) for part in parts]}
        case Fraction(over=over, under=under, bar=bar):
            return {"kind": "frac" if bar else "binom", "over": _math(over), "under": _math(under)}
        case Root(body=body, degree=degree):
            return {"kind": "root", "body": _math(body), "degree": _math(degree)}
        case Scripts(base=base, sub=sub, sup=sup, limits=limits):
            around = {"base": _math(base), "sub": _math(sub), "sup": _math(sup)}
            beside = kind_of(base) in {Kind.BIG, Kind.WORD}  # in a line, as TeX sets them
            return {"kind": "scripts", "limits": limits, "beside": beside, **around}
        case Accent(body=body, mark=mark, below=under):
            return {"kind": "accent", "body": _math(body), "mark": mark, "below": under}
        case Fenced(left=left, body=body, right=right):
            if isinstance(body, Fraction) and not body.bar:  # brings its own parentheses
                return _math(body)
            return {"kind": "fenced", "left": left, "body": _math(body), "right": right}
        case Table(rows=rows, aligned=aligned, ragged=ragged):
            cells = [[_math(cell) for cell in row] for row in rows]
            return {"kind": "table", "rows": cells, "aligned": aligned, "ragged": ragged}


def _kind(leaf: Leaf) -> str:
    if leaf.kind in {Kind.WORD, Kind.TEXT, Kind.NUMBER, Kind.SPACE}:
        return leaf.kind.name.lower()
    if leaf.text == "," and leaf.kind is Kind.SYMBOL:  # in a number, where no space follows it
        return "number"
    if len(leaf.text) > 1:
        return "text"
    return "upright" if leaf.upright else "symbol"
