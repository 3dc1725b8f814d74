"""A progress bar for long work, on stderr and only on a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 0.5  # seconds before the bar appears
_BETWEEN = 0.1  # seconds between updates


@contextmanager
def steps(label: str, total: int | None = None) -> Iterator[Callable[[], None]]:
    """A function to call after each of `total` steps; None for an unknown total.

    Write nothing else to the terminal inside the block; the bar disappears at its end.
    """
    done = 0
    with measure(label) as tell:

        def step() -> None:
            nonlocal done
            done += 1
            tell(done, total)

        yield step


@contextmanager
def measure(label: str) -> Iterator[Callable[[int, int | None], None]]:
    """A function to call with the steps done and the total; see `steps`."""
    if not sys.stderr.isatty():
        yield lambda _done, _total: None
        return
    bar: Progress | None = None
    now: tuple[int, int | None] = 0, None
    told = monotonic()

    def begin() -> None:
        # Imported here: short work pays nothing.
        nonlocal bar
        bar = _bar(label, *now)
        bar.start()

    def tell(done: int, total: int | None) -> None:
        nonlocal now, told
        now = done, total
        if bar and monotonic() - told > _BETWEEN:
            told = monotonic()
            bar.update(bar.task_ids[0], completed=done, total=total, count=_count(done, total))

    timer = Timer(PATIENCE, begin)
    timer.daemon = True
    timer.start()
    try:
        yield tell
    finally:
        timer.cancel()
        timer.join()
        if bar:
            bar.stop()


def _count(done: int, total: int | None) -> str:
    if total is None:
        return f"{done:,}" if done else ""
    return f"{done:,}/{total:,}"


def _bar(label: str, done: int, total: int | None) -> "Progress":
    from rich.progress import BarColumn, Progress, TextColumn

    from drill.terminal.console import make

    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[count]}", markup=False),
        console=make(stderr=True),
        transient=True,
        redirect_stdout=False,
    )
    bar.add_task(label, completed=done, total=total, count=_count(done, total))
    return bar
