"""Drafts the key points of many questions with the user's own model."""

from collections.abc import Callable, Sequence

from drill.assistant.asking import Request, ask
from drill.assistant.assistant import Assistant
from drill.assistant.process import Running
from drill.assistant_reply import Failed
from drill.model import Question
from drill.points.drafting import Draft, drafting_prompt, read_draft


def draft_points(
    assistant: Assistant,
    questions: Sequence[Question],
    on_draft: Callable[[Question, Draft | Failed], None],
) -> None:
    """Ask for the key points of `questions`, one per prompt, several prompts at once.

    `on_draft` receives each draft on arrival, in the calling thread, so that an interruption loses
    none. Raises DrillError if the command cannot run, or fails from the first question on; always
    ends running programs.
    """
    requests = [_request(question) for question in questions]
    ask(assistant, requests, lambda place, draft: on_draft(questions[place], draft), Running())


def _request(question: Question) -> Request[Draft]:
    return Request(drafting_prompt(question), lambda reply: read_draft(reply, question))
