"""Runs the user's program for many prompts, a few at a time; passes each reply on as it arrives."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import Generic, TypeVar

from drill.assistant.assistant import Assistant
from drill.assistant.command import Program, program_of
from drill.assistant.process import RunFailed, Running, run
from drill.assistant.signals import signals_as_exits
from drill.assistant_reply import Failed
from drill.errors import DrillError

T = TypeVar("T")

# If this many questions fail and none succeeds, the command is at fault.
_GIVE_UP_AFTER = 3


@dataclass(frozen=True, slots=True)
class Request(Generic[T]):
    """A prompt, and the reader of its reply, which raises ValueError for an unusable one."""

    prompt: str
    read: Callable[[str], T]


def ask(
    assistant: Assistant,
    requests: Sequence[Request[T]],
    on_reply: Callable[[int, T | Failed], None],
    running: Running,
) -> None:
    """Ask all `requests`; `on_reply` gets the index of each and its answer as soon as it arrives.

    `on_reply` runs in the calling thread, so that it can save finished work early. Running programs
    end with this function, be it by an interrupt, a hang-up, an exception of `on_reply` or
    `running.stop()` from another thread. Raises DrillError if the program is not found, or the
    first few requests all fail.
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
    """The answer to one request, or why the last of several tries failed."""
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
        except OSError as error:  # trying again would not help
            return Failed(f"it cannot be started: {error.strerror}")
        if running.stopped.is_set():
            break
    return Failed(why)


def _as_done(futures: dict[Future[T], int]) -> Iterator[Future[T]]:
    """The futures as they complete; on Windows an interrupt is handled only between two waits."""
    left = set(futures)
    while left:
        done, left = wait(left, timeout=0.5, return_when=FIRST_COMPLETED)
        yield from done
