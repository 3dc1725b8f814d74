"""Headings of one level, without numbers or labels: the level itself marks the questions."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import chain, dropwhile, pairwise

from drill.importer.forms import weights as w
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.labels import picture_of
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import ASKS
from drill.importer.signals.title_topics import is_closing, is_opening, names_questions
from drill.importer.source.html_blocks import TERM
from drill.importer.source.leaves import EMPTY, LeafKind

_TEXT = 0.6
"""The least share of a level's headings with text, to read one without text as a section."""
_LISTED = 3
"""The fewest listed headings of a level, to read the unlisted ones as parts of answers."""
_BOTH_ASK = 1 / 3
"""The least share of either level that must ask, to read both as questions."""
_OTHERS_ASK = 0.9
"""The least share of headings that must ask, to read those above them as an introduction."""
_MOST_ASK = 2 / 3
"""The same if the introduction is short, and a chapter apart."""
_STRAYS = 0.4
"""The most headings of deeper levels among those of a level, to read them as slips."""
_PICTURED = 3
"""The fewest headings with the same picture, to take it for a mark of questions."""


def propose(outline: Outline) -> Iterator[Reading]:
    """One reading for each level of heading, and one for each picture that marks headings."""
    levels: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in outline.candidates:
        if candidate.kind is CandidateKind.HEADING:
            levels[candidate.level].append(candidate)
    for upper, lower in pairwise(sorted(levels)):
        yield from _of_two_levels(outline, levels[upper], levels[lower])
    for level in sorted(levels):
        kept = _without_sections(
            outline, [candidate for candidate in levels[level] if _stays(outline, candidate)]
        )
        kept = _without_opening(outline, kept)
        kept = sorted([*kept, *_strays(levels, level)], key=lambda one: one.line)
        name = "definition list" if level == TERM else f"headings of level {level}"
        if not all(candidate.number for candidate in kept):
            yield Reading(name, [outline.start(candidate) for candidate in kept], Trait.LEVEL)
        listed = [candidate for candidate in kept if candidate.key in outline.toc.titles]
        if _LISTED <= len(listed) < len(kept):
            form = f"{name} that the contents list"
            yield Reading(
                form, [outline.start(candidate) for candidate in listed], Trait.LEVEL, w.PICKED_OUT
            )
    all_levels = [list(chain(*levels.values()))] if len(levels) > 1 else []
    yield from _pictured(outline, [*levels.values(), *all_levels])


def _pictured(outline: Outline, groups: list[list[Candidate]]) -> Iterator[Reading]:
    """One reading for each picture that marks several headings of a group."""
    for group in groups:
        pictures = Counter(picture_of(candidate.title) for candidate in group)
        for picture, count in pictures.items():
            if picture and count >= _PICTURED:
                marked = [one for one in group if picture_of(one.title) == picture]
                marked.sort(key=lambda one: one.line)
                starts = [outline.start(candidate) for candidate in marked]
                for start in starts:
                    start.title = start.title.lstrip("*_ ")[1:].lstrip("\ufe0f ")
                yield Reading(f"headings marked {picture}", starts, Trait.PICTURE, w.PICKED_OUT)


def _strays(levels: dict[int, list[Candidate]], level: int) -> list[Candidate]:
    """Deeper headings that ask, right below a chapter: the author took the wrong level."""
    strays: list[Candidate] = []
    inside = True
    for heading in sorted(chain(*levels.values()), key=lambda one: one.line):
        if heading.level <= level:
            inside = heading.level == level
        elif not inside and heading.likelihood >= ASKS:
            strays.append(heading)
    return strays if len(strays) <= _STRAYS * len(levels[level]) else []


