"""Small documents of one form each, and what a deck of them must say."""

from collections.abc import Sequence

from drill.importer import import_document
from drill.importer.line_ledger import Role

Wanted = tuple[str, str | None] | tuple[str, list[str], str | None]
"""A prompt, its options (the right ones with a `+` before them) where it has some, its answer."""

Case = tuple[str, Sequence[Wanted]]


def check(document: str, questions: Sequence[Wanted]) -> None:
    """The deck of `document` says just this, and no line is unaccounted for."""
    imported = import_document(document.encode(), "document.md")
    said: list[Wanted] = []
    for each in imported.deck.questions:
        options = [("+" if option.correct else "") + option.text for option in each.options]
        said.append((each.text, options, each.answer) if options else (each.text, each.answer))
    assert said == list(questions)
    assert None not in imported.ledger.roles
    assert imported.ledger.count(Role.PROMPT) >= len(questions)
