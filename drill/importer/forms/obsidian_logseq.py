"""Cards of Obsidian, Logseq and RemNote: `question::answer`, `>>`, `?` on its own line, `#card`.

Lines that begin with `Q:` belong to the form `labelled`; the words are in `signals/labels.py`.
"""

import re
from collections.abc import Iterator

from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Bold, Candidate, CandidateKind
from drill.importer.signals.labels import NONE
from drill.importer.signals.outline import Outline
from drill.importer.signals.starts import Start
from drill.importer.signals.titles import clean_title
from drill.importer.source.leaves import Leaf, LeafKind

_INLINE = re.compile(
    r"(?P<front>[^\n]{0,600}?[^\s:])(?:\s{0,4}:::?\s{0,4}(?!:)|\s(?::::?|>>>?|<>|;;)\s)(?P<back>\S[^\n]*)$"
)
_MARKS = ("::", " >> ", " >>> ", " <> ", " ;; ")
_PROPERTY = re.compile(r"\W{0,12}[\w-]{1,40}::\s")
_SEPARATOR = re.compile(r"\s*\?{1,2}\s*$")
_CARD = re.compile(r"(?:^|\s)#(?:flash)?cards?(?:/[\w/-]+)?(?:\s|$)", re.IGNORECASE)
_TAGGED = re.compile(
    r"\s*+[^\s#].*\s#(?:flash)?card(?:/[\w/-]+)?(?:\s#[\w/-]+)*\s*$", re.IGNORECASE
)
"""The tag of a card behind its front; `#flashcards` tags a note."""
_TAG = re.compile(r"#([\w/-]+)")
_TAGS = re.compile(r"(?:\s#[\w/-]+)+$")
_GAP = re.compile(r"\{\{cloze\s((?:[^{}]|\{(?!\{)|\}(?!\}))+)\}\}")
_CODE = re.compile(r"`[^`\n]*`")
_ITEM = re.compile(r"\A\s*+[-*+]\s+")
_TOLD = re.compile(r"flash-?cards?\b|<!--SR:|spaced[ -]repetition", re.IGNORECASE)
"""Signs that a note has cards. Without them, a `::` in code is not a card."""
_NAMESPACE = re.compile(r"\w::\w|\W::1\b|::$|::[\w*]+`")
"""A `::` of C++, Ruby, Rust or IPv6."""
_LEAST = 2
"""The fewest cards: a single `::` is C++ or YAML, a single tag one of the note."""
_MANY = 4
"""The fewest lines with `::` that need no other sign, if nearly all text is such lines."""
_ALIKE = 0.8
"""Their least share of the lines of paragraphs and items."""


def propose(outline: Outline) -> Iterator[Reading]:
    """Obsidian's cards of all kinds, and Logseq's blocks."""
    obsidian: list[Start] = []
    blocks: list[Start] = []
    tagged: list[Start] = []
    lines = 0
    for leaf in outline.document.leaves:
        if leaf.kind is LeafKind.PARAGRAPH and leaf.start not in outline.no_start_lines:
            lines += len(leaf.lines)
            if leaf.first and _is_card(leaf.lines[0]):
                blocks.append(_block(leaf))
            elif leaf.is_free_paragraph and _TAGGED.match(leaf.lines[0]):
                tagged.append(_block(leaf))
            else:
                obsidian += _of_paragraph(outline, leaf)
        elif leaf.kind is LeafKind.HEADING and _is_card(leaf.text):
            blocks.append(_block(leaf))
    clear = [one for one in obsidian if " " in one.rest or not _is_namespace(one)]
    told = any(not start.literal for start in obsidian) or (
        bool(obsidian)
        and (
            len(clear) >= max(_MANY, _ALIKE * lines)
            or outline.title_defines
            or any(map(_TOLD.search, outline.document.original))
        )
    )
    if not told:
        obsidian = [start for start in obsidian if not _is_namespace(start)]
    if len(obsidian) >= _LEAST:
        obsidian.sort(key=lambda start: start.line)
        yield Reading("cards with :: or ?", obsidian, Trait.CARD, explicit=told)
    if len(tagged) >= _LEAST:
        blocks = sorted([*blocks, *tagged], key=lambda start: start.line)
    if blocks:
        yield Reading("blocks tagged #card", blocks, Trait.TAGGED_CARD, explicit=True)


