"""Chooses the best reading of a document, and others for the remaining lines."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from statistics import median

from drill.importer.choice import weights as w
from drill.importer.choice.decision import Decision
from drill.importer.choice.question_range import QuestionRange
from drill.importer.choice.scoring import Scorer, Weighed
from drill.importer.choice.trailing_titles import stop_at_titles
from drill.importer.forms import readings
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.other_documents import is_something_else
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import ASKS
from drill.importer.signals.question_sections import question_sections
from drill.text import slug

_SHOWN = 3
"""The number of readings that a refusal shows, and of titles for each."""


@dataclass(frozen=True, slots=True)
class ReadingSummary:
    """A reading that the user may choose: `--form` takes its `form`.

    `asks` is the share of its `count` questions that ask, `titles` are the first few.
    """

    form: str
    count: int
    asks: float
    titles: tuple[str, ...]


def _tie(weighed: Weighed, top: Weighed) -> float:
    """How much less than the best reading, `top`, another may score to win with more starts."""
    lines, picked = ({question.start.line for question in one.questions} for one in (weighed, top))
    is_whole = (
        picked <= lines
        and weighed.labelled >= top.labelled
        and weighed.answered >= w.STRUCTURED_ANSWERED
        and weighed.asks >= w.UNIFORM_ASKING
    )
    return w.UNIFORM_TIE if is_whole else w.NEAR_TIE


class Chooser:
    """Chooses the readings of one document."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.offered = readings(outline)
        self.scorer = Scorer(outline)
        self.decision = Decision(self.scorer)
        self.content = self.scorer.content
        self.last = len(outline.document.lines)

    def questions(self, form: str | None = None) -> list[QuestionRange]:
        """The questions of the document in order; empty if it is not a document of questions.

        `form` is the reading that the user chose; it is not judged.
        """
        if form is not None:
            questions = self._of_form(form)
        elif is_something_else(self.outline):
            questions = []
        else:
            best = self._best(0, self.last, self._accepts)
            questions = self._of_sections(best)
            if not questions and best is not None:
                questions = [one for one in self._split_tail(best) if not self._is_section(one)]
                questions += self._rest(questions, low=0, high=self.last, depth=w.REST_DEPTH)
        stop_at_titles(self.outline, questions)
        return sorted(questions, key=lambda question: question.start.line)

    def _is_section(self, question: QuestionRange) -> bool:
        """Whether a start that does not ask is above several labelled pairs: their section."""
        first, end = question.start.end, question.end
        pairs = min(
            self.outline.labels_between(first, end),
            len(self.outline.answer_labels_between(first, end)),
        )
        return pairs > 1 and self.outline.likelihood(question.start) < ASKS

    def readings(self) -> tuple[ReadingSummary, ...]:
        """The best readings, even if they are not good enough."""
        weighed = self._weighed(self.offered, 0, self.last)
        weighed.sort(key=lambda reading: reading.score, reverse=True)
        shown: dict[str, ReadingSummary] = {}
        for best in weighed:
            starts = [question.start for question in best.questions]
            asking = sum(self.outline.likelihood(start) >= ASKS for start in starts)
            titles = tuple(start.title for start in starts[:_SHOWN])
            form = best.reading.form
            shown.setdefault(form, ReadingSummary(form, len(starts), asking / len(starts), titles))
        return tuple(shown.values())[:_SHOWN]

    def forms(self) -> list[str]:
        """The names of all readings of this document."""
        return list(dict.fromkeys(reading.form for reading in self.offered))

    def _of_form(self, form: str) -> list[QuestionRange]:
        named = [reading for reading in self.offered if slug(reading.form) == slug(form)]
        weighed = self._weighed(named, 0, self.last)
        best = max(weighed, key=lambda reading: len(reading.questions), default=None)
        return best.questions if best is not None else []

    def _of_sections(self, best: Weighed | None) -> list[QuestionRange]:
        """The questions of sections headed "Questions", in a document on another subject.

        `best` is the reading of the whole document; if it asks much elsewhere, the result is empty.
        """
        if self.outline.title_asks:
            return []
        found: list[Weighed] = []
        end = 0
        for low, high, lists in question_sections(self.outline):
            if low < end:
                continue
            accepts = partial(self.decision.accepts_section, lists=lists)
            weighed = self._best(low, high, accepts)
            if weighed is not None:
                found.append(weighed)
                end = high
        # "Two separate questions" may head a text, where other sections label theirs.
        labels = [weighed for weighed in found if weighed.labelled >= w.REST_LABELLED]
        found = labels or found
        questions = [question for weighed in found for question in weighed.questions]
        forms = {weighed.reading.form for weighed in found}
        labelled = any(question.start.candidate.is_question_label for question in questions)
        if len(questions) < w.STRUCTURED_COUNT and not labelled:
            return []
        if best is None or not questions:
            return questions
        if forms == {best.reading.form}:
            # The form goes on outside the sections: they are not all that asks.
            return []
        lines = {question.start.line for question in questions}
        asked = sum(
            question.start.line not in lines and self.outline.likelihood(question.start) >= ASKS
            for question in best.questions
        )
        return questions if asked <= w.ASKED_ELSEWHERE * len(questions) else []

    def _weighed(self, offered: Sequence[Reading], low: int, high: int) -> list[Weighed]:
        weighed = [self.scorer.weigh(reading, low, high) for reading in offered]
        return [reading for reading in weighed if reading is not None]

    def _accepts(self, weighed: Weighed) -> bool:
        return self.decision.accepts(weighed, named=self.outline.title_asks)

    def _best(
        self, low: int, high: int, accepts: Callable[[Weighed], bool] | None = None
    ) -> Weighed | None:
        """The best reading of the lines from `low` up to `high`, of those that `accepts` takes."""
        weighed = self._weighed(self.offered, low, high)
        if accepts is not None:
            weighed = list(filter(accepts, weighed))
        if not weighed:
            return None
        top = max(weighed, key=lambda reading: reading.score)
        near = [one for one in weighed if one.score >= (1 - _tie(one, top)) * top.score]
        return max(near, key=lambda reading: (len(reading.questions), reading.score))

    def _rest(
        self, questions: list[QuestionRange], *, low: int, high: int, depth: int
    ) -> list[QuestionRange]:
        """The questions in other forms on the lines between `questions`."""
        more: list[QuestionRange] = []
        taken = {question.start.key for question in questions}
        line = low
        for question in [*questions, None]:
            end = high if question is None else question.start.line
            if end > line and self.content.count(line, end) >= w.REST_LINES:
                best = self._best(line, end)
                if best is not None and self._is_more(best, taken):
                    part = self._split_tail(best)
                    more += part
                    if depth:
                        more += self._rest(part, low=line, high=end, depth=depth - 1)
            if question is not None:
                line = question.end
        return more

    def _is_more(self, weighed: Weighed, taken: set[str]) -> bool:
        """Whether a reading of a remaining part is certain enough."""
        count = len(weighed.questions)
        # Lines that only ask, and have answers, may be prose.
        if count < 2 or (weighed.reading.trait is Trait.ASKING and weighed.answered > 0):
            return False
        if any(self.outline.in_answer_fold(question.start.line) for question in weighed.questions):
            return False
        known = sum(question.start.key in taken for question in weighed.questions)
        if known >= w.REST_KNOWN * count:
            return False
        if weighed.labelled >= w.REST_LABELLED or weighed.reading.explicit:
            return True
        if count < w.STRUCTURED_COUNT or weighed.asking < w.REST_ASKING:
            return False
        span = self.content.count(weighed.questions[0].start.line, weighed.questions[-1].end)
        covered = sum(
            self.content.count(question.start.line, question.end) for question in weighed.questions
        )
        dense = count >= w.REST_MANY and covered >= w.REST_DENSE * span
        return weighed.coverage >= w.REST_COVERAGE or dense

    def _split_tail(self, weighed: Weighed) -> list[QuestionRange]:
        """End the last answer where the document continues in another form."""
        questions = weighed.questions
        last = questions[-1]
        size = self.content.count(last.start.end, last.end)
        if len(questions) < 2:
            return questions
        usual = median(
            self.content.count(question.start.end, question.end) for question in questions[:-1]
        )
        if size < w.TAIL_LINES or size < w.TAIL_LONGER * usual:
            return questions
        best = self._best(last.start.end, last.end)
        if (
            best is None
            or len(best.questions) < w.STRUCTURED_COUNT
            or not self._is_more(best, set())
        ):
            return questions
        if not best.reading.opens_tail and best.labelled < w.REST_LABELLED:
            return questions
        if self._are_parts(best.questions, questions[:-1]):
            return questions
        cut = best.questions[0].start.line
        return [*questions[:-1], QuestionRange(last.start, max(cut, last.start.end), last.form)]

    def _are_parts(self, tail: Sequence[QuestionRange], questions: Sequence[QuestionRange]) -> bool:
        """Whether most earlier answers contain headings like those that start `tail`."""
        kinds = {
            (question.start.candidate.kind, question.start.candidate.level) for question in tail
        }
        headings = [
            heading.line
            for heading in self.outline.headings.values()
            if (heading.kind, heading.level) in kinds
        ]
        inside = sum(
            bisect_left(headings, question.start.end) < bisect_left(headings, question.end)
            for question in questions
        )
        return inside * 2 > len(questions)
