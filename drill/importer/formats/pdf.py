"""PDFs with a text layer as Markdown: headings by size, lines joined to paragraphs, lists, code."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drill.importer.formats.html_inline import BREAK
from drill.importer.formats.markdown_blocks import fenced, hung, pipe_table
from drill.importer.formats.pdf_lines import BULLETS, Line, lines_of
from drill.importer.formats.pdf_markdown import code_lines, marked
from drill.importer.formats.pdf_process import read_pages_apart
from drill.importer.formats.pdf_tables import Table, continued, table_at
from drill.importer.formats.pdf_text import Look, no_text

_LARGER = 1.08
"""How much larger than most text a heading is set."""
_USUAL = 0.15
"""The share of the most usual gap that makes another one usual."""
_GAP = 1.45
"""Times the usual distance of lines, from which a gap parts paragraphs."""
_BULLET = re.compile(rf"\A\s*[{BULLETS}*-]\s+")
_NUMBER = re.compile(
    r"\s*(?:\(?\d{1,3}[.):]|Q(?:uestion)?\s*\d{1,3}\s*[.):-]?|\d{1,2}\.\d{1,2}\.?)\s+\S"
)
_MARK = re.compile(r"\s*(?:\(?\w{1,3}[.):]|Q(?:uestion)?\s*\d{1,3}\s*[.):-]?)\s+\S")
_LETTER = re.compile(r"\s*\(?[A-Ha-h][.)]\s+\S")
_PREFIXES = frozenset(
    "well self non co re pre post cross multi high low long short real open one two three pair"
    " trade up on off end first second third large small full half single double key state".split()
)
_HAN = re.compile(r"[\u3001-\u30ff\u3400-\u9fff\uff01-\uff60]")
_ENDS = re.compile(r"[.!?:;。？！…][\"'”’)\]*]*\s*$")
_ASKS = re.compile(r"[?？][\"'”’)\]*]*\s*$")


def read_pdf(data: bytes, name: str) -> str:
    """The Markdown of a PDF; DrillError where it cannot be read or holds pictures of pages."""
    lines = lines_of(read_pages_apart(data, name))
    if not lines:  # but for what a scanner stamps on each page
        raise no_text(name)
    return _Layout(lines).markdown()


@dataclass(slots=True)
class _Block:
    """Lines that belong together; `kind` is heading, text, item or code."""

    kind: str
    lines: list[Line]
    indent: float = 0.0
    table: Table | None = None


class _Layout:
    """Joins lines to blocks by what sizes, gaps and margins say."""

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
            and abs(before.size - after.size) < 0.5
        )  # fmt: skip
        # Where paragraphs have one line, most gaps are those between them: the least usual counts.
        usual = _USUAL * max(gaps.values(), default=0)
        self.pitch = min((gap for gap, count in gaps.items() if count >= usual and gap > self.body),
                         default=1.2 * self.body)  # fmt: skip
        self.words = Counter(word for line in _whole(lines) for word in re.findall(r"[\w-]+", line))

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
        parts: list[str] = []
        margins: list[float] = []
        before = ""
        for block in blocks:
            if block.kind == "item":
                while margins and margins[-1] > block.indent + 2:
                    margins.pop()
                if not margins or block.indent > margins[-1] + 2:
                    margins.append(block.indent)
                text = self._item(block, len(margins) - 1)
            else:
                margins = []
                text = self._written(block)
            parts.append(("\n" if before == block.kind == "item" else "\n\n") + text)
            before = block.kind
        return "".join(parts).strip("\n")

    def _add(self, line: Line, blocks: list[_Block]) -> None:
        """Put a line to the last block, or begin a new one."""
        last = blocks[-1] if blocks else None
        kind = self._kind(line)
        if kind == "code" and last is not None and self._wraps_into_code(last, line):
            kind = last.kind
        if last is None or not self._goes_on(last, line, kind):
            blocks.append(_Block(kind, [line], line.x0))
        else:
            last.lines.append(line)

    def _wraps_into_code(self, block: _Block, line: Line) -> bool:
        """Whether a line of code words alone is the rest of a sentence."""
        last = block.lines[-1]
        near = last.page != line.page or last.y - line.y < _GAP * max(self.pitch, 1.15 * line.size)
        is_open = not _ENDS.search(last.text) and not _is_forced(last, line)
        start = block.lines[0].x0
        within = (
            line.x0 > start + 2 if block.kind == "item" else abs(line.x0 - start) < 2 * line.size
        )
        return block.kind not in {"code", "table"} and near and is_open and within

    def _kind(self, line: Line) -> str:
        if all(look.mono for text, look in line.spans if text.strip()):
            return "code"
        if self._level(line):
            return "heading"
        return "item" if line.bullet or _BULLET.match(line.text) else "text"

    def _level(self, line: Line) -> int:
        return next(
            (level for size, level in self.levels.items() if abs(size - line.size) < 0.3), 0
        )

    def _goes_on(self, block: _Block, line: Line, kind: str) -> bool:
        """Whether `line` belongs to `block`."""
        last = block.lines[-1]
        turned = last.page != line.page or line.y >= last.y
        near = turned or last.y - line.y < _GAP * max(self.pitch, 1.15 * line.size)
        if block.kind == "code" or kind == "code":
            apart = 3.2 * max(self.pitch, line.size)
            return block.kind == kind and (turned or last.y - line.y < apart)
        if kind == "heading" or block.kind == "heading":
            return (
                block.kind == kind
                and near
                and abs(line.size - last.size) < 0.3
                and not (_NUMBER.match(line.text) or _ASKS.search(last.text))
            )
        if kind == "item" or block.kind == "table" or _NUMBER.match(line.text):
            return False
        if last.all_are("bold") != line.all_are("bold"):
            return False
        if last.hyphen_at_end:
            return True
        if not near or _LETTER.match(line.text):
            return False
        if _ASKS.search(last.text) and _NUMBER.match(block.lines[0].text):
            return False  # a numbered question ends with its mark, whatever is set below it
        if turned:
            return line.text[:1].islower() or not (
                _ENDS.search(last.text) or _is_forced(last, line)
            )
        hangs = block.kind == "item" or _MARK.match(last.text)
        is_new = line.x0 - last.x0 > 1.2 * line.size and not hangs
        return not is_new and not (_is_forced(last, line) and _ENDS.search(last.text))

    def _written(self, block: _Block) -> str:
        if block.table is not None:
            return pipe_table(block.table.rows)
        if block.kind == "code":
            return fenced(code_lines(block.lines))
        if block.kind == "heading":
            title = self._inline(block.lines, plain_bold=True)
            return f"{'#' * self._level(block.lines[0])} {title}"
        text = self._inline(block.lines)
        return f"\\{text}" if re.match(r"#{1,6} |>|[-+*] ", text) else text

    def _item(self, block: _Block, depth: int) -> str:
        text = _BULLET.sub("", self._inline(block.lines).replace("\\*", "*", 1), count=1)
        indent = "  " * depth
        return indent + hung("- ", text)

    def _inline(self, lines: Sequence[Line], plain_bold: bool = False) -> str:
        """The text of lines as one, words that a line's end parted joined again."""
        spans: list[tuple[str, Look]] = []
        for place, line in enumerate(lines):
            mine = [(text, look) for text, look in line.spans if text]
            if place:
                before = lines[place - 1]
                text, look = spans[-1] if spans else ("", Look())
                text = text.rstrip()
                if self._joins(before, line):
                    text = text.removesuffix("-")
                elif _is_forced(before, line):
                    text += BREAK
                elif before.hyphen_at_end:
                    text = text.removesuffix("-") + "-"
                elif not text.endswith("-") and not _is_unspaced(text, line.text):
                    text += " "
                spans[-1:] = [(text, look)]
            spans += mine
        return marked(spans, plain_bold)

    def _joins(self, before: Line, after: Line) -> bool:
        """Whether the last word of a line goes on in the next without its hyphen."""
        text = before.text.rstrip()
        first = re.match(r"\s*([\w]+)", after.text)
        start = re.search(r"([\w-]+?)-?$", text)
        if first is None or start is None or not (before.hyphen_at_end or text.endswith("-")):
            return False
        if self.words[start[1] + first[1]]:
            return True
        # "well-" and "known" are words of their own, "mess-" and "ages" are not.
        is_compound = self.words[f"{start[1]}-{first[1]}"] > 0 or (
            start[1].lower() in _PREFIXES or (self.words[start[1]] > 0 and self.words[first[1]] > 1)
        )
        return not is_compound and first[1][:1].islower()


