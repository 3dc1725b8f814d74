"""Finds the questions in other forms on the lines that a reading leaves over."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from drill.importer.choice import weights as w
from drill.importer.choice.contest import Contest
from drill.importer.choice.question_range import QuestionRange, titles_ask
from drill.importer.choice.scoring import Weighed, merged
from drill.importer.forms.reading import Trait
from drill.importer.signals.numbering import regularity
from drill.importer.signals.title_topics import names_open_questions, names_questions
from drill.importer.source.lines import is_link


class OtherParts:
    """Searches the gaps between the questions of one document, and the last of them."""

    def __init__(self, contest: Contest) -> None:
        self.contest = contest
        self.outline = contest.scorer.outline
        self.content = contest.scorer.content

    def with_others(self, questions: list[QuestionRange]) -> list[QuestionRange]:
        """`questions`, and those in other forms on the lines between them."""
        known: set[tuple[int, int]] = set()
        for _ in range(w.REST_DEPTH):
            taken = {question.start.key for question in questions}
            gaps = self.gaps(questions)
            more: list[QuestionRange] = []
            for low, high in gaps:
                if (low, high) not in known:
                    known.add((low, high))
                    more += self._between(questions, low, high, taken)
            more = more or self._over_gaps(gaps, taken)
            if not more:
                break
            questions = sorted([*questions, *more], key=lambda question: question.start.line)
        return questions

    def _between(
        self, questions: Sequence[QuestionRange], low: int, high: int, taken: set[str]
    ) -> list[QuestionRange]:
        """The questions on the lines from `low` up to `high`, whatever other gaps hold."""
        if self.content.count(low, high) >= w.REST_LINES:
            best = self.contest.best(low, high)
            if best is None or not self._is_more(best, taken):
                # Another reading may share these lines with it.
                best = self.contest.best(low, high, lambda one: self._is_certain(one, taken))
            if best is not None:
                above = self.outline.headings_between(low, best.questions[0].start.line)[-1:]
                # What somebody wants to ask is not for the reader to answer.
                to_ask = any(names_open_questions(heading.title) for heading in above)
                return [] if to_ask else self.split(best)
        return self._going_on(questions, low, high)

    def gaps(self, questions: Sequence[QuestionRange]) -> list[tuple[int, int]]:
        """The lines with content before, between and after `questions`, which are in order."""
        ends = [0, *(question.end for question in questions)]
        starts = [
            *(question.start.line for question in questions),
            len(self.outline.document.lines),
        ]
        pairs = zip(ends, starts, strict=True)
        return [(low, high) for low, high in pairs if low < high and self.content.count(low, high)]

    def _going_on(
        self, questions: Sequence[QuestionRange], low: int, high: int
    ) -> list[QuestionRange]:
        """Those on the lines from `low` up to `high` that go on counting `questions`."""
        place = bisect_left(questions, high, key=lambda question: question.start.line)
        before = questions[place - 1].start.candidate.number[-1:] if place else ()
        after = questions[place].start.candidate.number[-1:] if place < len(questions) else ()
        restarts = after in {(), (1,)}
        if not before or not (restarts or after[0] > before[0] + 1):
            return []
        for weighed in self.contest.weighed(low, high):
            numbers = [question.start.candidate.number[-1:] for question in weighed.questions]
            counts = _count_on(before[0], [number[0] for number in numbers if number])
            counts = counts and all(numbers)
            asks = len(numbers) > 1 and titles_ask(weighed.questions)
            if counts and after == (numbers[-1][0] + 1,):
                weighed.questions[-1].end = high  # a list ends above text that is not indented
                return weighed.questions
            if counts and restarts and (asks or len(numbers) >= w.REST_COUNTED):
                return weighed.questions
        return []

    def _over_gaps(self, gaps: Sequence[tuple[int, int]], taken: set[str]) -> list[QuestionRange]:
        """The questions of one form in several gaps, too few in each to be certain by itself."""
        best: list[QuestionRange] = []
        for reading in self.contest.offered:
            weighed = (self.contest.scorer.weigh(reading, low, high) for low, high in gaps)
            parts = [part for part in weighed if part is not None]
            questions = [question for part in parts for question in part.questions]
            # Chapters have gaps of their own too, with options or keys below.
            asks = titles_ask(questions) or self._are_labelled(questions)
            if len(parts) > 1 and asks and self._is_more(merged(parts), taken):
                best = max(best, questions, key=len)
        return best

    def _are_labelled(self, questions: Sequence[QuestionRange]) -> bool:
        """Whether nearly all of several different titles are right above the label of an answer."""
        below = (self.outline.document.between(one.start.end, one.end)[:1] for one in questions)
        labels = {label.leaf for label in self.outline.answer_labels}
        labelled = sum(not labels.isdisjoint(leaves) for leaves in below)
        different = len({question.start.key for question in questions})
        return different == len(questions) and labelled >= max(
            w.STRUCTURED_COUNT, w.STRUCTURED_ANSWERED * len(questions)
        )

    def _is_more(self, weighed: Weighed, taken: set[str]) -> bool:
        """Whether a reading of a remaining part is certain enough."""
        count = len(weighed.questions)
        # Lines that only ask, and have answers, may be prose.
        if count < 2 or (weighed.reading.trait is Trait.ASKING and weighed.answered > 0):
            return False
        if any(self.outline.in_answer_fold(question.start.line) for question in weighed.questions):
            return False
        known = sum(question.start.key in taken for question in weighed.questions)
        links = sum(is_link(question.start.title) for question in weighed.questions)
        if max(known, links) >= w.REST_KNOWN * count:
            return False
        if weighed.reading.explicit:
            return True
        if weighed.labelled >= w.REST_LABELLED:
            # "Q1: all. Q2: one of two." only says which questions are to be answered.
            return weighed.answered >= w.ANSWERED or titles_ask(weighed.questions)
        if weighed.reading.trait is Trait.ASKING and count >= w.REST_COUNTED:
            # So many without an answer are no prose.
            return titles_ask(weighed.questions, w.STRUCTURED_MOST)
        span = self.content.count(weighed.questions[0].start.line, weighed.questions[-1].end)
        covered = sum(
            self.content.count(question.start.line, question.end) for question in weighed.questions
        )
        dense = covered >= w.REST_DENSE * span
        asks = weighed.asking >= w.REST_ASKING or (dense and self._is_chapter(weighed))
        covers = weighed.coverage >= w.REST_COVERAGE or (dense and count >= w.REST_MANY)
        return count >= w.STRUCTURED_COUNT and asks and covers

    def _is_chapter(self, weighed: Weighed) -> bool:
        """Whether half of the titles ask and have answers, or most of many ask without."""
        if weighed.reading.trait is Trait.LEVEL:
            return False
        if weighed.answered >= w.STRUCTURED_ANSWERED:
            return titles_ask(weighed.questions, w.STRUCTURED_HALF)
        is_list = not weighed.answered and len(weighed.questions) >= w.REST_MANY
        return is_list and weighed.sure >= w.STRUCTURED_MOST

    def _is_certain(self, weighed: Weighed, taken: set[str]) -> bool:
        """Whether a reading that is not the best of a part asks for certain: labels or many ask."""
        asks = weighed.reading.trait is Trait.ASKING or titles_ask(weighed.questions)
        many = asks and len(weighed.questions) >= w.REST_COUNTED
        return (many or weighed.labelled >= w.REST_LABELLED) and self._is_more(weighed, taken)

    def split(self, weighed: Weighed) -> list[QuestionRange]:
        """The questions of a reading, whose long answers end where another form begins."""
        questions = weighed.questions
        if len(questions) < 2:
            return questions
        sizes = [self.content.count(question.start.end, question.end) for question in questions]
        long = max(w.TAIL_LINES, w.TAIL_LONGER * median(sizes[:-1]))
        return [
            self._cut(question, questions, is_long=size >= long)
            for question, size in zip(questions, sizes, strict=True)
        ]

    def _cut(
        self, question: QuestionRange, questions: Sequence[QuestionRange], *, is_long: bool
    ) -> QuestionRange:
        """One of `questions`, without the questions in another form at its end."""
        low, high = question.start.end, question.end
        others = self._going_on(questions, low, high)
        if not others and is_long:
            others = self._in_answer(question, questions)
        if not others:
            return question
        return QuestionRange(question.start, max(others[0].start.line, low), question.form)

    def _in_answer(
        self, question: QuestionRange, questions: Sequence[QuestionRange]
    ) -> list[QuestionRange]:
        """The questions in another form in the long answer of one of `questions`."""
        best = self.contest.best(question.start.end, question.end)
        if (
            best is None
            or len(best.questions) < w.STRUCTURED_COUNT
            or not self._is_more(best, set())
            or self._are_parts(best.questions, question, questions)
        ):
            return []
        if question is questions[-1]:
            opens = best.reading.opens_tail or best.labelled >= w.REST_LABELLED
            goes_on = opens or self._is_counted(best, question)
        else:
            level = question.start.candidate.level
            goes_on = all(0 < one.start.candidate.level <= level for one in best.questions)
        return best.questions if goes_on else []

    def _is_counted(self, tail: Weighed, last: QuestionRange) -> bool:
        """Whether the items of a list are questions of their own, not those that `last` asks for.

        They count up, and are answered or many; or they are many, and none is answered.
        """
        numbers = [question.start.candidate.number for question in tail.questions]
        counts = all(numbers) and regularity([number[-1] for number in numbers]) >= w.REGULAR
        many = len(numbers) >= w.REST_COUNTED
        enough = many if not tail.answered else counts and (many or tail.answered >= w.ANSWERED)
        asked_for = names_questions(last.start.title)
        return enough and titles_ask(tail.questions) and not asked_for

    def _are_parts(
        self,
        tail: Sequence[QuestionRange],
        question: QuestionRange,
        questions: Sequence[QuestionRange],
    ) -> bool:
        """Whether most answers besides that of `question` have headings like those of `tail`."""
        kinds = {
            (question.start.candidate.kind, question.start.candidate.level) for question in tail
        }
        headings = [
            heading.line
            for heading in self.outline.headings.values()
            if (heading.kind, heading.level) in kinds
        ]
        inside = sum(
            bisect_left(headings, other.start.end) < bisect_left(headings, other.end)
            for other in questions
            if other is not question
        )
        return inside * 2 > len(questions) - 1


def _count_on(last: int, numbers: Sequence[int]) -> bool:
    """Whether `numbers` go on after `last`, but for one that an author may leave out."""
    rise = all(number < after for number, after in pairwise(numbers))
    return rise and numbers[:1] == [last + 1] and numbers[-1] - last <= len(numbers) + 1
