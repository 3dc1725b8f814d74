"""A reading: one way to read a document, with its traits for the choice."""

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
    """One way to read the document: the starts, in order, that one form found.

    `form` is for people; the choice uses the other fields. `explicit` means that the markup alone
    makes these questions; `has_other_cards` that cards of other kinds may be between them.
    `picked_from` are the lines of all uniform markup, if the starts are only part of it; `lines`
    are the lines of the starts.
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
        """Whether it may claim part of another reading's last answer, if that seems too long."""
        return self.trait not in {Trait.LIST, Trait.QUOTE, Trait.ASKING}
