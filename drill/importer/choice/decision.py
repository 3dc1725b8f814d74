"""Decides whether a reading makes a document one of questions.

What speaks for it: labels of questions, labels of answers, a contents list of the same titles, a
title that names questions, and starts that ask; the more regular the form, the fewer must ask.
"""

from bisect import bisect_left
from collections.abc import Sequence
from statistics import mode

from drill.importer.choice import weights as w
from drill.importer.choice.question_range import QuestionRange
from drill.importer.choice.scoring import Scorer, Weighed
from drill.importer.forms.reading import Trait
from drill.importer.signals.counted_titles import COUNTED
from drill.importer.signals.numbering import regularity
from drill.importer.signals.option_runs import is_box
from drill.importer.signals.outline import LISTED
from drill.importer.signals.question_likelihood import (
    ASKS,
    SURE,
    asks_to_tell,
    question_likelihood,
    sets_task,
)
from drill.importer.source.leaves import LeafKind
from drill.importer.source.lines import QUESTION_MARKS


class Decision:
    """Judges the readings of one document, which `scorer` has weighed."""

    def __init__(self, scorer: Scorer) -> None:
        self.scorer = scorer
        self.outline = scorer.outline

    def accepts(self, weighed: Weighed, *, named: bool) -> bool:
        """Whether a reading is good enough for a document of questions.

        `named` means that a title mentions questions, which requires less.
        """
        count, reading = len(weighed.questions), weighed.reading
        if self._is_checklist(weighed):
            return False
        if reading.trait is Trait.TERM:
            least = w.COVERAGE if reading.explicit else w.TERMS_COVERAGE
            few = w.EXPLICIT_COUNT if reading.explicit else w.TERMS
            return count >= few and weighed.coverage >= least
        if reading.explicit:
            return count >= w.EXPLICIT_COUNT or reading.trait is Trait.TAGGED_CARD
        if count >= w.STRUCTURED_COUNT and self._are_marked(weighed):
            return True
        if weighed.labelled >= w.LABELLED:
            return self._labels_are_questions(weighed)
        if count < w.SELECTED * weighed.alike:
            return False
        if reading.trait is Trait.ASKING:
            return self._prose_is_questions(weighed, named=named)
        if count < w.STRUCTURED_COUNT:
            return self._few_are_questions(weighed, named=named)
        if named:
            return self._named_structure_is_questions(weighed)
        return self._structure_is_questions(weighed)

    def accepts_section(self, weighed: Weighed, *, lists: bool) -> bool:
        """Whether the reading of a section whose heading names questions consists of them.

        `lists` means that the heading announces questions, and not only an interview or an exam.
        """
        if not self.accepts(weighed, named=True):
            return False
        return lists or weighed.sure >= w.SECTION_SURE

    def _is_checklist(self, weighed: Weighed) -> bool:
        """Whether the starts are things to tick off, most of which do not ask."""
        lines = self.outline.document.lines
        starts = [question.start for question in weighed.questions]
        boxes = sum(is_box(lines[start.line]) for start in starts)
        asks = sum(start.candidate.likelihood >= ASKS for start in starts)
        return boxes * 2 >= len(starts) and asks * 2 < len(starts)

    def _labels_are_questions(self, weighed: Weighed) -> bool:
        """Whether labels are more than one field of a form, or a letter of something else."""
        count = len(weighed.questions)
        if count < w.STRUCTURED_COUNT and all(map(self._is_letter, weighed.questions)):
            return False
        answered = any(map(self._has_answer_label, weighed.questions))
        return weighed.coverage >= w.LABELLED_COVERAGE and (count >= 2 or answered)

    def _is_letter(self, question: QuestionRange) -> bool:
        """Whether a label is a letter that means other things too, and its text does not ask."""
        candidate = question.start.candidate
        return candidate.label.weak and candidate.likelihood < ASKS

    def _has_answer_label(self, question: QuestionRange) -> bool:
        return self.outline.answer_between(question.start.line, question.end) is not None

    def _listed(self, weighed: Weighed) -> float:
        """The share of the starts in the table of contents."""
        titles = self.outline.toc.titles
        listed = sum(question.start.key in titles for question in weighed.questions)
        return listed / len(weighed.questions)

    def _few_are_questions(self, weighed: Weighed, *, named: bool) -> bool:
        """Whether a single start has a labelled answer, or two starts are surely questions."""
        first = weighed.questions[0]
        if len(weighed.questions) == 1:
            labelled = self.outline.answer_between(first.start.end, first.end) is not None
            if self._is_whole(first):
                return True
            likely = self.outline.likelihood(first.start) >= SURE or sets_task(first.start.title)
            return labelled and likely and weighed.coverage >= w.FEW_COVERAGE
        least = w.FEW_NAMED_COVERAGE if named else w.FEW_COVERAGE
        asks = all(
            question_likelihood(one.start.title) >= ASKS or self._has_answer_label(one)
            for one in weighed.questions
        )
        return asks and weighed.sure == 1 and weighed.coverage >= least

    def _is_whole(self, question: QuestionRange) -> bool:
        """Whether a document is one heading that ends in a question, and a short text below it."""
        outline = self.outline
        blocks = outline.document.between(question.start.end, question.end)
        only = question.start.candidate is outline.first_heading and len(outline.headings) == 1
        asks = question.start.title.endswith(QUESTION_MARKS)
        covers = self.scorer.content.count(0, question.start.line) == 0
        return only and asks and covers and 1 <= len(blocks) <= w.PROSE_NAMED_BLOCKS

    def _are_marked(self, weighed: Weighed) -> bool:
        """Whether something besides the asking makes them questions, however little they cover.

        This is a label "Answer" below nearly all of many, nearly all of them in the contents, or
        topics whose texts are folded.
        """
        count = len(weighed.questions)
        pairs = sum(map(self._has_answer_label, weighed.questions))
        if pairs >= max(w.LABELLED_PAIRS, w.STRUCTURED_ANSWERED * count):
            return weighed.asks >= w.STRUCTURED_LEAST
        if weighed.sure >= w.STRUCTURED_MOST and self._listed(weighed) >= w.LISTED_MOST:
            return True
        return self.scorer.are_folded_topics(weighed.reading, weighed.questions, weighed.coverage)

    def _prose_is_questions(self, weighed: Weighed, *, named: bool) -> bool:
        """Whether asking paragraphs head short texts, unlike the rhetorical questions of essays."""
        blocks = sum(
            leaf.kind not in {LeafKind.RULE, LeafKind.HTML}
            for question in weighed.questions
            for leaf in self.outline.document.between(question.start.line, question.end)
        )
        count = len(weighed.questions)
        most = w.PROSE_NAMED_BLOCKS if named else w.PROSE_BLOCKS
        enough = count >= w.STRUCTURED_COUNT and weighed.coverage >= w.PROSE_COVERAGE
        return enough and blocks <= most * count

    def _named_structure_is_questions(self, weighed: Weighed) -> bool:
        """Whether uniform starts ask often enough, where a title mentions questions."""
        count, lists = len(weighed.questions), self.outline.title_lists
        asking = w.NAMED_PLAIN_ASKING if self._is_plain(weighed) else w.NAMED_ASKING
        coverage = w.NAMED_COVERAGE
        if weighed.answered < w.ANSWERED and not lists:
            if count < w.UNANSWERED:
                coverage = w.BARE_COVERAGE
            elif weighed.sure < w.STRUCTURED_MOST:
                coverage = w.COVERAGE
        certain = weighed.sure * count + self._tasks(weighed) >= asking * count
        certain = certain or lists or weighed.asks >= w.MARKED_ASKING
        if self.outline.title_asks and self._are_topics(weighed):
            return True
        return certain and weighed.asking >= asking and weighed.coverage >= coverage

    def _are_topics(self, weighed: Weighed) -> bool:
        """Whether many different starts share out the document, and hardly anything else asks.

        Headings are the highest of which there are many: those below them are parts of answers. If
        the title announces no questions, they count up, or are all the headings that there are.
        Without answers, items must not ask now and then: then the others are options of those.
        """
        questions, count = weighed.questions, len(weighed.questions)
        level = mode(question.start.candidate.level for question in questions)
        levels = [heading.level for heading in self.outline.headings.values()]
        above, below = (sum(one < level for one in levels), sum(one > level for one in levels))
        different = len({question.start.key for question in questions})
        asking = sum(
            bisect_left(self.scorer.asking, question.end)
            - bisect_left(self.scorer.asking, question.start.end)
            for question in questions
        )
        is_flat = level > 0 and above <= 1 and not below
        return (
            above < COUNTED
            and different >= max(COUNTED, w.DIFFERENT * count)
            and weighed.coverage >= w.SHARED_OUT
            and (weighed.answered >= w.TOPICS_TOLD or not (level or weighed.asks))
            and asking <= w.ASKED_BELOW * count
            and (self.outline.title_lists or is_flat or self._count_up(weighed))
        )

    def _structure_is_questions(self, weighed: Weighed) -> bool:
        """Whether uniform starts ask often enough, and explain enough of the document."""
        questions, count = weighed.questions, len(weighed.questions)
        if weighed.coverage < (w.COVERAGE if weighed.answered >= w.ANSWERED else w.BARE_COVERAGE):
            return False
        if (
            weighed.sure
            and self._is_regular(weighed)
            and self._asks_later(questions) >= w.THROUGHOUT
        ):
            return weighed.asks >= w.STRUCTURED_LEAST
        if self._asks_throughout(weighed):
            return True
        # Labelled headings vouch for themselves alone: their chapter may end a guide.
        labelled = weighed.labelled * count
        others = count - labelled
        plain, sure = self._is_plain(weighed), weighed.sure * count - labelled
        mean = (weighed.asking * count - labelled) / others
        asking = w.PLAIN_ASKING if plain else w.MARKED_ASKING
        told = sum(asks_to_tell(question.start.title) for question in questions)
        # Numbered tasks may be the steps of a guide.
        if (plain and weighed.answered >= w.STRUCTURED_ANSWERED) or told >= max(
            w.TASKS_COUNT, w.TASKS * count
        ):
            sure += self._tasks(weighed)
        if count < w.ALIKE_COUNT:
            titles = {question.start.key for question in questions}
            parts = len(titles) < count and weighed.asks < 1
            return not parts and sure >= w.FEW_SURE * others and mean >= asking
        # Where marked starts are all there is, the share that asks counts, not how surely.
        is_all = not plain and weighed.coverage >= w.SHARED_OUT and weighed.asks >= asking
        return sure >= w.UNNAMED_SURE * others and (is_all or mean >= asking)

    def _asks_throughout(self, weighed: Weighed) -> bool:
        """Whether different headings ask in words to the end: those of a manual ask at first.

        Words that repeat below each topic, such as "What is it?", are parts of notes.
        """
        questions, count = weighed.questions, len(weighed.questions)
        different = len({question.start.key for question in questions})
        are_headings = all(question.start.candidate.level for question in questions)
        if not are_headings or count < w.ALIKE_COUNT or different < w.DIFFERENT * count:
            return False
        own = [one for one in questions if not one.start.candidate.is_question_label]
        asks = list(map(self._asks_in_words, own))
        later = asks[len(own) // 2 :]
        share = sum(asks) / len(own)
        is_enough = share >= w.WORDED and share + weighed.coverage >= w.WORDED_OF_ALL
        return is_enough and sum(later) >= w.THROUGHOUT * len(later)

    def _asks_in_words(self, question: QuestionRange) -> bool:
        """Whether a title surely asks or tells to explain, whatever is below it."""
        value = self.outline.likelihood(question.start)
        return value >= SURE or value == LISTED or asks_to_tell(question.start.title)

    def _is_plain(self, weighed: Weighed) -> bool:
        """Whether the starts are headings of a level, with no number, bold type or contents."""
        candidates = [question.start.candidate for question in weighed.questions]
        marked = sum(bool(candidate.number or candidate.bold) for candidate in candidates)
        is_level = weighed.reading.trait is Trait.LEVEL
        return is_level and marked * 2 <= len(candidates) and not self.outline.toc.titles

    def _tasks(self, weighed: Weighed) -> int:
        """The number of starts that set a task."""
        return sum(sets_task(question.start.title) for question in weighed.questions)

    def _is_regular(self, weighed: Weighed) -> bool:
        """Whether nearly all starts count up or are in the contents, and are answered."""
        if weighed.answered < w.STRUCTURED_ANSWERED or weighed.coverage < w.REGULAR_COVERAGE:
            return False
        return self._count_up(weighed) or self._listed(weighed) >= w.LISTED_MOST

    def _count_up(self, weighed: Weighed) -> bool:
        """Whether the starts count up from 1."""
        numbers = [question.start.candidate.number for question in weighed.questions]
        return (
            all(numbers)
            and numbers[0][-1] <= 1
            and regularity([number[-1] for number in numbers]) >= w.REGULAR
        )

    def _asks_later(self, questions: Sequence[QuestionRange]) -> float:
        """The share of the second half that asks or sets tasks: guides ask only at first."""
        later = questions[len(questions) // 2 :]
        asks = sum(
            self.scorer.is_sure(question) or sets_task(question.start.title) for question in later
        )
        return asks / len(later)
