"""Fits FSRS's parameters to the user's history, and judges whether they predict better."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import log
from statistics import fmean, stdev
from typing import TYPE_CHECKING

from drill.errors import DrillError
from drill.model import Attempt, Knowledge, Rating
from drill.schedule.memory import BOUNDS, PARAMETERS, Schedule, effective_last_review, learn, recall

if TYPE_CHECKING:
    from fsrs_rs_python import FSRSItem

LEAST = 400
"""The fewest scored answers to fit to; a fit to fewer mostly reflects chance."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Parameters fitted to `answers` answers, against the defaults.

    Both were judged on the last fifth of the answers by time, which were kept from that fit:
    `judged` of them came a day or more after another answer to the same question, and the two
    losses are their mean log loss of "recalled", lower is better; `doubt` is the standard error of
    the difference. `parameters` are fitted to all answers.
    """

    answers: int
    judged: int
    default_loss: float
    fitted_loss: float
    doubt: float
    parameters: tuple[float, ...]

    @property
    def better(self) -> bool:
        """Whether the fitted parameters predict significantly better than the defaults.

        The significance level is 1 in 20.
        """
        return self.default_loss - self.fitted_loss > 1.64 * self.doubt


def fit(attempts: Sequence[Attempt]) -> Fit:
    """The fit to `attempts`, which exclude retracted ones.

    Raises DrillError if they are too few or without repeats, or the fitting package is missing.
    """
    scored = sorted(
        (attempt for attempt in attempts if not attempt.skipped),
        key=lambda attempt: (attempt.scored_at, attempt.id),
    )
    if len(scored) < LEAST:
        have = len(scored)
        raise DrillError(
            f"fitting needs {LEAST} scored answers; you have {have}",
            "until then drill uses the default parameters",
        )
    moving = [attempt for attempt in scored if attempt.reschedules]
    seen = len(moving) * 4 // 5
    before = _losses(moving, seen, Schedule())
    if len(before) < 2:
        raise DrillError(
            "the last fifth of the answers repeats no question from an earlier day",
            "continue with drill quiz, then fit again",
        )
    after = _losses(moving, seen, Schedule(_fitted(moving[:seen])))
    gains = [was - now for was, now in zip(before, after, strict=True)]
    doubt = stdev(gains) / len(gains) ** 0.5
    return Fit(len(scored), len(before), fmean(before), fmean(after), doubt, _fitted(moving))


def _losses(attempts: Sequence[Attempt], seen: int, schedule: Schedule) -> list[float]:
    """The log losses of the answers after the first `seen`, if a day or more after another."""
    losses = []
    known: dict[str, Knowledge | None] = {}
    for number, attempt in enumerate(attempts):
        before = known.get(attempt.key)
        memory = before.memory if before else None
        if memory:
            memory = replace(memory, last=effective_last_review(memory.last, attempt.scored_at))
        if number >= seen and memory and (attempt.scored_at - memory.last).days:
            chance = recall(memory, attempt.scored_at, schedule)
            losses.append(-log(1 - chance if attempt.rating is Rating.AGAIN else chance))
        known[attempt.key] = learn(before, attempt, schedule)
    return losses


def _fitted(attempts: Sequence[Attempt]) -> tuple[float, ...]:
    try:
        from fsrs_rs_python import FSRS, TrainingConfig
    except ImportError as error:
        hint = "pip install 'interview-drill[fit]'"
        raise DrillError("fitting needs fsrs-rs-python, which is not installed", hint) from error
    # The package's defaults, 5 rounds in batches of 512, suit histories a hundred times as long.
    config = TrainingConfig(batch_size=64, num_epochs=20)
    fitted = FSRS(PARAMETERS).compute_parameters(_items(attempts), training_config=config)
    return tuple(
        min(max(round(value, 4), least), most)
        for value, (least, most) in zip(fitted, BOUNDS, strict=True)
    )


def _items(attempts: Sequence[Attempt]) -> "list[FSRSItem]":
    """Every answer a day or more after another, with all earlier answers to its question."""
    from fsrs_rs_python import FSRSItem, FSRSReview

    items: list[FSRSItem] = []
    asked: defaultdict[str, list[FSRSReview]] = defaultdict(list)
    last: dict[str, datetime] = {}
    for attempt in attempts:
        reviews = asked[attempt.key]
        before = last.get(attempt.key, attempt.scored_at)
        days = max(0, (attempt.scored_at - effective_last_review(before, attempt.scored_at)).days)
        reviews.append(FSRSReview(int(attempt.rating or Rating.AGAIN), days))
        last[attempt.key] = attempt.scored_at
        if days:
            items.append(FSRSItem(list(reviews)))
    return items