def _of_two_levels(
    outline: Outline, upper: list[Candidate], lower: list[Candidate]
) -> Iterator[Reading]:
    """The headings of two levels with text right below, if chapters have questions of either.

    Authors change the level of their questions halfway, or for a question now and then: below a
    question of the upper level, a heading of the lower one must ask.
    """
    chapters = {heading for heading in upper if _heads_headings(outline, heading)}
    questions = [heading for heading in upper if heading not in chapters]
    taken = {*lower}
    inside: list[Candidate] = []
    strays: list[Candidate] = []
    in_chapter = False
    for heading in outline.headings.values():
        if heading.level <= upper[0].level:
            in_chapter = heading.level < upper[0].level or heading in chapters
        elif heading in taken and (in_chapter or heading.likelihood >= ASKS):
            (inside if in_chapter else strays).append(heading)
    asking = min(map(_share_that_asks, (questions, inside)))
    least = _BOTH_ASK if len(inside) >= _OTHERS_ASK * len(lower) else _OTHERS_ASK
    both = len(inside) >= _LISTED and asking >= least and len(strays) <= len(inside)
    all_ask = len(strays) >= max(_LISTED, _OTHERS_ASK * len(lower))
    if len(questions) >= _LISTED and (both or (all_ask and len(strays) <= len(questions))):
        starts = sorted([*questions, *inside, *strays], key=lambda one: one.line)
        levels = f"headings of levels {upper[0].level} and {lower[0].level}"
        yield Reading(levels, [outline.start(one) for one in starts], Trait.LEVEL)


def _share_that_asks(candidates: list[Candidate]) -> float:
    return sum(one.likelihood >= ASKS for one in candidates) / max(1, len(candidates))


def _heads_headings(outline: Outline, candidate: Candidate) -> bool:
    """Whether the next block below a heading is a heading too."""
    below = outline.following(candidate.leaf)
    while below is not None and below.kind in EMPTY:
        below = outline.following(below)
    return below is None or below in outline.headings


def _stays(outline: Outline, candidate: Candidate) -> bool:
    """Whether a heading may be a question, not a closing section or the document's title."""
    if candidate.number or candidate.key in outline.toc.titles:
        return True
    if is_closing(candidate.title):
        below = outline.following(candidate.leaf)
        return below in outline.headings and outline.headings[below].is_answer_label
    first = candidate is outline.first_heading
    titled = first and names_questions(candidate.title) and candidate.likelihood < 1
    return not (titled and not outline.has_text_below(candidate))


def _without_sections(outline: Outline, candidates: list[Candidate]) -> list[Candidate]:
    """`candidates` without section headings, which neither ask nor have text below."""
    below = [outline.has_text_below(candidate) for candidate in candidates]
    bold = sum(_is_bold(candidate) for candidate in candidates) >= _TEXT * len(candidates)
    if sum(below) < _TEXT * len(candidates):
        return candidates
    return [
        candidate
        for candidate, has_text in zip(candidates, below, strict=True)
        if has_text
        or candidate.number
        or candidate.likelihood >= ASKS
        or (bold and _is_bold(candidate))
    ]


def _without_opening(outline: Outline, candidates: list[Candidate]) -> list[Candidate]:
    """`candidates` without the first ones that ask nothing, where nearly all others ask.

    Most others are enough if a heading above divides them. An introduction is none of them in any
    case.
    """
    candidates = list(dropwhile(lambda one: is_opening(one.title), candidates))
    asking = [candidate.likelihood >= ASKS for candidate in candidates]
    first = asking.index(True) if True in asking else 0
    rest = len(candidates) - first
    listed = any(
        candidate.number or candidate.key in outline.toc.titles for candidate in candidates[:first]
    )
    if not first or listed or rest < _LISTED:
        return candidates
    between = outline.headings_between(candidates[first - 1].line, candidates[first].line)
    is_apart = any(heading.level < candidates[first].level for heading in between)
    is_long = first * 2 > rest
    if is_long and outline.title_lists and not is_apart:
        return candidates  # the statements of a FAQ
    least = _OTHERS_ASK if not is_apart or is_long else _MOST_ASK
    return candidates[first:] if sum(asking) >= least * rest else candidates


def _is_bold(candidate: Candidate) -> bool:
    text = candidate.leaf.text.strip()
    return candidate.leaf.kind is LeafKind.HEADING and text.startswith(("**", "__", "<b>"))
