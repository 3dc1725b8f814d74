"""Normalises Markdown: math in `$`, inline link targets, no wrapper tags."""

import re
from collections.abc import Iterable, Mapping

from drill.importer.extraction.html_markdown import to_markdown
from drill.importer.extraction.tex import with_dollars
from drill.importer.source.reveals import is_reveal

_FENCE = re.compile(r"[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})")
_FENCED_MATH = re.compile(
    r"^([ \t]*)(?:```|~~~)[ \t]*math[ \t]*\n(.*)\n[ \t]*(?:```|~~~)[ \t]*$", re.DOTALL
)
_REFERENCE = re.compile(
    r"(!?)(?<!\\)\[((?:[^\[\]\\\n]|\\.|!\[[^\[\]\n]*\](?:\[[^\[\]\n]*\]|\([^()\n]*\))|\n(?!\n))+)\](?:\[([^\[\]\n]*)\])?(?![\[(:])|!\[\]\[([^\[\]\n]+)\]"
)
_NO_TARGET = re.compile(r"!\[([^\[\]\n]*)\]\(\)")
_TARGET = re.compile(r"\]\(\s*<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)")
_ANCHOR = re.compile(r"<a\s+(?:name|id)\s*=[^<>]*>(?:\s*</a>)?|<a\s*/>|<a>\s*</a>", re.IGNORECASE)
_LONG = 40
"""The fewest characters of a paragraph that a page break may split; a shorter one is complete."""
_DOLLAR_TICKS = re.compile(r"\$`([^`\n]+)`\$")
_ABOVE = re.compile(r"\s{0,8}(?:-{3,8}|\*{3,}|_{3,}|(?:\. ?){3,}|\?{1,3})\s*")
"""A rule, a line to write on or the separator of a card; a longer row of `-` begins a table."""
_BELOW = re.compile(r"\s{0,8}(?:\*{3,}|_{3,})\s*")
"""The same at its end; a row of `-` may underline a title, and dots may be code."""
_SLOT = "\ue000"
_TICKS_OR_BREAK = re.compile(r"``*|\n[ \t]*\n")  # each begins with a sign, so `re` skips to them


def normalized(text: str, links: Mapping[str, str]) -> str:
    """`text` with HTML, math and reference links normalised; code is unchanged.

    `links` maps the folded labels of the document's link references to their targets.
    """
    kept: list[str] = []
    text = text.replace(_SLOT, "")
    if "`" in text or "~~~" in text:
        text = _DOLLAR_TICKS.sub(r"$\1$", text) if "$`" in text else text
        pieces = split_code(text)
        kept = [_math_fence(piece) for code, piece in pieces if code]
        text = "".join(_SLOT if code else piece for code, piece in pieces)
    if "<" in text:
        text = to_markdown(_ANCHOR.sub("", text), is_reveal)
    if "\\(" in text or "\\[" in text:
        text = with_dollars(text)
    if links and "[" in text:
        text = _resolved(text, links)
    if "]()" in text:
        text = _NO_TARGET.sub(r"\1", text)
    parts = text.split(_SLOT)
    text = parts[0] + "".join(code + part for code, part in zip(kept, parts[1:], strict=False))
    return tidy(text)


def split_code(text: str) -> list[tuple[bool, str]]:
    """`text` in (is code, piece) pairs; code is a whole fence or a code span."""
    pieces: list[tuple[bool, str]] = []
    prose: list[str] = []
    code: list[str] = []
    fence = ""
    for line in text.splitlines(keepends=True):
        mark = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if fence:
            code.append(line)
            if mark and mark[1].startswith(fence) and not line[mark.end() :].strip():
                pieces.append((True, "".join(code)))
                code, fence = [], ""
        elif mark:
            pieces += _spans("".join(prose))
            prose, code, fence = [], [line], mark[1]
        else:
            prose.append(line)
    if code:
        pieces.append((True, "".join(code)))
    return pieces + _spans("".join(prose))


