"""What the faces of a session are tested with: a deck, a state, a recorder that remembers."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import IO, cast

import pytest
from rich.console import Console

from drill.errors import DrillError
from drill.model import (
    DAY_TURNS_AT,
    Attempt,
    Entry,
    KeyPoint,
    Knowledge,
    Question,
    Session,
    SessionKind,
    SessionStatus,
)
from drill.reporting.report import Report, report
from drill.schedule.memory import learn
from drill.schedule.plans import OnTheDay
from drill.session import Answer, Event, Instant, Rules, State, start, step, to_answer
from drill.terminal.keys import keys
from drill.terminal.screen.page import Page
from drill.terminal.screen.screen import Screen
from drill.terminal.session.full_screen import Quiz
from drill.terminal.session.judge import Judge
from drill.terminal.session.leaving import Ending
from drill.terminal.speech.recording import Recordings
from drill.terminal.speech.speech import Silence
from tests import builders
from tests.emulator import Emulator

BEGIN = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
POINTS = (
    KeyPoint("Ignores **randomly** chosen units", terms=("random", "units")),
    KeyPoint("Kept with probability $p$"),
    KeyPoint("Doubles the iterations", bonus=True),
)
DROPOUT = Question(
    "dropout",
    "What is dropout in a neural network?",
    "**Dropout** ignores units.",
    POINTS,
    hint="Think of co-adaptation.",
    follow_ups=("Where would you not use `dropout`?",),
    notes="The usual convention is 1 - p.",
)
WHY = Question("why", "Why this job?")
QUIZ = Rules()


def entry(question: Question, *tags: str) -> Entry:
    return builders.entry(
        question, *(tags or ("regularization",)), deck="nets", title="Deep nets", line=3
    )


def at(tick: float) -> Instant:
    """The moment `tick` seconds after the beginning."""
    return Instant(BEGIN + timedelta(seconds=tick), tick)


def begun(*questions: Question | Answer, rules: Rules = QUIZ) -> State:
    """A session at its first question."""
    answers = (
        question if isinstance(question, Answer) else to_answer(entry(question))
        for question in questions or (DROPOUT, WHY)
    )
    return start("s", rules, tuple(answers), at(0))


def after(state: State, *events: Event) -> State:
    """The session after some events, one second each."""
    for tick, event in enumerate(events, 1):
        state, _ = step(state, event, at(tick))
    return state


class Memo:
    """A recorder that remembers what it was told."""

    def __init__(self) -> None:
        self.saved: list[Attempt] = []
        self.retracted: list[Attempt] = []
        self.checkpoints: list[tuple[State, str]] = []
        self.edited: Entry | None = None
        self.drafts: dict[str, str] = {}
        self.written_points: list[tuple[tuple[KeyPoint, ...], bool]] = []
        self.expected: OnTheDay | None = None
        self.broken_off: list[str] = []
        self.trouble = ""
        self.turn = DAY_TURNS_AT
        self.ticks = 0.0

    def save(self, attempt: Attempt) -> Knowledge | None:
        self.saved.append(attempt)
        return learn(None, attempt)

    def retract(self, attempt: Attempt) -> None:
        self.retracted.append(attempt)

    def take_back(self) -> str:
        return self.broken_off.pop() if self.broken_off else ""

    @property
    def by_plan(self) -> bool:
        return self.expected is not None

    def on_the_day(self, key: str, knowledge: Knowledge) -> OnTheDay | None:
        return self.expected

    def checkpoint(self, state: State, draft: str) -> None:
        self.checkpoints.append((state, draft))

    def draft(self, key: str) -> str:
        return self.drafts.get(key, "")

    def reread(self, entry: Entry) -> Entry:
        if self.edited is None:
            raise DrillError("nets.yaml:3:1: broken", "the question stays as it was")
        return self.edited

    def own(self, entry: Entry) -> Entry:
        return entry

    def editing(self, entry: Entry) -> AbstractContextManager[None]:
        return nullcontext()

    def save_points(self, entry: Entry, question: Question) -> Entry:
        self.written_points.append((question.key_points, question.drafted))
        return replace(entry, question=question)

    def foresee(self, attempt: Attempt) -> Knowledge | None:
        return learn(None, attempt)

    def report(self, state: State) -> Report:
        entries = {answer.entry.key: answer.entry for answer in state.answers}
        session = Session(
            "s", SessionKind.QUIZ, BEGIN, SessionStatus.RUNNING, tuple(entries), ended=BEGIN
        )
        return report(session, state.attempts, entries, {}, {})

    def warm(self) -> None: ...

    def clock(self) -> Instant:
        """A moment, one second after the one before."""
        self.ticks += 1
        return at(self.ticks)


def screen(emulator: Emulator, columns: int = 80, rows: int = 24) -> Screen:
    """A screen to show pages on, that reads no keys."""
    placed = console(emulator, columns, rows)
    placed.set_alt_screen(True)
    return Screen(placed)


def shown(page: Page, columns: int = 80, rows: int = 24) -> list[str]:
    """The lines of a page on a screen of its own."""
    emulator = Emulator(columns, rows)
    screen(emulator, columns, rows).show(page)
    return emulator.lines


def console(emulator: Emulator, columns: int = 80, rows: int = 24) -> Console:
    """A console that writes to the emulator."""
    file = cast("IO[str]", emulator)  # as much of a file as a console uses
    return Console(
        file=file,
        width=columns,
        height=rows,
        markup=False,
        emoji=False,
        highlight=False,
        force_terminal=True,
        legacy_windows=False,
    )


class Typing:
    """Keys that a person types: each piece of text comes at once, None is a time without any."""

    def __init__(self, *typed: str | None) -> None:
        self._typed = list(typed)
        self.waited: list[float | None] = []
        self.came: list[str] = []

    def read(self, seconds: float | None) -> str:
        self.waited.append(seconds)
        assert self._typed, "more keys are read than were typed"
        return self._typed.pop(0) or ""

    def signals(self) -> list[str]:
        came, self.came = self.came, []
        return came

    def drop(self) -> None:
        """Keep what is not typed yet: a piece is typed when it is read."""


@dataclass
class Sat:
    """A session that was sat at a full screen: how it ended, and what was seen and kept."""

    ending: Ending
    memo: Memo
    emulator: Emulator
    pages: list[str]
    """What stood on the screen whenever a key was read."""


def sit(
    monkeypatch: pytest.MonkeyPatch,
    state: State,
    *typed: str | None,
    memo: Memo | None = None,
    judge: Judge | None = None,
    recordings: Recordings | None = None,
    columns: int = 80,
    rows: int = 24,
) -> Sat:
    """Sit the session through the real handling of keys: each of `typed` is read at once."""
    memo = memo or Memo()
    emulator = Emulator(columns, rows)
    pages: list[str] = []
    source = types(monkeypatch, *typed)
    read = source.read

    def seen(seconds: float | None) -> str:
        pages.append(emulator.text)
        return read(seconds)

    monkeypatch.setattr(source, "read", seen)
    with Screen(console(emulator, columns, rows)).open() as opened:
        quiz = Quiz(opened, memo, Silence(), memo.clock, judge, recordings=recordings)
        ending = quiz.run(state)
    return Sat(ending, memo, emulator, pages)


def types(monkeypatch: pytest.MonkeyPatch, *typed: str | None) -> Typing:
    """Let a person type at whatever screen is opened next."""
    source = Typing(*typed)

    @contextmanager
    def reading() -> Iterator[keys.Keys]:
        yield keys.Keys(source)

    monkeypatch.setattr(keys, "reading", reading)
    monkeypatch.setattr("drill.terminal.screen.screen.BLINK", 0.0)
    # On a busy machine a page takes long; keys read meanwhile would be dropped.
    monkeypatch.setattr("drill.terminal.screen.screen._DRAWN_WITHIN", 60.0)
    return source
