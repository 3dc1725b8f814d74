"""Answer keys: parts of a document that answer the questions before them by number."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property

from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.key_entries import (
    PAIR,
    KeyEntry,
    in_parts,
    offers,
    read_pairs,
    read_rows,
)
from drill.importer.signals.key_parts import KeyReader
from drill.importer.signals.key_titles import (
    headings_of_answers,
    is_among,
    is_key_title,
    is_label_alone,
)
from drill.importer.signals.question_likelihood import ASKS, SURE
from drill.importer.signals.questions_above import QuestionsAbove, count_asked
from drill.importer.source.document import Document
from drill.importer.source.leaves import Leaf, LeafKind
from drill.importer.source.lines import QUESTION_MARKS

_LETTERED = re.compile(
    r"[*_`(]{0,3}[A-HА-Е](?:[,;&/ ]{1,3}[A-HА-Е]){0,7}[^\w\n]{0,6}(?:\n|$)",
    re.IGNORECASE,
)
_MOSTLY = 0.9
"""The least share of a table's rows that give letters, and of entries with a question above."""
_LONGEST_ROW = 2_000
"""The most characters of a line of numbers and letters."""
_DEEPEST = 7
"""A level below all headings."""
_FIRST = 12
"""The most candidates from a heading down to its first number."""
_TITLES = 0.5
"""The most key titles per question."""
_KNOWN = 0.6
"""The least share of a key's numbers that match questions, and of questions in the key."""
_ANEW = 0.25
"""The least share of entries that are new questions, to read a title as one answer's label."""
_ANEW_AGAIN = 0.5
"""The same if all their numbers stand above: answers ask now and then, by their first word."""
_LETTERS = 10
"""The fewest letters of a titled key that need not match the questions above."""
_TOPICS = 3
"""The fewest entries of a key whose questions do not read like questions."""


@dataclass(slots=True)
class AnswerKey:
    """An answer key on lines `start` to `end` (exclusive); its entries begin at `body`.

    `parts` are its entries by number; a new part begins if the numbers restart.
    """

    start: int
    body: int
    end: int
    parts: list[dict[int, KeyEntry]] = field(default_factory=list)

    @property
    def entries(self) -> list[tuple[int, KeyEntry]]:
        """The numbers and entries of all parts, in order."""
        return [pair for part in self.parts for pair in part.items()]


def find_answer_keys(
    document: Document,
    candidates: Sequence[Candidate],
    excluded: Set[int],
    folds: Mapping[Leaf, int],
    options: Sequence[int],
) -> list[AnswerKey]:
    """The keys of the document, in order; no question can be on their lines.

    `excluded` are lines outside any key, `folds` the ends of the folds, `options` the lines of
    first options.
    """
    return _Finder(document, candidates, excluded, folds, options).find()


