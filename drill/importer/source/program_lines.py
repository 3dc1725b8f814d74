"""Lines that are for a program: metadata, and code without a fence."""

import re

_MODULE = re.compile(
    r"(?:import\s[^;]{1,200}from\s+['\"][^'\"]+['\"]|import\s+['\"][^'\"]+['\"]"
    r"|export\s+(?:const|default|let|function)\s.{0,300});?\s*$"
)
_LIQUID = re.compile(r"\s{0,8}(?:\{%[^%\n]{0,300}%\}|\{:[^{}\n]{0,200}\})\s*$")
_PROPERTY = re.compile(
    r"\s*(?:id|collapsed|card-[\w-]+|direction|type|alias|aliases|public|template|heading|deck|icon|filters"
    r"|created|updated|created-at|updated-at|background-color|title|tags|platforms|description"
    r"|logseq\.[\w.-]+|query-[\w-]+|exclude-from-graph-view)::(?:\s.*)?$"
)
_CODE_LINE = re.compile(r"[\w.\[\]\"']{1,80}\s=\s|[\w.]{1,80}\(.*\)$|(?:\$|>>>)\s")
"""The beginning of a line of unfenced code, or a whole call."""


def is_code(line: str) -> bool:
    """Whether a line looks like code, and like no item of a list."""
    text = line.strip()
    if "`" in text or text[:2] in {"- ", "* ", "+ ", "> "}:
        return False
    opens = text.endswith(":") and ("(" in text or "[" in text)
    return opens or text.endswith((";", "{", "}", "(", "\\")) or bool(_CODE_LINE.match(text))


def is_metadata(line: str) -> bool:
    """Whether a line is for a program: an import, a template tag, a block property."""
    if "::" in line and _PROPERTY.match(line):
        return True
    return bool(("{" in line and _LIQUID.match(line)) or (line[0] in "ie" and _MODULE.match(line)))
