"""Records of decks and tags: `check`, `decks`, `tags`."""

from typing import Literal, TypedDict


class ProblemRecord(TypedDict):
    """A problem in a file; line and column count from 1."""

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str
    severity: Literal["error", "warning"]


class CheckDocument(TypedDict):
    """The problems in the decks: drill check."""

    problems: list[ProblemRecord]
    questions: int
    decks: int
    drafted: int


class OverviewRecord(TypedDict):
    """A deck or a tag; coverage is the mean of the last answers."""

    id: str
    title: str
    questions: int
    asked: int
    coverage: float | None
    self_rated: float | None
    example: bool


class DecksDocument(TypedDict):
    """The decks: drill decks."""

    decks: list[OverviewRecord]


class TagsDocument(TypedDict):
    """The tags: drill tags."""

    tags: list[OverviewRecord]
