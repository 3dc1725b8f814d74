"""Chooses the best reading of a document, or of its sections headed "Questions"."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from drill.importer.choice import weights as w
from drill.importer.choice.asides import without_asides
from drill.importer.choice.contest import Contest
from drill.importer.choice.decision import Decision
from drill.importer.choice.other_parts import OtherParts
from drill.importer.choice.question_range import QuestionRange, titles_ask
from drill.importer.choice.scoring import Scorer, Weighed
from drill.importer.choice.trailing_titles import stop_at_titles
from drill.importer.forms import readings
from drill.importer.forms.reading import Trait
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


def _is_certain(section: Weighed) -> bool:
    """Whether a section asks for certain: by labels, or by several titles."""
    many = len(section.questions) >= w.STRUCTURED_COUNT and titles_ask(section.questions)
    return many or section.labelled >= w.REST_LABELLED


class Chooser:
    """Chooses the readings of one document."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        scorer = Scorer(outline)
        self.contest = Contest(readings(outline), scorer)
        self.decision = Decision(scorer)
        self.parts = OtherParts(self.contest)
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
            scorer = self.contest.scorer
            best = self.contest.best(0, self.last, self._accepts)
            questions = self._of_sections(best)
            if not questions and best is not None:
                sections = {
                    one.start.line
                    for one in best.questions
                    if scorer.is_section(one) or scorer.is_topic(one)
                }
                questions = self.parts.split(best)
                questions = [one for one in questions if one.start.line not in sections]
                questions = self.parts.with_others(questions)
        questions = sorted(questions, key=lambda question: question.start.line)
        stop_at_titles(self.outline, questions)
        return questions if form is not None else without_asides(self.outline, questions)

    def readings(self) -> tuple[ReadingSummary, ...]:
        """The best readings, even if they are not good enough, if possible of several questions."""
        weighed = self.contest.weighed(0, self.last)
        weighed = [reading for reading in weighed if len(reading.questions) > 1] or weighed
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
        return list(dict.fromkeys(reading.form for reading in self.contest.offered))

    def _of_form(self, form: str) -> list[QuestionRange]:
        offered = self.contest.offered
        named = [reading for reading in offered if reading.form == form] or [
            reading for reading in offered if slug(reading.form) == slug(form)
        ]
        weighed = self.contest.weighed(0, self.last, named)
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
            weighed = self.contest.best(low, high, accepts)
            if weighed is not None:
                found.append(weighed)
                end = high
        # "Two separate questions" may head a text, where other sections label theirs.
        if any(weighed.labelled >= w.REST_LABELLED for weighed in found):
            found = list(filter(_is_certain, found))
        found += self._between_sections(found)
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

    def _between_sections(self, found: Sequence[Weighed]) -> list[Weighed]:
        """The sections between `found` whose headings go on asking: "Advanced", for example."""
        questions = [question for weighed in found for question in weighed.questions]
        readings = list({id(weighed.reading): weighed.reading for weighed in found}.values())
        readings = [reading for reading in readings if reading.trait is Trait.LEVEL]
        return [
            weighed
            for low, high in self.parts.gaps(questions)[1:]
            for weighed in self.contest.weighed(low, high, readings)
            if high < self.last
            and weighed.asks >= w.REST_ASKING
            and weighed.coverage >= w.REST_COVERAGE
        ]

    def _accepts(self, weighed: Weighed) -> bool:
        return self.decision.accepts(weighed, named=self.outline.title_asks)
