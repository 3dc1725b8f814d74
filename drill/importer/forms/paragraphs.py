"""Questions in plain paragraphs, marked only by asking, each followed by its answer."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from drill.importer.forms import weights as w
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import ASKS
from drill.importer.signals.starts import Start
from drill.importer.source.leaves import CODE, EMPTY, UNTOLD, LeafKind
from drill.importer.source.lines import ends_asking

_LEAST = 3
"""The fewest paragraphs before lists; fewer may be chance."""
_IN_TURN = 0.7
"""The least share of lists below a question, to read all lists as answers."""
_QUOTES_ASK = 1 / 3
"""The least share of the quotations that ask, to read all of them as questions."""
_ANSWERED = 0.8
"""The least share of them with text below: a quotation in an essay comments on it."""


def propose(outline: Outline) -> Iterator[Reading]:
    """Paragraphs before a quotation, quoted paragraphs before text, and paragraphs that ask."""
    paragraphs = [
        candidate
        for candidate in outline.candidates
        if candidate.kind is CandidateKind.PARAGRAPH and candidate.leaf.item is None
    ]
    asking = [
        candidate
        for candidate in paragraphs
        if candidate.likelihood >= w.SURE
        and not candidate.label.kind
        and not candidate.bold
        and len(candidate.title) < w.LONGEST
    ]
    plain = [candidate for candidate in asking if not candidate.leaf.quote]
    answered = [candidate for candidate in plain if _quoted_next(outline, candidate)]
    quoted = list(filter(_opens_quotation, asking))
    numbered = [
        candidate
        for candidate in outline.candidates
        if candidate.number and _opens_quotation(candidate)
    ]
    listed = [candidate for candidate in paragraphs if candidate.key in outline.toc.titles]
    ending = [candidate for candidate in plain if ends_asking(candidate.title)]
    for form, candidates, trait, weight in (
        ("answers in quotations", answered, Trait.QUOTE, 1.0),
        ("questions in quotations", quoted, Trait.QUOTE, w.QUOTED),
        ("numbered questions in quotations", numbered, Trait.NUMBER, 1.0),
        ("paragraphs in the contents", listed, Trait.ASKING, w.IN_CONTENTS),
        ("asking paragraphs", ending, Trait.ASKING, w.ASKING_ALONE),
    ):
        if len(candidates) >= 2:
            yield Reading(form, list(map(outline.start, candidates)), trait, weight)
    yield from _quotations(outline)
    yield from _before_lists(outline)


def _quotations(outline: Outline) -> Iterator[Reading]:
    """All quotations, if enough of them ask and nearly all have an answer below."""
    opening = [
        candidate
        for candidate in outline.candidates
        if _opens_quotation(candidate) and len(candidate.title) < w.LONGEST
    ]
    starts = [_whole_quotation(outline, candidate) for candidate in opening]
    asking = sum(outline.likelihood(start) >= ASKS for start in starts)
    answered = sum(_has_text_below(outline, start) for start in starts)
    if asking >= max(_LEAST, _QUOTES_ASK * len(starts)) and answered >= _ANSWERED * len(starts):
        yield Reading("quotations", starts, Trait.QUOTE, w.QUOTED)


def _whole_quotation(outline: Outline, candidate: Candidate) -> Start:
    """A start with the first line of a quotation as its title, and the others as its context."""
    last = candidate.leaf.quote[1] if candidate.leaf.quote else candidate.end
    lines = list(takewhile(_is_quoted, outline.document.lines[candidate.end : last]))
    context = "\n".join(line.lstrip("> ") for line in lines)
    return Start(candidate, candidate.title, candidate.end + len(lines), "", context=context)


def _is_quoted(line: str) -> bool:
    return line.lstrip().startswith(">")


def _has_text_below(outline: Outline, start: Start) -> bool:
    """Whether an answer stands below a start, in or below its own paragraph."""
    if start.end < start.candidate.leaf.end:
        return True
    leaves = outline.document.leaves
    place = bisect_left(outline.document.starts, start.end)
    return place < len(leaves) and leaves[place].quote is None and leaves[place].kind not in UNTOLD


def _before_lists(outline: Outline) -> Iterator[Reading]:
    """The questions of a text that alternates lists with paragraphs that end in a question."""
    paragraphs = {
        candidate.leaf: candidate
        for candidate in outline.candidates
        if candidate.kind is CandidateKind.PARAGRAPH and not candidate.leaf.quote
    }
    runs: list[list[Candidate]] = []
    run: list[Candidate] = []
    for leaf in outline.document.leaves:
        if leaf in paragraphs and leaf.item is None:
            run.append(paragraphs[leaf])
        elif leaf.kind is LeafKind.RULE:  # what is above it ends the answer before
            run = []
        elif leaf.kind not in EMPTY and not (leaf.kind in CODE and run):
            if run and leaf.item is not None:
                runs.append(run)
            run = []
    asking = [run for run in runs if run[-1].likelihood >= w.SURE and not run[-1].bold]
    if len(asking) >= max(_LEAST, _IN_TURN * len(runs)):
        starts = [_with_text_beside(outline, run) for run in runs]
        yield Reading("paragraphs before lists", starts, Trait.ASKING, w.BEFORE_LISTS)


def _with_text_beside(outline: Outline, run: Sequence[Candidate]) -> Start:
    """A start with the last paragraph of `run` as title; its context is above it, or code below."""
    first, last = run[0], run[-1]
    lines = outline.document.lines
    above = "\n".join(lines[first.line : last.line])[first.label.end if first is not last else 0 :]
    end = last.end
    below = outline.following(last.leaf)
    while below is not None and below.kind in CODE and end >= last.leaf.end:
        end, below = below.end, outline.following(below)
    context = (above, "\n".join(lines[last.end : end]))
    candidate = replace(last, line=first.line, label=first.label)
    texts = "\n\n".join(filter(None, (text.strip("\n") for text in context)))
    return Start(candidate, last.title, end, last.rest, context=texts)


def _opens_quotation(candidate: Candidate) -> bool:
    quote = candidate.leaf.quote
    return quote is not None and quote[0] == candidate.line


def _quoted_next(outline: Outline, candidate: Candidate) -> bool:
    following = outline.following(candidate.leaf)
    return following is not None and following.quote is not None
