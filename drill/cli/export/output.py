"""The options that all exports share, and writing to the file."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from drill.errors import DrillError
from drill.exporters import files
from drill.reporting.humanize import counted
from drill.text import printable_line

STDOUT = Path("-")
Output = Annotated[
    Path,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Output file; its extension selects the format, - is stdout.",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")]


def form(output: Path, endings: tuple[str, ...]) -> str:
    """The extension of the file, one of `endings`; stdout takes the first. Raises DrillError."""
    if output == STDOUT:
        return endings[0]
    if (ending := output.suffix.lower()) not in endings:
        raise DrillError(f"{output}: unknown output format", f"-o *{' or *'.join(endings)}", 2)
    return ending


def write(output: Path, total: int, made: Callable[[Callable[[], None]], bytes]) -> None:
    """Make an export of `total` questions under a progress bar, and write it to `output`."""
    said = counted(total, "question")
    write_saying(output, total, lambda step: (made(step), said))


def write_saying(
    output: Path, total: int, made: Callable[[Callable[[], None]], tuple[bytes, str]]
) -> None:
    """Like `write`, for an export that also returns a note to print."""
    from drill.terminal.progress import steps

    with steps("Exporting", total) as step:
        content, said = made(step)
    if output == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    files.write(output, content)
    print(f"{printable_line(str(output))}: {said}")
