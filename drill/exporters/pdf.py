"""Deck text as data for the Typst templates of `drill.exporters.typeset`."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice, zip_longest
from typing import TYPE_CHECKING

from drill.exporters.typeset import Json
from drill.markdown import markup
from drill.markdown.formulas import FormulaError, one_line, parse
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

_LINKED = ("http://", "https://", "mailto:")
_EMBEDDED = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+")
# Lets a long address break; scripts without spaces have their own break points.
_DENSE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef"
)
_BREAK = "\u200b"
_LONG_RUN = re.compile(rf"[^\s{_BREAK}{_DENSE}]{{20}}(?=[^\s{_BREAK}])")
_LONG_CODE = re.compile(r"\S{13,}")
_LONG_IN_BLOCK = re.compile(r"\S{25,}")  # shorter words move to the next line
# Break points in a long word of code: after punctuation and before capitals.
_CODE_BREAK = re.compile(r"(?<=[^\s-][^\w\s])(?=\w)|(?<=[a-z])(?=[A-Z])|(?<=_)(?=[^\W_])")
_LEADS = re.compile(r"[:：,，][*_]*$|\A\*\*[^*]+\*\*$")
_EMOJI = "[\u2600-\u27bf\U0001f000-\U0001ffff]"
_DECORATION = re.compile(rf"(?:{_EMOJI}[\ufe0f\u200d]*\s*)+(?=\S)")
_NAME = 300
"""The most characters of a name in code; a longer word is data and gets no breaks, for speed."""
_MOST_PIECES = 5_000
"""The most code words, formulas, cells and the like; no shipped answer has 140. Each costs Typst up
to 0.3 ms and 40 KB."""
_WRAPPED = {"strong": "strong", "em": "emph", "s": "strike"}


def blocks(text: str) -> list[Json]:
    """An answer or a note as data for the template's `show-blocks`.

    With more than _MOST_PIECES pieces it is one paragraph of plain source.
    """
    from markdown_it.tree import SyntaxTreeNode

    tokens = markup.parse(text)
    if sum(1 + len(token.children or ()) for token in tokens) > _MOST_PIECES:
        return [{"kind": "paragraph", "body": [wrappable(" ".join(text.split()))], "leads": False}]
    return _blocks(SyntaxTreeNode(tokens).children)


def inline(text: str) -> list[Json]:
    """A title or a key point as data for the template's `show-inline`."""
    return _inline(markup.parse_inline(text))


def undecorated(title: str) -> str:
    """A title without leading emoji."""
    return _DECORATION.sub("", title, count=1) if _DECORATION.match(title) else title


def wrappable(text: str) -> str:
    """Plain text whose long words can be broken anywhere."""
    return _LONG_RUN.sub(rf"\g<0>{_BREAK}", text)


def _blocks(nodes: "Sequence[SyntaxTreeNode]") -> list[Json]:
    """The blocks; a paragraph that introduces the next block is kept with it."""
    blocks: list[Json] = []
    for node, following in zip_longest(nodes, islice(nodes, 1, None)):
        made = _block(node)
        if following is not None and _leads(node):
            made = [{**block, "leads": True} for block in made if isinstance(block, dict)]
        blocks += made
    return blocks


def _leads(node: "SyntaxTreeNode") -> bool:
    """Whether a paragraph is only a heading, or ends in a colon or a comma."""
    said = node.children[0].content if node.type == "paragraph" and node.children else ""
    return bool(_LEADS.search(said.strip()))


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
            code = node.content.rstrip("\n").expandtabs(4)
            return [{"kind": "code", "text": _breakable(code, _LONG_IN_BLOCK)}]
        case "table":
            rows = [row.children for part in node.children for row in part.children]
            cells = [_content(cell) for row in rows for cell in row]
            aligns = [_alignment(cell) for cell in rows[0]]
            return [{"kind": "table", "columns": len(rows[0]), "cells": cells, "aligns": aligns}]
        case "hr":
            return [{"kind": "rule"}]
        case "math_block" if node.token:
            return [{"kind": "formula", "body": _formula(node.token)}]
    return _paragraph(node.children[0]) if node.children else []


def _paragraph(node: "SyntaxTreeNode") -> list[Json]:
    token = node.token
    body = _inline(token.children or ()) if token else []
    return [{"kind": "paragraph", "body": body, "leads": False}] if token else []


def _content(node: "SyntaxTreeNode") -> list[Json]:
    token = node.children[0].token if node.children else None
    return _inline(token.children or ()) if token else []


def _inline(tokens: "Iterable[Token]") -> list[Json]:
    """Inline tokens as a tree of strings and objects."""
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
            return {"kind": "code", "text": _breakable(token.content)}
        case "image":
            return _picture(token)
        case "math_inline" | "math_inline_double":
            return _formula(token)
    return wrappable(token.content)


def _picture(token: "Token") -> Json:
    """An embedded picture, or its description."""
    source = str(token.attrs.get("src", ""))
    said = markup.flat(token.children or ()).strip()
    body = [f"[picture: {said}]" if said else "[picture]"]
    if _EMBEDDED.fullmatch(source):
        return {"kind": "picture", "file": source, "alt": said or "picture", "body": body}
    return {"kind": "emph", "body": body}


def _alignment(cell: "SyntaxTreeNode") -> str:
    return str(cell.attrs.get("style", "")).removeprefix("text-align:")


def _breakable(code: str, long: re.Pattern[str] = _LONG_CODE) -> str:
    """Code whose long words can be broken between their parts."""

    def broken(word_match: re.Match[str]) -> str:
        word = word_match[0]
        return wrappable(_CODE_BREAK.sub(_BREAK, word) if len(word) < _NAME else word)

    return long.sub(broken, code)


def _formula(token: "Token") -> Json:
    try:
        tree = parse(token.content.strip())
    except FormulaError:
        return {"kind": "code", "text": _breakable(markup.source(token))}
    alt = one_line(tree)
    return {"kind": "math", "body": _math(tree), "display": token.type != "math_inline", "alt": alt}


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
            beside = kind_of(base) in {Kind.BIG, Kind.WORD}  # on the line, as in TeX
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
    if leaf.text == "," and leaf.kind is Kind.SYMBOL:  # in a number: no space follows
        return "number"
    if len(leaf.text) > 1:
        return "text"
    return "upright" if leaf.upright else "symbol"
