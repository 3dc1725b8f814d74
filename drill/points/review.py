"""The review of drafted key points: what each step of a person changes.

Pure, like a session: `step` gives the next state, `changes` the differences for the decks.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from drill.model import KeyPoint, Question
from drill.points.drafting import POINTS_LIMIT
from drill.points.drafts import kept_as
from drill.points.proposing import statements

_SAME = 0.7
"""The least share of a point's runs of three letters in a sentence that says the same.

A point is cut out of its sentence, so most of its letters are there and few in any other.
"""


class Move(NamedTuple):
    """Look at another row, this many below."""

    steps: int


class Look(NamedTuple):
    """Look at the row with this number, from 0."""

    row: int


class Toggle(NamedTuple):
    """Make the sentence of a row a point, or remove a point."""

    row: int


class Bonus(NamedTuple):
    """Make a core point bonus, or a bonus point core."""

    row: int


class Shift(NamedTuple):
    """Move a point this many places down."""

    row: int
    steps: int


class Rewrite(NamedTuple):
    """Give a row another text. A sentence becomes a point; an empty text removes a point."""

    row: int
    text: str


class Add(NamedTuple):
    """Add a point of the person's own, below the others."""

    text: str


class Press(StrEnum):
    """The events without data."""

    KEEP = "keep"
    NEXT = "next"
    BACK = "back"
    UNDO = "undo"
    QUIT = "quit"


Event = Move | Look | Toggle | Bonus | Shift | Rewrite | Add | Press


@dataclass(frozen=True, slots=True)
class Sheet:
    """One question as its deck has it, and its points as they are now.

    Its rows are the points, and below them the sentences and items of the answer without a point.
    """

    question: Question
    points: tuple[KeyPoint, ...]
    kept: bool = False

    @property
    def untaken(self) -> tuple[str, ...]:
        """The sentences and items of the answer without a point, in its order."""
        taken = {self._place(point) for point in self.points}
        said = _statements(self.question.answer or "")
        return tuple(text for place, text in enumerate(said) if place not in taken)

    @property
    def rows(self) -> tuple[str, ...]:
        """The texts of all rows."""
        return (*(point.text for point in self.points), *self.untaken)

    @property
    def result(self) -> Question:
        """The question as the deck will have it; once changed or kept, it is no longer a draft."""
        is_touched = self.kept or self.points != self.question.key_points
        return kept_as(self.question, self.points) if is_touched else self.question

    def _place(self, point: KeyPoint) -> int | None:
        """The place of the sentence that says `point`, from 0."""
        return _place(point.text, self.question.answer or "")

    def with_point(self, text: str) -> "Sheet":
        """The sheet with a new core point: in the answer's order, or below the others."""
        here = _place(text, self.question.answer or "")
        behind = [
            number
            for number, point in enumerate(self.points)
            if here is not None and (place := self._place(point)) is not None and place > here
        ]
        at = behind[0] if behind else len(self.points)
        return replace(self, points=(*self.points[:at], KeyPoint(text), *self.points[at:]))


@dataclass(frozen=True, slots=True)
class Review:
    """The state of a review; `index` is the current question and `row` the current row, from 0.

    `undo` is the state before the last change; `over` is true once the review has ended.
    """

    sheets: tuple[Sheet, ...]
    index: int = 0
    row: int = 0
    undo: "Review | None" = None
    over: bool = False

    @property
    def sheet(self) -> Sheet:
        """The current question."""
        return self.sheets[self.index]

    @property
    def done(self) -> int:
        """The number of questions that are no longer drafts."""
        return sum(not sheet.result.drafted for sheet in self.sheets)

    @property
    def at_end(self) -> bool:
        """Whether the review is past the last question."""
        return self.index == len(self.sheets)


def start(questions: tuple[Question, ...]) -> Review:
    """A review at its first question."""
    return Review(tuple(Sheet(question, question.key_points) for question in questions))


