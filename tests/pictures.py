"""Draws the README's pictures with the program: `python -m tests.pictures` writes .github/*.svg.

The same decks and the same program give the same pictures.
"""

import io
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest import mock

from rich.console import Console
from rich.padding import Padding
from rich.terminal_theme import MONOKAI

from drill.cli.app import run
from drill.decks import read_deck
from drill.history import History
from drill.model import (
    Attempt,
    Delivery,
    Entry,
    Mark,
    Rating,
    Session,
    SessionKind,
    SessionStatus,
)
from drill.session import Instant, Reveal, Rules, State, Toggle, start, step, to_answer
from drill.terminal.markdown import answer_view
from drill.terminal.session.revealed_pages import marking
from drill.terminal.session.view import View

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".github"
DECK = ROOT / "questions" / "day-5-deep-learning.yaml"
_NOW = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
_ASKED = "dropout"
_SHOWN = 7  # lines of the answer: enough for a picture
_WIDTH = 84
_SHEET_HEIGHT = 300  # points of the page that hold the five questions

_WENT = ((1.0, 75), (0.5, 50), (1.0, 95), (0.25, 95))
"""How well each question of the interview went, and how sure one was (a percentage)."""


def quiz() -> str:
    """The answer of a question, and its key points to mark."""
    state = _answered()
    question = state.current.entry.question
    shown = "\n".join((question.answer or "").split("\n")[:_SHOWN])
    page = marking(state, View(161.0), answer_view(shown))
    console = _console()
    for part in (page.header, "", *page.body, *page.beside, *page.dock):
        console.print(Padding(part, (0, 2)))
    return _svg(console, "drill quiz")


def interview() -> str:
    """The report of a mock interview."""
    with _home():
        return _printed("drill mock", "sessions", "show")


def plan() -> str:
    """The days until an interview."""
    with _home():
        return _printed("drill plan", "plan", "--on", "2026-12-05", "--minutes", "20", DECK.stem)


def sheet() -> str:
    """A page of a cheat sheet."""
    import typst

    pages: list[bytes] = []
    compile_ = typst.compile

    def compiled(source: object, **options: object) -> object:
        pages.append(compile_(source, format="svg", **options))  # type: ignore[call-overload]
        return compile_(source, **options)  # type: ignore[call-overload]

    with _home() as home, mock.patch("typst.compile", compiled):
        out = home / "sheet.pdf"
        _run("export", "cheatsheet", DECK.stem, "-o", str(out), "-n", "5")
    return _smaller(pages[-1].decode())


def _smaller(svg: str) -> str:
    """The upper part of a page, with two decimals and short names, as long ones are most of it."""
    svg = re.sub(r"(\d+\.\d\d)\d+", r"\1", svg)
    names = dict.fromkeys(re.findall(r'id="(\w{20,})"', svg))
    for number, name in enumerate(names):
        svg = svg.replace(name, f"s{number}")
    return re.sub(
        r'<svg viewBox="0 0 ([\d.]+) [\d.]+" width="\S+" height="\S+"',
        rf'<svg viewBox="0 0 \1 {_SHEET_HEIGHT}"',
        svg,
        count=1,
    )


PICTURES: dict[str, Callable[[], str]] = {
    "session.svg": quiz,
    "mock.svg": interview,
    "plan.svg": plan,
    "sheet.svg": sheet,
}


def _console() -> Console:
    return Console(
        record=True,
        width=_WIDTH,
        file=io.StringIO(),
        force_terminal=True,
        color_system="standard",
        markup=False,
        emoji=False,
        highlight=False,
    )


def _svg(console: Console, title: str) -> str:
    svg = console.export_svg(title=title, theme=MONOKAI, unique_id=title.replace(" ", "-"))
    # Rich names a font on a server; the reader's own will do.
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


def _printed(title: str, *words: str) -> str:
    """What a command prints on a terminal."""
    console = _console()
    with (
        mock.patch("drill.terminal.console.make", return_value=console),
        # So that the console records it, whether or not the page was imported before.
        mock.patch("drill.terminal.console.say", Console.print),
        mock.patch("drill.terminal.listings.plan.say", Console.print),
    ):
        _run(*words)
    return _svg(console, title)


def _run(*words: str) -> None:
    with (
        mock.patch("drill.cli.options.now", return_value=_NOW),
        mock.patch.object(sys, "argv", ["drill", *words]),
        mock.patch.object(sys, "stdout", io.StringIO()),
    ):
        assert run() == 0


@contextmanager
def _home() -> Iterator[Path]:
    """A home in which an interview was sat yesterday."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        variables = {"DRILL_HOME": folder, "DRILL_QUESTIONS": str(DECK), "TZ": "UTC"}
        with mock.patch.dict(os.environ, variables), History.open(home / "history.db") as history:
            _sit(history, _NOW - timedelta(days=1))
        with mock.patch.dict(os.environ, variables):
            yield home


def _sit(history: History, at: datetime) -> None:
    deck = read_deck(DECK.read_bytes(), DECK.name).deck
    assert deck is not None
    asked = [question for question in deck.questions if question.key_points][: len(_WENT)]
    keys = tuple(f"{deck.id}/{question.id}" for question in asked)
    name = f"{at:%Y%m%d-%H%M%S}-aaaaaa"
    budgets = tuple(float(question.time or 90) for question in asked)
    session = Session(
        name, SessionKind.MOCK, at, SessionStatus.RUNNING, keys, minutes=10, budgets=budgets
    )
    history.start(session)
    for number, (question, (coverage, confidence)) in enumerate(zip(asked, _WENT, strict=True)):
        core = [point for point in question.key_points if not point.bonus]
        said = round(coverage * len(core))
        points = tuple(
            (point.text, Mark.SAID if place < said else Mark.MISSED)
            for place, point in enumerate(core)
        )
        share = said / len(core)
        rating = Rating.EASY if share == 1 else Rating.HARD if share >= 0.5 else Rating.AGAIN
        history.record(
            Attempt(
                id=f"{name}.{number}",
                session=name,
                key=keys[number],
                scored_at=at + timedelta(minutes=2 * number + 2),
                seconds=70.0 + 15 * number,
                coverage=share,
                rating=rating,
                confidence=confidence,
                points=points,
                delivery=Delivery(3, 4 - number % 2, 3),
            )
        )
    history.finish(name, SessionStatus.FINISHED, at + timedelta(minutes=9))


def _answered() -> State:
    deck = read_deck(DECK.read_bytes(), DECK.name).deck
    assert deck is not None
    chosen = next(question for question in deck.questions if question.id == _ASKED)
    others = [question for question in deck.questions if question is not chosen]
    chosen = replace(chosen, notes=None, follow_ups=())  # there is room for the points
    asked = [*others[:2], chosen, *others[2:9]]
    entries = [
        Entry(deck.id, deck.title, question, (*question.tags, *deck.tags), "", 1)
        for question in asked
    ]
    state = start("picture", Rules(), tuple(map(to_answer, entries)), Instant(_NOW, 0.0))
    state = replace(state, pending=state.pending[2:])
    for event in (Reveal(75), Toggle(0), Toggle(1), Toggle(1), Toggle(2), Toggle(5)):
        state, _ = step(state, event, Instant(_NOW, 150.0))
    return state


if __name__ == "__main__":
    for name, drawn in PICTURES.items():
        (FOLDER / name).write_text(drawn(), "utf-8")