def _is_card(text: str) -> bool:
    return "#" in text and _CARD.search(text) is not None


def _is_namespace(start: Start) -> bool:
    """Whether a `::` of the paragraph of a start may be code."""
    return bool(_NAMESPACE.search(start.candidate.leaf.text))


def _block(leaf: Leaf) -> Start:
    """A Logseq block: its first line is the front, its gaps and nested blocks are the back."""
    text = " ".join(leaf.lines[0].split())
    tagged = _TAGS.search(text)
    tags = _TAG.findall(tagged[0]) if tagged else []
    text = _TAGS.sub("", text)
    gaps = ", ".join(_GAP.findall(text))
    title = clean_title(_GAP.sub("[…]", text))
    kind = CandidateKind.HEADING if leaf.kind is LeafKind.HEADING else CandidateKind.ITEM
    candidate = Candidate(
        leaf.start, leaf.start + 1, kind, leaf.level, NONE, title, "", Bold.NONE, leaf
    )
    stop = leaf.item.end if leaf.item is not None else None
    own = tuple(tag.replace("/", "-") for tag in tags if not _CARD.fullmatch(f"#{tag}"))
    return Start(candidate, title, leaf.start + 1, gaps, stop, tags=own, unwraps=True)


def _of_paragraph(outline: Outline, leaf: Leaf) -> Iterator[Start]:
    """The cards in one paragraph: each line with `::`, or the lines above a lone `?`."""
    first = 0
    for number, text in enumerate(leaf.lines):
        start = leaf.start + number
        if number > first and "?" in text and _SEPARATOR.match(text):
            line = _front(outline, leaf, leaf.start + first)
            above = outline.document.lines[line:start]
            # A list belongs to the line above it, which asks; other lines are one sentence.
            asked = above[:1] if line < leaf.start + first else above
            title = clean_title(" ".join(map(str.strip, asked)))
            candidate = Candidate(
                line, start + 1, CandidateKind.LINE, 0, NONE, title, "", Bold.NONE, leaf
            )
            context = "\n".join(above[len(asked) :])
            end = _card_end(outline, start + 1)
            yield Start(candidate, title, start + 1, "", end, context=context)
            return
        is_card = any(mark in text for mark in _MARKS) and not _PROPERTY.match(text)
        match = _INLINE.match(text) if is_card else None
        code = [span.span() for span in _CODE.finditer(text)] if match else []
        if match and not any(low < match.end("front") < high for low, high in code):
            item = leaf.item is not None and leaf.first and number == 0
            front = match["front"] if not item else _ITEM.sub("", match["front"])
            title = clean_title(front)
            kind = CandidateKind.ITEM if item else CandidateKind.LINE
            candidate = Candidate(start, start + 1, kind, 0, NONE, title, "", Bold.NONE, leaf)
            yield Start(candidate, title, start + 1, match["back"].strip(), start + 1, literal=True)
            first = number + 1


def _front(outline: Outline, leaf: Leaf, line: int) -> int:
    """The line where a card begins: above the list, without a blank line, that ends in `leaf`."""
    lines = outline.document.lines
    first = line
    while leaf.item is not None and first and lines[first - 1].strip():
        first -= 1
    is_list = bool(_ITEM.match(lines[first]))
    return line if is_list or any(map(_SEPARATOR.match, lines[first:line])) else first


def _card_end(outline: Outline, line: int) -> int:
    """The line where a card ends: a blank one, or a comment, outside of fences."""
    lines = outline.document.lines
    fence = ""
    while line < len(lines):
        text = lines[line].strip()
        if text.startswith(("```", "~~~")):
            fence = "" if fence and text.startswith(fence) else fence or text[:3]
        elif not fence and (not text or text.startswith("<!--")):
            break
        line += 1
    return line
