"""Prompts asked of the person's program, a few at once; each reply is handed on as it comes."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Generic, TypeVar

from drill.assistant.assistant import Assistant
from drill.assistant.command import Program, program_of
from drill.assistant.process import RunFailed, Running, run
from drill.assistant.signals import signals_as_exits
from drill.errors import DrillError
from drill.reply import Failed

T = TypeVar("T")

# After this many questions without a reply the command is at fault, not the question.
_GIVE_UP_AFTER = 3


@dataclass(frozen=True, slots=True)
class Request(Generic[T]):
    """One prompt, and what reads its reply: raises ValueError where that is not as it should be."""

    prompt: str
    read: Callable[[str], T]


def ask(
    assistant: Assistant,
    requests: Sequence[Request[T]],
    on_reply: Callable[[int, T | Failed], None],
    running: Running,
) -> None:
    """Ask all `requests`; `on_reply` gets the place of each and its answer as soon as it is there.

    `on_reply` runs in the calling thread, so that what is done can be saved before the rest is.
    Programs that still run are ended when this is left in whatever way: an interrupt, a hang-up, an
    exception of `on_reply`, `running.stop()` from another thread. Raises DrillError where the
    program is not there, or the first questions fail one and all.
    """
    program = program_of(assistant.command)
    succeeded = failed = 0
    with signals_as_exits(), ThreadPoolExecutor(assistant.at_once) as pool:
        try:
            places: dict[Future[T | Failed], int] = {
                pool.submit(answer, assistant, program, request, running): place
                for place, request in enumerate(requests)
            }
            for future in _as_done(places):
                result = future.result()
                if running.stopped.is_set():
                    return
                if isinstance(result, Failed):
                    failed += 1
                else:
                    succeeded += 1
                on_reply(places[future], result)
                if isinstance(result, Failed) and not succeeded and failed >= _GIVE_UP_AFTER:
                    raise DrillError(
                        f"the assistant gave no usable answer to {failed} questions: {result.why}",
                        f"try the command by hand: {assistant.command}",
                    )
        finally:
            running.stop()
            pool.shutdown(cancel_futures=True)


def answer(
    assistant: Assistant, program: Program, request: Request[T], running: Running
) -> T | Failed:
    """The answer to one request, or what was wrong with the last of several tries."""
    why = ""
    for number in range(assistant.tries):
        if number and running.stopped.wait(assistant.pause * 2 ** (number - 1)):
            break
        try:
            return request.read(run(program, request.prompt, assistant.seconds, running))
        except RunFailed as error:
            why = str(error)
        except ValueError as error:
            why = f"its reply cannot be used: {error}"
        except OSError as error:  # not to be mended by trying again
            return Failed(f"it cannot be started: {error.strerror}")
        if running.stopped.is_set():
            break
    return Failed(why)


def _as_done(futures: dict[Future[T], int]) -> Iterator[Future[T]]:
    """The futures as they are done; Windows lets an interrupt in only between two waits."""
    left = set(futures)
    while left:
        done, left = wait(left, timeout=0.5, return_when=FIRST_COMPLETED)
        yield from done
