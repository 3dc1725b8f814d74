"""Turns lines of a document into text without layout and decoration, and records their roles."""

import re
from collections.abc import Sequence
from itertools import pairwise

from drill.importer.extraction.normalize import continues
from drill.importer.line_ledger import LineLedger, Role
from drill.importer.signals.outline import Outline
from drill.importer.source.leaves import Leaf, LeafKind
from drill.importer.source.lines import dedented, indent_of, is_wrapper, stripped, unquoted

_SEPARATOR = 8
"""The fewest characters of a separator line; a shorter one is an arrow or an operator."""
_RULE_TAG = re.compile(r"\s*<hr\s*/?>\s*", re.IGNORECASE)
_EMPTY_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s*")
_JOINED = "\0"
"""A placeholder for a line joined to another one."""


def _is_separator(text: str) -> bool:
    """Whether a line is a homemade rule between questions: `#------#`, `======`."""
    text = text.strip()
    if len(text) < _SEPARATOR or text[0] not in "#=-*~+":
        return False
    signs = set(text)
    return signs <= set("#=-*~+ ") and bool(signs & set("#=~+"))


def _is_rule_tag(text: str) -> bool:
    return "<" in text and _RULE_TAG.fullmatch(text) is not None


class Sections:
    """Reads ranges of lines of one document and records each line in the ledger."""

    def __init__(self, outline: Outline, ledger: LineLedger) -> None:
        self.outline = outline
        self.document = outline.document
        self.ledger = ledger
        contents = outline.toc.lines - outline.toc.short
        self._left_out = contents | outline.back_lines | outline.definitions

    def mark(self, line: int, role: Role) -> None:
        """Record the role of `line`, or that it is blank."""
        blank = not self.document.lines[line].strip()
        self.ledger.mark(line, Role.BLANK if blank else role)

    def trimmed(self, low: int, high: int) -> tuple[int, int]:
        """The range without the rules, links to the top and tags at its ends; records those."""
        while high > low and self._is_edge(high - 1):
            high -= 1
        while low < high and self._is_edge(low):
            low += 1
        return low, high

    def blank_edges(self, lines: list[str], low: int, first: int) -> None:
        """Blank the rules and tags at line `first` and directly below; `lines` begin at `low`."""
        while first < low + len(lines) and self._is_edge(first):
            lines[first - low] = ""
            first += 1

    def lines(self, low: int, high: int, leaf: Leaf, label: Leaf | None = None) -> list[str]:
        """The lines from `low` up to `high` without the indent of the item that `leaf` is in.

        Removes quotation marks (`>`) if all lines have them or the answer's `label` is inside the
        quotation, and the indent of the item that the label is in.
        """
        lines = list(self.document.lines[low:high])
        if label is not None and label.quote is not None:
            first, last = (max(low, min(high, line)) - low for line in label.quote)
            lines[first:last] = unquoted(lines[first:last])
        indent = 0
        if leaf.item is not None and leaf.item.end > low:
            indent = indent_of(self.document.lines[leaf.item.start])
        lines = [stripped(line, indent) for line in lines]
        inner = label.item if label is not None else None
        if label is not None and inner is not None and inner is not leaf.item and label.first:
            deeper = indent_of(self.document.lines[inner.start]) - indent
            end = min(high, inner.end)
            first = max(low, inner.start + 1)
            body = [stripped(line, deeper) for line in lines[first - low : end - low]]
            lines[first - low : end - low] = dedented(body).split("\n") if body else []
        return unquoted(lines)

    def text(self, lines: Sequence[str], low: int, role: Role) -> str:
        """The text of `lines`, which begin at line `low`, without links to the top and targets.

        Records each line as `role`, or as a part without text.
        """
        kept: list[str] = []
        for line, text in enumerate(lines, start=low):
            wraps = not text.strip() and self.ledger.roles[line] is Role.WRAPPER
            if line in self._left_out or wraps:
                self._is_edge(line)
                kept.append("")
            else:
                self.mark(line, Role.BLANK if not text.strip() else role)
                kept.append(text)
        self._join_pages(kept, low)
        first = next((number for number, text in enumerate(kept) if text.strip()), 0)
        if role is Role.ANSWER and kept and not is_wrapper(kept[first]):
            kept = kept[first:]
        return dedented(kept)

    def _is_edge(self, line: int) -> bool:
        text = self.document.lines[line]
        if not text.strip():
            self.ledger.mark(line, Role.BLANK)
        elif line in self.outline.back_lines:
            self.ledger.mark(line, Role.BACK)
        elif line in self.outline.toc.lines and line not in self.outline.toc.short:
            self.ledger.mark(line, Role.CONTENTS)
        elif line in self.outline.rules or _is_separator(text) or _is_rule_tag(text):
            self.ledger.mark(line, Role.RULE)
        elif is_wrapper(text) or _EMPTY_ITEM.fullmatch(text):
            self.ledger.mark(line, Role.WRAPPER)
        elif line in self.outline.definitions:
            self.ledger.mark(line, Role.TARGET)
        else:
            return False
        return True

    def _join_pages(self, lines: list[str], low: int) -> None:
        """Join paragraphs that a page break split."""
        leaves = self.document.between(low, low + len(lines))
        for before, after in pairwise(leaves):
            alike = before.kind is after.kind is LeafKind.PARAGRAPH and before.item is after.item
            if not alike or before.quote != after.quote:
                continue
            last, first = before.end - 1 - low, after.start - low
            if last < 0 or first >= len(lines) or not continues(before.text, after.text):
                continue
            hyphen = "" if lines[last].rstrip().endswith("-") else " "
            lines[first] = lines[last].rstrip() + hyphen + lines[first].lstrip()
            lines[last] = ""
            lines[last:first] = [_JOINED] * (first - last)
        lines[:] = [line for line in lines if line != _JOINED]
