"""An interview in which everything happened, of decks and answers that try to break out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from drill.model import (
    Attempt,
    Delivery,
    Difficulty,
    Entry,
    KeyPoint,
    Mark,
    Question,
    Rating,
    Session,
    SessionKind,
    SessionStatus,
)
from drill.reporting.report import Report, report
from tests import builders
from tests.exporters.conftest import HOSTILE

ID = "20261124-090000-aaaaaa"
BEGIN = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
TYPED = """\
It drops <script>alert(4)</script> **units** with $p$ \x1b[31m
    and #panic("typed"), [link](http://example.org)

# no heading
- no list | no cell"""


def entry(name: str, question: Question, *tags: str) -> Entry:
    return builders.entry(replace(question, id=name), *tags, deck="nets")


ENTRIES = [
    entry(
        "dropout",
        Question(
            "",
            "What is **dropout**?\n\nSay $p$ as well.",
            "It drops with $1-p$.",
            (KeyPoint("drops units"), KeyPoint("with $p$"), KeyPoint("slow", bonus=True)),
            follow_ups=("Where not?",),
            notes="See *there*.",
            difficulty=Difficulty.EASY,
        ),
        "training",
    ),
    entry(
        "hostile",
        Question(
            "",
            'Hostile </h3> # `t` #panic("x")\n\n> quote',
            HOSTILE,
            (KeyPoint('</li> | #read("y")'),),
            difficulty=Difficulty.HARD,
        ),
        "</title><b>",
    ),
    entry("list", Question("", "Only a question?"), "training"),
    entry("late", Question("", "Not reached?", key_points=(KeyPoint("open"),))),
]


def attempt(name: str, serial: int, seconds: float, coverage: float, rating: Rating) -> Attempt:
    at = BEGIN + timedelta(minutes=20, seconds=serial)
    return builders.attempt(
        f"nets/{name}", rating, name=f"{ID}.{serial}", at=at, seconds=seconds, coverage=coverage
    )


ATTEMPTS = [
    replace(
        attempt("dropout", 1, 30.0, 0.75, Rating.GOOD),
        confidence=50,
        points=(("drops units", Mark.SAID), ("with $p$", Mark.PARTLY), ("slow", Mark.MISSED)),
        typed=TYPED,
        delivery=Delivery(3, 2, 4),
    ),
    replace(
        attempt("hostile", 2, 80.0, 0.0, Rating.AGAIN),
        confidence=95,
        points=(('</li> | #read("y")', Mark.MISSED),),
        wrong=True,
        assisted=True,
        overtime=20.0,
    ),
    replace(attempt("list", 0, 5.0, 0.0, Rating.AGAIN), rating=None),
]
SESSION = Session(
    id=ID,
    kind=SessionKind.MOCK,
    started=BEGIN,
    status=SessionStatus.STOPPED,
    questions=("nets/dropout", "nets/hostile", "nets/list", "nets/late", "gone/question"),
    ended=BEGIN + timedelta(minutes=25),
    minutes=5,
    budgets=(60.0,) * 5,
    pauses=1,
    paused=40.0,
    away=180.0,
)
REPORT: Report = report(
    SESSION,
    ATTEMPTS,
    {each.key: each for each in ENTRIES},
    {"nets/dropout": 0.5},
    {},
    past=[0.4, 0.5],
)
EMPTY: Report = report(
    replace(SESSION, status=SessionStatus.RUNNING, pauses=0, paused=0.0, away=0.0), [], {}, {}, {}
)
