"""Sessions and attempts for the tests of the history."""

from dataclasses import replace
from datetime import timedelta

from drill.model import Attempt, Delivery, Mark, Rating, Session, SessionKind, SessionStatus
from tests import builders
from tests.builders import START


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
    plain = builders.attempt(
        key,
        rating,
        name=f"{name}.{serial}",
        at=START + timedelta(days=days, seconds=serial),
        seconds=61.5,
        confidence=75,
        points=(("Kept with probability $p$ …", Mark.SAID), ("Two\nlines", Mark.PARTLY)),
    )
    return replace(
        plain,
        wrong=True,
        overtime=1.5,
        typed="a “typed” answer\nof two lines",
        delivery=Delivery(1, 2, 3),
    )
