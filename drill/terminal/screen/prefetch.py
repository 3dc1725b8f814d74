"""Background work in a thread: done ahead of time, or without waiting for its end."""

import threading
from collections.abc import Callable, Hashable
from contextlib import suppress
from typing import Generic, TypeVar

T = TypeVar("T")


class Work(Generic[T]):
    """One task in a thread of its own, which may be abandoned at any time."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._done: list[T] = []
        # A daemon: it does not keep the process alive.
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Whether it is done within `seconds`."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def result(self) -> T:
        """Wait for the result; failed work is repeated here, so that its exception is raised."""
        self._thread.join()
        return self._done[0] if self._done else self._work()

    def _run(self) -> None:
        with suppress(Exception):
            self._done.append(self._work())


class Prefetch(Generic[T]):
    """One background task at a time, identified by a name."""

    def __init__(self) -> None:
        self._name: Hashable = None
        self._begun: Work[T] | None = None

    def begin(self, name: Hashable, work: Callable[[], T]) -> None:
        """Start `work` unless it is running or done."""
        if self._begun is None or name != self._name:
            self._name, self._begun = name, Work(work)

    def get(self, name: Hashable, work: Callable[[], T]) -> T:
        """Wait for the result of the task `name`, started now if necessary."""
        self.begin(name, work)
        assert self._begun is not None
        return self._begun.result()
