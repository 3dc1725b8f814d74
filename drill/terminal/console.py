"""The Rich console for all output, and the glyphs it can show."""

import os
import sys
from dataclasses import dataclass

from rich.console import Console, ConsoleDimensions, RenderableType

from drill.model import Mark


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The signs that drill draws; `bar` holds the levels of a bar's last cell, empty to full."""

    said: str
    partly: str
    missed: str
    right: str
    wrong: str
    pointer: str
    beside: str
    upright: str
    up: str
    down: str
    dot: str
    rule: str
    ellipsis: str
    bar: str

    def of(self, mark: Mark) -> str:
        """The sign of a mark."""
        return {Mark.SAID: self.said, Mark.PARTLY: self.partly, Mark.MISSED: self.missed}[mark]

    def filled(self, share: float, cells: int) -> str:
        """A bar of `cells` cells, filled to a share of 0 to 1, padded with spaces."""
        finest = len(self.bar) - 1
        steps = round(min(1.0, max(0.0, share)) * cells * finest)
        whole, part = divmod(steps, finest)
        return (self.bar[-1] * whole + (self.bar[part] if part else "")).ljust(cells)


UNICODE = Glyphs("●", "◐", "○", "✓", "✗", "›", "▌", "│", "↑", "↓", "·", "─", "…", " ▏▎▍▌▋▊▉█")
ASCII = Glyphs("x", "/", "-", "+", "!", ">", "|", "|", "^", "v", "-", "-", "...", " #")


_MOST_CELLS = 500


def make(*, stderr: bool = False) -> Console:
    """The console of stdout, or of stderr: text is shown as it is, never as markup.

    Rich handles NO_COLOR, COLUMNS and TERM=dumb. Only the terminal's own colours are used.
    """
    console = Console(stderr=stderr, markup=False, emoji=False, highlight=False)
    # COLUMNS and LINES are unbounded, and Rich allocates that many cells. The size is set only if
    # too large: a fixed size would no longer follow the window.
    columns, rows = console.size
    if max(columns, rows) > _MOST_CELLS:
        console.size = ConsoleDimensions(min(columns, _MOST_CELLS), min(rows, _MOST_CELLS))
    return console


def is_full_screen() -> bool:
    """Whether input and output are a terminal that can position its cursor."""
    able = os.environ.get("TERM", "") not in {"dumb", "unknown"}
    return able and sys.stdin.isatty() and sys.stdout.isatty()


def glyphs(console: Console) -> Glyphs:
    """The glyphs that the console's encoding can show."""
    return ASCII if console.options.ascii_only else UNICODE


def say(console: Console, *parts: RenderableType) -> None:
    """Print each part without trailing spaces, and flush.

    Text wraps at words on a terminal, and not at all in a pipe.
    """
    for part in parts:
        with console.capture() as captured:
            console.print(part, soft_wrap=isinstance(part, str) and not console.is_terminal)
        # Padding up to the margin is noise in a pipe and to a screen reader.
        lines = captured.get().split("\n")[:-1]
        console.file.write("".join(f"{line.rstrip()}\n" for line in lines))
    console.file.flush()
