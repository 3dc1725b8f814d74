"""The score: coverage from marks, ratings from coverage, calibration."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from drill.model import FAILED_COVERAGE, KNOWN_COVERAGE, Attempt, KeyPoint, Mark, Rating

WORTH = {Mark.SAID: 1.0, Mark.PARTLY: 0.5, Mark.MISSED: 0.0}
"""The share of a key point that each mark stands for."""
_WORTH_OF_RATING = {Rating.AGAIN: 0.0, Rating.HARD: 0.5, Rating.GOOD: 0.75, Rating.EASY: 1.0}
CEILING_IF_WRONG = 0.5


def coverage(points: Sequence[KeyPoint], marks: Sequence[Mark], wrong: bool) -> float:
    """The share of the core points that were said, 0 to 1; at most 0.5 if something wrong was said.

    If all points are bonus, they count as core.
    """
    core = [mark for point, mark in zip(points, marks, strict=True) if not point.bonus]
    judged = core or list(marks)
    share = sum(WORTH[mark] for mark in judged) / len(judged)
    return min(share, CEILING_IF_WRONG) if wrong else share


def coverage_of_choice(correct: AbstractSet[int], chosen: AbstractSet[int], wrong: bool) -> float:
    """The coverage of a multiple choice: correct options chosen minus wrong ones, of all correct.

    0 to 1; `correct` (at least one) and `chosen` are numbers of options. Choosing all options earns
    nothing if half of them are wrong. At most 0.5 if something wrong was said.
    """
    share = max(0, len(chosen & correct) - len(chosen - correct)) / len(correct)
    return min(share, CEILING_IF_WRONG) if wrong else share


def coverage_of_rating(rating: Rating, wrong: bool) -> float:
    """The coverage that a self-rating stands for."""
    share = _WORTH_OF_RATING[rating]
    return min(share, CEILING_IF_WRONG) if wrong else share


def rating_of_coverage(share: float) -> Rating:
    """Again below 0.5, hard below 0.75, good below 1, easy at 1."""
    if share < FAILED_COVERAGE:
        return Rating.AGAIN
    if share < KNOWN_COVERAGE:
        return Rating.HARD
    return Rating.GOOD if share < 1 else Rating.EASY


def capped(rating: Rating, *, assisted: bool, over: float) -> Rating:
    """`rating`, never above good when a hint was used or the time ran over (`over` seconds)."""
    return min(rating, Rating.GOOD) if assisted or over > 0 else rating


def by_measure(attempts: Iterable[Attempt]) -> tuple[list[Attempt], list[Attempt]]:
    """The attempts with measured coverage, and the self-rated attempts.

    Skipped attempts count as self-rated if all others are, else as measured.
    """
    parts: tuple[list[Attempt], list[Attempt]] = ([], [])
    for attempt in attempts:
        parts[attempt.self_rated].append(attempt)
    measured, rated = parts
    if rated and all(attempt.skipped for attempt in measured):
        return [], [*rated, *measured]
    return measured, rated


def mean_coverage(attempts: Iterable[Attempt]) -> float | None:
    """The session score: mean coverage over what was asked, a skipped question counting 0.

    Self-ratings are averaged apart: see `mean_self_rating`.
    """
    return _mean(by_measure(attempts)[0])


def mean_self_rating(attempts: Iterable[Attempt]) -> float | None:
    """The mean of the self-ratings; None if there are none."""
    return _mean(by_measure(attempts)[1])


def _mean(attempts: Sequence[Attempt]) -> float | None:
    shares = [attempt.coverage for attempt in attempts]
    return sum(shares) / len(shares) if shares else None


def bias(attempts: Iterable[Attempt]) -> float | None:
    """Mean confidence minus mean coverage, -1 to 1, of the attempts with a confidence.

    Self-rated attempts are left out: they would compare one feeling with another.
    """
    pairs = _calibrated(attempts)
    return sum(sure - share for sure, share in pairs) / len(pairs) if pairs else None


def brier(attempts: Iterable[Attempt]) -> float | None:
    """Mean squared error of the confidence in "coverage >= .75", 0 (best) to 1 (Brier 1950)."""
    pairs = _calibrated(attempts)
    errors = [(sure - (1.0 if share >= KNOWN_COVERAGE else 0.0)) ** 2 for sure, share in pairs]
    return sum(errors) / len(errors) if errors else None


def _calibrated(attempts: Iterable[Attempt]) -> list[tuple[float, float]]:
    return [
        (attempt.confidence / 100, attempt.coverage)
        for attempt in attempts
        if attempt.confidence is not None and not (attempt.skipped or attempt.self_rated)
    ]