@dataclass(eq=False)
class _Finder:
    """Searches a document for keys."""

    document: Document
    candidates: Sequence[Candidate]
    excluded: Set[int]
    folds: Mapping[Leaf, int]
    options: Sequence[int]

    def __post_init__(self) -> None:
        self.reader = KeyReader(self.document, self.candidates)
        self.lines = self.reader.lines
        self.answers = Counter(one.level for one in self.candidates if one.is_answer_label)

    @cached_property
    def first(self) -> dict[str, int]:
        """The first line of each title, in the table of contents only if it is nowhere else."""
        own_first = sorted(self.candidates, key=lambda each: each.line in self.excluded)
        return {each.key: each.line for each in reversed(own_first)}

    @cached_property
    def asking(self) -> set[str]:
        """The titles that ask."""
        return {each.key for each in self.candidates if each.is_asking}

    def find(self) -> list[AnswerKey]:
        """The keys of the document, in order."""
        keys: list[AnswerKey] = []
        titles = list(filter(is_key_title, self.candidates))
        named = set(titles)
        alone = [one for one in self.candidates if is_label_alone(one) and one not in named]
        # A word such as "Answers" that recurs every question or two is a label, not a key's title.
        most = _TITLES * max(count_asked(self.candidates), len(self.options))
        if len(titles) > most:
            return []
        if len(titles) + len(alone) <= most:
            titles = sorted([*titles, *alone], key=lambda title: title.line)
        before = QuestionsAbove(0)
        answered = headings_of_answers(self.candidates)
        labels = [each.line for each in self.candidates if each.is_answer_label]
        after = [*(title.line for title in titles), len(self.document.lines)][1:]
        for candidate, limit in zip(titles, after, strict=True):
            if (keys and candidate.line < keys[-1].end) or candidate.line in self.excluded:
                continue
            if candidate.line in answered:
                continue
            # Such a title recurs, so that longer keys would take quadratic time.
            is_one = self._is_own(candidate) or candidate not in named
            end = self._end(candidate, limit if is_one else len(self.document.lines))
            key = AnswerKey(candidate.line, candidate.end, end)
            if is_among(labels, keys[-1].end if keys else 0, candidate, key.end):
                continue
            key.parts = self.reader.read(key.start, key.body, key.end)
            if len(key.entries) >= 2 and self._fits(key, before):
                known = all(number in before.numbers for number, _ in key.entries)
                if self._asks_anew(key, _ANEW_AGAIN if known else _ANEW):
                    continue
                if is_one and not self._answers_all(key, before):
                    continue
                keys.append(key)
                before = QuestionsAbove(bisect_left(self.lines, key.end))
        # Of titles that recur, a few are above lists by chance, in answers of one question each.
        recurring = Counter(candidate.key for candidate in titles)
        found = Counter(map(self._title, keys))
        keys = [key for key in keys if found[one := self._title(key)] >= recurring[one] / 2]
        tail = self._tail()
        apart = tail is not None and (not keys or keys[-1].end <= tail.start)
        if tail is not None and apart and self._fits(tail, before):
            keys.append(tail)
        for table in self._tables():
            apart = all(table.end <= key.start or key.end <= table.start for key in keys)
            if apart and self._fits(table, QuestionsAbove(0)):
                keys.append(table)
        return sorted(keys, key=lambda key: key.start)

    def _answers_all(self, key: AnswerKey, before: QuestionsAbove) -> bool:
        """Whether a key has all numbers since the last key, half of which ask, and no others.

        Where the next question counts on right below, it is an answer in parts.
        """
        numbers = {number for number, _ in key.entries}
        place = bisect_left(self.lines, key.end)
        below = self.candidates[place : place + 1]
        goes_on = any(one.number[-1:] == (max(numbers) + 1,) for one in below)
        is_whole = len(numbers) >= _TOPICS and numbers == before.numbers and not goes_on
        return is_whole and 2 * before.counted >= len(numbers)

    def _title(self, key: AnswerKey) -> str:
        return self.candidates[bisect_left(self.lines, key.start)].key

    def _tables(self) -> Iterator[AnswerKey]:
        """The tables that give a letter for each number, with any title or none."""
        for leaf in self.document.leaves:
            if leaf.kind is LeafKind.TABLE and len(leaf.rows) > _TOPICS and not offers(leaf):
                key = AnswerKey(leaf.start, leaf.start, leaf.end)
                key.parts = in_parts(list(read_rows(self.document, key.body, key.end)))
                if self._count_letters(key) >= _MOSTLY * (len(leaf.rows) - 1):
                    yield key

    def _tail(self) -> AnswerKey | None:
        """A key without a title: final lines of numbers with letters only."""
        lines = self.document.lines
        first = len(lines)
        while first and not re.search(r"[^\W_]", PAIR.sub("", lines[first - 1][:_LONGEST_ROW])):
            first -= 1
        key = AnswerKey(first, first, len(lines))
        pairs = list(read_pairs(self.document, key.start, key.end))
        key.parts = [dict(pairs)]
        return key if len(pairs) == len(key.entries) >= _TOPICS else None

    def _is_own(self, title: Candidate) -> bool:
        """Whether a line "Answer:" belongs to the single question above it.

        A heading "Answer" below a heading "Question" does too, deeper ones if they recur.
        """
        place = bisect_left(self.lines, title.line)
        if title.kind is CandidateKind.HEADING:
            before = (self.candidates[n] for n in range(place - 1, -1, -1))
            recurs = self.answers[title.level] > 1
            top = 1 if recurs else title.level
            above = next((one for one in before if top <= one.level <= title.level), title)
            return above.is_question_label and title.is_answer_label
        above = self.candidates[max(0, place - 1)]
        is_heading = (
            above.kind in {CandidateKind.HEADING, CandidateKind.SUMMARY} and above.line < title.line
        )
        if not is_heading or any(map(str.strip, self.document.lines[above.end : title.line])):
            return False
        return above.is_question_label or bool(above.number) or above.likelihood >= SURE

    def _fits(self, key: AnswerKey, before: QuestionsAbove) -> bool:
        """Whether the questions before the key match its entries."""
        before.take(self.candidates, bisect_left(self.lines, key.start), self.excluded)
        known = sum(number in before.numbers for number, _ in key.entries)
        asking = before.labelled or before.asking
        count = len(key.entries)
        repeats = self._repeats(key) >= max(_TOPICS, _KNOWN * count)
        # Questions of which few have numbers are counted by their options; if some have no options
        # either, a long key of letters is still one.
        offered = known < count / 2 and bisect_left(self.options, key.start) == count
        offered = offered or self._count_letters(key) >= max(_LETTERS, _MOSTLY * count)
        if count >= _TOPICS and (known >= _MOSTLY * count or repeats or offered):
            return True
        return asking >= 2 and (known >= _KNOWN * max(count, asking) or asking == count)

    def _count_letters(self, key: AnswerKey) -> int:
        return sum(bool(_LETTERED.match(entry.text)) for _, entry in key.entries)

    def _repeats(self, key: AnswerKey) -> int:
        """The number of entries that repeat a question above the key."""
        titles = (entry.title for _, entry in key.entries if entry.title in self.asking)
        return sum(self.first[title] < key.start for title in titles)

    def _asks_anew(self, key: AnswerKey, share: float) -> bool:
        """Whether a share of the entries are questions not above the key: then it is a label."""
        starts = {entry.start for _, entry in key.entries}
        place, last = (bisect_left(self.lines, line) for line in (key.start, key.end))
        asking = sum(
            one.line in starts and one.likelihood >= ASKS and self.first[one.key] >= key.start
            for one in self.candidates[place:last]
        )
        return asking >= max(2, share * len(starts))

    def _end(self, title: Candidate, limit: int) -> int:
        """The end of the key, at most `limit`: the next heading of its title's level, or the end
        of its fold.
        """
        if title.kind is CandidateKind.SUMMARY:
            return self.folds[title.leaf]
        after = range(bisect_right(self.lines, title.line), len(self.candidates))
        level = title.level or self._level_below(after) or _DEEPEST
        for place in after:
            candidate = self.candidates[place]
            if candidate.line >= limit:
                break
            if candidate.kind is CandidateKind.HEADING and (
                candidate.level <= level or self._heads_questions(place, title.line)
            ):
                return candidate.line
        return limit

    def _level_below(self, after: range) -> int:
        """The level above that of the heading right below a line: it heads a section of the key."""
        below = self.candidates[after.start] if after else None
        if below is None or below.level < 2:
            return 0
        above = self.document.lines[self.candidates[after.start - 1].end : below.line]
        return 0 if any(map(str.strip, above)) else below.level - 1

    def _heads_questions(self, place: int, start: int) -> bool:
        """Whether the first number below the heading at `place` asks what is not above `start`.

        A number below a heading of a higher level belongs to that one.
        """
        level = self.candidates[place].level
        below = self.candidates[place + 1 : place + 1 + _FIRST]
        numbered = next((one for one in below if one.number or 0 < one.level < level), None)
        if numbered is None or not numbered.number or self.first[numbered.key] < start:
            return False
        return numbered.title.endswith(QUESTION_MARKS)
