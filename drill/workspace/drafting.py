"""Drafts the key points of many questions with the user's own model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drill.assistant.asking import Request, ask
from drill.assistant.assistant import Assistant
from drill.assistant.process import Running
from drill.assistant_reply import Failed
from drill.model import Question
from drill.points.drafting import Draft, drafting_prompt, read_draft


@dataclass(frozen=True, slots=True)
class DraftTally:
    """The result of a round of drafting.

    `drafted` questions got `points` key points, `none` questions got none; `refused` is the number
    of points not taken; `failed` questions had no usable reply.
    """

    drafted: int = 0
    none: int = 0
    points: int = 0
    refused: int = 0
    failed: int = 0


def draft_points(
    assistant: Assistant,
    questions: Sequence[Question],
    on_draft: Callable[[Question, Draft | Failed], None],
) -> DraftTally:
    """Ask for the key points of `questions`, one per prompt, several prompts at once.

    `on_draft` receives each draft on arrival, in the calling thread, so that an interruption loses
    none. Raises DrillError if the command cannot run, or fails from the first question on; always
    ends running programs.
    """
    counts = dict.fromkeys(("drafted", "none", "points", "refused", "failed"), 0)

    def take(place: int, draft: Draft | Failed) -> None:
        if isinstance(draft, Failed):
            counts["failed"] += 1
        else:
            counts["drafted" if draft.points else "none"] += 1
            counts["points"] += len(draft.points)
            counts["refused"] += draft.refused
        on_draft(questions[place], draft)

    ask(assistant, [_request(question) for question in questions], take, Running())
    return DraftTally(**counts)


def _request(question: Question) -> Request[Draft]:
    return Request(drafting_prompt(question), lambda reply: read_draft(reply, question))
