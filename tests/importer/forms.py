"""Small documents of one form each, and what a deck of them must say."""

from drill.importer import import_document
from drill.importer.line_ledger import Role

Case = tuple[str, list[tuple[str, str | None]]]


def check(document: str, questions: list[tuple[str, str | None]]) -> None:
    """The deck of `document` has just these prompts and answers, and no line is unaccounted for."""
    imported = import_document(document.encode(), "document.md")
    assert [(each.text, each.answer) for each in imported.deck.questions] == questions
    assert None not in imported.ledger.roles
    assert imported.ledger.count(Role.PROMPT) >= len(questions)