def _spans(text: str) -> list[tuple[bool, str]]:
    """The pieces of `text`, without fences; a span ends at the next run of as many backticks."""
    if "`" not in text:
        return [(False, text)]
    runs = list(_TICKS_OR_BREAK.finditer(text))
    closing: dict[int, int] = {}
    partner: list[int | None] = [None] * len(runs)
    for place in range(len(runs) - 1, -1, -1):
        run = runs[place][0]
        if run[0] == "`":
            partner[place] = closing.get(len(run))
            closing[len(run)] = place
        else:
            closing.clear()
    pieces: list[tuple[bool, str]] = []
    where = place = 0
    while place < len(runs):
        after = partner[place]
        if after is not None:
            pieces.append((False, text[where : runs[place].start()]))
            pieces.append((True, text[runs[place].start() : runs[after].end()]))
            where, place = runs[after].end(), after
        place += 1
    return [*pieces, (False, text[where:])]


def tidy(text: str) -> str:
    """`text` without outer blank lines, runs of blank lines or trailing spaces."""
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if mark:
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        if not fence:
            if not line.strip() and (not lines or not lines[-1].strip()):
                continue
            breaks = line.endswith("  ") and line.rstrip(" ")[-1:].strip()
            lines.append(line.rstrip() + ("  " if breaks else ""))
        else:
            lines.append(line)
    return "\n".join(lines).strip("\n").rstrip()


def without_edges(text: str) -> str:
    """`text` without rules, lines to write on and separators of cards at its ends."""
    lines = text.split("\n")
    if not (_ABOVE.fullmatch(lines[0]) or _BELOW.fullmatch(lines[-1])):
        return text
    first, last = 0, len(lines)
    while first < last and (not lines[first].strip() or _ABOVE.fullmatch(lines[first])):
        first += 1
    while first < last and (not lines[last - 1].strip() or _BELOW.fullmatch(lines[last - 1])):
        last -= 1
    return "\n".join(lines[first:last])


def targets(text: str) -> Iterable[str]:
    """The relative targets of the links and images in `text`, without code."""
    if "](" not in text:
        return
    for match in _TARGET.finditer("".join(piece for code, piece in split_code(text) if not code)):
        target = match[1].split("#")[0].split("?")[0]
        if target and not re.match(r"[a-zA-Z][\w+.-]*:|//|/", target):
            yield target


def continues(before: str, after: str) -> bool:
    """Whether the paragraph `after` continues `before` across a page break."""
    before = before.rstrip()
    last = before[-1:]
    first = after.lstrip()[:1]
    return (
        len(before) >= _LONG
        and (last.isalnum() or last in {",", "-", ";", "("})
        and first.islower()
        and not re.match(r"\s*\w{1,3}[.)]\s", after)
        and last not in {":"}
    )


def _math_fence(code: str) -> str:
    return _FENCED_MATH.sub(lambda match: f"{match[1]}$$\n{match[2]}\n{match[1]}$$", code)


def _resolved(text: str, links: Mapping[str, str]) -> str:
    def replace(match: re.Match[str]) -> str:
        if match[4] is not None:
            target = links.get(fold(match[4]))
            return match[0] if target is None else f"![]({target})"
        target = links.get(fold(match[3] or match[2]))
        if target is None:
            return match[0]
        return f"{match[1]}[{match[2]}]({target})"

    return _REFERENCE.sub(replace, text)


def fold(label: str) -> str:
    """A link label in a form that compares equal for all spellings of a reference."""
    return " ".join(label.split()).lower().upper()


def without_marks(text: str) -> str:
    """A prompt that does not give the answer away: all boxes open, no tick signs."""
    if "[" in text or "(" in text:
        text = re.sub(r"(?m)^([^\S\n]*+(?:[-*+][^\S\n]*+)?)\[[xX✓✔]\](?=\s)", r"\1[ ]", text)
        text = re.sub(r"(?m)^([^\S\n]*+[-*+][^\S\n]++)\([xX✓✔]\)(?=\s)", r"\1( )", text)
    if not text.isascii():
        text = re.sub(r"(?m)(?<![ \t])[ \t]*+(?:✅|✔|☑|✓)\ufe0f?[ \t]*$", "", text)
    return text
