"""Sessions and attempts for the tests of the history."""

from datetime import UTC, datetime, timedelta

from drill.model import Attempt, Delivery, Mark, Rating, Session, SessionKind, SessionStatus

START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


def session(number: int = 1, kind: SessionKind = SessionKind.QUIZ) -> Session:
    return Session(
        id=f"20260302-18000{number}-aaaaaa",
        kind=kind,
        started=START + timedelta(minutes=number),
        status=SessionStatus.RUNNING,
        questions=("deck/one", "deck/two"),
        minutes=20,
        seed=7,
        budgets=(90.0, 120.5),
    )


def attempt(
    serial: int,
    rating: Rating | None = Rating.GOOD,
    *,
    key: str = "deck/one",
    days: float = 0.0,
    number: int = 1,
) -> Attempt:
    name = session(number).id
    return Attempt(
        id=f"{name}.{serial}",
        session=name,
        key=key,
        scored_at=START + timedelta(days=days, seconds=serial),
        seconds=61.5,
        coverage=0.0 if rating is None else (rating - 1) / 3,
        rating=rating,
        confidence=75,
        points=(("Kept with probability $p$ …", Mark.SAID), ("Two\nlines", Mark.PARTLY)),
        wrong=True,
        overtime=1.5,
        typed="a “typed” answer\nof two lines",
        delivery=Delivery(1, 2, 3),
    )
