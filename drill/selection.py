"""The selection options, and the questions that match them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from drill.model import Difficulty, Entry, KeyPoint, Knowledge, Option


class Order(StrEnum):
    """The order of a quiz: most valuable first, document order, or shuffled."""

    BEST = "best"
    DOCUMENT = "document"
    SHUFFLE = "shuffle"


@dataclass(frozen=True, slots=True)
class Selection:
    """The selection options: repeated values of one widen, different options narrow.

    `decks` are deck ids; `search` words that must all occur; `count` None means all that match.
    `due`, `new` and `weak` ask for a state, and several of them widen like repeated values.
    `everything` asks for more than the questions of the plan. `examples` includes the shipped
    decks, which are otherwise left out unless a deck is named or there is no other.
    """

    decks: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    difficulties: tuple[Difficulty, ...] = ()
    search: str = ""
    due: bool = False
    new: bool = False
    weak: bool = False
    count: int | None = None
    everything: bool = False
    examples: bool = False

    @property
    def by_text(self) -> bool:
        """Whether the selection depends on the text of the decks."""
        return bool(self.decks or self.tags or self.difficulties or self.search)

    @property
    def by_state(self) -> bool:
        """Whether the selection depends on the history."""
        return self.due or self.new or self.weak


def searchable(entry: Entry) -> str:
    """The text that `--search` searches: question, options, answer, key points and tags."""
    question = entry.question
    parts: tuple[Option | KeyPoint, ...] = (*question.options, *question.key_points)
    texts = [question.text, question.answer or "", *(part.text for part in parts)]
    return "\n".join([*texts, *entry.tags])


def fits_state(selection: Selection, knowledge: Knowledge | None, now: datetime) -> bool:
    """Whether a question matches `--due`, `--new` or `--weak` at `now`."""
    if not selection.by_state:
        return True
    if knowledge is None:
        return selection.new
    return (selection.due and is_due(knowledge, now)) or (selection.weak and knowledge.weak)


def is_due(knowledge: Knowledge, now: datetime) -> bool:
    """Whether the question is due at `now`."""
    return knowledge.memory is not None and knowledge.memory.due <= now


def urgency(knowledge: Knowledge | None, now: datetime) -> tuple[int, float]:
    """The sort key of a question, the most urgent first.

    Confident misses that are due, other due questions (the longest due first), new questions, then
    the rest by due date.
    """
    if knowledge is None:
        return (2, 0.0)
    if knowledge.memory is None:  # only crammed so far, so it counts as new
        return (2, 1.0)
    due = knowledge.memory.due.timestamp()
    if knowledge.memory.due > now:
        return (3, due)
    return (0 if knowledge.confident_miss else 1, due)
