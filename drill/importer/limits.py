"""Limits of a document, checked before the slow work starts."""

from drill.errors import DrillError
from drill.model import QUESTIONS_LIMIT, TEXT_LIMIT

SIZE_LIMIT = 100_000_000
"""The most bytes of a document."""
LINES_LIMIT = 50_000
"""The most lines with text of a document."""
LINE_BYTES = 20
"""Beyond that, the least average bytes per line; documents of questions have 50."""
LIST_LIMIT = 2 * QUESTIONS_LIMIT
"""The most blocks of a list or quotation: all questions of a deck, each with its answer."""
LINES_OF_TEXT_LIMIT = 10 * TEXT_LIMIT
"""The most characters on the lines of a question: most may be tags, which are removed."""

_HINT = "split the document"


def check_size(data: bytes, name: str) -> None:
    """Refuse a document of too many bytes."""
    if len(data) > SIZE_LIMIT:
        raise DrillError(f"{name}: more than {SIZE_LIMIT // 1_000_000} MB is too large", _HINT)


def check_lines(text: str, name: str) -> None:
    """Refuse a document of very many short lines: the time depends on lines, not bytes."""
    count = sum(map(bool, map(str.strip, text.split("\n"))))
    if count > LINES_LIMIT and count * LINE_BYTES > len(text.encode()):
        raise DrillError(
            f"{name}: {count:,} lines of less than {LINE_BYTES} bytes on average;"
            f" {LINES_LIMIT:,} is the limit of such",
            _HINT,
        )


def check_list(count: int, line: int, name: str) -> None:
    """Refuse a list or quotation of too many blocks, `count`; it begins on `line`, from 1."""
    if count > LIST_LIMIT:
        raise DrillError(
            f"{name}:{line}: a list of more than {LIST_LIMIT:,} blocks;"
            f" {QUESTIONS_LIMIT:,} questions is the limit of a deck",
            _HINT,
        )


def check_folds(count: int, name: str) -> None:
    """Refuse very many `<details>` before anybody looks at what they hold."""
    if count > LIST_LIMIT:
        raise DrillError(
            f"{name}: {count:,} folds; {QUESTIONS_LIMIT:,} questions is the limit of a deck", _HINT
        )


def check_questions(count: int, name: str) -> None:
    """Refuse more questions than a deck may have."""
    if count > QUESTIONS_LIMIT:
        raise DrillError(
            f"{name}: {count:,} questions; {QUESTIONS_LIMIT:,} is the limit of a deck", _HINT
        )


def check_length(length: int, line: int, name: str, limit: int = TEXT_LIMIT) -> None:
    """Refuse a text of more than `limit` characters; it begins on `line`, from 1, 0 if unknown."""
    if length > limit:
        raise DrillError(
            f"{name}{f':{line}' if line else ''}: a question or answer of {length:,} characters;"
            f" {TEXT_LIMIT:,} is the limit",
            "split it, or leave it out of the document",
        )
