"""A cheat sheet as PDF, fitted to a number of pages where asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from drill.errors import DrillError
from drill.exporters.cheatsheet.content import Card, Sheet, Topic
from drill.exporters.pdf import Json, Pdf, blocks, compiled, inline
from drill.markdown import markup
from drill.reporting.humanize import counted

_LAYOUT = Path(__file__).with_name("sheet.typ")
_SIZE = 9.5
_NAMED = 12
# Largest first; below 7 pt nobody reads.
_SIZES = [quarters / 4 for quarters in range(44, 27, -1)]


class Paper(StrEnum):
    """The sizes of paper."""

    A4 = "a4"
    LETTER = "letter"


_TYPST_PAPER = {Paper.A4: "a4", Paper.LETTER: "us-letter"}


@dataclass(frozen=True, slots=True)
class Form:
    """What a page is like: its paper, and how many columns of text it has."""

    paper: Paper
    columns: int


@dataclass(frozen=True, slots=True)
class _Trial:
    """One way to fit a sheet: the size of type in points, and what is left out of it."""

    size: float
    bonus: bool = True
    cut: int = 0  # so many of the strongest questions are titles alone
    dropped: int = 0  # and so many are not there at all


def pdf(sheet: Sheet, form: Form, step: Callable[[], None]) -> Pdf:
    """The sheet as a PDF of as many pages as it takes; `step` is called after each question."""
    _prepare(sheet, step)
    return _typeset(sheet, form, _SIZE)


def fitted(sheet: Sheet, form: Form, pages: int, step: Callable[[], None]) -> Pdf:
    """The sheet as a PDF of at most `pages` pages, at least 1, in the largest type that fits.

    First the type shrinks, down to 7 pt; then bonus points go; then the strongest questions shrink
    to their titles, and last they go whole. The sheet ends with what was left out. Raises
    DrillError where not even one title fits.
    """
    _prepare(sheet, step)
    trials = _trials(sheet)
    best: Pdf | None = None
    low, high = 0, len(trials)
    while low < high:
        middle = (low + high) // 2
        made = _typeset(_without(sheet, trials[middle]), form, trials[middle].size)
        if made.pages <= pages:
            best, high = made, middle
        else:
            low = middle + 1
    if best is None:
        raise DrillError(f"nothing fits on {counted(pages, 'page')}", "allow more with --pages")
    return best


def _trials(sheet: Sheet) -> list[_Trial]:
    """All ways to fit, the fullest first."""
    count = len(sheet.cards)
    smallest = _SIZES[-1]
    return [
        *(_Trial(size) for size in _SIZES),
        _Trial(smallest, bonus=False),
        *(_Trial(smallest, bonus=False, cut=cut) for cut in range(1, count + 1)),
        *(_Trial(smallest, False, count, dropped) for dropped in range(1, count)),
    ]


def _without(sheet: Sheet, trial: _Trial) -> Sheet:
    """`sheet` less what the trial leaves out, with a last line that says so."""
    strongest = sorted(sheet.cards, key=lambda card: card.strength, reverse=True)
    dropped = strongest[: trial.dropped]
    left_out = []
    if not trial.bonus:
        bonus = sum(point.bonus for card in sheet.cards for point in card.points)
        left_out += [counted(bonus, "bonus point")] if bonus else []
    if titles := strongest[trial.dropped : trial.cut]:
        left_out.append("all but the title of " + _named(titles))
    if dropped:
        left_out.append(_named(dropped))
    cut, gone = frozenset(strongest[: trial.cut]), frozenset(dropped)
    topics = (_topic_without(topic, trial, cut, gone) for topic in sheet.topics)
    return replace(
        sheet,
        topics=tuple(topic for topic in topics if topic.cards),
        left_out=f"Left out to fit: {'; '.join(left_out)}." if left_out else "",
    )


def _topic_without(
    topic: Topic, trial: _Trial, cut: frozenset[Card], gone: frozenset[Card]
) -> Topic:
    def shown(card: Card) -> Card:
        if card in cut:
            return Card(card.title, "", None, (), None, 0)
        points = tuple(point for point in card.points if trial.bonus or not point.bonus)
        return replace(card, points=points)

    return replace(topic, cards=tuple(shown(card) for card in topic.cards if card not in gone))


def _named(cards: Sequence[Card]) -> str:
    """The titles of cards, up to as many as are sure to take less room than the cards did."""
    names = [f"“{markup.plain(card.title)}”" for card in cards[:_NAMED]]
    more = len(cards) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")


def _prepare(sheet: Sheet, step: Callable[[], None]) -> None:
    """Render every card once: the trials to come find it done."""
    for card in sheet.cards:
        _card(card)
        step()


def _typeset(sheet: Sheet, form: Form, size: float) -> Pdf:
    topics: list[Json] = [
        {"name": topic.name, "cards": [_card(card) for card in topic.cards]}
        for topic in sheet.topics
    ]
    return compiled(
        _LAYOUT,
        {
            "title": sheet.title,
            "paper": _TYPST_PAPER[form.paper],
            "columns": form.columns,
            "size": size,
            "footer": sheet.footer,
            "marks-missed": sheet.marks_missed,
            "topics": topics,
            "left-out": sheet.left_out,
        },
    )


@lru_cache(maxsize=10_000)
def _card(card: Card) -> Json:
    return {
        "title": inline(card.title),
        "question": blocks(card.question),
        "answer": blocks(card.answer or ""),
        "points": [
            {"body": inline(point.text), "bonus": point.bonus, "missed": point.missed}
            for point in card.points
        ],
        "notes": blocks(card.notes or ""),
        "blanks": card.blanks,
    }
