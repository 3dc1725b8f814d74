"""Which forms the document is written in: proposals scored by how well they explain it."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from drill.importer.choice.answer_ranges import QuestionRange, before_headings, extend
from drill.importer.forms import proposals
from drill.importer.signals.candidates import norm
from drill.importer.signals.numbering import regularity
from drill.importer.signals.outline import Outline, Proposal, Start
from drill.importer.signals.question_likelihood import question_likelihood

_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Reading:
    """One proposal on one part of the document, with its figures, each 0 to 1."""

    found: list[QuestionRange]
    asking: float
    coverage: float
    labelled: float
    score: float


def judge(outline: Outline) -> list[QuestionRange]:
    """The questions of the document in order, empty if it is no document of questions."""
    offered = list(proposals(outline))
    ink = _ContentLines(outline)
    first = 0
    last = len(outline.document.lines)
    best = _best(outline, offered, ink, first, last)
    if best is None or not _is_questions(outline, best):
        return []
    found = _split_tail(outline, offered, ink, best.found)
    found += _rest(outline, offered, ink, found, low=first, high=last, depth=_DEPTH)
    for each in found:
        each.end = before_headings(outline, each)
    return sorted(found, key=lambda each: each.start.line)


class _ContentLines:
    """How many lines of content stand before each line."""

    def __init__(self, outline: Outline) -> None:
        headings = {
            candidate.line for candidate in outline.all_candidates if candidate.place == "heading"
        }
        self.before = [0]
        for number, line in enumerate(outline.document.lines):
            skip = (
                number < outline.document.front
                or number in outline.toc.lines
                or number in outline.noise
                or number in headings
                or not any(map(str.isalnum, line))
            )
            self.before.append(self.before[-1] + (not skip))

    def count(self, start: int, end: int) -> int:
        """The lines of content from `start` up to `end`."""
        return self.before[end] - self.before[start]


def _best(
    outline: Outline, offered: Sequence[Proposal], ink: _ContentLines, low: int, high: int
) -> Reading | None:
    readings = [_read(outline, proposal, ink, low, high) for proposal in offered]
    return max(
        (reading for reading in readings if reading is not None),
        key=lambda reading: reading.score,
        default=None,
    )


def _read(
    outline: Outline, proposal: Proposal, ink: _ContentLines, low: int, high: int
) -> Reading | None:
    """What `proposal` explains of the lines from `low` up to `high`."""
    found = extend(outline, proposal, low, high)
    if not found:
        return None
    count = len(found)
    labelled = sum(each.start.candidate.label.kind == "question" for each in found) / count
    asking = sum(_likelihood(outline, each.start) for each in found) / count
    total = ink.count(low, high)
    covered = sum(
        max(ink.count(each.start.line, each.end), 0)
        + (ink.count(each.start.line, each.start.end) == 0)
        for each in found
    )
    coverage = min(1.0, covered / max(1, total))
    score = proposal.weight * asking * coverage**0.7 * count / (count + 0.5)
    swallowed = sum(outline.labels_between(each.start.end, each.end) for each in found)
    score *= (1 + 0.25 * labelled) * count / (count + swallowed)
    numbers = [each.start.candidate.number[-1] for each in found if each.start.candidate.number]
    if len(numbers) == count:
        score *= 0.8 + 0.4 * regularity(numbers)
    if outline.toc.titles:
        known = sum(norm(each.start.title) in outline.toc.titles for each in found)
        score *= 1 + 0.2 * min(1.0, known / count)
    return Reading(found, asking, coverage, labelled, score)


def _likelihood(outline: Outline, start: Start) -> float:
    if start.candidate.label.kind == "question":
        return 1.0
    value = (
        start.candidate.likelihood
        if start.title == start.candidate.title
        else question_likelihood(start.title)
    )
    if value < 0.8 and outline.toc_asks and norm(start.title) in outline.toc.titles:
        return 0.8
    if value < 0.8 and outline.title_asks and start.candidate.place == "heading":
        below = outline.below(start.candidate)
        if below is not None and below.likelihood >= 0.6:
            after = outline.following(below.leaf)
            if after is None or after.kind in {"heading", "rule"}:
                return 0.8
    return value


def _is_questions(outline: Outline, reading: Reading) -> bool:
    """Whether the best reading is good enough to call the document one of questions."""
    count = len(reading.found)
    if reading.labelled >= 0.5:
        answered = any(
            outline.answer_between(each.start.line, each.end) is not None for each in reading.found
        )
        return reading.coverage >= 0.2 and (count >= 2 or answered)
    named = outline.title_asks
    form = reading.found[0].form
    if form == "asking paragraphs":
        leaves = sum(
            len(outline.document.between(each.start.line, each.end)) for each in reading.found
        )
        return count >= 3 and reading.coverage >= 0.5 and leaves <= (8 if named else 5) * count
    if count < 3:
        return count == 2 and reading.asking >= 0.85 and reading.coverage >= (0.3 if named else 0.7)
    marked = sum(
        bool(each.start.candidate.number or each.start.candidate.bold) for each in reading.found
    )
    plain = form.startswith("headings") and marked * 2 < count and not outline.toc.titles
    least = 0.25 if named else 0.8 if plain else 0.55
    return reading.asking >= least and reading.coverage >= (0.2 if named else 0.4)


def _rest(
    outline: Outline,
    offered: Sequence[Proposal],
    ink: _ContentLines,
    found: list[QuestionRange],
    *,
    low: int,
    high: int,
    depth: int,
) -> list[QuestionRange]:
    """The questions in other forms on the lines that `found` leaves over."""
    more: list[QuestionRange] = []
    taken = {norm(each.start.title) for each in found}
    line = low
    for each in [*found, None]:
        end = high if each is None else each.start.line
        if end > line and ink.count(line, end) >= 3:
            best = _best(outline, offered, ink, line, end)
            if best is not None and _is_more(best, taken, ink):
                part = _split_tail(outline, offered, ink, best.found)
                more += part
                if depth:
                    more += _rest(outline, offered, ink, part, low=line, high=end, depth=depth - 1)
        if each is not None:
            line = each.end
    return more


def _is_more(reading: Reading, taken: set[str], ink: _ContentLines) -> bool:
    """Whether a reading of a part left over is sure enough."""
    count = len(reading.found)
    if reading.found[0].form == "asking paragraphs" or count < 2:
        return False
    known = sum(norm(each.start.title) in taken for each in reading.found)
    if known * 2 >= count:
        return False
    if reading.labelled >= 0.8:
        return True
    if count < 3 or reading.asking < 0.75:
        return False
    span = ink.count(reading.found[0].start.line, reading.found[-1].end)
    covered = sum(ink.count(each.start.line, each.end) for each in reading.found)
    return reading.coverage >= 0.5 or (count >= 6 and covered >= 0.8 * span)


def _split_tail(
    outline: Outline, offered: Sequence[Proposal], ink: _ContentLines, found: list[QuestionRange]
) -> list[QuestionRange]:
    """End the last answer where the document goes on in another form."""
    last = found[-1]
    size = ink.count(last.start.end, last.end)
    if len(found) < 2:
        return found
    usual = median(ink.count(each.start.end, each.end) for each in found[:-1])
    if size < 6 or size < 3 * usual:
        return found
    best = _best(outline, offered, ink, last.start.end, last.end)
    if best is None or len(best.found) < 3 or not _is_more(best, set(), ink):
        return found
    weak = ("list", "lists", "numbered l", "questions in", "answers in")
    if best.found[0].form.startswith(weak) and best.labelled < 0.8:
        return found
    cut = best.found[0].start.line
    return [*found[:-1], QuestionRange(last.start, max(cut, last.start.end), last.form)]
