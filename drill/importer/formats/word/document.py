"""Word documents (`.docx`) as Markdown: headings, emphasis, numbered lists, tables."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from drill.errors import DrillError
from drill.importer.formats.archive import Archive, damaged, opened
from drill.importer.formats.markdown_blocks import (
    fenced,
    hung,
    option_lines,
    options_apart,
    pipe_table,
)
from drill.importer.formats.word.math import NESTING
from drill.importer.formats.word.runs import Links, Run, RunReader, markdown_of
from drill.importer.formats.word.styles import Number, Numbering, Style, Styles, attribute, tag

_PART_LIMIT = 40_000_000
"""The most bytes of an unpacked part: 5,000 pages of text, 400 MB as a tree."""
_DOCUMENT = "word/document.xml"
_INSIDE = frozenset(map(tag, ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml")))


def read_word(data: bytes, name: str) -> str:
    """The Markdown of the document `data`; DrillError if it is no `.docx` or damaged."""
    with opened(data, name) as archive:
        if _DOCUMENT not in archive.parts:
            raise DrillError(f"{name}: not a Word document", "is it the right file?")
        body = _parsed(archive, _DOCUMENT, name)
        styles = Styles(_parsed(archive, "word/styles.xml", name))
        numbering = Numbering(_parsed(archive, "word/numbering.xml", name))
        links = Links(_parsed(archive, "word/_rels/document.xml.rels", name))
    root = body.find(tag("body")) if body is not None else None
    if root is None:
        raise damaged(name)
    text = options_apart(_Blocks(styles, numbering, links).written(root))
    if not re.search(r"\w", text):
        raise DrillError(
            f"{name}: the document has no text", "if its pages are scans, run OCR first"
        )
    return text


def _parsed(archive: Archive, part: str, name: str) -> ET.Element | None:
    if part not in archive.parts:
        return None
    data = archive.read(part, _PART_LIMIT)
    # Only attacks have a document type, or hide one in another encoding than UTF-8.
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data:
        raise DrillError(
            f"{name}: its XML is of a kind that Word never writes",
            "is it from a source that you trust? open it in Word, and save it anew",
        )
    try:
        return ET.fromstring(data)
    except (ET.ParseError, ValueError, LookupError):
        raise damaged(name) from None


@dataclass(slots=True)
class _Block:
    """A block of Markdown: `text`, or the lines of a block of code in `code`."""

    text: str = ""
    indent: str = ""
    is_item: bool = False
    code: list[str] | None = None

    def goes_on_after(self, before: "_Block") -> bool:
        """Whether this is the next item of the list that contains `before`."""
        if not (self.is_item and before.is_item):
            return False
        return bool(self.indent) or (self.text[:1] == "-") == (before.text[:1] == "-")

    def written(self) -> str:
        """The block as Markdown."""
        text = self.text if self.code is None else fenced("\n".join(self.code).strip("\n"))
        return self.indent + text.replace("\n", f"\n{self.indent}")


class _Blocks:
    """Writes the paragraphs and tables of a document in order."""

    def __init__(self, styles: Styles, numbering: Numbering, links: Links) -> None:
        self.styles = styles
        self.numbering = numbering
        self.reader = RunReader(styles, links)
        self.has_title = False
        self.parents: list[str] = []  # the markers of the list items around the next block

    def written(self, root: ET.Element, depth: int = 0) -> str:
        """The blocks under `root` as Markdown."""
        blocks: list[_Block] = []
        for element in _flat(root):
            if element.tag == tag("tbl"):
                blocks.append(_Block(self._table(element, depth)))
            else:
                self._add(element, blocks)
        result = ""
        before: _Block | None = None
        for block in blocks:
            text = block.written()
            if text.strip():
                result += ("\n" if before and block.goes_on_after(before) else "\n\n") + text
                before = block
        return result.strip("\n")

    def _add(self, element: ET.Element, blocks: list[_Block]) -> None:
        style = self.styles.of_paragraph(element)
        if style.is_contents:
            return
        runs = list(self.reader.runs(element, style))
        number = self.numbering.next(element, style)
        before = blocks[-1].code if blocks else None
        if _is_code(style, runs) or (before and not any(run.text.strip() for run in runs)):
            lines = "".join(run.text for run in runs).split("\n")
            if before is not None:
                before += lines
            else:
                blocks.append(_Block(indent=self._indent(number), code=lines))
            return
        is_heading = style.is_title or style.level > 0
        text = markdown_of(runs, plain_bold=is_heading)
        if not text.strip():
            return
        if is_heading:
            self.has_title = self.has_title or style.is_title
            level = 1 if style.is_title else min(6, style.level + self.has_title)
            text = f"{'#' * level} {number.label} {' '.join(text.split())}".replace("  ", " ")
        elif number.label and (not number.mark or number.mark == "- "):
            text = f"{number.label} {text}".strip()
        elif style.is_quote:
            text = "> " + text.replace("\n", "\n> ")
        indent = self._indent(number)
        if number.mark:
            self.parents.append(number.mark)
        blocks.append(_Block(hung(number.mark, text), indent, bool(number.mark)))

    def _indent(self, number: Number) -> str:
        """The indent of a paragraph; closes the list items that do not contain it."""
        depth = number.level + 1 if number.goes_on else number.level if number.mark else 0
        self.parents = self.parents[:depth]
        return " " * sum(map(len, self.parents))

    def _table(self, element: ET.Element, depth: int) -> str:
        rows = [
            [self._cell(cell, depth) for cell in _held(row, "tc")] for row in _held(element, "tr")
        ]
        rows = [row for row in rows if any(cell.strip() for cell in row)]
        if not rows:
            return ""
        if max(map(len, rows)) < 2:  # a table of one column is a frame, usually around code
            return "\n\n".join(row[0] for row in rows)
        if any("```" in cell for row in rows for cell in row):
            return "\n\n".join(cell for row in rows for cell in row if cell.strip())
        return "  \n".join(option_lines(rows) or ()) or pipe_table(rows)

    def _cell(self, element: ET.Element, depth: int) -> str:
        return self.written(element, depth + 1) if depth < NESTING else ""


def _flat(root: ET.Element, depth: int = 0) -> Iterator[ET.Element]:
    """The paragraphs and tables under `root`, also in content controls and insertions."""
    for element in root:
        if element.tag in {tag("p"), tag("tbl")}:
            yield element
        elif element.tag in _INSIDE and depth < NESTING and not _is_contents(element):
            yield from _flat(element, depth + 1)


def _held(element: ET.Element, name: str) -> Iterator[ET.Element]:
    """The rows of a table or the cells of a row, also in content controls."""
    for child in element:
        if child.tag == tag(name):
            yield child
        elif child.tag == tag("sdt"):
            yield from child.findall(f"{tag('sdtContent')}/{tag(name)}")


def _is_contents(element: ET.Element) -> bool:
    """Whether a content control is Word's own table of contents."""
    gallery = element.find(f"{tag('sdtPr')}/{tag('docPartObj')}/{tag('docPartGallery')}")
    return gallery is not None and "Contents" in attribute(gallery, "val")


def _is_code(style: Style, runs: list[Run]) -> bool:
    filled = [run for run in runs if run.text.strip()]
    return (
        bool(filled)
        and (style.is_code or all(run.is_code for run in filled))
        and (style.is_code or len("".join(run.text for run in filled).split()) > 1)
    )
