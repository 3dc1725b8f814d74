"""A cheat sheet as PDF, fitted to a number of pages where asked."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from drill import markup
from drill.errors import DrillError
from drill.exporters.cheatsheet.content import Card, Sheet, Topic, counted
from drill.exporters.pdf import Json, Pdf, blocks, compiled, inline

_LAYOUT = Path(__file__).with_name("sheet.typ")
_SIZE = 9.5
# Largest first; below 7 pt nobody reads.
_SIZES = [quarters / 4 for quarters in range(44, 27, -1)]


class Paper(StrEnum):
    """The sizes of paper, by Typst's names."""

    A4 = "a4"
    LETTER = "us-letter"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to fit a sheet: the size of type in points, and what is left out of it."""

    size: float
    bonus: bool = True
    cut: int = 0  # so many of the strongest questions are titles alone
    dropped: int = 0  # and so many are not there at all


def pdf(sheet: Sheet, paper: Paper, columns: int) -> bytes:
    """The sheet as a PDF of as many pages as it takes."""
    return _typeset(sheet, paper, columns, _SIZE).content


def fitted(
    sheet: Sheet, paper: Paper, columns: int, pages: int, progress: Callable[[], None]
) -> bytes:
    """The sheet as a PDF of at most `pages` pages, at least 1, in the largest type that fits.

    First the type shrinks, down to 7 pt; then bonus points go; then the strongest questions shrink
    to their titles, and last they go whole. The sheet ends with what was left out. `progress` is
    called after each trial. Raises DrillError where not even an empty sheet fits.
    """
    trials = _trials(sheet)
    best: Pdf | None = None
    low, high = 0, len(trials)
    while low < high:
        middle = (low + high) // 2
        trial = trials[middle]
        made = _typeset(_without(sheet, trial), paper, columns, trial.size)
        progress()
        if made.pages <= pages:
            best, high = made, middle
        else:
            low = middle + 1
    if best is None:
        raise DrillError(f"nothing fits {counted(pages, 'page')}", "allow more with --pages")
    return best.content


def _trials(sheet: Sheet) -> list[Attempt]:
    """All ways to fit, the fullest first."""
    count = len(sheet.cards)
    smallest = _SIZES[-1]
    return [
        *(Attempt(size) for size in _SIZES),
        Attempt(smallest, bonus=False),
        *(Attempt(smallest, bonus=False, cut=cut) for cut in range(1, count + 1)),
        *(Attempt(smallest, False, count, dropped) for dropped in range(1, count)),
    ]


def _without(sheet: Sheet, trial: Attempt) -> Sheet:
    """`sheet` less what the trial leaves out, with a last line that says so."""
    strongest = sorted(sheet.cards, key=lambda card: card.strength, reverse=True)
    cut, dropped = strongest[: trial.cut], strongest[: trial.dropped]
    left_out = []
    if not trial.bonus:
        bonus = sum(point.bonus for card in sheet.cards for point in card.points)
        left_out += [counted(bonus, "bonus point")] if bonus else []
    if titles := [card for card in cut if card not in dropped]:
        left_out.append("all but the title of " + _named(titles))
    if dropped:
        left_out.append(_named(dropped))
    topics = (_topic_without(topic, trial, cut, dropped) for topic in sheet.topics)
    return replace(
        sheet,
        topics=tuple(topic for topic in topics if topic.cards),
        left_out=f"Left out to fit: {'; '.join(left_out)}." if left_out else "",
    )


def _topic_without(
    topic: Topic, trial: Attempt, cut: Collection[Card], dropped: Collection[Card]
) -> Topic:
    def shown(card: Card) -> Card:
        if card in cut:
            return Card(card.title, "", None, (), None, 0)
        points = tuple(point for point in card.points if trial.bonus or not point.bonus)
        return replace(card, points=points)

    return replace(topic, cards=tuple(shown(card) for card in topic.cards if card not in dropped))


def _named(cards: Collection[Card]) -> str:
    return ", ".join(f"“{markup.plain(card.title)}”" for card in cards)


def _typeset(sheet: Sheet, paper: Paper, columns: int, size: float) -> Pdf:
    topics: list[Json] = [
        {"name": topic.name, "cards": [_card(card) for card in topic.cards]}
        for topic in sheet.topics
    ]
    contents: list[Json] = [
        {"name": topic.name, "count": len(topic.cards)} for topic in sheet.topics
    ]
    return compiled(
        _LAYOUT,
        {
            "title": sheet.title,
            "paper": paper.value,
            "columns": columns,
            "size": size,
            "footer": sheet.footer,
            "contents": contents,
            "marks-missed": sheet.marks_missed,
            "topics": topics,
            "left-out": sheet.left_out,
        },
    )


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
