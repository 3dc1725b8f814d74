"""Signals that would end drill at once and leave its child programs running."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from types import FrameType


@contextmanager
def signals_as_exits() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into SystemExit, so that cleanup ends the children.

    Only in the main thread; during a session its own handling of keys does this.
    """
    if current_thread() is not main_thread():
        yield
        return

    def leave(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    # Ignored signals stay ignored: under nohup a hang-up ends nothing.
    heeded = [number for number in numbers if signal.getsignal(number) is not signal.SIG_IGN]
    before = {number: signal.signal(number, leave) for number in heeded}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
