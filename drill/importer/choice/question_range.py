"""A question of a reading, with its lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from drill.importer.choice.weights import REST_ASKING
from drill.importer.signals.question_likelihood import ASKS, question_likelihood
from drill.importer.signals.starts import Start


@dataclass(slots=True)
class QuestionRange:
    """A question of the document: its start, and the line after its last line."""

    start: Start
    end: int
    form: str


def titles_ask(questions: Sequence[QuestionRange], least: float = REST_ASKING) -> bool:
    """Whether at least a share `least` of titles ask by themselves, whatever is below them."""
    asking = sum(question_likelihood(question.start.title) >= ASKS for question in questions)
    return asking >= least * len(questions)
