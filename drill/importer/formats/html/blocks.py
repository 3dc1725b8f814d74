"""HTML as Markdown: headings, lists, tables, code, definition lists and folds."""

import re
from collections.abc import Callable, Iterable, Iterator
from string import ascii_uppercase
from typing import TYPE_CHECKING

from drill.importer.formats.html.inline import BREAK, DEPTH, INVISIBLE, escaped, inline
from drill.importer.formats.markdown_blocks import fenced, hung, option_lines, pipe_table

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS = frozenset(
    (
        "address article aside blockquote body center dd details dialog div dl dt fieldset"
        " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav"
        " ol p pre search section summary table tbody td tfoot th thead tr ul"
    ).split()
)
_LANGUAGE = re.compile(
    r"\b(?:language|lang|highlight|highlight-source|brush:|sourceCode)[-\s:]+([A-Za-z][\w+#-]*)"
)
_LETTERS = re.compile(r"\A[aA] |\b(?:upper|lower)-(?:alpha|latin)\b")
"""The type or the style of a list that counts with letters."""
_LINE_NUMBERS = ".lineno, .linenos, .line-numbers-rows, .gutter, .code-line-number, button"
_COLUMNS = 50


def markdown(nodes: "Iterable[LexborNode]", skips: "Callable[[LexborNode], bool]") -> str:
    """The content of `nodes` as Markdown, without the elements that `skips` selects."""
    return "\n\n".join(_Blocks(skips).of(nodes, 0))


class _Blocks:
    """Turns elements into blocks of Markdown, one string each."""

    def __init__(self, skips: "Callable[[LexborNode], bool]") -> None:
        self.skips = skips

    def of(self, nodes: "Iterable[LexborNode]", depth: int) -> list[str]:
        """The blocks of sibling nodes; runs of inline nodes become paragraphs."""
        blocks: list[str] = []
        run: list[LexborNode] = []
        for node in nodes:
            tag = node.tag or ""
            if tag not in _BLOCKS and not self._holds_blocks(node, tag, depth):
                if tag in INVISIBLE and tag != "script":
                    continue
                if tag in {"-text"} or not self.skips(node):
                    run.append(node)
                continue
            blocks += _paragraph(run, depth)
            run = []
            if not self.skips(node):
                blocks += self._block(node, tag, depth)
        return [*blocks, *_paragraph(run, depth)]

    @staticmethod
    def _holds_blocks(node: "LexborNode", tag: str, depth: int) -> bool:
        """Whether an inline element, such as a link or a custom element, contains blocks."""
        if tag.startswith("-") or tag in INVISIBLE or depth > DEPTH:
            return False
        return any((child.tag or "") in _BLOCKS for child in node.iter())

    def _block(self, node: "LexborNode", tag: str, depth: int) -> Iterable[str]:
        if depth > DEPTH:
            return [escaped(" ".join(node.text().split()))]
        if tag == "hr":
            return ["---"]
        if tag == "pre":
            return _code(node)
        if re.fullmatch("h[1-6]", tag):
            title = " ".join(inline(node.iter(include_text=True), depth).split())
            return [f"{'#' * int(tag[1])} {title}"] if title else []
        if tag == "table":
            return self._table(node, depth)
        if tag in {"ul", "ol"}:
            return self._list(node, tag, depth)
        if tag == "dl":
            return self._definitions(node, depth)
        if tag == "div" and "expand-container" in (node.attributes.get("class") or ""):
            control = node.css_first(".expand-control-text")  # a fold of Confluence
            node = node.css_first(".expand-content") or node
            inner = self.of(node.iter(include_text=True), depth + 1)
            summary = escaped(" ".join(control.text().split())) if control else ""
            return ["<details>", f"<summary>{summary}</summary>", *inner, "</details>"]
        inner = self.of(node.iter(include_text=True), depth + 1)
        if tag == "blockquote":
            quoted = "\n\n".join(inner).split("\n")
            return ["\n".join(f"> {line}".rstrip() for line in quoted)] if inner else []
        if tag == "details":
            return ["<details>", *inner, "</details>"]
        if tag == "summary":
            return [f"<summary>{' '.join(' '.join(inner).split())}</summary>"]
        return inner

    def _list(self, node: "LexborNode", tag: str, depth: int) -> list[str]:
        lettered = tag == "ol" and _LETTERS.search(
            f"{node.attributes.get('type') or ''} {node.attributes.get('style') or ''}"
        )
        start = node.attributes.get("start") or "1"
        number = int(start) if re.fullmatch(r"\d{1,8}", start) else 1
        items = []
        loose = False
        for child in node.iter():
            if self.skips(child) or child.tag in INVISIBLE:
                continue
            value = child.attributes.get("value") or ""
            if tag == "ol" and re.fullmatch(r"\d{1,8}", value):
                number = int(value)
            mark = f"{number}. " if tag == "ol" else "- "
            if lettered and 0 < number <= len(ascii_uppercase):
                mark = f"{ascii_uppercase[number - 1]}. "
            inner = [child] if child.tag != "li" else child.iter(include_text=True)
            blocks = self.of(inner, depth + 1)
            if blocks:
                number += 1
                loose = loose or any(not re.match(r"[-*] |\d+\. ", block) for block in blocks[1:])
                items.append((mark, blocks))
        gap = "\n\n" if loose else BREAK if lettered else "\n"
        text = gap.join(hung(mark, gap.join(blocks)) for mark, blocks in items)
        return [text] if text else []

    def _definitions(self, node: "LexborNode", depth: int) -> list[str]:
        entries: list[str] = []
        for child in _through_divs(node):
            if self.skips(child):
                continue
            blocks = self.of(child.iter(include_text=True), depth + 1)
            if child.tag == "dt":
                entries.append(" ".join(" ".join(blocks).split()))
            elif child.tag == "dd" and blocks and entries:
                entries[-1] += "\n" + hung(": ", "\n\n".join(blocks))
            elif child.tag == "dd":  # wikis indent text so
                entries.append("\n\n".join(blocks))
        return [entry for entry in entries if entry]

    def _table(self, node: "LexborNode", depth: int) -> list[str]:
        rows = [[cell for cell in row.iter() if cell.tag in {"td", "th"}] for row in _rows(node)]
        rows = [row[:_COLUMNS] for row in rows if row and not self.skips(row[0])]
        width = max(map(len, rows), default=0)
        # A table of one column, or around code or another table, is mere layout.
        if width < 2 or any(cell.css_first("table, pre") for row in rows for cell in row):
            kept = (cell for row in rows for cell in row if not cell.css_matches(_LINE_NUMBERS))
            return [
                block for cell in kept for block in self.of(cell.iter(include_text=True), depth + 1)
            ]
        cells = [[self._cell(cell, depth) for cell in row] for row in rows]
        if options := option_lines(cells):
            return [BREAK.join(options)]
        return [pipe_table(cells)] if any(any(row) for row in cells) else []

    def _cell(self, node: "LexborNode", depth: int) -> str:
        return "\n".join(self.of(node.iter(include_text=True), depth + 1))


