"""Finds where, in the lines of a question, the prompt ends and the answer begins."""

import re
from collections.abc import Sequence
from itertools import takewhile

from drill.importer.choice.question_range import QuestionRange
from drill.importer.extraction.answer_labels import (
    are_parts_of_answer,
    begin_list,
    explains,
    has_another,
)
from drill.importer.extraction.code_blocks import is_code, is_prose
from drill.importer.extraction.named_options import begins_with_number
from drill.importer.extraction.option_run import announces_options, names_options
from drill.importer.extraction.prompt_text import are_parts, goes_on, own_text
from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.labels import LabelKind, read_option
from drill.importer.signals.option_runs import has_options
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import SURE, question_likelihood
from drill.importer.source.leaves import CODE, Item, Leaf, LeafKind
from drill.importer.source.lines import QUESTION_MARKS, ends_asking

_EMPTY_BOX = re.compile(r"\s*[-*+]\s+\[ ?\]\s")
_ABOUT_CODE = re.compile(
    r"[:：]\s*$|\b(?:output|following|below|this (?:code|snippet|program|function|query)|logged"
    r"|printed?|"
    r"siguiente|salida|imprime|este código|выведет|вывод\w*|следующ\w+|код)\b"
    r"|输出|以下|下面|下列|打印",
    re.IGNORECASE,
)
_ASKS_HOW = re.compile(
    r"^\W*(?:how (?!many|much|often|long)|как |як |cómo |como |comment |wie |come |hoe |jak |hur )"
    r"|如何|怎么|怎樣|怎样|nasıl|어떻게|どうやって",
    re.IGNORECASE,
)
_PLAIN_FENCE = re.compile(
    r"[\s>]*(?:[-*+]\s+|\d{1,3}[.)]\s+)?[`~]{3,}\s*(?:te?xt|plain(?:text)?|md)?\s*"
)
_ASKS = 0.4
"""The least likelihood of a block below a title that continues the question."""
_LABELLED = 0.5
"""With a larger share of labelled answers, labels decide where answers begin."""
_IN_PARTS = 0.3
"""With more answers below headings such as "Wrong answer", headings divide the answers."""
_CODED = 0.6
"""The least share of tasks answered by code alone, to read text above code as the task."""
_SHOWN = 0.5
"""The least share of titles above code alone that ask how, to read such code as the answer."""
_ANSWERED = 0.3
"""With a larger share of questions with prose below, that prose is the answer."""
_TOLD = {LeafKind.PARAGRAPH, LeafKind.MATH, LeafKind.TABLE, LeafKind.HEADING}
"""Blocks that indicate an answer; a heading only divides one."""
_QUOTED = 0.6
"""The least share of answers that are one quotation, to read text above it as the prompt."""
_LISTED = 0.8
"""The same for answers that are one list; an incomplete title then continues up to the list."""
_MARKED = 0.5
"""The least number of lists with marked items, per question: answers emphasise one now and then."""
_LEAST_COUNTS = 3
"""The fewest labelled answers that are a number, to count bullets by them."""
_COUNTS = 0.8
"""The least share of labelled answers that are a number, to count bullets by them."""
_IN_VIEW = 6
"""The most blocks and items above a folded answer that belong to the prompt."""
_PROMPT_LENGTH = 200
"""The most characters of an item or single block before a label that belongs to the prompt."""


