"""The view of a document that forms work with: candidates, contents, answer keys, folds, links."""

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from drill.importer.signals import starts
from drill.importer.signals.answer_keys import find_answer_keys
from drill.importer.signals.back_links import back_lines, back_links
from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.counted_titles import counted_lines
from drill.importer.signals.document_titles import ask, define, document_titles, list_questions
from drill.importer.signals.fields import are_fields
from drill.importer.signals.folds import fold_ends
from drill.importer.signals.label_settling import settled_candidates
from drill.importer.signals.numbered_sections import numbered_sections
from drill.importer.signals.option_runs import choice_lines, has_options, marked_lists, option_lines
from drill.importer.signals.plain_lines import definition_lines, rule_lines
from drill.importer.signals.question_likelihood import SURE, asks_in_the_end, question_likelihood
from drill.importer.signals.starts import Start, lead_rest
from drill.importer.signals.title_topics import names_questions
from drill.importer.signals.toc import find_toc
from drill.importer.source.document import Document
from drill.importer.source.leaves import EMPTY, Leaf, LeafKind

_NEAR = 6
"""The most lines from "Question 7" down to its text, "Question: …"."""
LISTED = 0.8
"""The likelihood of a title that does not read like a question, but is listed among some."""


@dataclass
class Outline:
    """A document with everything that a form needs to propose starts.

    `no_start_lines` are the lines of the table of contents, of answer keys and of
    `numbered_sections`, where no question starts; `back_lines` are links back to the top, which
    belong to no answer.
    """

    document: Document
    name: str = ""

    def __post_init__(self) -> None:
        self.all_candidates, self.labels = settled_candidates(self.document)
        self.candidate_lines = [candidate.line for candidate in self.all_candidates]
        self.back = back_links(self.document)
        self.back_lines = back_lines(self.document)
        for leaf in self.back:
            self.back_lines.update(range(leaf.start, leaf.end))
        self.toc = find_toc(self.document, self.all_candidates)
        self._toc_asks = self.toc.asks(titled=self.title_lists)
        self.numbered_sections = numbered_sections(self.document, self.all_candidates)
        self.no_start_lines = {*self.toc.lines, *self.toc.headings, *self.numbered_sections}
        self.folds = fold_ends(self.document)
        self.choice_lines = choice_lines(self.document)
        self.marked_lists = marked_lists(self.document.leaves)
        self.answer_keys = find_answer_keys(
            self.document, self.all_candidates, self.no_start_lines, self.folds, self.option_lines
        )
        for key in self.answer_keys:
            self.no_start_lines.update(range(key.start, key.end))

    @cached_property
    def title_asks(self) -> bool:
        """Whether the document's title, front matter or file name mentions questions."""
        return ask(self.titles)

    @cached_property
    def title_lists(self) -> bool:
        """Whether a title announces questions."""
        return list_questions(self.titles)

    @cached_property
    def counted(self) -> set[int]:
        """The lines of numbered questions below a title "Questions" (`counted_titles`)."""
        return counted_lines(self.candidates, titled=self.title_lists)

    @cached_property
    def title_defines(self) -> bool:
        """Whether the document's title says that it is a glossary, or flash cards."""
        return define(self.titles)

    @cached_property
    def titles(self) -> list[str]:
        """The document's titles: of its front matter, its first heading and its file."""
        return document_titles(self.document, self.first_heading, self.name)

    @cached_property
    def candidates(self) -> list[Candidate]:
        """The candidates that may be questions: titled, outside the contents, not answer labels."""
        return [
            candidate
            for candidate in self.all_candidates
            if candidate.line not in self.no_start_lines
            and candidate.leaf not in self.back
            and not candidate.is_answer_label
            and (candidate.title or candidate.label.kind)
        ]

    @cached_property
    def answer_labels(self) -> list[Candidate]:
        """The candidates that are labels of answers."""
        return [candidate for candidate in self.all_candidates if candidate.is_answer_label]

    @cached_property
    def answer_levels(self) -> Counter[int]:
        """The number of answer labels at each heading level, 0 for other lines."""
        return Counter(label.level for label in self.answer_labels)

    def start(self, candidate: Candidate, stop: int | None = None) -> Start:
        """A start at `candidate`; the title of a bare label is in the block below."""
        if candidate.kind is CandidateKind.SUMMARY:
            stop = self.folds[candidate.leaf]
        if candidate.title:
            start = starts.titled(candidate, candidate, stop)
            return starts.below_code(self.document, start) or start
        below, fields = self.below(candidate)
        own = self.own_label(candidate) if below is None else None
        if own is not None and own.title:
            return starts.titled(candidate, own, stop)
        if own is not None:
            below = self.below(own)[0]
            leaf = self.following(candidate.leaf)
            fields = range(leaf.start, leaf.end) if leaf and are_fields(leaf) else fields
        if below is not None:
            return starts.titled(candidate, below, stop, fields)
        fenced = starts.fenced(self.document, candidate, stop)
        return fenced or starts.untitled(candidate, stop)

    def own_label(self, candidate: Candidate) -> Candidate | None:
        """The label "Question:" that belongs to a numbered label, "Question 7", just above."""
        if candidate.title or not candidate.number or not candidate.is_question_label:
            return None
        place = bisect_left(self.candidate_lines, candidate.end)
        for label in self.all_candidates[place : place + _NEAR]:
            if label.is_answer_label or label.line > candidate.end + _NEAR:
                break
            if label.is_question_label:
                return None if label.number else label
        return None

    def below(self, candidate: Candidate) -> tuple[Candidate | None, range]:
        """The candidate of the text block right below `candidate`, and the lines of fields between.

        A field is a line such as `**Topic:** …`, or a remark in italics above what asks.
        """
        none = range(candidate.end, candidate.end)
        place = bisect_left(self.candidate_lines, candidate.end)
        if place == len(self.all_candidates):
            return None, none
        block = self.all_candidates[place]
        fields = none
        while are_fields(block.leaf) or starts.are_remark(self.all_candidates[place : place + 2]):
            fields = range(fields.start if fields else block.leaf.start, block.leaf.end)
            place = bisect_left(self.candidate_lines, fields.stop)
            if place == len(self.all_candidates):
                return None, none
            block = self.all_candidates[place]
        between = self.document.between(max(candidate.end, fields.stop), block.line)
        skips = candidate.end < min(candidate.leaf.end, block.line)  # a line of its paragraph
        if skips or any(leaf.kind not in {LeafKind.OPEN, LeafKind.RULE} for leaf in between):
            return None, none
        is_bare = (candidate.is_question_label and not candidate.number) or block.likelihood >= SURE
        is_above = block.level < candidate.level if is_bare else block.level <= candidate.level
        if block.kind is CandidateKind.HEADING and is_above:
            return None, none
        if block.is_answer_label or block.is_question_label or len(block.key) < 2:
            return None, none  # the letter of a part, or nothing, is no title
        return block, fields

    def labels_between(self, start: int, end: int) -> int:
        """The number of labelled questions on the lines from `start` up to `end`."""
        return bisect_left(self._label_lines, end) - bisect_left(self._label_lines, start)

    @cached_property
    def _label_lines(self) -> list[int]:
        return [candidate.line for candidate in self.candidates if candidate.is_question_label]

    @cached_property
    def _places(self) -> dict[Leaf, int]:
        return {leaf: place for place, leaf in enumerate(self.document.leaves)}

    def previous(self, leaf: Leaf) -> Leaf | None:
        """The leaf before `leaf`."""
        place = self._places[leaf]
        return self.document.leaves[place - 1] if place else None

    def following(self, leaf: Leaf) -> Leaf | None:
        """The leaf after `leaf`."""
        place = self._places[leaf] + 1
        return self.document.leaves[place] if place < len(self.document.leaves) else None

    @cached_property
    def headings(self) -> dict[Leaf, Candidate]:
        """The candidates that are headings, by leaf, without links to the top."""
        return {
            candidate.leaf: candidate
            for candidate in self.all_candidates
            if candidate.kind is CandidateKind.HEADING and candidate.leaf not in self.back
        }

    @cached_property
    def first_heading(self) -> Candidate | None:
        """The first heading of the document."""
        candidates = self.all_candidates
        return next((one for one in candidates if one.kind is CandidateKind.HEADING), None)

    @cached_property
    def _heading_lines(self) -> list[int]:
        return [heading.line for heading in self.headings.values()]

    def headings_between(self, low: int, high: int) -> list[Candidate]:
        """The headings on the lines from `low` up to `high`, without links to the top."""
        first, last = (bisect_left(self._heading_lines, line) for line in (low, high))
        return self._heading_list[first:last]

    def section(self, line: int) -> int:
        """The section of `line`, as the count of headings before it."""
        return bisect_left(self._heading_lines, line)

    def section_asks(self, section: int) -> bool:
        """Whether the heading of a section (see `section`) names questions."""
        if not section:
            return False
        heading = self._heading_list[section - 1]
        return heading is not self.first_heading and names_questions(heading.title)

    @cached_property
    def _heading_list(self) -> list[Candidate]:
        return list(self.headings.values())

    def has_text_below(self, candidate: Candidate) -> bool:
        """Whether any block other than a heading follows before the next heading."""
        following = self.following(candidate.leaf)
        while following is not None and (following.kind in EMPTY or following in self.back):
            following = self.following(following)
        if following is None or (heading := self.headings.get(following)) is None:
            return following is not None
        return heading.is_answer_label or heading.level > candidate.level

    def likelihood(self, start: Start) -> float:
        """The likelihood that a start is a question, by its title and the rest of the document."""
        if start.candidate.is_question_label:
            return 1.0
        value = start.candidate.likelihood
        leaf = start.candidate.leaf
        if leaf.kind is LeafKind.PARAGRAPH and start.end < leaf.end and not start.candidate.bold:
            value = max(value, question_likelihood(leaf.lines[-1]))
        if start.title != start.candidate.title:
            # A lead-in asks if the text after it does: "**Evens.** Print the even numbers".
            rest = lead_rest(start.candidate.rest).lstrip(". ")
            value = max(question_likelihood(start.title), question_likelihood(rest))
        if value < LISTED and (start.line in self.counted or self._offers(start)):
            return LISTED
        if value < LISTED and start.key in self.toc.titles and self._toc_asks:
            return LISTED
        if value < LISTED and self.title_asks and start.candidate.kind is CandidateKind.HEADING:
            below, _ = self.below(start.candidate)
            if below is not None and sum(map(asks_in_the_end, below.leaf.lines)) == 1:
                after = self.following(below.leaf)
                if after is None or after.kind in {LeafKind.HEADING, LeafKind.RULE}:
                    return LISTED
        return value

    def _offers(self, start: Start) -> bool:
        """Whether options are right below a start; steps have some too, so a key must answer."""
        if start.end in self.choice_lines:
            return True
        if not self.answer_keys:
            return False
        lines = self.document.lines
        below = next((n for n in range(start.end, len(lines)) if lines[n].strip()), 0)
        return has_options(self.option_lines, below, below + 1)

    @cached_property
    def option_lines(self) -> list[int]:
        """The lines where runs of options, or lists with marked items, begin."""
        return sorted({*option_lines(self.document.lines), *self.marked_lists})

    @cached_property
    def answer_folds(self) -> list[tuple[int, int]]:
        """The folds whose summary only announces an answer: first line, line after."""
        return [
            (label.line, self.folds[label.leaf])
            for label in self.answer_labels
            if label.kind is CandidateKind.SUMMARY and not label.title
        ]

    def in_answer_fold(self, line: int) -> bool:
        """Whether a line is inside a folded answer."""
        place = bisect_right(self.answer_folds, (line, len(self.document.lines) + 1)) - 1
        return place >= 0 and line < self.answer_folds[place][1]

    @cached_property
    def rules(self) -> set[int]:
        """The lines of rules."""
        return rule_lines(self.document)

    @cached_property
    def definitions(self) -> set[int]:
        """The lines that define link references."""
        return definition_lines(self.document)

    def answer_labels_between(self, start: int, end: int) -> list[Candidate]:
        """The answer labels on the lines from `start` up to `end`."""
        first, last = (bisect_left(self._answer_lines, line) for line in (start, end))
        return self.answer_labels[first:last]

    def answer_between(self, start: int, end: int) -> Candidate | None:
        """The first answer label on the lines from `start` up to `end`."""
        place = bisect_left(self._answer_lines, start)
        if place < len(self._answer_lines) and self._answer_lines[place] < end:
            return self.answer_labels[place]
        return None

    @cached_property
    def _answer_lines(self) -> list[int]:
        return [candidate.line for candidate in self.answer_labels]
