"""A bar for work that takes a while, on stderr and only where somebody looks at it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from drill.terminal.console import make

FROM = 200


@contextmanager
def steps(label: str, total: int) -> Iterator[Callable[[], None]]:
    """A function to call after each of `total` steps; nothing shows for less than `FROM`."""
    console = make(stderr=True)
    if total < FROM or not console.is_terminal:
        yield lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = TextColumn(label, markup=False), BarColumn(), MofNCompleteColumn()
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=total)
        yield lambda: progress.advance(task)
