"""HTML blocks as leaves: <details> folds, headings written as tags, plain wrappers."""

import re
from collections.abc import Iterable, Iterator

from drill.importer.source.leaves import Leaf, LeafKind
from drill.importer.source.tag_words import without_tags

TERM = 7
"""The level of a definition list's term, as a heading below all others."""

_STRUCTURE = re.compile(
    r"<(?P<open>details|summary|h[1-6]|dt|pre|table|script|style)\b[^<>]*>|<(?P<close>/details)\s*>",
    re.IGNORECASE,
)
_ENDS = {
    tag: re.compile(rf"</{tag}\s*>", re.IGNORECASE)
    for tag in "summary h1 h2 h3 h4 h5 h6 dt pre table script style".split()
}
_WRAPPER = re.compile(
    r"<(/?)(p|div|center|span|font|section|article|dl|dd|br|hr)\b([^<>]*)>", re.IGNORECASE
)
_ROW = re.compile(r"<tr\b[^<>]*>(.*?)(?=</tr|<tr|\Z)", re.IGNORECASE | re.DOTALL)
_CELL = re.compile(r"<t[hd]\b[^<>]*>(.*?)(?=</t[hdr]|<t[hdr]\b|\Z)", re.IGNORECASE | re.DOTALL)
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NEAR = 500
_INSIDE = re.compile(r"<details|<summary|</details", re.IGNORECASE)


def resolve(leaves: Iterable[Leaf]) -> Iterator[Leaf]:
    """`leaves` with each HTML block split into leaves by its tags."""
    for leaf in leaves:
        if leaf.kind == LeafKind.HTML or (
            leaf.kind == LeafKind.PARAGRAPH and "<" in leaf.text and _INSIDE.search(leaf.text)
        ):
            yield from _cut(leaf)
        else:
            yield leaf


def _cut(leaf: Leaf) -> Iterator[Leaf]:
    text = leaf.text.rstrip("\n")
    where = 0
    line = leaf.start

    def piece(kind: LeafKind, start: int, end: int, level: int = 0) -> Leaf:
        first = line + text.count("\n", where, start)
        last = first + text.count("\n", start, end) + 1
        return Leaf(kind, first, last, text[start:end], level, leaf.item, leaf.quote, leaf.opens)

    reading = where
    while match := _STRUCTURE.search(text, reading):
        reading = match.end()
        if (leaf.kind is LeafKind.PARAGRAPH or match[0][1:3].lower() == "dt") and _is_amid(
            text, match
        ):
            continue
        tag = (match["open"] or match["close"]).lower()
        if text[where : match.start()].strip():
            yield _plain(piece(leaf.kind, *_trimmed(text, where, match.start())))
        inner, after = match.end(), match.end()
        if tag not in {"details", "/details"}:
            closing = _ENDS[tag].search(text, inner)
            inner_end, after = closing.span() if closing else (len(text), len(text))
        if tag == "details":
            made = piece(LeafKind.OPEN, match.start(), after)
        elif tag == "/details":
            made = piece(LeafKind.CLOSE, match.start(), after)
        elif tag in {"summary", "dt"}:
            kind = LeafKind.SUMMARY if tag == "summary" else LeafKind.HEADING
            made = piece(kind, match.start(), after, TERM)
            made.text = text[inner:inner_end]
        elif tag == "table" and (rows := _rows(text[inner:inner_end])):
            made = piece(LeafKind.TABLE, match.start(), after)
            offset = made.start + text.count("\n", match.start(), inner)
            made.rows = [(offset + line, cells) for line, cells in rows]
        elif tag[0] == "h":
            made = piece(LeafKind.HEADING, match.start(), after, int(tag[1]))
            made.text = text[inner:inner_end]
        else:
            made = piece(LeafKind.HTML, match.start(), after)
        yield made
        line += text.count("\n", where, after)
        where = reading = after
    if text[where:].strip():
        yield _plain(piece(leaf.kind, *_trimmed(text, where, len(text))))


def _is_amid(text: str, tag: re.Match[str]) -> bool:
    """Whether a tag has words on both sides in its line."""
    before = text[max(0, tag.start() - _NEAR) : tag.start()].rpartition("\n")[2]
    after = text[tag.end() : tag.end() + _NEAR].partition("\n")[0]
    return all(re.search(r"\w", re.sub(r"<[^<>]*>", "", side)) for side in (before, after))


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """The rows of a table with two columns or more, each with its line from 0."""
    rows: list[tuple[int, list[str]]] = []
    line = where = 0
    for row in _ROW.finditer(text):
        line += text.count("\n", where, row.start())
        where = row.start()
        rows.append((line, [" ".join(cell[1].split()) for cell in _CELL.finditer(row[1])]))
    return rows if len(rows) > 1 and min(len(cells) for _, cells in rows) > 1 else []


def _newlines(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    body = text[start:end]
    return start + len(body) - len(body.lstrip()), start + len(body.rstrip())


def _plain(leaf: Leaf) -> Leaf:
    """The leaf as a paragraph if its HTML is only text in wrapper tags."""
    if leaf.kind == LeafKind.HTML:
        text = without_tags(COMMENT.sub(_newlines, leaf.text), _WRAPPER)
        if text.strip() and not re.search(r"<(?:ul|ol|li|pre|table|img|a)\b", text, re.I):
            leaf.kind = LeafKind.PARAGRAPH
            leaf.text = "\n".join(line.strip() for line in text.split("\n"))
    return leaf
