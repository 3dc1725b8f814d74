from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from rich.console import Console

from drill.model import Attempt, Entry, KeyPoint, Knowledge, Mark, Question, Rating
from drill.terminal.listings.question import Whole
from tests import builders

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
QUESTION = Question(
    "dropout",
    "What is dropout in a neural network?",
    "**Dropout** ignores randomly chosen units, each kept with probability $p$, in training only.",
    (KeyPoint("Randomly ignores units"), KeyPoint("Doubles the iterations needed", bonus=True)),
)


def attempt(days_ago: int, *marks: Mark) -> Attempt:
    points = tuple(
        (point.text, mark) for point, mark in zip(QUESTION.key_points, marks, strict=False)
    )
    rating = Rating.HARD if marks else None
    at = NOW - timedelta(days=days_ago)
    return builders.attempt(
        "d/dropout", rating, name=f"s.{days_ago}", at=at, seconds=30.0, coverage=0.5, points=points
    )


def shown(width: int, attempts: list[Attempt]) -> list[str]:
    entry = Entry("d", "D", QUESTION, ("regularization",), "decks/d.yaml", 7)
    known = Knowledge(1, 0.5, NOW) if attempts else None
    console = Console(file=StringIO(), width=width, highlight=False)
    console.print(Whole(entry, known, attempts, NOW))
    assert isinstance(console.file, StringIO)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


@pytest.mark.parametrize(("width", "most"), [(24, 24), (40, 40), (80, 80), (200, 96)])
def test_lines_fit_the_terminal_and_stay_short_enough_to_read(width: int, most: int) -> None:
    assert max(map(len, shown(width, [attempt(1, Mark.SAID)]))) <= most


def test_points_are_marked_as_at_the_last_attempt_that_marked_any() -> None:
    lines = shown(60, [attempt(3, Mark.SAID, Mark.MISSED), attempt(2, Mark.PARTLY), attempt(1)])
    assert "  ◐ Randomly ignores units" in lines
    assert "  · Doubles the iterations needed bonus" in lines


def test_the_last_five_attempts_are_listed_the_newest_first() -> None:
    lines = shown(60, [attempt(days, Mark.SAID) for days in range(9, 1, -1)] + [attempt(1)])
    place = lines.index("History")
    assert lines[place + 1] == "  9 attempts · crammed"
    assert lines[place + 2] == "  yesterday      skipped"
    assert lines[place + 3] == "  2 days ago      50 % hard · 30 s"
    assert lines[place + 7] == ""


def test_a_question_never_asked_says_so() -> None:
    assert shown(60, [])[-3:] == ["  never asked", "", "decks/d.yaml:7"]
