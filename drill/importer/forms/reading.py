"""A reading: one way to read a document, with what the choice needs to know of it."""

from dataclasses import dataclass, field
from enum import StrEnum

from drill.importer.signals.starts import Start


class Trait(StrEnum):
    """The trait that distinguishes the questions of a reading from the rest of the document."""

    LABEL = "label"
    NUMBER = "number"
    LEVEL = "level"
    PICTURE = "picture"
    BOLD = "bold"
    LIST = "list"
    FOLD = "fold"
    TABLE = "table"
    CARD = "card"
    TAGGED_CARD = "tagged card"
    TERM = "term"
    QUOTE = "quote"
    ASKING = "asking"


@dataclass(slots=True)
class Reading:
    """One way to read the document: these starts, in order, found by the form of this name.

    `form` is for people; the choice uses the other fields. `explicit` says that the markup alone
    makes these questions, asked or not; `has_other_cards` that cards of other kinds may be between
    them. `picked_from` are the lines of everything marked alike, if the starts are a part of it;
    `lines` are those of the starts.
    """

    form: str
    starts: list[Start]
    trait: Trait
    weight: float = 1.0
    explicit: bool = False
    has_other_cards: bool = False
    picked_from: list[int] = field(default_factory=list)
    lines: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = [start.line for start in self.starts]

    @property
    def opens_tail(self) -> bool:
        """Whether it may take over a part of another reading's last answer that seems too long."""
        return self.trait not in {Trait.LIST, Trait.QUOTE, Trait.ASKING}
