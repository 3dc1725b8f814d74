"""What stands on a cheat sheet, in which order, whatever form it takes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from drill.markdown import markup
from drill.model import Difficulty, Entry, Knowledge
from drill.text import printable

MISSED_TOPIC = "What you keep missing"


class Depth(StrEnum):
    """How much of each question is carried along."""

    POINTS = "points"
    FULL = "full"
    TITLES = "titles"
    BLANK = "blank"


class Order(StrEnum):
    """By topic as the decks run, what was missed first, or what was missed and nothing else."""

    TOPIC = "topic"
    WEAK = "weak"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Point:
    """One key point, Markdown; `missed` says that the last attempt missed it or got it partly."""

    text: str
    bonus: bool
    missed: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One question of the sheet, in Markdown: what is None or empty is not printed.

    `question` is what follows the title, `blanks` the number of empty lines to write on, and
    `strength` orders the cards that are cut first, the strongest highest.
    """

    title: str
    question: str
    answer: str | None
    points: tuple[Point, ...]
    notes: str | None
    blanks: int
    strength: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """The cards of one topic, under its name."""

    name: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A cheat sheet; `selection` says in words which questions it is of."""

    title: str
    topics: tuple[Topic, ...]
    selection: str
    made: date
    left_out: str = ""

    @property
    def cards(self) -> list[Card]:
        """All cards, in order."""
        return [card for topic in self.topics for card in topic.cards]

    @property
    def marks_missed(self) -> bool:
        """Whether any key point is marked as missed."""
        return any(point.missed for card in self.cards for point in card.points)

    @property
    def footer(self) -> str:
        """What stands at the foot of every page: the date and the selection, plain text."""
        return f"{self.made:%Y-%m-%d} · {self.selection}"


def sheet(
    entries: Sequence[Entry],
    known: Mapping[str, Knowledge],
    recall: Callable[[Knowledge], float],
    *,
    depth: Depth,
    order: Order,
    selection: str,
    made: date,
) -> Sheet:
    """The cheat sheet of `entries`, at least one, in the order they stand in their documents.

    `recall` is the chance, 0 to 1, that what is known is still known on the day it counts.
    """
    titles = {entry.deck_title for entry in entries}
    title = markup.plain(titles.pop()) if len(titles) == 1 else "Cheat sheet"

    def card(entry: Entry) -> Card:
        knowledge = known.get(entry.key)
        missed = knowledge.missed if knowledge and order is not Order.TOPIC else ()
        strength = _strength(entry, knowledge, recall)
        return replace(_card(entry, depth, set(missed)), strength=strength)

    first = [] if order is Order.TOPIC else [e for e in entries if _is_missed(known.get(e.key))]
    missed = sorted(map(card, first), key=lambda card: card.strength)
    if order is Order.MISSED:
        missed = [_missed_alone(card) for card in missed]
    topics = {MISSED_TOPIC: missed} if missed else {}
    if order is not Order.MISSED:
        keys = {entry.key for entry in first}
        for entry in entries:
            if entry.key not in keys:
                topics.setdefault(_heading(entry.topic), []).append(card(entry))
    made_of = tuple(Topic(name, tuple(cards)) for name, cards in topics.items())
    return Sheet(title, made_of, selection, made)


def _heading(tag: str) -> str:
    """A tag as a heading: `computer-vision` is Computer vision."""
    words = printable(tag).replace("-", " ")
    return words[:1].upper() + words[1:]


def _is_missed(knowledge: Knowledge | None) -> bool:
    return knowledge is not None and (knowledge.weak or bool(knowledge.missed))


def _strength(
    entry: Entry, knowledge: Knowledge | None, recall: Callable[[Knowledge], float]
) -> tuple[float, ...]:
    """Confident misses lowest, then by coverage and recall; what was never asked counts as weak."""
    is_easy = entry.question.difficulty is Difficulty.EASY
    if knowledge is None:
        return (1, -1, 0, is_easy)
    return (not knowledge.confident_miss, knowledge.coverage, recall(knowledge), is_easy)


def _card(entry: Entry, depth: Depth, missed: set[str]) -> Card:
    question = entry.question
    title, _, rest = question.text.partition("\n")
    points = [Point(each.text, each.bonus, each.text in missed) for each in question.key_points]
    points.sort(key=lambda point: point.bonus)
    shown = {
        Depth.POINTS: points,
        Depth.FULL: [point for point in points if point.missed],
    }
    is_answered = depth in shown
    return Card(
        title=title,
        question=rest.strip("\n") if depth is not Depth.TITLES else "",
        answer=question.answer if depth is Depth.FULL or (is_answered and not points) else None,
        points=tuple(shown.get(depth, ())),
        notes=question.notes if is_answered else None,
        blanks=max(3, len(points)) if depth is Depth.BLANK else 0,
    )


def _missed_alone(card: Card) -> Card:
    """Only what was missed of a card; all of it where no single point was."""
    points = tuple(point for point in card.points if point.missed)
    return replace(card, points=points, answer=None, notes=None) if points else card
