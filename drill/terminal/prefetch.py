"""Work done ahead: what will be shown next is made ready while the person thinks."""

import threading
from collections.abc import Callable, Hashable
from contextlib import suppress
from typing import Generic, TypeVar

T = TypeVar("T")


class Prefetch(Generic[T]):
    """One piece of work at a time, done in a thread, under a name to ask for it by."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None
        self._name: Hashable = None
        self._done: list[T] = []

    def begin(self, name: Hashable, work: Callable[[], T]) -> None:
        """Start on `work` unless it is under way or done already."""
        if name == self._name:
            return
        self._name = name
        done: list[T] = []
        self._done = done

        def run() -> None:
            with suppress(Exception):  # it fails again, and is reported, when it is asked for
                done.append(work())

        self._thread = threading.Thread(target=run, daemon=True)
        self._thread.start()

    def get(self, name: Hashable, work: Callable[[], T]) -> T:
        """The result of `work`: the one begun under this name, else made now."""
        if name == self._name and self._thread is not None:
            self._thread.join()
        if name != self._name or not self._done:
            self._name, self._thread, self._done = name, None, [work()]
        return self._done[0]
