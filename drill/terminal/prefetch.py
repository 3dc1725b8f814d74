"""Work done aside, in a thread: ahead of its time, or so that nobody has to wait for its end."""

import threading
from collections.abc import Callable, Hashable
from contextlib import suppress
from typing import Generic, TypeVar

T = TypeVar("T")


class Work(Generic[T]):
    """One piece of work in a thread of its own, which may be given up at any time."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._done: list[T] = []
        # A daemon: the process ends without it.
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Whether it is done within `seconds`."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def result(self) -> T:
        """The result, waited for; what failed is done again, so that its exception is raised."""
        self._thread.join()
        return self._done[0] if self._done else self._work()

    def _run(self) -> None:
        with suppress(Exception):
            self._done.append(self._work())


class Prefetch(Generic[T]):
    """One piece of work at a time, begun under a name to ask for it by."""

    def __init__(self) -> None:
        self._name: Hashable = None
        self._begun: Work[T] | None = None

    def begin(self, name: Hashable, work: Callable[[], T]) -> None:
        """Start on `work` unless it is under way or done already."""
        if self._begun is None or name != self._name:
            self._name, self._begun = name, Work(work)

    def get(self, name: Hashable, work: Callable[[], T]) -> T:
        """The result of `work`, waited for: the one begun under this name, else begun now."""
        self.begin(name, work)
        assert self._begun is not None
        return self._begun.result()