class Cutter:
    """Cuts the questions of one document, by the layout that most of them share.

    `in_parts` means that answers have several headings that name one: "Wrong answer", "Answer".
    """

    def __init__(self, outline: Outline, questions: Sequence[QuestionRange]) -> None:
        self.outline = outline
        self.document = outline.document
        found = [(label, question) for question in questions if (label := self.label(question))]
        labels = [label for label, _ in found]
        self.labelled = len(labels) >= _LABELLED * len(questions)
        parts = sum(self._heads_a_part(label, question) for label, question in found)
        self.in_parts = parts > _IN_PARTS * len(labels)
        numbers = sum(begins_with_number(label.title) for label in labels)
        self.counts_bullets = numbers >= max(_LEAST_COUNTS, _COUNTS * len(labels))
        alone = [question for question in questions if self._is_code_alone(question)]
        self.coded = sum(map(_sets_task, alone)) >= _CODED * len(questions)
        how = sum(bool(_ASKS_HOW.search(question.start.title)) for question in alone)
        self.shown = how >= _SHOWN * len(alone)
        self.fenced = sum(map(self._is_fenced, questions)) >= _CODED * len(questions)
        self.answered = sum(map(self._has_prose, questions)) >= _ANSWERED * len(questions)
        self.quoted = sum(map(self._is_quoted, questions)) >= _QUOTED * len(questions)
        self.listed = sum(map(self._is_listed, questions)) >= _LISTED * len(questions)
        self.marks_lists = len(outline.marked_lists) >= _MARKED * len(questions)

    def label(self, question: QuestionRange) -> Candidate | None:
        """The label of the answer, unless it is the first of several solutions.

        "Answers:" above boxes, none of which is ticked, labels the options.
        """
        label = self.outline.answer_between(question.start.line, question.end)
        if label is None or self._answers_a_part(label, question):
            return None
        lines = self.document.lines[label.line : question.end]
        below = list(filter(str.strip, lines[label.end - label.line :]))
        if len(below) > 1 and all(map(_EMPTY_BOX.match, below)):
            return None
        later = map(self.outline.labels.read, lines[label.end - label.line :])
        numbers = (one.number for one in later if one.kind is LabelKind.ANSWER)
        is_part = (label.label.number and any(numbers)) or has_another(self.outline.labels, lines)
        return None if is_part else label

    def _heads_a_part(self, label: Candidate, question: QuestionRange) -> bool:
        """Whether a heading names some answer, and another one below simply the answer.

        Right below the title the other may name any answer; else the first ends the prompt.
        """
        later = self.outline.answer_labels_between(label.end, question.end)
        is_first = not self.document.between(question.start.end, label.line)
        return not self._is_plain(label) and any(
            other.level == label.level > 0
            and (self._is_plain(other) or (is_first and other.leaf.text != label.leaf.text))
            for other in later
        )

    def _is_plain(self, label: Candidate) -> bool:
        return self.outline.labels.read(label.leaf.text).kind is LabelKind.ANSWER

    def _answers_a_part(self, label: Candidate, question: QuestionRange) -> bool:
        """Whether a label stands in an inner item, below its text and before the next such item."""
        item, own = label.leaf.item, question.start.candidate.leaf.item
        if item is None or item is own or label.kind is CandidateKind.ITEM:
            return False
        return any(
            leaf.opens is not None and leaf.opens.group == item.group
            for leaf in self.document.between(item.end, question.end)
        )

    def cut(self, question: QuestionRange, low: int, high: int) -> tuple[int, Candidate | None]:
        """The line, from `low` to `high`, where the answer begins, and its label or None."""
        label = self.label(question)
        start = question.start
        if label is not None and label.line < high:
            before = self.document.between(low, label.line)
            if begin_list(before, label):
                return before[0].start, None
            # "## Question" and "## Answer" are a pair, whatever labels the other questions have.
            # Below "### The problem", "### Solution" is a section of the answer.
            pair = start.candidate.is_question_label and label.kind is CandidateKind.HEADING
            pair = pair and all(leaf.kind is not LeafKind.HEADING for leaf in before)
            # The few blocks above a folded answer are in view, so they are the prompt; where the
            # title asks by itself, they are the short answer, and the fold has the long one.
            folded = label.kind is CandidateKind.SUMMARY and not ends_asking(start.title)
            pair = pair or (folded and len(before) <= _IN_VIEW)
            prompt = self.labelled or pair or self._is_prompt(before, start.candidate.leaf.item)
            if prompt and not (are_parts_of_answer(before) or explains(label, before)):
                return max(low, label.line), label
        first = self.outline.answer_between(low, high)
        if first is not None and not ends_asking(start.title):
            before = self.document.between(low, first.line)
            several = has_another(self.outline.labels, self.document.lines[first.line : high])
            if several and self._is_prompt(before, start.candidate.leaf.item):
                return first.line, None  # "Your answer" above "Right answer"
        if start.candidate.kind is CandidateKind.SUMMARY:
            return low, None
        leaves = self.document.between(low, high)
        quoted = [leaf.start for leaf in leaves if leaf.quote is not None]
        if self.quoted and quoted:
            return max(low, quoted[0]), None
        is_open = not start.title.rstrip(" *_`").endswith((*QUESTION_MARKS, ".", "。"))
        if self.listed and is_open and start.candidate.leaf.item is None:
            items = [leaf for leaf in leaves if leaf.item is not None]
            if items and items[-1] is leaves[-1]:
                return items[0].start, None
        if start.candidate.is_question_label and not start.candidate.title:
            # Below "When is it thrown?", "When it fails." is the answer.
            least = SURE if ends_asking(start.title) else _ASKS
            return self._after_asking(leaves, low, least), None
        return self._unlabelled(question, leaves, low, high), None

    def _after_asking(self, leaves: Sequence[Leaf], low: int, least: float) -> int:
        """The start of the answer below a bare label: after the last block as likely as `least`."""
        asking = [leaf for leaf in leaves if question_likelihood(leaf.text) >= least]
        asking = [leaf for leaf in asking if leaf.kind is LeafKind.PARAGRAPH]
        if not asking:
            return low
        end = asking[-1].end
        if any(leaf.start >= end and leaf.kind not in CODE for leaf in leaves) and self.answered:
            return asking[0].end if asking[0] is leaves[0] else low
        return end

    def _unlabelled(
        self, question: QuestionRange, leaves: Sequence[Leaf], low: int, high: int
    ) -> int:
        """The start of the answer without a label: below the continuation of the question."""
        start = question.start
        own = own_text(question)
        if are_parts(leaves) and not start.rest:
            return high
        if own:
            asks = own.rstrip().endswith(QUESTION_MARKS) and not ends_asking(start.title)
            return min(high, start.candidate.leaf.end) if asks else low
        if not leaves:
            return low
        label = self.outline.labels.read(leaves[0].text)  # "Question: …" below a title
        asked = label.kind is LabelKind.QUESTION and not label.number
        if (asked and leaves[0].is_free_paragraph) or goes_on(start.title, leaves[0]):
            return leaves[0].end
        if not self.answered and _asks_below(leaves[0]):
            return high
        if any(map(is_code, leaves)):
            return self._beside_code(question, leaves, low, high)
        if not self.answered and start.candidate.leaf.item is not None:
            texts = [leaf.text for leaf in leaves if leaf.kind is not LeafKind.RULE]
            # Below "How do you save memory?", "Make copies rarely." is the answer.
            least = SURE if ends_asking(start.title) else _ASKS
            return high if all(question_likelihood(text) >= least for text in texts) else low
        return low

    def _beside_code(
        self, question: QuestionRange, leaves: Sequence[Leaf], low: int, high: int
    ) -> int:
        """The start of the answer if there is code, which may belong to either."""
        code = [leaf for leaf in leaves if is_code(leaf)]
        is_about_code = bool(_ABOUT_CODE.search(question.start.title))
        if self.fenced and code == leaves:
            return low
        if self.coded and leaves[-len(code) :] == code:
            return code[0].start
        if len(code) == len(leaves):
            # Text indented so far that Markdown takes it for code is an answer more often.
            fenced = any(leaf.kind is LeafKind.FENCE for leaf in code)
            asks = fenced and not self.shown and not _sets_task(question)
            asks_about_it = is_about_code or asks
            return high if not self.answered and asks_about_it else low
        asked_about = list(takewhile(is_code, leaves))
        return asked_about[-1].end if asked_about and is_about_code else low

    def _below(self, question: QuestionRange) -> list[Leaf]:
        """The blocks below a title, without the rules that divide questions."""
        leaves = self.document.between(question.start.end, question.end)
        return [leaf for leaf in leaves if leaf.kind is not LeafKind.RULE]

    def _is_code_alone(self, question: QuestionRange) -> bool:
        leaves = self._below(question)
        return bool(leaves) and all(map(is_code, leaves))

    def _is_fenced(self, question: QuestionRange) -> bool:
        """Whether text in fences, in no language of code, is all that is below a question."""
        leaves = self._below(question)
        infos = [self.document.lines[leaf.start] for leaf in leaves if leaf.kind is LeafKind.FENCE]
        plain = len(infos) == len(leaves) > 0 and all(map(_PLAIN_FENCE.fullmatch, infos))
        return plain and not _ABOUT_CODE.search(question.start.title)

    def _is_quoted(self, question: QuestionRange) -> bool:
        leaves = self._below(question)
        first = leaves[0].quote if leaves else None
        return first is not None and first == leaves[-1].quote and not own_text(question)

    def _is_listed(self, question: QuestionRange) -> bool:
        leaves = self._below(question)
        return bool(leaves) and all(leaf.item for leaf in leaves) and not own_text(question)

    def _has_prose(self, question: QuestionRange) -> bool:
        # Lines of options are not prose.
        offers = has_options(self.outline.option_lines, question.start.end, question.end)
        own = own_text(question)
        if question.start.rest or (own and not (offers and _is_option(own))):
            return True
        return any(
            (leaf.kind in _TOLD or is_prose(leaf))
            and (leaf.kind is LeafKind.HEADING or question_likelihood(leaf.text) < _ASKS)
            and not (offers and (_is_option(leaf.text) or announces_options(leaf.text)))
            and not names_options(leaf.text)
            for leaf in self.document.between(question.start.end, question.end)[:4]
            if leaf not in self.outline.back
        )

    @staticmethod
    def _is_prompt(leaves: Sequence[Leaf], item: Item | None) -> bool:
        """Whether the blocks before a label must be part of the prompt."""
        return all(
            leaf.kind in {*CODE, LeafKind.OPEN, LeafKind.TABLE}
            or (len(leaf.text) < _PROMPT_LENGTH and (leaf.item is not item or len(leaves) == 1))
            for leaf in leaves
        )


def _sets_task(question: QuestionRange) -> bool:
    """Whether code below is the answer: the title sets a task instead of asking about code."""
    return not ends_asking(question.start.title) and question_likelihood(question.start.title) < 1


def _is_option(text: str) -> bool:
    return read_option(text.split("\n", 1)[0]) is not None


def _asks_below(leaf: Leaf) -> bool:
    """Whether a block below a title asks: neither code nor a heading, nor in a list."""
    is_text = leaf.kind not in {*CODE, LeafKind.HEADING} and leaf.item is None
    return is_text and question_likelihood(leaf.text) >= _ASKS
