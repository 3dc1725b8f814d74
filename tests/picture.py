"""Draws the README's picture of a session: `python -m tests.picture` writes .github/session.svg."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.terminal_theme import MONOKAI

from drill.decks import read_deck
from drill.model import Entry
from drill.session import Instant, Reveal, Rules, State, Toggle, start, step, to_answer
from drill.terminal.markdown import answer_view
from drill.terminal.quiz_pages import View, marking

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / ".github" / "session.svg"
DECK = ROOT / "questions" / "day-5-deep-learning.yaml"
_ASKED = "dropout"
_SHOWN = 7  # lines of the answer: enough for a picture
_WIDTH = 84


def drawn() -> str:
    """The picture as SVG: the same deck and the same program give the same text."""
    state = _answered()
    question = state.current.entry.question
    shown = "\n".join((question.answer or "").split("\n")[:_SHOWN])
    page = marking(state, View(161.0), answer_view(shown))
    console = Console(
        record=True, width=_WIDTH, file=io.StringIO(), force_terminal=True, color_system="standard"
    )
    for part in (page.header, "", *page.body, *page.beside, *page.dock):
        console.print(Padding(part, (0, 2)))
    svg = console.export_svg(title="drill quiz", theme=MONOKAI, unique_id="drill")
    # Rich names a font on a server; the reader's own will do.
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)


def _answered() -> State:
    deck = read_deck(DECK.read_bytes(), DECK.name).deck
    assert deck is not None
    chosen = next(each for each in deck.questions if each.id == _ASKED)
    others = [each for each in deck.questions if each is not chosen]
    asked = [*others[:2], chosen, *others[2:9]]
    entries = [Entry(deck.id, deck.title, each, (*each.tags, *deck.tags), "", 1) for each in asked]
    at = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
    state = start("picture", Rules(), tuple(map(to_answer, entries)), Instant(at, 0.0))
    state = replace(state, pending=state.pending[2:])
    for event in (Reveal(75), Toggle(0), Toggle(1), Toggle(1), Toggle(2), Toggle(5)):
        state, _ = step(state, event, Instant(at, 150.0))
    return state


if __name__ == "__main__":
    PICTURE.write_text(drawn(), "utf-8")
