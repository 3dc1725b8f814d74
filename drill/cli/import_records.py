"""The records that `drill import --json` prints."""

from pathlib import Path

from drill.cli.record_types.imports import ChangesRecord, ImportedRecord
from drill.errors import DrillError
from drill.importer import Imported
from drill.importer.update import Update
from drill.model import Deck
from drill.workspace.importing import DeckFile


def imported_record(
    document: str, source: Imported | DeckFile, change: Update | None, path: Path | None
) -> ImportedRecord:
    """The record of an imported document; `path` is None if nothing was written."""
    deck: Deck = change.deck if change else source.deck
    ledger = None if isinstance(source, DeckFile) else source.ledger
    return {
        "document": document,
        "deck": deck.id,
        "path": str(path) if path else None,
        "written": path is not None,
        "questions": len(deck.questions),
        "unanswered": ledger.unanswered if ledger else 0,
        "left_out": [
            {"first": first, "last": last, "why": role.value}
            for first, last, role in (ledger.left_out() if ledger else ())
        ],
        "changes": _changes(change) if change else None,
        "error": None,
        "hint": None,
    }


def refused_record(document: str, error: DrillError) -> ImportedRecord:
    """The record of a refused document, with the reason."""
    return {
        "document": document,
        "deck": None,
        "path": None,
        "written": False,
        "questions": 0,
        "unanswered": 0,
        "left_out": [],
        "changes": None,
        "error": error.message,
        "hint": error.hint or None,
    }


def _changes(change: Update) -> ChangesRecord:
    return {
        "added": [question.id for question in change.added],
        "changed": [question.id for question in change.changed],
        "moved": [question.id for question in change.moved],
        "vanished": [question.id for question in change.vanished],
    }
