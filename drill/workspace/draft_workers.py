"""Drafts the key points of many questions, in several processes if there is enough to do."""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from io import BytesIO

from drill import children
from drill.model import Question
from drill.points.drafts import drafted_as, with_draft
from drill.points.proposing import propose

_SHARE = 150_000
"""Characters of answers that are worth a process: three times the work of starting it."""
_MOST = 4
"""Processes; each takes 30 MB, and reading the document is the longer part by then."""


def drafts_of(
    questions: Sequence[Question], told: Callable[[int, int | None], None]
) -> list[Question]:
    """Each of `questions` with a new draft; `told` receives the number done and the total."""
    size = sum(len(question.answer or "") for question in questions)
    count = max(1, min(size // _SHARE, len(questions), _MOST, _processors()))
    shares = [questions[first::count] for first in range(count)]
    drafts = list(questions)
    with _workers(shares[1:]) as others:
        for number, question in enumerate(shares[0]):
            drafts[number * count] = with_draft(question)
            told(min((number + 1) * count, len(questions)), len(questions))
        for first, other in enumerate(others, 1):
            drafts[first::count] = other.result() or map(with_draft, shares[first])
    return drafts


def _processors() -> int:
    """The number of processors that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def _workers(shares: Sequence[Sequence[Question]]) -> Iterator[list[Future[list[Question]]]]:
    """The drafts of each share, from a process of its own, which ends with the block."""
    if not shares:
        yield []
        return
    running = []
    with ThreadPoolExecutor(len(shares)) as threads:
        try:
            for _ in shares:
                running.append(_started())
            yield [threads.submit(_drafted_by, *pair) for pair in zip(running, shares, strict=True)]
        finally:
            for child in running:
                if child and child.poll() is None:
                    children.end(child)


def _started() -> "subprocess.Popen[bytes] | None":
    """A worker; None where the system starts no more processes."""
    command = children.python("drill.workspace.draft_workers")
    pipe = subprocess.PIPE
    try:
        return children.popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
    except OSError:
        return None


def _drafted_by(
    child: "subprocess.Popen[bytes] | None", share: Sequence[Question]
) -> list[Question]:
    """The drafts of `share` by `child`; none if there is no child, or it failed or was ended."""
    if child is None:
        return []
    asked = [(question.text, question.answer or "") for question in share]
    output, _ = child.communicate(pickle.dumps(asked))
    points = BytesIO(output)
    return [drafted_as(question, pickle.load(points)) for question in share if not child.returncode]


def main() -> None:
    """Propose key points for the questions and answers on stdin, writing each result at once.

    So a worker whose parent has been killed ends at its next result.
    """
    for text, answer in pickle.load(sys.stdin.buffer):
        pickle.dump(propose(text, answer), sys.stdout.buffer)
        sys.stdout.buffer.flush()
