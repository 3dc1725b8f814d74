"""Converts HTML inside Markdown where an equivalent exists; drops wrappers, keeps the rest."""

import re
from collections.abc import Callable

from drill.importer.source.html_blocks import COMMENT
from drill.importer.source.tag_words import words_among

_TAGS = (
    "details|summary|p|div|center|span|font|section|article|main|figure|figcaption|small|big|u|mark"
    "|br|hr|b|strong|i|em|code|tt|del|s|strike|a|img|h[1-6]|ul|ol|li|dl|dt|dd|blockquote|pre"
    "|table|thead|tbody|tfoot|tr|th|td|picture|source"
)
_TAG = re.compile(rf"<(/?)({_TAGS})\b((?:[^<>\"']|\"[^\"<>]*\"|'[^'<>]*')*)/?>", re.IGNORECASE)
_ATTRIBUTES = {
    name: re.compile(rf"\b{name}\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
    for name in ("href", "src", "alt")
}
_PRE_END = re.compile(r"</pre\s*>", re.IGNORECASE)
_COMMENT = re.compile(rf"(?<=\s)<!--.*?--> |{COMMENT.pattern}", re.DOTALL)
_MARKS = {
    "b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "tt": "`",
    "del": "~~", "s": "~~", "strike": "~~",
}  # fmt: skip
_WRAPPERS = {"details", "p", "div", "center", "section", "article", "main", "figure", "figcaption"}
_LISTS = {"ul", "ol", "dl"}
_CELLS = {"td", "th"}
_HOLDERS = {*_MARKS, *_CELLS, "a", "summary", "blockquote", "table"}
_DEPTH = 50
"""The most open elements; the tags of deeper ones are ignored."""
_OPEN_ITEM = re.compile(r"\n[ ]*+(?:-|\d{1,4}\.) \s*\Z")
"""An empty item at the end: the marker of the next question."""
_NEAR = 200
"""The characters to look back for the start of a line; lines of tags alone are short."""


def to_markdown(text: str, is_reveal: Callable[[str], bool]) -> str:
    """`text` with HTML converted to Markdown where possible; it must not contain code.

    `is_reveal` recognises summaries that only announce the answer.
    """
    if "<" not in text:
        return text
    text = _COMMENT.sub("", text)
    writer = _Writer(is_reveal)
    where = 0
    matches = list(_TAG.finditer(text))
    named = words_among(text, matches)
    for place, match in enumerate(matches):
        if match.start() < where:
            continue
        writer.data(text[where : match.start()])
        where = match.end()
        tag = match[2].lower()
        if place in named:
            writer.data(f"`{match[0]}`")
        elif match[1]:
            writer.close(tag)
        else:
            where = writer.open(tag, match[3], text, where)
    writer.data(text[where:])
    return writer.done()


class _Writer:
    """Writes Markdown piece by piece, with a stack of buffers for the open elements."""

    def __init__(self, is_reveal: Callable[[str], bool]) -> None:
        self.is_reveal = is_reveal
        self.out: list[str] = []
        self.stack: list[tuple[str, str, list[str]]] = []
        self.lists: list[tuple[str, int]] = []
        self.tables: list[list[list[str]]] = []

    def data(self, text: str) -> None:
        """Add text between tags."""
        if text and not (self._within("table") and not self._within("td", "th")):
            self.out.append(text)

    def open(self, tag: str, attributes: str, text: str, where: int) -> int:
        """Begin an element; returns the position in `text` to continue from."""
        if tag == "br":
            self._break(text, where)
        elif tag == "hr":
            self._block("---")
        elif tag == "img":
            source = _attribute(attributes, "src")
            if source:
                self.out.append(f"![{_attribute(attributes, 'alt')}]({_target(source)})")
        elif tag == "pre":
            end = _PRE_END.search(text, where)
            stop = end.start() if end else len(text)
            self._block(_fenced(text[where:stop]))
            return end.end() if end else len(text)
        elif tag in _WRAPPERS:
            self._paragraph()
        elif tag in _LISTS:
            self.lists.append((tag, 0))
        elif tag in {"li", "dt", "dd"}:
            self._item(tag)
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in _HOLDERS or tag[0] == "h":
            self._push(tag, attributes)
        return where

    def close(self, tag: str) -> None:
        """End an element; ignores an end tag without a start tag."""
        if tag in _WRAPPERS:
            self._paragraph()
        elif tag in _LISTS:
            if self.lists:
                self.lists.pop()
            self._paragraph()
        elif self._within(tag):
            while True:
                name, attributes, outer = self.stack.pop()
                inner = "".join(self.out)
                self.out = outer
                self._write(name, attributes, inner)
                if name == tag:
                    return

    def done(self) -> str:
        """The result, including the content of elements without an end tag."""
        while self.stack:
            self.close(self.stack[-1][0])
        return _OPEN_ITEM.sub("", "".join(self.out))

    def _push(self, tag: str, attributes: str) -> None:
        if len(self.stack) < _DEPTH and (tag not in _CELLS or self.tables):
            self.stack.append((tag, attributes, self.out))
            self.out = []
            if tag == "table":
                self.tables.append([])

    def _within(self, *tags: str) -> bool:
        return any(name in tags for name, _, _ in self.stack)

    def _write(self, tag: str, attributes: str, inner: str) -> None:
        if tag in _MARKS:
            body = inner.strip()
            mark = _MARKS[tag]
            if body and "\n\n" not in body and mark not in body:
                lead, tail = inner[: inner.index(body[0])], inner[len(inner.rstrip()) :]
                self.out.append(f"{lead}{mark}{body}{mark}{tail}")
            else:
                self.out.append(inner)
        elif tag == "a":
            target = _target(_attribute(attributes, "href"))
            self.out.append(f"[{inner.strip()}]({target})" if inner.strip() and target else inner)
        elif tag == "summary":
            if not self.is_reveal(inner):
                self._block(f"**{_line(inner).strip('*')}**" if inner.strip() else "")
        elif tag == "blockquote":
            self._block("\n".join(f"> {line}".rstrip() for line in inner.strip().split("\n")))
        elif tag in _CELLS:
            rows = self.tables[-1]
            if not rows:
                rows.append([])
            rows[-1].append(_line(inner))
        elif tag == "table":
            rows = [row for row in self.tables.pop() if row]
            # Markdown has no nested tables: cells of the inner table become text of the outer one.
            inside = bool(self.tables)
            self._block(" ".join(map(" ".join, rows)) if inside else _table(rows))
        else:
            self._block(f"{'#' * int(tag[1])} {_line(inner)}" if inner.strip() else "")

    def _break(self, text: str, where: int) -> None:
        low = max(0, where - _NEAR)
        start = max(low, text.rfind("\n", low, where) + 1)
        line = text[start:where].lstrip()
        if line.startswith("|") or self._within("table", *(f"h{n}" for n in range(1, 7))):
            self.out.append("<br>" if line.startswith("|") else " ")
        elif (
            line.lower() in {"<br>", "<br/>", "<br />"}
            or text[where : where + 8].strip(" ")[:1] == "\n"
        ):
            self.out.append("" if line.lower().startswith("<br") else "  ")
        else:
            self.out.append("  \n")

    def _item(self, tag: str) -> None:
        kind, count = self.lists.pop() if self.lists else ("ul", 0)
        self.lists.append((kind, count + 1))
        mark = {"li": f"{count + 1}. " if kind == "ol" else "- ", "dt": "", "dd": ""}[tag]
        if tag != "li":
            self._paragraph()
        self._trim()
        indent = "   " * max(0, len(self.lists) - 1)
        self.out.append(f"\n{indent}{mark}" if self.out else f"{indent}{mark}")

    def _trim(self) -> None:
        while self.out and not self.out[-1].strip():
            blank = self.out.pop()
            if blank.count("\n") > 1 and self.out:
                self.out.append("\n")
                return

    def _paragraph(self) -> None:
        if self.out and not "".join(piece[-2:] for piece in self.out[-3:]).endswith("\n\n"):
            self.out.append("\n\n")

    def _block(self, text: str) -> None:
        self._paragraph()
        if text:
            self.out.append(f"{text}\n\n")


def _attribute(attributes: str, name: str) -> str:
    match = _ATTRIBUTES[name].search(attributes)
    return " ".join((match[1] or match[2] or match[3] or "").split()) if match else ""


def _target(target: str) -> str:
    return f"<{target}>" if re.search(r"[\s()]", target) else target


def _line(text: str) -> str:
    return " ".join(text.split())


def _fenced(text: str) -> str:
    from html import unescape

    code = re.match(r"\s*<code\b([^<>]*)>(.*?)(?:</code>\s*)?$", text, re.DOTALL | re.IGNORECASE)
    language = re.search(r"lang(?:uage)?[-=][\"']?(\w+)", code[1]) if code else None
    body = unescape(re.sub(r"</?(?:code|span)\b[^<>]*>", "", code[2] if code else text)).strip("\n")
    ticks = max((len(run) for run in re.findall(r"`{3,}", body)), default=2) + 1
    fence = "`" * ticks
    return f"{fence}{language[1] if language else ''}\n{body}\n{fence}"


def _table(rows: list[list[str]]) -> str:
    """A pipe table, or plain lines for a single column."""
    width = max((len(row) for row in rows), default=0)
    if width < 2:
        return "\n\n".join(" ".join(row) for row in rows)
    rows = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    lines = ["| " + " | ".join(row + [""] * (width - len(row))) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])
