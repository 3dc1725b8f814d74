"""Which forms the document is written in: the best reading, and others for what it leaves over."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from drill.importer.choice import weights as w
from drill.importer.choice.answer_ranges import QuestionRange, before_headings
from drill.importer.choice.scoring import Scorer, Weighed
from drill.importer.forms import readings
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import ASKS
from drill.importer.signals.question_sections import question_sections
from drill.text import slug

_SHOWN = 3
"""How many readings a refusal shows, and how many titles of each."""


@dataclass(frozen=True, slots=True)
class ReadingSummary:
    """A way to read a document that a person may choose: `--form` takes its `form`.

    `asks` is the share of its `count` questions that ask, `titles` are the first of them.
    """

    form: str
    count: int
    asks: float
    titles: tuple[str, ...]


class Chooser:
    """Chooses the readings of one document."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.offered = readings(outline)
        self.scorer = Scorer(outline)
        self.content = self.scorer.content
        self.last = len(outline.document.lines)

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

    def readings(self) -> tuple[ReadingSummary, ...]:
        """The best readings, whether or not they are ones of questions."""
        weighed = self._weighed(self.offered, 0, self.last)
        weighed.sort(key=lambda each: each.score, reverse=True)
        shown: dict[str, ReadingSummary] = {}
        for each in weighed:
            starts = [found.start for found in each.questions]
            asking = sum(self.outline.likelihood(start) >= ASKS for start in starts)
            titles = tuple(start.title for start in starts[:_SHOWN])
            form = each.reading.form
            shown.setdefault(form, ReadingSummary(form, len(starts), asking / len(starts), titles))
        return tuple(shown.values())[:_SHOWN]

    def forms(self) -> list[str]:
        """The names of all readings of this document."""
        return list(dict.fromkeys(reading.form for reading in self.offered))

    def _of_form(self, form: str) -> list[QuestionRange]:
        named = [each for each in self.offered if slug(each.form) == slug(form)]
        weighed = self._weighed(named, 0, self.last)
        best = max(weighed, key=lambda each: len(each.questions), default=None)
        return best.questions if best is not None else []

    def _of_sections(self, best: Weighed | None) -> list[QuestionRange]:
        """The questions of the sections that are headed so, in a document about something else.

        `best` is the reading of the whole document: what it asks elsewhere speaks against it.
        """
        if self.outline.title_asks:
            return []
        found: list[QuestionRange] = []
        end = 0
        for low, high in question_sections(self.outline):
            if low < end:
                continue
            weighed = self._best(self.offered, low, high, only_questions=True, named=True)
            if weighed is not None:
                found += weighed.questions
                end = high
        if best is None or not found:
            return found
        lines = {each.start.line for each in found}
        asked = sum(
            each.start.line not in lines and self.outline.likelihood(each.start) >= ASKS
            for each in best.questions
        )
        return found if asked <= w.ASKED_ELSEWHERE * len(found) else []

    def _weighed(self, offered: Sequence[Reading], low: int, high: int) -> list[Weighed]:
        readings = [self.scorer.weigh(reading, low, high) for reading in offered]
        return [weighed for weighed in readings if weighed is not None]

    def _best(
        self,
        offered: Sequence[Reading],
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
            readings = [each for each in readings if self.scorer.is_questions(each, named=named)]
        if not readings:
            return None
        top = max(weighed.score for weighed in readings)
        near = [each for each in readings if each.score >= (1 - w.NEAR_TIE) * top]
        return max(near, key=lambda each: (len(each.questions), each.score))

    def _rest(
        self, found: list[QuestionRange], *, low: int, high: int, depth: int
    ) -> list[QuestionRange]:
        """The questions in other forms on the lines that `found` leaves over."""
        more: list[QuestionRange] = []
        taken = {each.start.key for each in found}
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

    def _is_more(self, weighed: Weighed, taken: set[str]) -> bool:
        """Whether a reading of a part left over is sure enough."""
        count = len(weighed.questions)
        if weighed.reading.trait is Trait.ASKING or count < 2:
            return False
        if any(self.outline.in_answer_fold(each.start.line) for each in weighed.questions):
            return False
        known = sum(each.start.key in taken for each in weighed.questions)
        if known >= w.REST_KNOWN * count:
            return False
        if weighed.labelled >= w.REST_LABELLED or weighed.reading.explicit:
            return True
        if count < w.STRUCTURED_COUNT or weighed.asking < w.REST_ASKING:
            return False
        span = self.content.count(weighed.questions[0].start.line, weighed.questions[-1].end)
        covered = sum(self.content.count(each.start.line, each.end) for each in weighed.questions)
        dense = count >= w.REST_MANY and covered >= w.REST_DENSE * span
        return weighed.coverage >= w.REST_COVERAGE or dense

    def _split_tail(self, weighed: Weighed) -> list[QuestionRange]:
        """End the last answer where the document goes on in another form."""
        found = weighed.questions
        last = found[-1]
        size = self.content.count(last.start.end, last.end)
        if len(found) < 2:
            return found
        usual = median(self.content.count(each.start.end, each.end) for each in found[:-1])
        if size < w.TAIL_LINES or size < w.TAIL_LONGER * usual:
            return found
        best = self._best(self.offered, last.start.end, last.end)
        if (
            best is None
            or len(best.questions) < w.STRUCTURED_COUNT
            or not self._is_more(best, set())
        ):
            return found
        if not best.reading.opens_tail and best.labelled < w.REST_LABELLED:
            return found
        if self._are_parts(best.questions, found[:-1]):
            return found
        cut = best.questions[0].start.line
        return [*found[:-1], QuestionRange(last.start, max(cut, last.start.end), last.form)]

    def _are_parts(self, tail: Sequence[QuestionRange], found: Sequence[QuestionRange]) -> bool:
        """Whether most earlier answers contain headings like those that start `tail`."""
        kinds = {(each.start.candidate.kind, each.start.candidate.level) for each in tail}
        headings = [
            each.line for each in self.outline.headings.values() if (each.kind, each.level) in kinds
        ]
        inside = sum(
            bisect_left(headings, each.start.end) < bisect_left(headings, each.end)
            for each in found
        )
        return inside * 2 > len(found)
