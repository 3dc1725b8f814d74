"""Strips layout from lines: indents, quotation markers, wrapper tags."""

import re
from collections.abc import Sequence

_TAG_LINE = re.compile(
    r"(?:</?(?:details|p|div|center|span|section|article|br|a|dl|dd|font)\b[^<>]*>|<!--.*?-->|&(?:nbsp|emsp|ensp);|\s)+$",
    re.IGNORECASE,
)
_MARKS = re.compile(r"(?: {0,3}> ?)*+")
IMAGE = re.compile(r"\s*!\[[^\[\]]*\]\(\S+?\)\s*\Z")
"""A line, or a block, that is only an image."""
QUESTION_MARKS = ("?", "？", "؟")
"""The question marks of all scripts."""
_LINK = re.compile(
    r"\W{0,4}\[[^\n]{1,200}\]\(https?://[^\s()]{1,900}\)(?:<br\s?/?>|\W){0,4}", re.IGNORECASE
)
ALL_BOLD = re.compile(r"(\*\*|__)(?:(?!\1).){1,300}\1[\s.,;\\]{0,4}")
"""A text that is bold from end to end, apart from its last mark."""
_EMPHASIS = " *_`\\"
"""The space and the marks of emphasis, code or a line break that may follow a sentence."""
_LONG = 1_000


def is_wrapper(line: str) -> bool:
    """Whether a line consists of wrapper tags or a comment."""
    text = line[:_LONG].strip()
    return text[:1] in {"<", "&"} and len(line) < _LONG and bool(_TAG_LINE.match(text))


def is_link(text: str) -> bool:
    """Whether a text is only a link to another document."""
    return _LINK.fullmatch(text) is not None


def ends_asking(text: str) -> bool:
    """Whether a text ends with a question mark."""
    return text.rstrip(_EMPHASIS).endswith(QUESTION_MARKS)


def announces(text: str) -> bool:
    """Whether a text ends with a colon."""
    return text.rstrip(_EMPHASIS).endswith((":", "："))


def indent_of(line: str) -> int:
    """The indent, in columns, of the content of the list item on `line`."""
    match = re.match(r"([ \t>]*)(?:([-*+]|\d{1,9}[.)])([ \t]+))?", line.expandtabs(4))
    return len(match[0]) if match else 0


def stripped(line: str, indent: int) -> str:
    """`line` without up to `indent` leading columns."""
    if not indent:
        return line
    if "\t" in line[:indent]:
        body = line.lstrip(" \t")
        line = line[: len(line) - len(body)].expandtabs(4) + body
    lead = len(line) - len(line.lstrip(" "))
    return line[min(indent, lead) :]


def dedented(lines: Sequence[str]) -> str:
    """`lines` as one text without their common indent, which a table keeps."""
    first = next((line.strip() for line in lines if line.strip()), "")
    if len(first) > 9 and set(first) == {"-"}:
        return "\n".join(lines)
    indents = [len(line) - len(line.lstrip(" ")) for line in lines if line.strip()]
    shared = min(indents, default=0)
    return "\n".join(line[shared:] for line in lines)


def unquoted(lines: list[str]) -> list[str]:
    """`lines` without the markers of the quotations that contain all of them."""
    if any(line.strip() and not line.lstrip(" ").startswith(">") for line in lines):
        return lines
    ends = [match.end() if (match := _MARKS.match(line)) else 0 for line in lines]
    depths = [line.count(">", 0, end) for line, end in zip(lines, ends, strict=True)]
    # A line of only markers is a blank line inside the quotations and ends none of them.
    filled = [n for n, line in enumerate(lines) if line[ends[n] :].strip()]
    shared = min((depths[n] for n in filled), default=max(depths, default=0))
    return [_unmarked(line, min(shared, own)) for line, own in zip(lines, depths, strict=True)]


def _unmarked(line: str, count: int) -> str:
    """`line` without its first `count` quotation markers."""
    if not count:
        return line
    end = 0
    for _ in range(count):
        end = line.index(">", end) + 1
    return line[end:].removeprefix(" ")
