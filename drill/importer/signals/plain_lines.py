"""Lines without text: rules and link reference definitions."""

import re

from drill.importer.source.document import Document
from drill.importer.source.leaves import LeafKind

_DEFINITION = re.compile(r" {0,3}\[[^\[\]\n]+\]:\s*\S+(?:\s+[\"'(].*[\"')])?\s*$")


def rule_lines(document: Document) -> set[int]:
    """The lines of rules."""
    return {
        line
        for leaf in document.leaves
        if leaf.kind is LeafKind.RULE
        for line in range(leaf.start, leaf.end)
    }


def definition_lines(document: Document) -> set[int]:
    """The lines that define link references."""
    if not document.links:
        return set()
    inside = {line for leaf in document.leaves for line in range(leaf.start, leaf.end)}
    return {
        line
        for line, text in enumerate(document.lines)
        if line not in inside and _DEFINITION.match(text)
    }
