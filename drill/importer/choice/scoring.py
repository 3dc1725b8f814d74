"""Scores the readings of a document."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drill.importer.choice import weights as w
from drill.importer.choice.answer_ranges import extend
from drill.importer.choice.asked_lines import asked_lines, asking_lines
from drill.importer.choice.content_lines import ContentLines
from drill.importer.choice.question_range import QuestionRange
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.numbering import regularity
from drill.importer.signals.option_runs import has_options, runs_of_options
from drill.importer.signals.outline import LISTED, Outline
from drill.importer.signals.question_likelihood import ASKS, SURE, question_likelihood
from drill.importer.source.leaves import CODE, LeafKind


@dataclass(frozen=True, slots=True)
class Weighed:
    """A reading of one part of the document, with its figures, each 0 to 1.

    `asking` is the mean likelihood of its starts, `asks` the share that asks, `sure` the share that
    surely does. `alike` is the number of places on these lines with the same markup as its starts.
    """

    reading: Reading
    questions: list[QuestionRange]
    asking: float
    asks: float
    sure: float
    coverage: float
    labelled: float
    answered: float
    score: float
    alike: int


def merged(parts: Sequence[Weighed]) -> Weighed:
    """The parts of one reading as a whole; the figures are means, by questions or by parts."""
    first, count = parts[0], sum(len(part.questions) for part in parts)

    def mean(figure: Callable[[Weighed], float]) -> float:
        return sum(figure(part) * len(part.questions) for part in parts) / count

    return Weighed(
        first.reading,
        [question for part in parts for question in part.questions],
        mean(lambda part: part.asking),
        mean(lambda part: part.asks),
        mean(lambda part: part.sure),
        sum(part.coverage for part in parts) / len(parts),
        mean(lambda part: part.labelled),
        mean(lambda part: part.answered),
        sum(part.score for part in parts),
        sum(part.alike for part in parts),
    )


class Scorer:
    """Weighs the readings of one document; `content` counts its lines.

    `keyed` has the numbers in answer keys, each with the line of its last key; `choices` are the
    lines right below titles with a list of choices.
    """

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.content = ContentLines(outline)
        self.asked = asked_lines(outline)
        self.asking = asking_lines(outline)
        self.choices = sorted(outline.choice_lines)
        self.keyed = {number: key.start for key in outline.answer_keys for number, _ in key.entries}

    def weigh(self, reading: Reading, low: int, high: int) -> Weighed | None:
        """The score of `reading` for the lines from `low` up to `high`."""
        questions = extend(self.outline, reading, low, high)
        if not questions:
            return None
        count = len(questions)
        labelled = sum(question.start.candidate.is_question_label for question in questions) / count
        likely = [self.likelihood(question) for question in questions]
        asking = sum(likely) / count
        answered = sum(self._is_answered(question) for question in questions) / count
        coverage = self._coverage(questions, low, high)
        worth = asking
        asks = sum(value >= ASKS for value in likely) / count
        if reading.explicit:
            worth = w.EXPLICIT_WORTH
            # A note that declares its cards may contain other text too.
            coverage = 1.0 if reading.trait in {Trait.CARD, Trait.TAGGED_CARD} else coverage
        elif reading.trait is Trait.TERM:
            worth = w.STRUCTURED_WORTH
        elif (
            count >= w.STRUCTURED_COUNT
            and (
                sum(value >= w.LOST_SURE for value in likely) >= w.STRUCTURED_MOST * count
                or (asks >= w.STRUCTURED_LEAST and answered >= w.STRUCTURED_ANSWERED)
                or (
                    asks >= w.STRUCTURED_HALF
                    and answered >= w.HALF_ASKED_ANSWERED
                    and len({one.start.key for one in questions}) >= w.DIFFERENT * count
                )
            )
        ) or self.are_folded_topics(reading, questions, coverage):
            worth = max(asking, w.STRUCTURED_WORTH)
        score = reading.weight * worth * coverage**w.COVERAGE_EXPONENT * count / (count + w.FEW)
        score *= 1 + w.LABELLED_BONUS * labelled
        folded = (
            sum(self.outline.in_answer_fold(question.start.line) for question in questions) / count
        )
        score *= 1 - w.FOLDED_AWAY * folded
        score *= count / (count + self._lost(questions, low, high))
        topics = sum(self._heads_questions(reading, question) for question in questions) / count
        score *= 1 - w.TOPICS_OF_QUESTIONS * topics
        score *= 1 - (1 - w.HALF_ANSWERED) * 4 * answered * (1 - answered)
        numbers = [
            question.start.candidate.number[-1]
            for question in questions
            if question.start.candidate.number
        ]
        # An unnumbered fold or labelled line is a question too, an unnumbered heading part of one.
        is_plain = not any(one.start.candidate.level for one in questions)
        forgets = reading.trait is Trait.FOLD or (reading.trait is Trait.LABEL and is_plain)
        least = w.NUMBERED if forgets else 1
        if len(numbers) >= least * count:
            regular = w.REGULAR_BASE + w.REGULAR_BONUS * regularity(numbers)
            score *= 1 + (regular - 1) * len(numbers) / count
        if self.outline.toc.titles:
            known = sum(question.start.key in self.outline.toc.titles for question in questions)
            score *= 1 + w.LISTED_BONUS * min(1.0, known / count)
        lines = reading.picked_from
        alike = bisect_left(lines, high) - bisect_left(lines, low)
        sure = sum(map(self.is_sure, questions)) / count
        return Weighed(
            reading, questions, asking, asks, sure, coverage, labelled, answered, score, alike
        )

    def likelihood(self, question: QuestionRange) -> float:
        """The likelihood of a question; options, an entry in a key or an answer make it one."""
        start = question.start
        value = self.outline.likelihood(start)
        if value >= ASKS:
            return value
        if has_options(self.outline.option_lines, start.end, question.end) and not (
            self._heads_choices(question)
        ):
            return w.WITH_OPTIONS
        if runs_of_options(self.choices, start.end, question.end) == 1:
            return w.WITH_OPTIONS
        number = start.candidate.number[-1:]
        if number and self.outline.title_asks and self._is_coded(question):
            return ASKS
        keyed = bool(number) and start.line < self.keyed.get(number[0], 0)
        # A label "Answer" of its own makes this a question, whatever its title.
        labels = self.outline.answer_labels_between(start.end, question.end)
        answered = len(labels) == 1 and not labels[0].label.weak
        return w.WITH_OPTIONS if keyed or answered else value

    def _heads_choices(self, question: QuestionRange) -> bool:
        """Whether several runs of options stand below, each with its answer: a section of them."""
        runs = runs_of_options(self.outline.option_lines, question.start.end, question.end)
        labels = self.outline.answer_labels_between(question.start.end, question.end)
        return runs > w.OPTIONS_TWICE or min(runs, len(labels)) > 1

    def _is_coded(self, question: QuestionRange) -> bool:
        """Whether the text below a start is only code, the solution of a task."""
        leaves = self.outline.document.between(question.start.end, question.end)
        return bool(leaves) and all(leaf.kind in CODE for leaf in leaves)

    def is_sure(self, question: QuestionRange) -> bool:
        """Whether a start is surely a question, by a mark, label, options, key or contents."""
        value = self.outline.likelihood(question.start)
        return (
            value >= SURE or value == LISTED or self.likelihood(question) == w.WITH_OPTIONS != value
        )

    def _coverage(self, questions: Sequence[QuestionRange], low: int, high: int) -> float:
        """The share of the lines of content that belong to questions or their keys."""
        count = self.content.count
        covered = sum(
            max(count(question.start.line, question.end), 0)
            + (count(question.start.line, question.start.end) == 0)
            for question in questions
        )
        keys = [key for key in self.outline.answer_keys if low <= key.start and key.end <= high]
        covered += sum(count(key.start, key.end) for key in keys)
        return min(1.0, covered / max(1, count(low, high)))

    def _is_answered(self, question: QuestionRange) -> bool:
        start = question.start
        return bool(start.rest) or self.content.count(start.end, question.end) > 0

    def _heads_questions(self, reading: Reading, question: QuestionRange) -> bool:
        """Whether a start that does not ask, or a line among others, has only questions below."""
        is_line = reading.trait is Trait.ASKING
        asks = question_likelihood(question.start.title) >= ASKS
        return (is_line or not asks) and self._has_only_questions(question)

    def is_topic(self, question: QuestionRange) -> bool:
        """Whether a heading that does not ask has only questions below, which are its section.

        An item above inner questions tells what they are about.
        """
        if not question.start.candidate.level or self.outline.likelihood(question.start) >= ASKS:
            return False
        return self._has_only_questions(question) or self._heads_asking(question)

    def _heads_asking(self, question: QuestionRange) -> bool:
        """Whether a heading is right above another, and nearly all headings there surely ask."""
        inner = self.outline.headings_between(question.start.end, question.end)
        first = next(iter(self.outline.document.between(question.start.end, question.end)), None)
        if len(inner) < w.HEADED_QUESTIONS or first is not inner[0].leaf:
            return False
        asking = [heading for heading in inner if heading.level == inner[0].level]
        return sum(one.likelihood >= SURE for one in asking) >= w.STRUCTURED_ANSWERED * len(asking)

    def _has_only_questions(self, question: QuestionRange) -> bool:
        first, end = question.start.end, question.end
        asking = bisect_left(self.asking, end) - bisect_left(self.asking, first)
        return asking >= max(w.HEADED_QUESTIONS, w.ONLY_QUESTIONS * self.content.count(first, end))

    def _lost(self, questions: Sequence[QuestionRange], low: int, high: int) -> float:
        """The penalty for questions of other readings, inside or between the answers."""
        labels = runs = 0
        sections = list(map(self.is_section, questions))
        few = sum(sections) <= w.SECTIONS * len(questions)
        for question, is_section in zip(questions, sections, strict=True):
            if few and is_section:
                continue
            first, end = question.start.end, question.end
            # Each question has one run of options; what is above the others are questions too.
            runs += max(0, runs_of_options(self.outline.option_lines, first, end) - 1)
            inside = self.outline.labels_between(first, end)
            if inside:
                # A label before the answer label belongs to the question: "### Topic",
                # "**Question:** …".
                answer = self.outline.answer_between(first, end)
                own = answer is not None and self.outline.labels_between(first, answer.line) == 1
                labels += inside - own
        asked = bisect_left(self.asked, high) - bisect_left(self.asked, low)
        for question in questions:
            start = question.start
            asked -= bisect_left(self.asked, max(start.end, start.line + 1)) - bisect_left(
                self.asked, start.line
            )
        peers = w.LOST_PEER * self._lost_peers(questions, low, high)
        return w.LOST_LABEL * (labels + runs) + w.LOST_QUESTION * (asked + peers)

    def _lost_peers(self, questions: Sequence[QuestionRange], low: int, high: int) -> int:
        """The headings that surely ask at the level of all starts, without being one of them."""
        levels = {question.start.candidate.level for question in questions}
        lines = {question.start.line for question in questions}
        return sum(
            {heading.level} == levels
            and heading.line not in lines
            and heading.likelihood >= w.LOST_SURE
            for heading in self.outline.headings_between(low, high)
        )

    def is_section(self, question: QuestionRange) -> bool:
        """Whether a start that does not ask is above several labelled pairs: their section."""
        first, end = question.start.end, question.end
        pairs = min(
            self.outline.labels_between(first, end),
            len(self.outline.answer_labels_between(first, end)),
        )
        return pairs > 1 and self.outline.likelihood(question.start) < ASKS

    def are_folded_topics(
        self, reading: Reading, questions: Sequence[QuestionRange], coverage: float
    ) -> bool:
        """Whether the document is mostly topics, each with its text folded below it."""
        count = len(questions)
        if reading.trait is not Trait.FOLD or count < w.TOPICS or coverage < w.TOPICS_COVERAGE:
            return False
        if len({question.start.key for question in questions}) < count:
            return False
        return sum(map(self._tells, questions)) >= w.TOPICS_TOLD * count

    def _tells(self, question: QuestionRange) -> bool:
        """Whether text is below a start, and not only a list or a table."""
        leaves = self.outline.document.between(question.start.end, question.end)
        return any(leaf.kind is LeafKind.PARAGRAPH and leaf.item is None for leaf in leaves)
