"""Saved web pages: their main content as Markdown, without navigation."""

import re
from typing import TYPE_CHECKING

from drill.errors import DrillError
from drill.importer.formats.html.blocks import markdown
from drill.importer.formats.html.tree import parsed

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_FURNITURE = frozenset(("nav", "footer", "aside", "dialog", "search"))
_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog")
)
_NAMES = re.compile(
    r"\b(?:cookies?|consent|gdpr|newsletter|subscribe|share|sharing|social|breadcrumbs?|related"
    r"|sidebar|comments|advert(?:isement)?|ads?|promo|pagination|pager|skip|toc|toolbar|popup"
    r"|modal|banner|byline|author|editsection|noprint|navbox|sr only|visually hidden)\b"
)
_TITLES = "h1, h2, h3, h4, h5, h6"
_MARKS = (
    ".mw-editsection, .mw-jump-link, .printfooter, .catlinks, sup.reference,"
    " .page-metadata, .pageSection"
)
"""What MediaWiki and Confluence put beside headings and words, and below a page."""
_LOOKS = re.compile(r"\.(c\d{1,3})\{([^{}]{0,500})\}")
"""The class rules in a page exported by Google Docs."""
_LEAST = 0.2
"""The least share of a page's text for `<main>` or `<article>` to be its main content."""
_MOST = 0.4
"""The largest share of a page's text that is dropped as furniture by class name alone."""


def read_web_page(text: str, name: str) -> str:
    """The Markdown of a page's `<main>` or `<article>`, else of its body.

    DrillError if the page has no text, for example because a script would load it.
    """
    tree = parsed(text, name)
    body = tree.body
    if body is None:
        raise DrillError(f"{name}: the page has no text", "is it the right file?")
    for mark in tree.css(_MARKS):
        mark.decompose()
    _set_looks(tree)
    root = _content(body)
    whole = len(root.text())
    result = markdown([root], lambda node: _is_furniture(node, whole))
    title = tree.css_first("title")
    if title and title.text().strip() and not re.search(r"^# ", result, re.MULTILINE):
        result = f"# {' '.join(title.text().split())}\n\n{result}"
    if not re.search(r"\w", result):
        raise DrillError(
            f"{name}: the page has no text",
            "a script builds it: open the page in a browser, and save it from there",
        )
    return result


def _set_looks(tree: "LexborHTMLParser") -> None:
    """Inline the styles of classes, for pages that mark bold and code only by class."""
    looks = dict(_LOOKS.findall("".join(sheet.text() for sheet in tree.css("style"))))
    for span in tree.css("span[class]") if looks else ():
        names = (span.attributes.get("class") or "").split()
        if style := ";".join(looks[name] for name in names if name in looks):
            span.attrs["style"] = style


def _content(body: "LexborNode") -> "LexborNode":
    """The `<main>` or `<article>` with most of the text, else the body."""
    inside = body
    for kind in ('main, [role="main"]', "article"):
        sized = [(len(node.text()), node) for node in inside.css(kind)]
        if not sized:
            continue
        size, longest = max(sized, key=lambda pair: pair[0])
        others = sum(length for length, _ in sized) - size
        # Several of similar size are forum answers or posts of a list: keep them all.
        # A page about `<article>` may contain a tiny one.
        is_one = others < size / 2 or len(longest.css(kind)) > 1
        # The navigation of a site may be longer than any page.
        around = sum(len(node.text()) for node in inside.css("nav, aside, footer"))
        if is_one and size > _LEAST * (len(inside.text()) - around):
            inside = longest
    return inside


def _is_furniture(node: "LexborNode", whole: int) -> bool:
    tag = node.tag or ""
    attributes = node.attributes
    if tag in _FURNITURE or attributes.get("role") in _ROLES:
        return True
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return not (attributes.get("class") or "").startswith("katex")
    if re.search(r"display\s*:\s*none", attributes.get("style") or ""):
        return True
    named = attributes.get("class") or ""
    if not _is_anchored(node):
        named += f" {attributes.get('id') or ''}"
    if tag in {"body", "main", "article", "html", "pre", "code"} or not named.strip():
        return False
    named = re.sub(r"([a-z])([A-Z])", r"\1 \2", named)
    return bool(_NAMES.search(re.sub(r"[-_]+", " ", named).lower())) and (
        len(node.text()) < _MOST * whole
    )


def _is_anchored(node: "LexborNode") -> bool:
    """Whether the id of an element is an anchor, made of a title's words: `what-are-cookies`."""
    if node.tag in _TITLES.split(", "):
        return True
    named = re.findall(r"\w+", (node.attributes.get("id") or "").replace("_", "-").lower())
    title = node.css_first(_TITLES) if len(named) > 1 else None
    return title is not None and set(named) <= set(re.findall(r"\w+", title.text().lower()))
