"""The parts of a session report: questions with their points, and mean coverages."""

from dataclasses import dataclass

from drill.model import Attempt, Entry, Knowledge, Mark, OfferedOption


@dataclass(frozen=True, slots=True)
class Point:
    """A key point, Markdown, and its mark; `mark` is None if the question was not scored."""

    text: str
    mark: Mark | None
    bonus: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One question of the session.

    `entry` is None if its deck is gone, `attempt` until it is scored; `budget` is in seconds;
    `earlier` is the previous coverage and `known` the knowledge now, both None if unknown. `apart`
    are words that distinguish its title from equal ones. `is_sealed` withholds its answer until the
    user has answered.
    """

    key: str
    entry: Entry | None
    attempt: Attempt | None
    budget: float | None = None
    earlier: float | None = None
    known: Knowledge | None = None
    apart: str = ""
    is_sealed: bool = False

    @property
    def title(self) -> str:
        """The first line of the question with its distinguishing words, Markdown; else its key."""
        if self.entry is None:
            return self.key
        return f"{self.entry.question.title} {self.apart}".rstrip()

    @property
    def topic(self) -> str:
        """The topic of the question, else its deck."""
        return self.entry.topic if self.entry else self.key.split("/")[0]

    @property
    def answered(self) -> bool:
        """Whether it was scored and not skipped."""
        return self.attempt is not None and not self.attempt.skipped

    @property
    def self_rated(self) -> bool:
        """Whether it was self-rated: it had neither key points nor correct options."""
        return self.attempt is not None and self.attempt.self_rated

    @property
    def points(self) -> tuple[Point, ...]:
        """The key points with the text that was marked, else their present text."""
        now = self.entry.question.key_points if self.entry else ()
        if self.attempt and self.attempt.points:
            bonus = {point.text for point in now if point.bonus}
            return tuple(Point(text, mark, text in bonus) for text, mark in self.attempt.points)
        return tuple(Point(point.text, None, point.bonus) for point in now)

    @property
    def choices(self) -> tuple[OfferedOption, ...]:
        """The options with the text that was offered, else their present text."""
        if self.attempt and self.attempt.choices:
            return self.attempt.choices
        options = self.entry.question.options if self.entry else ()
        return tuple(OfferedOption(option.text, option.correct, chosen=False) for option in options)


@dataclass(frozen=True, slots=True)
class Span:
    """The time span of an answer: `number` from 1 in the session, `start` in seconds."""

    number: int
    item: Item
    attempt: Attempt
    start: float


@dataclass(frozen=True, slots=True)
class Share:
    """The mean coverage of the `asked` questions that share `name`.

    `self_rated` marks a mean of self-ratings, which are a measure of their own.
    """

    name: str
    coverage: float
    asked: int
    self_rated: bool = False
