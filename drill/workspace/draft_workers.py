"""Drafts the key points of many questions, in several processes if there is enough to do."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import cycle, islice
from types import TracebackType
from typing import Self

from drill import children
from drill.garbage import uncollected
from drill.model import Question
from drill.points.drafts import drafted_as, with_draft

Told = Callable[[int, int | None], None]
"""Receives the number of questions done and their total."""
_SHARE = 150_000
"""Characters of answers that are worth a process: three times the work of starting it."""
_LEAD = 100_000
"""Characters that a worker has read by the time this process has its patterns ready."""
_MOST = 4
"""Processes, with this one; each takes 30 MB, and reading the document is the longer part then."""

_WARM_UP = (
    "What is a cache?",
    "However, a cache is a store (for example, of pages) that keeps copies of data, such as files,"
    " rows or pictures, so that the next request is faster and the server, which is slow, rests.\n"
    "If it is full, it drops what was used least, because old data is rarely asked for again.\n\n"
    "- **Hit**: the data is there, and the request is answered without asking the server at all.\n"
    "- **Miss**: it is not, and therefore the data must be read from the disk and stored again.",
)
"""A question and an answer that use most rules of English."""


def drafts_of(questions: Sequence[Question], told: Told) -> list[Question]:
    """Each of `questions` with a new draft."""
    with DraftWorkers() as workers:
        return workers.drafts_of(questions, told)


class DraftWorkers:
    """Processes that draft beside this one, and end with the block.

    Those for a document of `size` characters start at once, to be ready when it has been read.
    """

    def __init__(self, size: int = 0) -> None:
        self._workers: list[subprocess.Popen[bytes] | None] = []
        self._start(size)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        for worker in filter(None, self._workers):
            with suppress(OSError), worker:  # its pipe may hold what it has not read
                children.end(worker)

    def drafts_of(self, questions: Sequence[Question], told: Told) -> list[Question]:
        """Each of `questions` with a new draft; to be asked once, for then the workers are done.

        This process does its share, and what a worker leaves undone.
        """
        if not self._workers:
            self._start(sum(len(question.answer or "") for question in questions))
        shared, lead = len(questions), _LEAD * len(self._workers)
        while shared and lead > 0:
            shared -= 1
            lead -= len(questions[shared].answer or "")
        turns = [
            *islice(cycle([*self._workers, None]), shared),
            *islice(cycle(self._workers), len(questions) - shared),
        ]
        for worker in self._workers:
            pairs = zip(questions, turns, strict=True)
            _ask(worker, [question for question, turn in pairs if turn is worker])
        drafts = []
        with uncollected():
            for question, turn in zip(questions, turns, strict=True):
                drafts.append(_drafted_by(turn, question))
                told(len(drafts), len(questions))
        return drafts

    def _start(self, size: int) -> None:
        """Start workers for `size` characters of answers, unless they are few."""
        count = min(size // _SHARE, _MOST, _processors())
        self._workers = [_started() for _ in range(count - 1)]


def _processors() -> int:
    """The number of processors that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _started() -> "subprocess.Popen[bytes] | None":
    """A worker; None where the system starts no more processes."""
    command = children.python("drill.workspace.draft_workers")
    pipe = subprocess.PIPE
    try:
        return children.popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
    except OSError:
        return None


def _ask(worker: "subprocess.Popen[bytes] | None", share: Sequence[Question]) -> None:
    """Give `worker` its share; it reads all of it before it writes."""
    if worker and worker.stdin:
        with suppress(OSError), worker.stdin as pipe:  # it has failed or was ended
            pickle.dump([(question.text, question.answer or "") for question in share], pipe)


def _drafted_by(worker: "subprocess.Popen[bytes] | None", question: Question) -> Question:
    """The draft of the next question of `worker`; our own if there is none, or it failed."""
    if worker and worker.stdout:
        try:
            return drafted_as(question, pickle.load(worker.stdout))
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            worker.stdout.close()  # what follows may be of another question
    return with_draft(question)


def main() -> None:
    """Propose key points for the questions and answers on stdin, writing each result at once.

    So a worker whose parent has been killed ends at its next result. Before there is work, English
    gets its patterns ready, which takes as long as a hundred answers.
    """
    from drill.points.proposing import propose

    propose(*_WARM_UP)
    with uncollected():
        for text, answer in pickle.load(sys.stdin.buffer):
            pickle.dump(propose(text, answer), sys.stdout.buffer)
            sys.stdout.buffer.flush()
