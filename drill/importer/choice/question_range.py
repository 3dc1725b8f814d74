"""A question of a reading, with its lines."""

from dataclasses import dataclass

from drill.importer.signals.starts import Start


@dataclass(slots=True)
class QuestionRange:
    """A question of the document: its start, and the line after its last line."""

    start: Start
    end: int
    form: str
