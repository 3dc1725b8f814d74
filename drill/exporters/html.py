"""Deck text as HTML, and the page template that all HTML exports share.

All text is escaped, nothing is loaded from anywhere, and the page forbids scripts.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from drill.markdown import markup
from drill.markdown.formulas import FormulaError, mathml
from drill.markdown.language import is_right_to_left

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_WIDE_FORMULA = 36  # characters of LaTeX that may be too wide for a phone
_LINKED = ("http://", "https://", "mailto:")
_EMBEDDED = ("data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp")


def page(title: str, body: str, style: str = "", lang: str = "en") -> str:
    """A whole HTML document around `body`, which is HTML; `title` is plain text.

    `style` is CSS after the shared style sheet; `lang` is the language of the text. The page
    follows the reader's light or dark theme and fits phones and paper.
    """
    return f"""<!doctype html>
<html{language_of(lang)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(title)}</title>
<style>
{_style()}{style}</style>
</head>
<body>
{body}
</body>
</html>
"""


def language_of(lang: str) -> str:
    """The language and direction attributes of an element."""
    direction = ' dir="rtl"' if is_right_to_left(lang) else ""
    return f' lang="{escape(lang)}"{direction}'


def as_mathml(token: "Token") -> str:
    """A math token as MathML, or its source if it is not a formula."""
    try:
        made = mathml(token.content.strip(), display=token.type != "math_inline")
    except FormulaError:
        return f'<code class="tex">{escape(markup.source(token))}</code>'
    # Only wide formulas get a scrolling box, because it takes them off the baseline.
    is_wide = token.type != "math_block" and len(token.content) > _WIDE_FORMULA
    return f'<span class="wide">{made}</span>' if is_wide else made


def blocks(text: str, formula: Callable[["Token"], str] = as_mathml) -> str:
    """An answer or a note as HTML; its headings are below those of the page.

    `formula` gives the HTML of a math token.
    """
    return _rendered(markup.parse(text), formula)


def inline(text: str, formula: Callable[["Token"], str] = as_mathml) -> str:
    """A title or a key point as HTML without block elements."""
    return _rendered(markup.parse_inline(text), formula)


def _rendered(tokens: Iterable["Token"], formula: Callable[["Token"], str]) -> str:
    parser = _markdown()
    html: str = parser.renderer.render(list(_safe(tokens, formula)), parser.options, {})
    return html


@cache
def _style() -> str:
    return Path(__file__).with_name("page.css").read_text("utf-8")


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"xhtmlOut": False})


def _safe(tokens: Iterable["Token"], formula: Callable[["Token"], str]) -> Iterator["Token"]:
    """`tokens` with math and images as finished HTML, and only web and mail links."""
    for token in tokens:
        if token.type == "math_block":
            token.type, token.content = (
                "html_block",
                f'<div class="formula">{formula(token)}</div>\n',
            )
        elif token.type in markup.MATH:
            token.type, token.content = "html_inline", formula(token)
        elif token.type == "image":
            token.type, token.content, token.children = "html_inline", _image(token), None
        elif token.type == "link_open":
            target = str(token.attrs.get("href", ""))
            token.attrs = {"href": target, "rel": "noreferrer"} if _is_linked(target) else {}
        elif token.type.startswith("heading_"):
            token.tag = f"h{min(6, int(token.tag[1]) + 3)}"
        elif token.children:
            token.children = list(_safe(token.children, formula))
        yield token


def _image(token: "Token") -> str:
    source = str(token.attrs.get("src", ""))
    description = escape(markup.flat(token.children or ()).strip())
    if source.startswith(_EMBEDDED):
        return f'<img src="{escape(source)}" alt="{description}">'
    named = f"[picture: {description}]" if description else "[picture]"
    return (
        f'<a href="{escape(source)}" rel="noreferrer">{named}</a>' if _is_linked(source) else named
    )


def _is_linked(target: str) -> bool:
    return target.lower().startswith(_LINKED)
