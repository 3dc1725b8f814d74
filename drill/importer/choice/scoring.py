"""Which forms the document is written in: readings weighed by how well they explain it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from drill.importer.choice import weights as w
from drill.importer.choice.answer_ranges import QuestionRange, before_headings, extend
from drill.importer.choice.content_lines import ContentLines
from drill.importer.forms import proposals
from drill.importer.forms.proposal import Mark, Proposal
from drill.importer.signals.candidates import Bold, Candidate, Place
from drill.importer.signals.numbering import regularity
from drill.importer.signals.option_runs import has_options
from drill.importer.signals.outline import Outline
from drill.importer.signals.titles import norm
from drill.importer.source.leaves import LeafKind
from drill.text import slug

_SHOWN = 3
"""How many readings a refusal shows, and how many titles of each."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One proposal on one part of the document, with its figures, each 0 to 1."""

    proposal: Proposal
    found: list[QuestionRange]
    asking: float
    coverage: float
    labelled: float
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read a document that a person may choose: `--form` takes its `form`.

    `asks` is the share of its `count` questions that ask, `titles` are the first of them.
    """

    form: str
    count: int
    asks: float
    titles: tuple[str, ...]


class Judge:
    """Weighs the readings of one document."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.offered = proposals(outline)
        self.content = ContentLines(outline)
        self.last = len(outline.document.lines)
        self.asked = _asked(outline)

    def questions(self, form: str | None = None) -> list[QuestionRange]:
        """The questions of the document in order, empty if it is no document of questions.

        `form` is the reading that a person chose: it is taken as it is.
        """
        if form is not None:
            found = self._of_form(form)
        else:
            best = self._best(self.offered, 0, self.last, only_questions=True)
            found = self._of_sections(best)
            if not found and best is not None:
                found = self._split_tail(best)
                found += self._rest(found, low=0, high=self.last, depth=w.REST_DEPTH)
        for each in found:
            each.end = before_headings(self.outline, each)
        return sorted(found, key=lambda each: each.start.line)

    def readings(self) -> tuple[Reading, ...]:
        """The best readings, whether or not they are ones of questions."""
        weighed = self._weighed(self.offered, 0, self.last)
        weighed.sort(key=lambda each: each.score, reverse=True)
        shown: dict[str, Reading] = {}
        for each in weighed:
            starts = [found.start for found in each.found]
            asking = sum(self.outline.likelihood(start) >= w.ASKS for start in starts)
            titles = tuple(start.title for start in starts[:_SHOWN])
            form = each.proposal.form
            shown.setdefault(form, Reading(form, len(starts), asking / len(starts), titles))
        return tuple(shown.values())[:_SHOWN]

    def forms(self) -> list[str]:
        """The names of all readings of this document."""
        return list(dict.fromkeys(proposal.form for proposal in self.offered))

    def _of_form(self, form: str) -> list[QuestionRange]:
        named = [each for each in self.offered if slug(each.form) == slug(form)]
        weighed = self._weighed(named, 0, self.last)
        best = max(weighed, key=lambda each: len(each.found), default=None)
        return best.found if best is not None else []

    def _of_sections(self, best: Weighed | None) -> list[QuestionRange]:
        """The questions of the sections that are headed so, in a document about something else.

        `best` is the reading of the whole document: what it asks elsewhere speaks against it.
        """
        if self.outline.title_asks:
            return []
        found: list[QuestionRange] = []
        end = 0
        for low, high in self.outline.question_sections():
            if low < end:
                continue
            reading = self._best(self.offered, low, high, only_questions=True, named=True)
            if reading is not None:
                found += reading.found
                end = high
        if best is None or not found:
            return found
        lines = {each.start.line for each in found}
        asked = sum(
            each.start.line not in lines and self.outline.likelihood(each.start) >= w.ASKS
            for each in best.found
        )
        return found if asked <= w.ASKED_ELSEWHERE * len(found) else []

    def _weighed(self, offered: Sequence[Proposal], low: int, high: int) -> list[Weighed]:
        readings = [self._weigh(proposal, low, high) for proposal in offered]
        return [reading for reading in readings if reading is not None]

    def _best(
        self,
        offered: Sequence[Proposal],
        low: int,
        high: int,
        *,
        only_questions: bool = False,
        named: bool = False,
    ) -> Weighed | None:
        """The best reading of the lines from `low` up to `high`; their title is `named` so."""
        readings = self._weighed(offered, low, high)
        if only_questions:
            named = named or self.outline.title_asks
            readings = [each for each in readings if self._is_questions(each, named=named)]
        if not readings:
            return None
        top = max(reading.score for reading in readings)
        near = [each for each in readings if each.score >= (1 - w.NEAR_TIE) * top]
        return max(near, key=lambda each: (len(each.found), each.score))

    def _weigh(self, proposal: Proposal, low: int, high: int) -> Weighed | None:
        """What `proposal` explains of the lines from `low` up to `high`."""
        found = extend(self.outline, proposal, low, high)
        if not found:
            return None
        count = len(found)
        labelled = sum(each.start.candidate.is_question_label for each in found) / count
        likely = [self._likelihood(each) for each in found]
        asking = sum(likely) / count
        answered = sum(self._is_answered(each) for each in found) / count
        coverage = self._coverage(found, low, high)
        worth = asking
        share = sum(value >= w.ASKS for value in likely) / count
        if proposal.explicit:
            worth = w.EXPLICIT_WORTH
        elif (
            share >= w.STRUCTURED_LEAST
            and answered >= w.STRUCTURED_ANSWERED
            and count >= w.STRUCTURED_COUNT
        ):
            worth = max(asking, w.STRUCTURED_WORTH)
        score = proposal.weight * worth * coverage**w.COVERAGE_EXPONENT * count / (count + w.FEW)
        score *= 1 + w.LABELLED_BONUS * labelled
        folded = sum(self.outline.in_answer_fold(each.start.line) for each in found) / count
        score *= 1 - w.FOLDED_AWAY * folded
        score *= count / (count + self._swallowed(found))
        score *= 1 - (1 - w.HALF_ANSWERED) * 4 * answered * (1 - answered)
        numbers = [each.start.candidate.number[-1] for each in found if each.start.candidate.number]
        if len(numbers) == count:
            score *= w.REGULAR_BASE + w.REGULAR_BONUS * regularity(numbers)
        if self.outline.toc.titles:
            known = sum(norm(each.start.title) in self.outline.toc.titles for each in found)
            score *= 1 + w.LISTED_BONUS * min(1.0, known / count)
        return Weighed(proposal, found, asking, coverage, labelled, score)

    def _likelihood(self, found: QuestionRange) -> float:
        """How much a start asks; one with options below, or in a key, is a question anyway."""
        start = found.start
        value = self.outline.likelihood(start)
        if value >= w.ASKS:
            return value
        if has_options(self.outline.option_lines, start.end, found.end):
            return w.WITH_OPTIONS
        number = start.candidate.number[-1:]
        keyed = any(
            start.line < key.start and number and number[0] in key.entries
            for key in self.outline.answer_keys
        )
        return w.WITH_OPTIONS if keyed else value

    def _coverage(self, found: Sequence[QuestionRange], low: int, high: int) -> float:
        """The share of the lines of content that the questions explain, with their keys."""
        count = self.content.count
        covered = sum(
            max(count(each.start.line, each.end), 0) + (count(each.start.line, each.start.end) == 0)
            for each in found
        )
        keys = [key for key in self.outline.answer_keys if low <= key.start and key.end <= high]
        covered += sum(count(key.start, key.end) for key in keys)
        return min(1.0, covered / max(1, count(low, high)))

    def _is_answered(self, found: QuestionRange) -> bool:
        start = found.start
        return bool(start.rest) or self.content.count(start.end, found.end) > 0

    def _swallowed(self, found: Sequence[QuestionRange]) -> float:
        """What the reading pays for the starts of others inside its answers."""
        total = 0.0
        for each in found:
            first, end = each.start.end, each.end
            labels = self.outline.labels_between(first, end)
            if labels:
                # A label before the answer's is the question's own: "### Topic", "**Question:** …".
                answer = self.outline.answer_between(first, end)
                own = answer is not None and self.outline.labels_between(first, answer.line) == 1
                labels -= own
            asked = bisect_left(self.asked, end) - bisect_left(self.asked, first)
            total += w.SWALLOWED_LABEL * labels + w.SWALLOWED_QUESTION * asked
        return total

    def _is_questions(self, reading: Weighed, *, named: bool) -> bool:
        """Whether a reading is good enough to call the document one of questions."""
        count, proposal = len(reading.found), reading.proposal
        if proposal.explicit:
            is_block = proposal.mark is Mark.CARD and proposal.form.startswith("blocks")
            return count >= w.EXPLICIT_COUNT or is_block
        if reading.labelled >= w.LABELLED:
            answered = any(
                self.outline.answer_between(each.start.line, each.end) is not None
                for each in reading.found
            )
            return reading.coverage >= w.LABELLED_COVERAGE and (count >= 2 or answered)
        if proposal.mark is Mark.ASKING:
            blocks = sum(
                len(self.outline.document.between(each.start.line, each.end))
                for each in reading.found
            )
            most = w.PROSE_NAMED_BLOCKS if named else w.PROSE_BLOCKS
            return count >= 3 and reading.coverage >= w.PROSE_COVERAGE and blocks <= most * count
        if count < w.STRUCTURED_COUNT:
            least = w.FEW_NAMED_COVERAGE if named else w.FEW_COVERAGE
            return count == 2 and reading.asking >= w.FEW_ASKING and reading.coverage >= least
        marked = sum(
            bool(each.start.candidate.number or each.start.candidate.bold) for each in reading.found
        )
        plain = proposal.mark is Mark.LEVEL and marked * 2 < count and not self.outline.toc.titles
        if named:
            asking = w.NAMED_PLAIN_ASKING if plain else w.NAMED_ASKING
        else:
            asking = w.PLAIN_ASKING if plain else w.MARKED_ASKING
        coverage = w.NAMED_COVERAGE if named else w.COVERAGE
        return reading.asking >= asking and reading.coverage >= coverage

    def _rest(
        self, found: list[QuestionRange], *, low: int, high: int, depth: int
    ) -> list[QuestionRange]:
        """The questions in other forms on the lines that `found` leaves over."""
        more: list[QuestionRange] = []
        taken = {norm(each.start.title) for each in found}
        line = low
        for each in [*found, None]:
            end = high if each is None else each.start.line
            if end > line and self.content.count(line, end) >= w.REST_LINES:
                best = self._best(self.offered, line, end)
                if best is not None and self._is_more(best, taken):
                    part = self._split_tail(best)
                    more += part
                    if depth:
                        more += self._rest(part, low=line, high=end, depth=depth - 1)
            if each is not None:
                line = each.end
        return more

    def _is_more(self, reading: Weighed, taken: set[str]) -> bool:
        """Whether a reading of a part left over is sure enough."""
        count = len(reading.found)
        if reading.proposal.mark is Mark.ASKING or count < 2:
            return False
        if any(self.outline.in_answer_fold(each.start.line) for each in reading.found):
            return False
        known = sum(norm(each.start.title) in taken for each in reading.found)
        if known >= w.REST_KNOWN * count:
            return False
        if reading.labelled >= w.REST_LABELLED or reading.proposal.explicit:
            return True
        if count < w.STRUCTURED_COUNT or reading.asking < w.REST_ASKING:
            return False
        span = self.content.count(reading.found[0].start.line, reading.found[-1].end)
        covered = sum(self.content.count(each.start.line, each.end) for each in reading.found)
        dense = count >= w.REST_MANY and covered >= w.REST_DENSE * span
        return reading.coverage >= w.REST_COVERAGE or dense

    def _split_tail(self, reading: Weighed) -> list[QuestionRange]:
        """End the last answer where the document goes on in another form."""
        found = reading.found
        last = found[-1]
        size = self.content.count(last.start.end, last.end)
        if len(found) < 2:
            return found
        usual = median(self.content.count(each.start.end, each.end) for each in found[:-1])
        if size < w.TAIL_LINES or size < w.TAIL_LONGER * usual:
            return found
        best = self._best(self.offered, last.start.end, last.end)
        if best is None or len(best.found) < w.STRUCTURED_COUNT or not self._is_more(best, set()):
            return found
        if not best.proposal.opens_tail and best.labelled < w.REST_LABELLED:
            return found
        cut = best.found[0].start.line
        return [*found[:-1], QuestionRange(last.start, max(cut, last.start.end), last.form)]


def _asked(outline: Outline) -> list[int]:
    """The lines of all that surely asks and is marked, less what is said again without a number."""
    sure = [each for each in outline.candidates if _is_marked(each)]
    sure = [
        each
        for each in sure
        if each.likelihood >= w.SWALLOWED_SURE and not outline.in_answer_fold(each.line)
    ]
    counts = Counter(norm(each.title) for each in sure)
    return [each.line for each in sure if each.number or counts[norm(each.title)] == 1]


def _is_marked(candidate: Candidate) -> bool:
    if candidate.is_question_label:
        return False
    if candidate.place in {Place.HEADING, Place.SUMMARY}:
        return True
    nested = candidate.leaf.item is not None and candidate.leaf.item.depth > 1
    numbered = bool(candidate.number) and candidate.leaf.kind is LeafKind.PARAGRAPH
    return not nested and (candidate.bold is Bold.WHOLE or numbered)
