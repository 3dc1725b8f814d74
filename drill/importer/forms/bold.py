"""Questions in bold: a whole line, or the beginning of one that continues with the answer."""

from collections import Counter
from collections.abc import Iterator, Sequence

from drill.importer.forms import weights as w
from drill.importer.forms.lead_ins import starts_of
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Bold, Candidate, CandidateKind
from drill.importer.signals.labels import picture_of
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import ASKS, SURE, question_likelihood
from drill.importer.signals.starts import lead_rest
from drill.importer.source.leaves import CODE, Leaf, LeafKind
from drill.importer.source.lines import announces

_ALIKE = 0.8
"""The least share of asking lines with the same mark, to take other lines with that mark."""
_RECURRING = 3
"""The fewest times that a label of parts recurs."""
_NEARLY_ALL = 0.9
"""The least share of bold lines that ask, to take the others too: they state a problem."""


def propose(outline: Outline) -> Iterator[Reading]:
    """Whole bold lines that ask, all uniform bold lines, lead-ins, and lines with lead-ins."""
    bold = [candidate for candidate in outline.candidates if candidate.bold]
    labels = _labels(outline, bold)
    every = [candidate for candidate in bold if candidate.bold is Bold.WHOLE]
    whole = _uniform(outline, every)
    alike = _titles(every)
    if len(set(whole) & set(alike)) >= _NEARLY_ALL * len(alike):
        lines = {candidate.line for candidate in every}  # of several in a row the last one asks
        taken = {*whole}
        whole += [one for one in alike if one not in taken and one.end not in lines]
        whole.sort(key=lambda candidate: candidate.line)
    whole = [candidate for candidate in whole if candidate not in labels]
    lead = [
        candidate
        for candidate in bold
        if candidate.bold is Bold.LEAD and candidate not in labels and _lead_asks(candidate)
    ]
    if whole:
        yield _reading(outline, "bold lines that ask", whole, picked_from=alike)
    if len(alike) > len(whole):
        yield _reading(outline, "bold lines", alike)
    if lead:
        leads = [candidate for candidate in bold if candidate.bold is Bold.LEAD]
        yield _reading(outline, "bold lead-ins", lead, picked_from=leads)
    if whole and lead:
        both = sorted(whole + lead, key=lambda candidate: candidate.line)
        yield _reading(outline, "bold lines and lead-ins", both, w.MIXED, picked_from=bold)


def _labels(outline: Outline, bold: list[Candidate]) -> set[Candidate]:
    """The labels of parts in `bold`, which recur without a question mark, as in `**Why so:**`.

    Above code, "What is the output" may be a question each time.
    """
    counts = Counter(candidate.key for candidate in bold)
    return {
        one
        for one in bold
        if counts[one.key] >= _RECURRING
        and one.likelihood < SURE
        and not _asks_by_text(outline, one)
    }


def _asks_by_text(outline: Outline, candidate: Candidate) -> bool:
    """Whether the text behind a recurring title asks, or code is below it."""
    if candidate.bold is Bold.LEAD:
        return question_likelihood(lead_rest(candidate.rest)) >= ASKS
    below = outline.following(candidate.leaf)
    return below is not None and below.kind in CODE


def _reading(
    outline: Outline,
    form: str,
    candidates: list[Candidate],
    weight: float = 1.0,
    picked_from: Sequence[Candidate] = (),
) -> Reading:
    lines = [candidate.line for candidate in picked_from]
    starts = starts_of(outline, candidates)
    return Reading(form, starts, Trait.BOLD, weight, picked_from=lines)


def _lead_asks(candidate: Candidate) -> bool:
    if candidate.likelihood >= ASKS:
        return True
    rest = candidate.rest.lstrip(" :：-–—.\t")
    return bool(candidate.number) or question_likelihood(rest) >= ASKS


def _titles(whole: list[Candidate]) -> list[Candidate]:
    """Bold lines without those that head a part of an answer: with a colon, or repeated."""
    counts = Counter(candidate.key for candidate in whole)
    return [
        candidate
        for candidate in whole
        if counts[candidate.key] == 1 and not announces(candidate.title)
    ]


def _uniform(outline: Outline, candidates: list[Candidate]) -> list[Candidate]:
    """The lines that ask, and those marked like them by a number or by what precedes them."""
    asking = [candidate for candidate in candidates if candidate.likelihood >= ASKS]
    if len(asking) < 2:
        return asking
    # `**1. Why …**` is one mark, `1. **Why …**` in a list another.
    mark_of = Counter(
        candidate.kind is CandidateKind.ITEM for candidate in asking if candidate.number
    )
    in_list, count = mark_of.most_common(1)[0] if mark_of else (False, 0)
    numbered = count >= _ALIKE * len(asking)
    before = Counter(_before(outline, candidate.leaf) for candidate in asking)
    mark, count = before.most_common(1)[0]
    separated = mark in {LeafKind.RULE, "break"} and count >= _ALIKE * len(asking)
    picture, count = Counter(map(_picture, asking)).most_common(1)[0]
    pictured = bool(picture) and count >= _ALIKE * len(asking)
    return [
        candidate
        for candidate in candidates
        if candidate.likelihood >= ASKS
        or (numbered and candidate.number and in_list is (candidate.kind is CandidateKind.ITEM))
        or (separated and _before(outline, candidate.leaf) == mark)
        or (pictured and _picture(candidate) == picture)
    ]


def _picture(candidate: Candidate) -> str:
    """The emoji before a bold line."""
    return picture_of(candidate.leaf.lines[candidate.line - candidate.leaf.start])


def _before(outline: Outline, leaf: Leaf) -> str:
    previous = outline.previous(leaf)
    if previous is None:
        return ""
    textual = previous.kind in {LeafKind.HTML, LeafKind.PARAGRAPH}
    if textual and previous.text.strip().lower().startswith("<br"):
        return "break"
    return previous.kind
