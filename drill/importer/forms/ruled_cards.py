"""Cards with a line between them: the first line of each asks, the rest answers.

Where an answer label divides nearly every card, all above it is the question.
"""

import re
from collections.abc import Iterator, Set
from itertools import takewhile
from statistics import median

from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Bold, Candidate, CandidateKind
from drill.importer.signals.labels import NONE
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import ASKS, question_likelihood
from drill.importer.signals.starts import Start
from drill.importer.signals.title_topics import is_closing
from drill.importer.signals.titles import clean_title
from drill.importer.source.leaves import Leaf, LeafKind

_LEAST = 4
"""The fewest cards: prose has a line between its parts too."""
_ALIKE = 0.9
"""The least share of blocks that are a short line with something below it."""
_ASKING = 1 / 3
"""The least share of cards that ask; the lines between them make the others cards too."""
_SILENT = 5
"""The fewest cards of which none needs to ask, if each is a few lines, and no rule of Markdown
stands between them, as between quotations."""
_SHORT = 4
"""The most lines of such a card, in the middle."""
_LONGEST = 300
"""The most characters of a first line that asks."""
_SECTIONS = 0.5
"""The most headings above cards, as a share of them: with more, each has one of its own."""
_MARKED = 0.2
"""The largest share of blocks that begin in bold or with a label, which other forms read."""
_OPENING = 3
"""The most paragraphs of which one asks, and those above introduce the document."""
_SENTENCE = re.compile(r"[.!;。！；][\s)\"'”’»」*_]{0,4}$")


def propose(outline: Outline) -> Iterator[Reading]:
    """The first lines of the blocks between rules, if nearly all blocks are cards."""
    blocks, sections, rules = _blocks(outline)
    if sections > _SECTIONS * len(blocks):
        return
    marked = {
        candidate.line
        for candidate in outline.all_candidates
        if candidate.label.kind or candidate.bold
    }
    if sum(block[0].start in marked for block in blocks) > _MARKED * len(blocks):
        return
    labels = {label.line for label in outline.answer_labels}
    divided = [start for block in blocks if (start := _divided(outline, block, labels)) is not None]
    if len(divided) >= max(_LEAST, _ALIKE * len(blocks)):
        yield Reading("cards with a front and a back", divided, Trait.CARD, explicit=True)
        return
    starts = [start for block in blocks if (start := _card(block)) is not None]
    if len(starts) < max(_LEAST, _ALIKE * len(blocks)):
        return
    asking = sum(outline.likelihood(start) >= ASKS for start in starts)
    stated = sum(_is_stated(start.candidate.leaf) for start in starts)
    sizes = [sum(len(leaf.lines) for leaf in block) for block in blocks]
    is_short = (
        not (rules or sections or stated) and len(starts) >= _SILENT and median(sizes) <= _SHORT
    )
    if asking >= max(stated, _ASKING * len(starts)) or is_short:
        yield Reading("cards between rules", starts, Trait.CARD, explicit=True)


def _blocks(outline: Outline) -> tuple[list[list[Leaf]], int, bool]:
    """The blocks between rules and headings, the number of headings above them, and whether a
    rule of Markdown is among the rules.

    What stands below a heading such as "References" is no card, nor is an introduction.
    """
    document = outline.document
    blocks: list[list[Leaf]] = [[]]
    sections, rules, closed = 0, False, False
    for leaf in document.leaves:
        heading = outline.headings.get(leaf)
        if leaf.kind is LeafKind.RULE:
            rules = rules or document.original[leaf.start] == document.lines[leaf.start]
            blocks.append([])
        elif heading is not None:
            if not any(blocks[:-1]) and not any(map(_asks, blocks[-1])):
                blocks[-1].clear()
            closed = is_closing(heading.title)
            sections += not closed and heading is not outline.first_heading
            blocks.append([])
        elif not closed:
            blocks[-1].append(leaf)
    blocks = [block for block in blocks if block]
    if blocks:
        blocks[0] = blocks[0][_introduction(blocks[0]) :]
    return blocks, sections, rules


def _introduction(block: list[Leaf]) -> int:
    """The number of paragraphs above the first one that asks, in the first block."""
    asks = list(map(_asks, block[:_OPENING]))
    return asks.index(True) if True in asks else 0


def _asks(leaf: Leaf) -> bool:
    """Whether a leaf is a paragraph that asks."""
    return leaf.is_free_paragraph and question_likelihood(leaf.text) >= ASKS


def _card(block: list[Leaf]) -> Start | None:
    """The start at the first line of a block, if that is short, and more follows."""
    leaf = block[0]
    is_item = leaf.opens is not None and leaf.opens.depth == 1 and leaf.kind is LeafKind.PARAGRAPH
    if not (leaf.is_free_paragraph or is_item):
        return None
    line = leaf.lines[0].strip()
    if len(line) > _LONGEST or len(block) + len(leaf.lines) < 3:
        return None
    if _is_stated(leaf) and len(leaf.lines) > 1:
        return None
    kind, title = CandidateKind.PARAGRAPH, clean_title(line)
    candidate = Candidate(leaf.start, leaf.start + 1, kind, 0, NONE, title, "", Bold.NONE, leaf)
    return Start(candidate, title, candidate.end, "")


def _is_stated(leaf: Leaf) -> bool:
    """Whether the first line of a leaf is a sentence that does not ask: "Reverse a list."."""
    line = leaf.lines[0].strip()
    return bool(_SENTENCE.search(line)) and question_likelihood(line) < ASKS


def _divided(outline: Outline, block: list[Leaf], labels: Set[int]) -> Start | None:
    """The start at the first text of a block above its answer label, if it has one."""
    front = list(takewhile(lambda leaf: leaf.start not in labels, block))
    asks = next((leaf for leaf in front if leaf.kind is LeafKind.PARAGRAPH), None)
    if asks is None or len(front) == len(block):
        return None
    title = clean_title(" ".join(asks.text.split()))
    line, kind = front[0].start, CandidateKind.PARAGRAPH
    above = "\n".join(outline.document.lines[line : asks.start]).strip("\n")
    candidate = Candidate(line, asks.end, kind, 0, NONE, title, "", Bold.NONE, asks)
    return Start(candidate, title, asks.end, "", block[-1].end, context=above)
