"""The text of PDF lines as Markdown: emphasis, and code with its indents."""

import itertools
import re
from collections.abc import Sequence
from itertools import groupby

from drill.importer.formats.html.inline import escaped, tidied
from drill.importer.formats.markdown_blocks import code_span
from drill.importer.formats.pdf.lines import Line
from drill.importer.formats.pdf.text import Look

Span = tuple[str, Look]

_BLANK_LINE = 1.6
"""Times the least line distance: a wider gap in code is a blank line."""


def marked(spans: Sequence[Span], plain_bold: bool) -> str:
    """Spans as Markdown, adjacent spans of equal format merged; `plain_bold` omits bold."""
    if plain_bold:
        return tidied(_marked(spans))
    parts = []
    for is_bold, alike in groupby(_with_code(spans), key=lambda span: span[1].bold):
        text = _marked(list(alike))
        parts.append(_between(text, "**") if is_bold and re.search(r"\w", text) else text)
    return tidied("".join(parts))


def _with_code(spans: Sequence[Span]) -> list[Span]:
    """The spans, with code and punctuation inside bold text made bold too."""
    result: list[Span] = []
    for place, (text, look) in enumerate(spans):
        is_inside = result and result[-1][1].bold and place + 1 < len(spans)
        takes = look.mono or not re.search(r"\w", text)
        if is_inside and takes and spans[place + 1][1].bold:
            result.append((text, look._replace(bold=True)))
        else:
            result.append((text, look))
    return result


def _marked(spans: Sequence[Span]) -> str:
    """Spans of one weight as Markdown."""
    merged: list[Span] = []
    for text, look in spans:
        plain = look._replace(bold=False)
        if merged and (merged[-1][1] == plain or not text.strip()):
            merged[-1] = (merged[-1][0] + text, merged[-1][1])
        else:
            merged.append((text, plain))
    parts = []
    for text, look in merged:
        if look.mono and text.strip():
            lead, body, tail = _parted(text)
            parts.append(f"{lead}{code_span(body)}{tail}")
        else:
            # Marks of two emphases must not meet, as in `***no***` and `*. Yes*`.
            start = len(text) - len(text.lstrip(" .,;:!?"))
            is_italic = look.italic and re.search(r"\w", text)
            parts.append(
                escaped(text[:start]) + _between(escaped(text[start:]), "*")
                if is_italic
                else escaped(text)
            )
    return "".join(parts)


def _between(text: str, mark: str) -> str:
    lead, body, tail = _parted(text)
    return f"{lead}{mark}{body}{mark}{tail}"


def _parted(text: str) -> tuple[str, str, str]:
    """The leading spaces of a text, the text, and its trailing spaces."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return text[:start], text[start:end], text[end:]


def code_lines(lines: Sequence[Line]) -> str:
    """Lines of code; indents and blank lines follow from their positions."""
    left = min(line.x0 for line in lines)
    width = min((line.x1 - line.x0) / max(1, len(line.text)) for line in lines) or 5.0
    gaps = [a.y - b.y for a, b in itertools.pairwise(lines) if a.page == b.page]
    pitch = min((gap for gap in gaps if gap > 1), default=0.0)
    result: list[str] = []
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else None
        if (
            before
            and pitch
            and before.page == line.page
            and before.y - line.y > _BLANK_LINE * pitch
        ):
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
