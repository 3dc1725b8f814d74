"""The inline content of HTML elements as Markdown: emphasis, code, links, images, formulas."""

import re
from collections.abc import Iterable
from html import unescape
from typing import TYPE_CHECKING

from drill.importer.formats.markdown_blocks import code_span

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

INVISIBLE = frozenset(
    "script style noscript template iframe svg button select textarea object embed audio video"
    " canvas head title -comment -doctype".split()
)
BREAK = "  \n"
DEPTH = 80
"""The deepest nesting of elements; deeper content becomes plain text, to protect the stack."""

_MARKS = {
    "b": "**", "strong": "**", "i": "*", "em": "*", "cite": "*", "dfn": "*",
    "del": "~~", "s": "~~", "strike": "~~",
}  # fmt: skip
_ANCHOR = re.compile("[¶#§🔗\ue000-\uf8ff]?")
"""The sign of a link to the title itself; fonts of icons have it in the private area."""
_CODE = frozenset(("code", "kbd", "samp", "tt"))
_TAG_LIKE = re.compile(r"(?<!`)(?:</?[A-Za-z][^<>`\n]{0,200}>)+(?!`)|<(?=[A-Za-z/!?])")
_SPACE = re.compile(r"\s+")
_LABEL = re.compile(r"[^\W\d_]{1,14} ?\d{0,3} ?[:：]\s")
_STAR = re.compile(r"(?<!\\)\*(?=\S)|(?<=\S)(?<!\\)\*")
_UNDERSCORES = re.compile(r"(?<![^\W_])(?<!\\)_+(?=\S)|(?<=\S)(?<!\\)_+(?![^\W_])")
"""Underscores at the edge of a word, which could begin or end emphasis."""
_TEX = re.compile(
    r"(?<!\\)\\\((?:[^\\]|\\\\(?=\()|\\(?![()])){1,4000}+\\\)"
    r"|(?<!\\)\\\[(?:[^\\]|\\\\(?=\[)|\\(?![\[\]])){1,4000}+\\\]"
    r"|\${1,2}[^$\n]{1,2000}\${1,2}"
)
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|bolder|normal|\d{3})")
_TYPED = re.compile(r"font-family\s*:[^;]{0,40}(?:monospace|courier|consolas)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*italic")


def escaped(text: str) -> str:
    """Plain text as Markdown that reads the same; `\\(…\\)`, `\\[…\\]` and `$…$` stay formulas.

    A literal tag, as in text about `<div>`, becomes code.
    """
    if not re.search(r"[*_<`\\]", text):
        return text
    parts: list[str] = []
    where = 0
    for formula in _TEX.finditer(text):
        parts += (_escaped(text[where : formula.start()]), formula[0])
        where = formula.end()
    return "".join((*parts, _escaped(text[where:])))


def _escaped(text: str) -> str:
    text = text.replace("`", "\\`")
    text = _TAG_LIKE.sub(lambda tag: f"`{tag[0]}`" if len(tag[0]) > 1 else "\\<", text)
    if "*" in text:
        text = _STAR.sub(r"\\*", text)
    return _UNDERSCORES.sub(lambda run: "\\_" * len(run[0]), text) if "_" in text else text


def inline(nodes: "Iterable[LexborNode]", depth: int = 0) -> str:
    """The text of `nodes` as one run of Markdown, with `BREAK` for line breaks."""
    text = re.sub(r"\*{4}(?!\*)", "", "".join(_inline(node, depth) for node in nodes))
    return tidied(text)


def tidied(text: str) -> str:
    """`text` with runs of spaces collapsed, and none beside line breaks."""
    text = re.sub(r"[ \t\xa0]+", " ", text.replace(BREAK, "\0")).replace("\0", BREAK)
    return re.sub(r" ?(  \n|\n) ?", r"\1", text).strip()


def _space(space: re.Match[str]) -> str:
    """White space as one space, or as a line break before a label such as `A:`."""
    return "\n" if "\n" in space[0] and _LABEL.match(space.string, space.end()) else " "


