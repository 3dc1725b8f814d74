"""A reading: one way to read a document, and what the choice between ways must know of it."""

from dataclasses import dataclass, field
from enum import StrEnum

from drill.importer.signals.starts import Start


class Trait(StrEnum):
    """What tells the questions of a reading from the rest of the document."""

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

    `form` is for people; judgements go by the rest. `explicit` says that the markup alone makes
    these questions, asked or not; `has_other_cards` that cards of other kinds may stand between;
    `picked_from` are the lines of all that is marked alike, where some were picked from it;
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
        """Whether it may take over where another form's last answer seems to go on too long."""
        return self.trait not in {Trait.LIST, Trait.QUOTE, Trait.ASKING}