def step(state: Review, event: Event) -> Review:
    """The state after `event`; an event without meaning here changes nothing."""
    match event:
        case Press.QUIT:
            return replace(state, over=True)
        case Press.UNDO:
            return state.undo or state
        case Press.BACK:
            return replace(state, index=max(0, state.index - 1), row=0)
        case _ if state.at_end:
            return state
        case Press.NEXT:
            return replace(state, index=state.index + 1, row=0)
        case Press.KEEP:
            kept = _with_sheet(state, replace(state.sheet, kept=True))
            return replace(kept, index=state.index + 1, row=0)
        case Move(steps):
            return _looking(state, state.row + steps)
        case Look(row):
            return _looking(state, row)
        case Toggle() | Bonus() | Shift() | Rewrite() | Add():
            return _changed(state, event)


def changes(before: Review, after: Review) -> list[tuple[int, Question, Question]]:
    """The questions that changed: number, before, after."""
    pairs = enumerate(zip(before.sheets, after.sheets, strict=True))
    return [
        (number, old.result, new.result) for number, (old, new) in pairs if old.result != new.result
    ]


def _changed(state: Review, event: Toggle | Bonus | Shift | Rewrite | Add) -> Review:
    """The state after a change to the points, at the changed row or the next one."""
    sheet, points = state.sheet, state.sheet.points
    row = 0 if isinstance(event, Add) else event.row
    is_point = 0 <= row < len(points)
    match event:
        case Toggle() | Rewrite() if not 0 <= row < len(sheet.rows):
            return state
        case Bonus() if is_point:
            turned = replace(points[row], bonus=not points[row].bonus)
            return _with_points(state, (*points[:row], turned, *points[row + 1 :]), row)
        case Shift(_, steps) if is_point and 0 <= row + steps < len(points):
            moved = [point for number, point in enumerate(points) if number != row]
            moved.insert(row + steps, points[row])
            return _with_points(state, tuple(moved), row + steps)
        case Toggle() if is_point:
            return _with_points(state, (*points[:row], *points[row + 1 :]), row)
        case Toggle():
            return _taken(state, sheet.rows[row], row + 1)  # at the next sentence
        case Rewrite(_, text) if is_point:
            if not text:
                return _with_points(state, (*points[:row], *points[row + 1 :]), row)
            new = replace(points[row], text=text)
            return _with_points(state, (*points[:row], new, *points[row + 1 :]), row)
        case Rewrite(_, text) | Add(text) if text:
            return _taken(state, text)
        case _:
            return state


def _taken(state: Review, text: str, row: int | None = None) -> Review:
    """The state with one more point, unless the point is there or the deck's limit is reached.

    It is at `row`, or at the new point.
    """
    points = state.sheet.points
    if len(points) == POINTS_LIMIT or text in (point.text for point in points):
        return state
    more = state.sheet.with_point(text).points
    there = [point.text for point in more].index(text) if row is None else row
    return _with_points(state, more, there)


def _with_points(state: Review, points: tuple[KeyPoint, ...], row: int) -> Review:
    return _looking(_with_sheet(state, replace(state.sheet, points=points)), row)


def _with_sheet(state: Review, sheet: Sheet) -> Review:
    """The state with another sheet in place of the current one; undo restores it."""
    rest = state.index + 1
    sheets = (*state.sheets[: state.index], sheet, *state.sheets[rest:])
    return replace(state, sheets=sheets, undo=state)


def _looking(state: Review, row: int) -> Review:
    return replace(state, row=min(max(0, row), max(0, len(state.sheet.rows) - 1)))


@lru_cache(maxsize=8)
def _statements(answer: str) -> tuple[str, ...]:
    return statements(answer)


@lru_cache(maxsize=256)
def _place(text: str, answer: str) -> int | None:
    """The place of the statement of `answer` that says `text`; None if there is none."""
    runs = letter_runs(text)
    shares = [len(runs & letter_runs(said)) / (len(runs) or 1) for said in _statements(answer)]
    best = max(shares, default=0.0)
    return shares.index(best) if best >= _SAME else None


def letter_runs(text: str) -> frozenset[str]:
    """The runs of three letters of a text, which identify its sentence in any script."""
    letters = "".join(text.casefold().split())
    return frozenset(letters[at : at + 3] for at in range(max(1, len(letters) - 2)))
