"""Questions and the decks that hold them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from drill.errors import Problem, Severity
from drill.text import words

CSV_COLUMNS = ("question", "answer", "key points", "tags", "deck", "id", "shuffle")
"""The header of a table of questions, which drill exports and imports."""
LETTERS = "abcdefghi"
"""The letters of options, from the first to the ninth."""
_CYRILLIC = "абвгдежзи"
_LETTER = re.compile(r"\(?[A-IА-И][).:]\s+(?=\S)")
NO_ANSWER = "The deck has no answer: say yours aloud, and grade yourself."
"""The back of an Anki card without an answer, which must not be blank."""


class Difficulty(StrEnum):
    """The difficulty of a question, in its author's view."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One thing that a good answer says, core or bonus; `terms` help to find it in an answer."""

    text: str
    bonus: bool = False
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a multiple-choice question, Markdown; several may be correct."""

    text: str
    correct: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """The document that a deck was made from; `sha256` is of its bytes, in hexadecimal."""

    document: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Question:
    """One entry of a deck; `text` and `answer` are Markdown with $math$.

    The first line of `text` is the title. A question has key points or `options`, never both; a
    question without a correct option is self-rated. `shuffle` None lets drill decide whether the
    order of the options matters. `drafted` means that nobody has reviewed the key points yet.
    `time` is the speaking time in seconds; `lines` the first and last line in the source document,
    from 1. `extra` holds the `x-…` keys.
    """

    id: str
    text: str
    answer: str | None = None
    key_points: tuple[KeyPoint, ...] = ()
    hint: str | None = None
    follow_ups: tuple[str, ...] = ()
    notes: str | None = None
    tags: tuple[str, ...] = ()
    difficulty: Difficulty | None = None
    time: int | None = None
    lines: tuple[int, int] | None = None
    options: tuple[Option, ...] = ()
    shuffle: bool | None = None
    drafted: bool = False
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def correct(self) -> frozenset[int]:
        """The numbers of the correct options, from 0; empty if none is known."""
        return frozenset(index for index, option in enumerate(self.options) if option.correct)

    @property
    def title(self) -> str:
        """The first line of the question, as Markdown."""
        return self.text.lstrip().split("\n", 1)[0]

    @property
    def shown_answer(self) -> str | None:
        """The answer, of a multiple choice the explanation; None if it has none."""
        return explanation(self.answer or "", self.options) or None


@dataclass(frozen=True, slots=True)
class Deck:
    """One YAML file of questions; its `tags` apply to every question.

    `topics` are the spellings of tags, such as "Core React" for `core-react`. `lang` is the
    language of its text, a tag such as `de` or `pt-BR`.
    """

    id: str
    title: str
    questions: tuple[Question, ...]
    tags: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    source: Source | None = None
    lang: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class DeckReading:
    """The result of reading one deck file: its valid questions, all problems, and line numbers.

    `deck` is None if the file has no valid question; `places` maps a question's id to its line,
    from 1.
    """

    deck: Deck | None
    problems: tuple[Problem, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that are errors, not warnings."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)


@dataclass(frozen=True, slots=True)
class Entry:
    """A question in the library, with its deck and the place to edit it.

    `tags` are the question's own, then the deck's, and `topics` the deck's spellings of tags;
    `line` counts from 1 in the file `path`.
    """

    deck: str
    deck_title: str
    question: Question
    tags: tuple[str, ...]
    path: str
    line: int
    lang: str | None = None
    topics: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The question's key in the history: `deck/question`."""
        return f"{self.deck}/{self.question.id}"

    @property
    def topic(self) -> str:
        """The question's topic: its first tag, else the deck's first tag, else the deck."""
        return self.tags[0] if self.tags else self.deck


def explanation(answer: str, options: Sequence[Option]) -> str:
    """The part of `answer` after the names of the correct options: letter, number or text.

    The names say nothing beside the options, and letters are wrong once these are shuffled.
    """
    lines = answer.split("\n")
    most = sum(option.text.count("\n") + 2 for option in options if option.correct)
    for count in range(1, most):
        if _repeats_correct("\n".join(lines[:count]), options):
            return "\n".join(lines[count:]).strip("\n")
    letter = _LETTER.match(answer)
    if letter and _repeats_correct(letter[0], options):
        return answer[letter.end() :]
    return answer


def _repeats_correct(text: str, options: Sequence[Option]) -> bool:
    rest = words(text)
    said = bool(rest)
    for place, option in enumerate(options):
        if option.correct:
            before = len(rest)
            letters = (alphabet[place : place + 1] for alphabet in (LETTERS, _CYRILLIC))
            for name in (*map(words, letters), [str(place + 1)], words(option.text)):
                if rest[: len(name)] == name:
                    del rest[: len(name)]
            said = said and len(rest) < before
    return said and not rest