def _is_forced(last: Line, line: Line) -> bool:
    """Whether a line ended though the next one's first word had room, and something new begins."""
    word = re.match(r"\s*\S+", line.text)
    width = (line.x1 - line.x0) / max(1, len(line.text))
    room = last.right - last.x1 - width * (len(word[0]) + 1 if word else 1)
    is_bolder = line.spans[0][1].bold and not last.spans[-1][1].bold
    begins = is_bolder or not line.text.lstrip()[:1].islower()
    return room > 2 * line.size and begins


def _whole(lines: Sequence[Line]) -> Iterator[str]:
    """The text of each line without the parts of words that its ends cut."""
    cut = False
    for line in lines:
        text = re.sub(r"^\s*[\w-]+", "", line.text) if cut else line.text
        cut = line.hyphen_at_end or line.text.rstrip().endswith("-")
        yield re.sub(r"[\w-]+\s*$", "", text) if cut else text


def _is_unspaced(before: str, after: str) -> bool:
    """Whether two lines meet in a script that is written without blanks."""
    return bool(_HAN.match(before[-1:]) and _HAN.match(after.lstrip()[:1]))


def _distinct(sizes: Sequence[float]) -> list[float]:
    """Sizes, the largest first, without those that differ from the one before by a hair."""
    result: list[float] = []
    for size in sizes:
        if not result or result[-1] - size > 0.6:
            result.append(size)
    return result
