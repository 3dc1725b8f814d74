"""PDFs with a text layer as Markdown: headings by size, joined paragraphs, lists, code."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drill.importer.formats.html.inline import BREAK
from drill.importer.formats.markdown_blocks import TICKS, fenced, hung, pipe_table
from drill.importer.formats.pdf.furniture import lines_of
from drill.importer.formats.pdf.hyphens import Hyphens
from drill.importer.formats.pdf.line_breaks import (
    ENDS,
    is_bold_across,
    is_forced,
    is_turned,
    is_unspaced,
)
from drill.importer.formats.pdf.lines import BULLETS, Line
from drill.importer.formats.pdf.markdown import code_lines, marked
from drill.importer.formats.pdf.option_columns import options_apart
from drill.importer.formats.pdf.process import read_pages_apart
from drill.importer.formats.pdf.tables import Table, continued, table_at
from drill.importer.formats.pdf.text import Look, no_text

_LARGER = 1.08
"""The least size of a heading, times the size of most text."""
_SAME_SIZE = 0.3
"""Points: type of one level differs by less, from rounding."""
_ALIKE = 0.5
"""Points: lines of text differ by less; between a title and text the distance is no usual one."""
_OTHER_SIZE = 0.6
"""Points: type of two levels differs by more."""
_LINE = 1.2
"""Times the type size: the distance of lines where none can be measured."""
_LEADING = 1.15
"""Times the type size: the least distance of lines; a title is set closer."""
_INDENT = 1.2
"""Times the type size: a first line further in begins a paragraph."""
_FAR = 5
"""Times the type size: a line further left begins a paragraph below the last option of a row."""
_USUAL = 0.15
"""A gap with this share of the most frequent gap's count is frequent too."""
_GAP = 1.35
"""Times the usual line distance: a wider gap separates paragraphs."""
_CODE_GAP = 3.2
"""The same for code, where blank lines divide nothing."""
_SPACED = 0.1
"""With a larger share of wide gaps, paragraphs are separated by gaps."""
_LABEL = re.compile(r"[^\W\d_][^:]{0,30}:")
_BULLET = re.compile(rf"\A\s*(?:[{BULLETS}*-]\s+|[•◦▪‣●]\s*(?=\w))")
_NUMBER = re.compile(
    r"\s*(?:\(?\d{1,3}[.):]|Q(?:uestion)?\s*\d{1,3}\s*[.):-]?|\d{1,2}\.\d{1,2}\.?)\s+\S"
)
_MARK = re.compile(
    r"\s*(?:\(?\w{1,3}[.):]|\d{1,3}(?:\.\d{1,3}){1,3}\.?|Q(?:uestion)?\s*\d{1,3}\s*[.):-]?)\s+\S"
)
_LETTER = re.compile(r"\s*\(?[A-Ha-h][.)]\s+\S")
_HEADING_LINES = 2
_BOLD_OTHERS = 0.1
"""Short bold paragraphs are headings if at most this share has a number or final punctuation;
else they are questions, labels or emphasis."""
_ASKS = re.compile(r"[?？][\"'”’)\]*]*\s*$")


def read_pdf(data: bytes, name: str) -> str:
    """The Markdown of a PDF; DrillError if it cannot be read or was scanned."""
    lines = list(options_apart(lines_of(read_pages_apart(data, name))))
    if not lines:  # nothing but the stamp of a scanner on each page
        raise no_text(name)
    return _Layout(lines).markdown()


@dataclass(slots=True)
class _Block:
    """Lines that belong together; `kind` is heading, text, item, code or table.

    `is_apart` means a gap above the block.
    """

    kind: str
    lines: list[Line]
    indent: float = 0.0
    table: Table | None = None
    is_apart: bool = False


