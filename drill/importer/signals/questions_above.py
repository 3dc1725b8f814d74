"""Counts the questions that an answer key may answer."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from drill.importer.signals.candidates import Candidate


@dataclass(slots=True)
class QuestionsAbove:
    """The questions before a key: the candidates up to `place`, each counted once.

    `counted` is the number of those that ask and have a number.
    """

    place: int
    numbers: set[int] = field(default_factory=set)
    labelled: int = 0
    asking: int = 0
    counted: int = 0

    def take(self, candidates: Sequence[Candidate], end: int, excluded: Set[int]) -> None:
        """Count the candidates up to index `end`, except those on `excluded` lines."""
        for candidate in candidates[self.place : end]:
            if candidate.line not in excluded:
                self.numbers.update(candidate.number[-1:])
                self.labelled += candidate.is_question_label
                self.asking += candidate.is_asking
                self.counted += candidate.is_asking and bool(candidate.number)
        self.place = max(self.place, end)


def count_asked(candidates: Sequence[Candidate]) -> float:
    """The number of questions: labelled ones, or those that ask, or half of all with a number.

    "Question:" below "Question 7" is the same question.
    """
    labels = [bool(candidate.number) for candidate in candidates if candidate.is_question_label]
    asking = sum(candidate.is_asking for candidate in candidates)
    numbered = sum(bool(candidate.number) for candidate in candidates)
    return sum(labels) or len(labels) or max(asking, numbered / 2)
