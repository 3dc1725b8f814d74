"""The text of PDF lines as Markdown: runs of one look in marks, code with its indents."""

import itertools
import re
from collections.abc import Sequence

from drill.importer.formats.html_inline import escaped, tidied
from drill.importer.formats.markdown_blocks import code_span
from drill.importer.formats.pdf_lines import Line
from drill.importer.formats.pdf_text import Look


def marked(spans: Sequence[tuple[str, Look]], plain_bold: bool) -> str:
    """Spans as Markdown, neighbours of one look together."""
    filled = [look for text, look in spans if text.strip()]
    if filled and not plain_bold and all(look.bold for look in filled):
        return f"**{marked(spans, plain_bold=True)}**"
    merged: list[tuple[str, Look]] = []
    for text, look in spans:
        same = merged and (merged[-1][1] == look or not text.strip())
        if same:
            merged[-1] = (merged[-1][0] + text, merged[-1][1])
        else:
            merged.append((text, look))
    parts = []
    for text, look in merged:
        body = text.strip()
        lead = text[: len(text) - len(text.lstrip())]
        tail = text[len(text.rstrip()) :]
        if not body:
            parts.append(text)
            continue
        mark = "*" * ((2 if look.bold and not plain_bold else 0) + look.italic)
        written = code_span(body) if look.mono else f"{mark}{escaped(body)}{mark}"
        if not look.mono and not re.search(r"\w", body):
            written = escaped(body)
        parts.append(f"{lead}{written}{tail}")
    return tidied("".join(parts))


def code_lines(lines: Sequence[Line]) -> str:
    """Lines of code with their indents, by the width of a character, and their blank lines."""
    left = min(line.x0 for line in lines)
    width = min((line.x1 - line.x0) / max(1, len(line.text)) for line in lines) or 5.0
    gaps = [a.y - b.y for a, b in itertools.pairwise(lines) if a.page == b.page]
    pitch = min((gap for gap in gaps if gap > 1), default=0.0)
    result: list[str] = []
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else None
        if before and pitch and before.page == line.page and before.y - line.y > 1.6 * pitch:
            result.append("")
        indent = " " * round((line.x0 - left) / width)
        result.append(indent + _cells(line, width).strip())
    return "\n".join(result)


def _cells(line: Line, width: float) -> str:
    text = ""
    for cell in line.cells:
        place = round((cell.x0 - line.x0) / width)
        text += " " * max(1 if text else 0, place - len(text)) + cell.text.rstrip()
    return text
