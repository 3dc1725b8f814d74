"""Key points of many questions drafted by the user's own model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drill.assistant.asking import Request, ask
from drill.assistant.assistant import Assistant
from drill.assistant.process import Running
from drill.model import Question
from drill.points.drafting import Draft, drafting_prompt, read_draft
from drill.reply import Failed


@dataclass(frozen=True, slots=True)
class DraftTally:
    """What a round of drafting came to.

    `drafted` questions got `points` key points and `none` got no point; `refused` points were not
    taken; for `failed` questions there was no usable reply.
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
    """Ask for the key points of `questions`, one a prompt, several at once.

    `on_draft` gets each as soon as it is there, in the calling thread: what it saves need not be
    asked for again after an interruption. Raises DrillError where the command cannot be asked, or
    fails from the first question on; ends what still runs in any case.
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
