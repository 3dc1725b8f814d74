"""Rewrites the marks of plain-text cards as Markdown: lines between cards, `%` lines in them.

Also the headings `Front` and `Back` of notes that a program wrote out of Anki, and the notes
between `START` and `END` that another sends there.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

_BETWEEN = re.compile(r"#?([-=_~*+])\1+")
"""A line between cards: `#-----`, `=====`, `--`."""
_SIGNS = frozenset("#-=_~*+")
_RULE = re.compile(r"([-*_])\1\1+\s*")
_RULES = frozenset("-*_")
_LEAST = 3
"""The fewest lines between cards, all alike, and the fewest cards with a `%` line."""
_LONG = 10
"""The characters of a line that people type by feel: longer ones are alike."""
_MOSTLY = 0.8
"""The least share of the lines between cards that are alike, and of headings with one `%` line, to
read that as the end of the prompt."""
_CARDS = 0.25
"""The least share of blocks that end with text: no title is above the line below them."""
_TITLE = 80
"""The most characters of a title."""
_STOPS = (".", ";", "。", "।")
_PERCENT = re.compile(r"%+(?:-*$|\s+(?=\S))")
_SIDE = re.compile(r"#{1,6} (front|back|note|card|tags|model|guid)\s*$", re.IGNORECASE)
_BACK = re.compile(r"Back:\s*")
_NOTE_FIELD = re.compile(r"(?:Tags|Deck|ID):\s|<!--ID:")
_TAGS = "Tags: "
_LABELS = {"front": "**Question:**", "back": "**Answer:**"}
_DIVIDER = re.compile(r"(?=([.?%=~+:*_!-]))(?:\1\s?){1,12}")
"""A line of signs between the front and the back of a card: `. . .`, `...`, `%`, `===`."""
_DIVIDED = 0.9
"""The least share of cards with the same divider once; slides pause here and there."""
_TILDES = re.compile(r"~{3,}\s?\w")
_META = re.compile(r"%\s?([a-z][\w-]{0,20})\s?[:=]", re.IGNORECASE)


def with_card_marks(lines: Sequence[str]) -> list[str]:
    """The same number of lines, with rules between cards, and labels in place of `%` lines."""
    result = _without_note_marks(_with_labels(lines))
    for number in _between_cards(lines):
        result[number] = "***"
    begun = [(n, line) for n, line in enumerate(lines) if line[:1] == "%"]
    meta = [(n, match[1]) for n, line in begun if (match := _META.match(line))]
    counts = Counter(key for _, key in meta)
    for number in (number for number, key in meta if counts[key] >= _LEAST):
        result[number] = ""
    headings = sum(line.startswith("## ") for line in result)
    begun = [(n, line) for n, line in enumerate(result) if line[:1] == "%"]
    marks = [(n, match) for n, line in begun if (match := _PERCENT.match(line))]
    if headings >= _LEAST and _MOSTLY * headings <= len(marks) <= headings:
        for number, match in marks:
            result[number] = f"**Answer:** {result[number][match.end() :]}".rstrip()
    for number in _dividers(result):
        result[number] = _LABELS["back"]
    return result


def _dividers(lines: Sequence[str]) -> list[int]:
    """The lines that divide front and back: alike, and once in nearly all cards between rules."""
    rules = {n for n, line in enumerate(lines) if line[:1] in _RULES and _is_rule(lines, n)}
    if len(rules) < _LEAST:
        return []
    blocks: list[list[int]] = [[]]
    for number in _outside_fences(lines):
        if number in rules:
            blocks.append([])
        elif lines[number].strip():
            blocks[-1].append(number)
    blocks = [block for block in blocks if block]
    # Slides and chapters with headings have other forms.
    headed = any(lines[n].startswith("#") for block in blocks[1:] for n in block)
    if len(blocks) <= _LEAST or headed:
        return []
    found = [
        [(lines[n].rstrip(), n) for n in block if _DIVIDER.fullmatch(lines[n].rstrip())]
        for block in blocks
    ]
    counts = Counter(text for marks in found if len(marks) == 1 for text, _ in marks)
    text, count = counts.most_common(1)[0] if counts else ("", 0)
    if count < _DIVIDED * (len(blocks) - 1):  # the front matter is no card
        return []
    tops = {block[0] for block in blocks}
    if text[0] in "-=" and all(marks[0][1] - 1 in tops for marks in found if len(marks) == 1):
        return []  # Markdown underlines a title with it
    return [marks[0][1] for marks in found if len(marks) == 1 and marks[0][0] == text]


def _with_labels(lines: Sequence[str]) -> list[str]:
    """The lines with labels in place of the headings `Front` and `Back`, without what is beside."""
    result = list(lines)
    headings = [(n, line) for n, line in enumerate(lines) if line[:1] == "#"]
    named = [(n, match[1].lower()) for n, line in headings if (match := _SIDE.match(line))]
    names = [name for _, name in named]
    if len(names) < _LEAST or not 0 < names.count("front") == names.count("back"):
        return result
    ends = [number for number, _ in named[1:]]
    for (number, name), end in zip(named, [*ends, len(lines)], strict=True):
        if name in _LABELS:
            result[number] = _LABELS[name]
        else:  # the tags and the key of the note
            result[number:end] = [""] * (end - number)
    return result


def _without_note_marks(lines: Sequence[str]) -> list[str]:
    """The lines with labels in place of `START`, the kind of the note, `Back:` and `END`."""
    result = list(lines)
    begins = [n for n, line in enumerate(lines) if line.strip() == "START"]
    if len(begins) < _LEAST:
        return result
    # A field that ends a few answers is read as content.
    are_tagged = sum(line.startswith(_TAGS) for line in lines) >= _MOSTLY * len(begins)
    for begin, limit in pairwise([*begins, len(lines)]):
        note = [line.strip() for line in lines[begin:limit]]
        if "END" not in note[2:]:
            continue
        end = begin + note.index("END")
        result[begin : begin + 2] = ["", _LABELS["front"]]
        result[end] = "***"
        result[begin + 2] = lines[begin + 2].removeprefix("Front:").lstrip()
        for number in range(begin + 2, end):
            if field := _BACK.match(lines[number]):
                result[number] = f"{_LABELS['back']} {lines[number][field.end() :]}".rstrip()
        # A field stands between the last text and the end.
        for number in range(end - 1, begin + 2, -1):
            if lines[number].startswith(_TAGS) and are_tagged:
                names = lines[number].removeprefix(_TAGS).split()
                result[number] = f"**Tags:** {', '.join(names)}"
            elif _NOTE_FIELD.match(lines[number]):
                result[number] = ""
            elif lines[number].strip():
                break
    return result


def _between_cards(lines: Sequence[str]) -> Iterator[int]:
    """The lines between cards that Markdown takes for text, or for underlined headings."""
    signs = {n for n, line in enumerate(lines) if line[:1] in _SIGNS and _is_between(line)}
    found = [n for n in _outside_fences(lines) if n in signs] if len(signs) >= _LEAST else []
    alike = Counter(lines[n].rstrip()[:_LONG] for n in found).most_common(1)
    marks = [n for n in found if alike[0][0] == lines[n].rstrip()[:_LONG]]
    if len(marks) < max(_LEAST, _MOSTLY * len(found)):
        return
    ends = [*marks, len(lines)]
    blocks = [lines[first + 1 : end] for first, end in zip([-1, *marks], ends, strict=True)]
    blocks = [block for block in blocks if any(map(str.strip, block))]
    # An underlined title stands alone above its line, and a card ends with its answer.
    below = [n for n in marks if not _is_rule(lines, n)]
    known = {*marks}
    # Markdown reads a title between two such lines as a heading below a rule.
    framed = sum(n - 2 in known for n in below)
    if sum(map(_ends_with_text, blocks)) >= _CARDS * len(blocks) and framed < _MOSTLY * len(below):
        yield from below


def _is_between(line: str) -> bool:
    return _BETWEEN.fullmatch(line.rstrip()) is not None


def _is_rule(lines: Sequence[str], number: int) -> bool:
    """Whether Markdown takes a line for a rule: it is one, and no text stands right above it."""
    is_below_text = number > 0 and bool(lines[number - 1].strip())
    return not is_below_text and _RULE.fullmatch(lines[number]) is not None


def _outside_fences(lines: Sequence[str]) -> Iterator[int]:
    """The lines that are not blank, nor in fences; tildes alone are a line between cards."""
    fence = ""
    for number, line in enumerate(lines):
        text = line.lstrip()
        if fence:
            fence = "" if text.startswith(fence) else fence
        elif text.startswith("```") or (text[:3] == "~~~" and _TILDES.match(text)):
            fence = text[:3]
        elif line:
            yield number


def _ends_with_text(block: Sequence[str]) -> bool:
    """Whether the last paragraph of a block has two lines or more, or one that is no title."""
    text = [line.strip() for line in block]
    while text and not text[-1]:
        text.pop()
    is_title = len(text[-1]) <= _TITLE and not text[-1].endswith(_STOPS)
    return not is_title or (all(text[-2:]) and len(text) > 1)
