"""Each study day keeps a copy, seven are kept, a bad one is told, and one can be gone back to."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from drill.errors import DrillError
from drill.history import History, backups, repair
from drill.model import Rating
from tests.history.samples import START, attempt, session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


def study(path: Path, day: int) -> None:
    """A session of one answer, `day` days after the first."""
    with History.open(path) as history:
        quiz = session(1)
        history.keep_copy(START + timedelta(days=day))
        history.start(quiz)
        history.record(attempt(day, days=day))


def days(path: Path) -> list[tuple[str, int | None]]:
    return [(str(copy.day), copy.attempts) for copy in repair.copies(path)]


def overwrite(path: Path) -> None:
    """Damage the middle of the file."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096 * 2)
        file.write(b"\xa5" * (size - 4096 * 3))


def test_a_copy_is_kept_of_each_day_as_it_began_and_seven_of_them(path: Path) -> None:
    for day in [0, 0, 1, 1, *range(2, 10)]:
        study(path, day)
    assert days(path) == [(f"2026-03-{12 - back:02}", 9 - back) for back in range(1, 8)]
