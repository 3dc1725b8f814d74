"""How long exports of 600 questions take: `python tests/bench/export_speed.py` prints seconds.

The questions are those of the first deck, again and again under names of their own. Figures are of
one export each, in a warm process: start-up is not counted.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from drill.decks import read_deck
from drill.exporters.anki import package
from drill.exporters.cheatsheet.content import Depth, Sheet, sheet
from drill.exporters.cheatsheet.html import html
from drill.exporters.cheatsheet.markdown import markdown
from drill.exporters.cheatsheet.paper import Form
from drill.exporters.cheatsheet.pdf import fitted, pdf
from drill.exporters.csv import table
from drill.model import Entry
from drill.reporting.sheet_ranking import Carried, Rank, Tier

COUNT = 600
NOW = datetime(2026, 11, 24, tzinfo=UTC)
DECK = Path(__file__).parent.parent.parent / "questions" / "day-5-deep-learning.yaml"


def no_step() -> None:
    """Nobody watches."""


def entries() -> list[Entry]:
    """600 questions: no two are equal, so that nothing is rendered once for all."""
    deck = read_deck(DECK.read_bytes(), DECK.name).deck
    assert deck is not None
    made = []
    for number in range(COUNT):
        question = deck.questions[number % len(deck.questions)]
        named = replace(question, id=f"q{number}", text=f"{number}. {question.text}")
        made.append(Entry("bench", "Bench", named, question.tags or deck.tags, DECK.name, 1))
    return made


def main() -> None:
    """Print a line for each export: the seconds and the size."""
    found = entries()

    ranks = {entry.key: Rank(Tier.REST) for entry in found}
    carried = Carried(tuple(found), {}, {}, ranks)

    def made(depth: Depth) -> Sheet:
        return sheet(carried, depth=depth, selection="bench", made=NOW.date())

    def paged(of: Sheet) -> bytes:
        return pdf(of, Form(), no_step, numbered=False).pdf.content

    points, full = made(Depth.POINTS), made(Depth.FULL)
    exports: dict[str, Callable[[], bytes]] = {
        "Markdown, key points": lambda: markdown(points, no_step).encode(),
        "Markdown, full": lambda: markdown(full, no_step).encode(),
        "HTML, key points": lambda: html(points, no_step, folded=False).encode(),
        "HTML, full": lambda: html(full, no_step, folded=False).encode(),
        "PDF, key points": lambda: paged(points),
        "PDF, full": lambda: paged(full),
        "PDF, sheet and all, on 2 pages": lambda: (
            fitted(made(Depth.POINTS), Form(), 2, no_step, numbered=False).pdf.content
        ),
        "Anki package": lambda: package(found, NOW, no_step),
        "CSV": lambda: table(found, no_step).encode(),
    }
    for name, export in exports.items():
        begun = perf_counter()
        size = len(export())
        print(f"{name:32} {perf_counter() - begun:6.2f} s {size / 1024:8,.0f} KiB")


if __name__ == "__main__":
    main()