def _inline(node: "LexborNode", depth: int) -> str:
    tag = node.tag or ""
    if tag == "-text":
        return escaped(_SPACE.sub(_space, node.text_content or ""))
    if (formula := _formula(node, tag)) is not None:
        return formula
    if tag in INVISIBLE or "hidden" in node.attributes:
        return ""
    if depth > DEPTH:
        return escaped(node.text())
    if tag == "br":
        return BREAK
    if tag == "img":
        return _image(node)
    if tag == "input":
        return _box(node)
    if tag in _CODE or (tag == "span" and _TYPED.search(node.attributes.get("style") or "")):
        return code_span(node.text())
    inner = "".join(_inline(child, depth + 1) for child in node.iter(include_text=True))
    if tag == "a":
        return _link(node, inner)
    if tag in {"sup", "sub"} and re.fullmatch(r"[\w+−-]{1,3}", inner.strip()):
        return f"${'^' if tag == 'sup' else '_'}{{{inner.strip()}}}$"
    if tag in {"p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"}:
        return f"{BREAK}{inner}{BREAK}"
    return _marked(inner, _mark(node, tag))


def _mark(node: "LexborNode", tag: str) -> str:
    style = node.attributes.get("style") or ""
    weight = _WEIGHT.search(style)
    if weight:  # Google Docs wraps whole documents in <b style="font-weight:normal">
        is_bold = weight[1].startswith("bold") or (weight[1].isdigit() and int(weight[1]) >= 600)
        return "**" if is_bold else ""
    if _ITALIC.search(style):
        return "*"
    return _MARKS.get(tag, "")


def _marked(inner: str, mark: str) -> str:
    body = inner.strip()
    if not mark or not body or mark in inner or BREAK in body:
        return inner
    lead, tail = inner[: inner.index(body[0])], inner[len(inner.rstrip()) :]
    return f"{lead}{mark}{body}{mark}{tail}"


def _link(node: "LexborNode", inner: str) -> str:
    """A link: with its target if external or within the page, else its text alone."""
    target = (node.attributes.get("href") or "").strip()
    body = inner.strip()
    if _ANCHOR.fullmatch(body):
        return ""
    if not re.match(r"(?:https?://|#)[^\s<>()]+$", target) or "![" in body or BREAK in body:
        return inner
    return f"[{body}]({target})"


def _image(node: "LexborNode") -> str:
    source = (node.attributes.get("src") or "").strip()
    label = " ".join((node.attributes.get("alt") or "").split())
    if "latex" in (node.attributes.get("class") or "").lower() and label:
        return f"${label.strip('$')}$"
    if not source or source.startswith("data:"):  # an embedded picture has no file name
        return escaped(label)
    label = label.replace("[", "(").replace("]", ")")
    return f"![{label}](<{source}>)" if re.search(r"[\s()]", source) else f"![{label}]({source})"


def _box(node: "LexborNode") -> str:
    if node.attributes.get("type") != "checkbox":
        return ""
    return "[x] " if "checked" in node.attributes else "[ ] "


def _formula(node: "LexborNode", tag: str) -> str | None:
    """The LaTeX source kept by KaTeX, MathJax or MathML; None for other nodes."""
    if tag == "script":
        kind = node.attributes.get("type") or ""
        if not kind.startswith("math/tex"):
            return None
        return _dollars(node.text(), "display" in kind)
    kinds = (node.attributes.get("class") or "").split()
    if tag in {"mjx-container", "math"} or "katex" in kinds or "MathJax" in kinds:
        source = node.css_first('annotation[encoding*="tex" i]')
        tex = source.text() if source else node.attributes.get("alttext") or ""
        display = node.css_first('[display="block"]') or node.attributes.get("display")
        if tex:
            return _dollars(tex, display not in {None, "inline", "false"})
        # MathJax 2 keeps the source in a script beside the displayed formula.
        return "" if "MathJax" in kinds else None
    return "" if kinds and kinds[0] in {"MathJax_Preview", "katex-html", "MJX_Assistive"} else None


def _dollars(tex: str, display: bool) -> str:
    body = unescape(tex).strip()
    if not body or "$" in body:
        return body
    return f"$${' '.join(body.split())}$$" if display else f"${' '.join(body.split())}$"