class _Layout:
    """Joins lines to blocks by type size, gaps and margins."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        sizes: Counter[float] = Counter()
        for line in lines:
            if not line.all_are("mono"):
                sizes[line.size] += len(line.text)
        self.body = sizes.most_common(1)[0][0] if sizes else 10.0
        larger = sorted((size for size in sizes if size > _LARGER * self.body), reverse=True)
        self.levels = {size: min(6, n + 1) for n, size in enumerate(_distinct(larger))}
        gaps = Counter(
            round(before.y - after.y, 0)
            for before, after in itertools.pairwise(lines)
            if before.page == after.page and 0 < before.y - after.y < 4 * self.body
            and abs(before.size - after.size) < _ALIKE
        )  # fmt: skip
        # With paragraphs of one line, the most frequent gap separates paragraphs: take a rarer one.
        usual = _USUAL * max(gaps.values(), default=0)
        self.pitch = min((gap for gap, count in gaps.items() if count >= usual and gap > self.body),
                         default=_LINE * self.body)  # fmt: skip
        self.has_bold_headings = False
        wide = sum(count for gap, count in gaps.items() if gap > _GAP * self.pitch)
        self.is_spaced = wide > _SPACED * gaps.total()
        self.hyphens = Hyphens(lines)

    def markdown(self) -> str:
        """The whole text."""
        blocks: list[_Block] = []
        place = 0
        while place < len(self.lines):
            last = blocks[-1].table if blocks else None
            table = table_at(self.lines, place, self._inline, last)
            if table is None:
                self._add(self.lines[place], blocks)
                place += 1
                continue
            place += len(table.lines)
            goes_on = last is not None and last.lines[-1].page < table.lines[0].page
            if last is not None and goes_on and len(table.columns) == len(last.columns):
                blocks[-1].table = replace(table, rows=continued(last.rows, table.rows))
                continue
            blocks.append(_Block("table", table.lines, table=table))
        bold = [block.lines for block in blocks if self._is_bold(block)]
        others = sum(bool(_NUMBER.match(lines[0].text) or ENDS.search(lines[-1].text))
                     for lines in bold)  # fmt: skip
        self.has_bold_headings = self.is_spaced and others <= _BOLD_OTHERS * len(bold)
        parts: list[str] = []
        margins: list[float] = []
        drawn = False
        before = ""
        for block in blocks:
            if block.kind == "item":
                while margins and margins[-1] > block.indent + 2:
                    margins.pop()
                if not margins or block.indent > margins[-1] + 2:
                    margins.append(block.indent)
                drawn = block.lines[0].bullet
                text = self._item(block, len(margins) - 1)
            else:
                # A paragraph in an item begins where the item's text does, right of its bullet.
                least = block.indent + 2 if drawn else block.indent - 2
                inside = block.kind != "heading"
                margins = [margin for margin in margins if inside and margin < least]
                text = hung("  " * len(margins), self._written(block))
            parts.append(("\n" if before == block.kind == "item" else "\n\n") + text)
            before = block.kind
        return "".join(parts).strip("\n")

    def _add(self, line: Line, blocks: list[_Block]) -> None:
        """Add a line to the last block, or begin a new one."""
        last = blocks[-1] if blocks else None
        kind = self._kind(line)
        if kind == "code" and last is not None and self._wraps_into_code(last, line):
            kind = last.kind
        if last is None or not self._goes_on(last, line, kind):
            before = last.lines[-1] if last else None
            is_apart = before is None or not 0 < before.y - line.y < _GAP * self.pitch
            blocks.append(_Block(kind, [line], line.indent, is_apart=is_apart))
        else:
            last.lines.append(line)

    def _wraps_into_code(self, block: _Block, line: Line) -> bool:
        """Whether a line all in monospace continues a sentence."""
        last = block.lines[-1]
        is_open = not ENDS.search(last.text) and not is_forced(last, line)
        start = block.lines[0].x0
        within = (
            line.x0 > start + 2 if block.kind == "item" else abs(line.x0 - start) < 2 * line.size
        )
        return (
            block.kind not in {"code", "table"} and self._is_near(last, line) and is_open and within
        )

    def _kind(self, line: Line) -> str:
        if all(look.mono for text, look in line.spans if text.strip()):
            return "code"
        if self._level(line):
            return "heading"
        return "item" if line.bullet or _BULLET.match(line.text) else "text"

    def _level(self, line: Line) -> int:
        return next(
            (level for size, level in self.levels.items() if abs(size - line.size) < _SAME_SIZE), 0
        )

    def _goes_on(self, block: _Block, line: Line, kind: str) -> bool:
        """Whether `line` continues `block`."""
        last = block.lines[-1]
        if "code" in (block.kind, kind):
            apart = _CODE_GAP * max(self.pitch, line.size)
            return block.kind == kind and (is_turned(last, line) or last.y - line.y < apart)
        if "heading" in (block.kind, kind):
            is_as_large = abs(line.size - last.size) < _SAME_SIZE
            is_mark = _NUMBER.match(line.text) or _BULLET.match(line.text)
            is_new = is_mark or self._is_asked(last, line)
            return block.kind == kind and is_as_large and self._is_near(last, line) and not is_new
        if kind == "item" or block.kind == "table" or _NUMBER.match(line.text):
            return False
        if last.all_are("bold") != line.all_are("bold") and not is_bold_across(last, line):
            return False
        return last.hyphen_at_end or (self._is_near(last, line) and not self._begins(block, line))

    def _begins(self, block: _Block, line: Line) -> bool:
        """Whether a line of text begins a block of its own, although no gap is above it."""
        last = block.lines[-1]
        has_ended = bool(ENDS.search(last.text))
        if (
            block.kind == "item"
            and line.indent < block.indent - 2
            and (has_ended or is_forced(last, line))
        ):
            return True
        if _LETTER.match(line.text):
            return True
        if _NUMBER.match(block.lines[0].text) and self._is_asked(last, line):
            return True
        if _LABEL.match(line.text) and line.spans[0][1].bold and has_ended:
            return True
        if is_turned(last, line):
            return not line.text[:1].islower() and (has_ended or is_forced(last, line))
        if block.lines[0].x0 - line.x0 > _FAR * line.size:
            return True
        hangs = block.kind == "item" or _MARK.match(last.text)
        is_indented = line.x0 - last.x0 > _INDENT * line.size and not hangs
        return is_indented or (has_ended and is_forced(last, line))

    def _is_near(self, last: Line, line: Line) -> bool:
        """Whether no gap divides two lines; across a page or column none can be seen."""
        gap = last.y - line.y
        return is_turned(last, line) or gap < _GAP * max(self.pitch, _LEADING * line.size)

    def _is_asked(self, last: Line, line: Line) -> bool:
        """Whether a question ends with the line `last`, which ends with a question mark.

        If gaps separate paragraphs, the line must also break early.
        """
        return bool(_ASKS.search(last.text)) and (not self.is_spaced or is_forced(last, line))

    def _written(self, block: _Block) -> str:
        if block.table is not None:
            return pipe_table(block.table.rows)
        if block.kind == "code":
            return fenced(code_lines(block.lines))
        if block.kind == "heading":
            title = _BULLET.sub("", self._inline(block.lines, plain_bold=True), count=1)
            return f"{'#' * self._level(block.lines[0])} {title}"
        if self.has_bold_headings and self._is_bold(block):
            title = self._inline(block.lines, plain_bold=True)
            return f"{'#' * min(6, len(set(self.levels.values())) + 1)} {title}"
        text = self._inline(block.lines)
        return f"\\{text}" if re.match(r"#{1,6} |>|[-+*] ", text) else text

    def _is_bold(self, block: _Block) -> bool:
        """Whether a paragraph is short, entirely bold, and below a gap."""
        return (
            block.kind == "text"
            and block.is_apart
            and len(block.lines) <= _HEADING_LINES
            and not _LETTER.match(block.lines[0].text)
            and all(look.bold for line in block.lines for text, look in line.spans if text.strip())
        )

    def _item(self, block: _Block, depth: int) -> str:
        text = self._inline(block.lines).replace("\\*", "*", 1)
        text = _BULLET.sub(lambda bullet: TICKS.get(bullet[0].strip(), ""), text, count=1)
        indent = "  " * depth
        return indent + hung("- ", text)

    def _inline(self, lines: Sequence[Line], plain_bold: bool = False) -> str:
        """The lines as one text, with hyphenated words joined."""
        spans: list[tuple[str, Look]] = []
        for place, line in enumerate(lines):
            mine = [(text, look) for text, look in line.spans if text]
            if place:
                before = lines[place - 1]
                text, look = spans[-1] if spans else ("", Look())
                text = text.rstrip()
                if self.hyphens.is_cut(before, line):
                    text = text.removesuffix("-")
                elif is_forced(before, line):
                    text += BREAK
                elif before.hyphen_at_end:
                    text = text.removesuffix("-") + "-"
                elif not text.endswith("-") and not is_unspaced(text, line.text):
                    text += " "
                spans[-1:] = [(text, look)]
            spans += mine
        return marked(spans, plain_bold)


def _distinct(sizes: Sequence[float]) -> list[float]:
    """Sizes, largest first, with nearly equal ones merged."""
    result: list[float] = []
    for size in sizes:
        if not result or result[-1] - size > _OTHER_SIZE:
            result.append(size)
    return result
