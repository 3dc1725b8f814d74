from datetime import UTC, datetime, timedelta
from io import StringIO

from rich.console import Console

from drill.model import Attempt, Mark, Rating, Session, SessionKind, SessionStatus
from drill.reporting.report import Report, report
from drill.terminal.listings.sessions import Sessions

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def past(kind: SessionKind, status: SessionStatus, coverages: list[float]) -> Report:
    name = f"{NOW:%Y%m%d-%H%M%S}-k3x9tq"
    ended = None if status is SessionStatus.RUNNING else NOW + timedelta(minutes=14)
    session = Session(name, kind, NOW, status, ("a/1", "a/2", "a/3"), ended)
    attempts = [
        Attempt(
            f"{name}.{index}",
            name,
            f"a/{index + 1}",
            NOW,
            30.0,
            coverage,
            Rating.HARD,
            points=(("p", Mark.PARTLY),) if coverage in {1.0, 0.5} else (),
        )
        for index, coverage in enumerate(coverages)
    ]
    return report(session, attempts, {}, {}, {})


REPORTS = [
    past(SessionKind.QUIZ, SessionStatus.FINISHED, [1.0, 0.5, 0.75]),
    past(SessionKind.MOCK, SessionStatus.RUNNING, []),
]


def shown(width: int) -> list[str]:
    console = Console(file=StringIO(), width=width, highlight=False)
    console.print(Sessions(REPORTS))
    assert isinstance(console.file, StringIO)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


def test_sessions_are_a_table() -> None:
    assert shown(90) == [
        "when              what  answered  coverage               time     id",
        "2026-11-24 09:00  quiz  3 of 3    75 %, 75 % self-rated  14 min   20261124-090000-k3x9tq",
        "2026-11-24 09:00  mock  0 of 3                           running  20261124-090000-k3x9tq",
    ]


def test_on_a_narrow_terminal_each_has_three_lines() -> None:
    assert shown(89) == [
        "2026-11-24 09:00 quiz",
        "  3 of 3 answered · coverage 75 % · self-rated 75 % · 14 min",
        "  20261124-090000-k3x9tq",
        "2026-11-24 09:00 mock",
        "  0 of 3 marked so far · not finished",
        "  20261124-090000-k3x9tq",
    ]