def _paragraph(run: "list[LexborNode]", depth: int) -> list[str]:
    text = inline(run, depth) if run else ""
    lines = [_unmarked(line) for line in text.split(BREAK)]
    parts = re.split(r"\n{2,}", "\n".join(lines))  # people end paragraphs with two breaks
    return [part.replace("\n", BREAK) for part in (part.strip("\n") for part in parts) if part]


def _unmarked(line: str) -> str:
    """A line of a paragraph, escaped so that it begins no heading and no quotation."""
    return f"\\{line}" if re.match(r"#{1,6}(?: |$)|>", line) else line


def _code(node: "LexborNode") -> list[str]:
    for child in node.css(_LINE_NUMBERS):
        child.decompose()
    for child in node.css("br"):
        child.replace_with("\n")
    text = node.text().strip("\n").rstrip()
    return [fenced(text, _language(node))] if text else []


def _language(node: "LexborNode") -> str:
    inside = node.css_first("code")
    for place in (node, inside, node.parent, node.parent and node.parent.parent):
        if place is None:
            continue
        names = ("data-lang", "data-language", "lang")
        named = next((text for name in names if (text := place.attributes.get(name))), None)
        named_in_class = _LANGUAGE.search(place.attributes.get("class") or "")
        language = named or (named_in_class[1] if named_in_class else "")
        if re.fullmatch(r"[\w+#-]{1,20}", language) and language not in {"source", "none"}:
            return language.lower()
    return ""


def _through_divs(node: "LexborNode") -> "Iterator[LexborNode]":
    for child in node.iter():
        if child.tag == "div":
            yield from child.iter()
        else:
            yield child


def _rows(node: "LexborNode") -> "Iterator[LexborNode]":
    for child in node.iter():
        if child.tag == "tr":
            yield child
        elif child.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child.iter() if row.tag == "tr")
