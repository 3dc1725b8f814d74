"""Runs the user's model to judge answers, a few at once."""

from concurrent.futures import Future, ThreadPoolExecutor

from drill.assistant.asking import Request, answer
from drill.assistant.assistant import Assistant
from drill.assistant.command import program_of
from drill.assistant.process import Running
from drill.assistant_reply import Failed
from drill.errors import DrillError
from drill.judging.prompt import judging_prompt
from drill.judging.verdicts import read_proposal
from drill.model import Question
from drill.model.marks import Proposal


class JudgingPool:
    """Threads that wait for the programs; must be closed."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._running = Running()
        self._threads = ThreadPoolExecutor(assistant.at_once)

    def submit(self, question: Question, words: str) -> Future[Proposal | Failed]:
        """Judge `words`, an answer to `question`."""
        return self._threads.submit(self._judge, question, words)

    def close(self) -> None:
        """End running programs."""
        self._running.stop()
        self._threads.shutdown(cancel_futures=True)

    def _judge(self, question: Question, words: str) -> Proposal | Failed:
        request = Request(
            judging_prompt(question, words),
            lambda reply: read_proposal(reply, question.key_points, words),
        )
        try:
            program = program_of(self._assistant.command)
        except DrillError as error:
            return Failed(error.message)
        return answer(self._assistant, program, request, self._running)
