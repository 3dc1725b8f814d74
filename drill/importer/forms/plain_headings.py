"""Headings of one level, without numbers or labels: the level itself marks the questions."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import takewhile

from drill.importer.forms import weights as w
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.labels import picture_of
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import ASKS
from drill.importer.signals.title_topics import is_closing, names_questions
from drill.importer.source.html_blocks import TERM
from drill.importer.source.leaves import LeafKind

_TEXT = 0.6
"""The least share of a level's headings with text, to read one without text as a section."""
_LISTED = 3
"""The fewest listed headings of a level, to read the unlisted ones as parts of answers."""
_PICTURED = 3
"""The fewest headings with the same picture, to take it for a mark of questions."""


def propose(outline: Outline) -> Iterator[Reading]:
    """One reading for each level of heading, and one for each picture that marks headings."""
    levels: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in outline.candidates:
        if candidate.kind is CandidateKind.HEADING:
            levels[candidate.level].append(candidate)
    for level in sorted(levels):
        kept = _without_sections(
            outline, [candidate for candidate in levels[level] if _stays(outline, candidate)]
        )
        name = "definition list" if level == TERM else f"headings of level {level}"
        if not all(candidate.number for candidate in kept):
            yield Reading(name, [outline.start(candidate) for candidate in kept], Trait.LEVEL)
        listed = [candidate for candidate in kept if candidate.key in outline.toc.titles]
        if _LISTED <= len(listed) < len(kept):
            form = f"{name} that the contents list"
            yield Reading(
                form, [outline.start(candidate) for candidate in listed], Trait.LEVEL, w.PICKED_OUT
            )
        pictures = Counter(picture_of(candidate.title) for candidate in levels[level])
        for picture, count in pictures.items():
            if picture and count >= _PICTURED:
                marked = [
                    candidate
                    for candidate in levels[level]
                    if picture_of(candidate.title) == picture
                ]
                starts = [outline.start(candidate) for candidate in marked]
                for start in starts:
                    start.title = start.title.lstrip("*_ ")[1:].lstrip("\ufe0f ")
                yield Reading(f"headings marked {picture}", starts, Trait.PICTURE, w.PICKED_OUT)


def _stays(outline: Outline, candidate: Candidate) -> bool:
    """Whether a heading may be a question, not a closing section or the document's title."""
    if candidate.number or candidate.key in outline.toc.titles:
        return True
    if is_closing(candidate.title):
        return False
    first = candidate is outline.first_heading
    titled = first and names_questions(candidate.title) and candidate.likelihood < 1
    return not (titled and not outline.has_text_below(candidate))


def _without_sections(outline: Outline, candidates: list[Candidate]) -> list[Candidate]:
    """`candidates` without section headings, which neither ask nor have text below."""
    # "Interview tips" before the first question is about the questions.
    preface = [
        candidate
        for candidate in takewhile(lambda candidate: candidate.likelihood < ASKS, candidates)
        if names_questions(candidate.title) and len(candidates) > 1
    ]
    below = [outline.has_text_below(candidate) for candidate in candidates]
    bold = sum(_is_bold(candidate) for candidate in candidates) >= _TEXT * len(candidates)
    if sum(below) < _TEXT * len(candidates):
        return candidates
    return [
        candidate
        for candidate, has_text in zip(candidates, below, strict=True)
        if (has_text and candidate not in preface)
        or candidate.number
        or candidate.likelihood >= ASKS
        or (bold and _is_bold(candidate))
    ]


def _is_bold(candidate: Candidate) -> bool:
    text = candidate.leaf.text.strip()
    return candidate.leaf.kind is LeafKind.HEADING and text.startswith(("**", "__", "<b>"))
