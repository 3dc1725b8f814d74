"""Records of imported documents: `import`."""

from typing import TypedDict


class LeftOutRecord(TypedDict):
    """Lines of a document that are not in the deck, from 1, and why."""

    first: int
    last: int
    why: str


class ChangesRecord(TypedDict):
    """The changes of a deck by its changed document, as ids of questions."""

    added: list[str]
    changed: list[str]
    moved: list[str]
    vanished: list[str]


class ImportedRecord(TypedDict):
    """A document: the deck made from it, or why it was refused."""

    document: str
    deck: str | None
    path: str | None
    written: bool
    questions: int
    unanswered: int
    left_out: list[LeftOutRecord]
    changes: ChangesRecord | None
    error: str | None
    hint: str | None


class ImportDocument(TypedDict):
    """The result for each document: drill import."""

    documents: list[ImportedRecord]
