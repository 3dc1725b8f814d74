"""Proposals against the points that people marked."""

import re
from collections.abc import Sequence

import pytest

from drill.points.proposing import propose
from tests.points.answers import ANSWERS, CHINESE, RUSSIAN
from tests.points.marked import Marked

ALIKE = 0.6  # of the words, both ways: then a proposal says what a marked point says
LEAST = 0.9


def words(text: str) -> list[str]:
    return [word[:6] for word in re.findall(r"[㐀-鿿]|[^\W_㐀-鿿]+", text.lower())]


def says(proposal: str, point: str) -> bool:
    mine, theirs = words(proposal), words(point)
    return sum(word in theirs for word in mine) >= ALIKE * len(mine) and sum(
        word in mine for word in theirs
    ) >= ALIKE * len(theirs)


def score(marked: Marked) -> float:
    """The harmonic mean of the share of good proposals and the share of core points said."""
    proposals = [point.text for point in propose(marked.question, marked.answer)]
    points = (*marked.core, *marked.bonus)
    if not points or not proposals:
        return float(bool(points) == bool(proposals))
    good = sum(any(says(proposal, point) for point in points) for proposal in proposals) / len(
        proposals
    )
    said = sum(any(says(proposal, point) for proposal in proposals) for point in marked.core)
    share = said / len(marked.core)
    return 2 * good * share / (good + share) if good + share else 0.0


def mean(answers: Sequence[Marked]) -> float:
    return sum(map(score, answers)) / len(answers)


def test_most_marked_points_are_proposed_and_little_else() -> None:
    assert mean(ANSWERS) >= LEAST


@pytest.mark.parametrize("answers", [RUSSIAN, CHINESE], ids=["russian", "chinese"])
def test_most_marked_points_are_proposed_in_other_scripts_too(answers: Sequence[Marked]) -> None:
    assert mean(answers) >= LEAST
