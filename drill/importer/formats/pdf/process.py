"""Reads PDFs in a child process: a hostile file can crash only that process.

PDFium is C++: a file can crash it or exhaust memory, and Python cannot prevent that.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import drill
from drill.errors import DrillError
from drill.importer.formats.optional_packages import needed
from drill.importer.formats.pdf.text import Look, Page, Piece, read_pages, split_hint

_SECONDS = 30
"""Of processor time: three times the need of the longest document that is read."""
_PATIENCE = 120
"""Seconds by the clock, for a busy machine."""
_MEMORY = 1_500_000_000
"""Bytes of address space: ten times the need of a book of 1,000 pages."""


def read_pages_apart(data: bytes, name: str) -> list[Page]:
    """The pages of a PDF, like `read_pages`; DrillError also after the time limit."""
    with needed(name, "a PDF", "pypdfium2"):
        import pypdfium2  # type: ignore[import-untyped]  # noqa: F401  # used in the child
    # This package's folder comes first, and never the current one (-P), which may be untrusted.
    paths = (str(Path(drill.__file__).parent.parent), os.environ.get("PYTHONPATH", ""))
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "drill.importer.formats.pdf.process", name],
            input=data,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
            env=environ,
        )
    except subprocess.TimeoutExpired:
        raise DrillError(
            f"{name}: reading it takes longer than {_PATIENCE} seconds",
            split_hint(name),
        ) from None
    if done.returncode != 0:
        raise DrillError(
            f"{name}: the PDF is damaged, or needs more memory than drill allows",
            split_hint(name),
        )
    document = json.loads(done.stdout)
    if isinstance(document, dict):
        raise DrillError(document["message"], document["hint"])
    return [_page(*page) for page in document]


def _page(
    width: float,
    height: float,
    pieces: list[tuple[list[tuple[str, int]], float, float, float, float, bool]],
    bullets: list[tuple[float, float]],
    rules: list[tuple[float, float, float]],
) -> Page:
    read = [
        Piece(
            [(text, Look(bool(look & 4), bool(look & 2), bool(look & 1))) for text, look in spans],
            x0,
            x1,
            y,
            size,
            hyphen,
        )
        for spans, x0, x1, y, size, hyphen in pieces
    ]
    return Page(width, height, read, bullets, rules)


def _flat(page: Page) -> tuple[object, ...]:
    pieces = [
        (
            [(text, look.bold * 4 + look.italic * 2 + look.mono) for text, look in piece.spans],
            piece.x0,
            piece.x1,
            piece.y,
            piece.size,
            piece.hyphen,
        )
        for piece in page.pieces
    ]
    return page.width, page.height, pieces, page.bullets, page.rules


def _confine() -> None:
    """Limit memory and CPU time of this process, if the system supports it."""
    try:
        import resource
    except ImportError:  # not on Windows; the parent limits the time
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _main() -> None:
    _confine()
    answer: object
    try:
        answer = [_flat(page) for page in read_pages(sys.stdin.buffer.read(), sys.argv[1])]
    except DrillError as error:
        answer = {"message": error.message, "hint": error.hint}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    _main()
