"""How fast documents are imported, up to 50 MB, and in how much memory.

python -m tests.bench.import_speed
"""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import cycle

from drill.errors import DrillError
from drill.importer import import_document
from drill.workspace.draft_workers import DraftWorkers
from drill.workspace.importing import check
from drill.workspace.key_points import with_drafts
from tests.bench.measure import Figure, interleaved
from tests.importer.corpus import DOCUMENTS
from tests.points.answers import ANSWERS

SIZES = (0.5, 5, 50)


def main() -> None:
    """Print MB of Markdown a second on one core, and memory as a multiple of the document."""
    print(f"{'MB':>6}{'s':>8}{'MB/s':>8}{'memory':>9}")
    for size in SIZES:
        # Each in a process of its own, for a process keeps the most memory that it ever had.
        command = [sys.executable, "-m", "tests.bench.import_speed", str(size)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        print(done.stdout, end="")
    figure = against_markdown()
    print(
        f"with key points: {1 / figure.ours:.2f} MB a second of all processors together,"
        f" {figure.ratio:.1f} times as long as markdown-it takes for the blocks"
    )


def against_markdown() -> Figure:
    """All that `drill import` does with 1 MB but writing it, against the blocks of markdown-it."""
    from markdown_it import MarkdownIt

    text = _document()
    parser = MarkdownIt("commonmark").enable("table")

    def imported() -> None:
        with DraftWorkers(len(text)) as workers:
            deck = import_document(text.encode(), "large.md").deck
            deck = with_drafts(deck, None, workers, lambda done, count: None)
        check(deck, "large.md")

    return interleaved(_seconds(imported), _seconds(lambda: parser.parse(text)), 3)


def _document() -> str:
    """1 MB of questions and answers of our own, no two of the same title."""
    parts: list[str] = []
    size = 0
    for number, marked in enumerate(cycle(ANSWERS), 1):
        parts.append(f"## {number}. {marked.question}\n\n{marked.answer}\n\n")
        size += len(parts[-1].encode())
        if size >= 1_000_000:
            break
    return "".join(parts)


def _seconds(work: Callable[[], object]) -> Callable[[], float]:
    """How many CPU seconds `work` takes, with those of its processes."""

    def measured() -> float:
        began = sum(os.times()[:4])
        work()
        return sum(os.times()[:4]) - began

    return measured


def measure(size: float) -> None:
    """Import real documents one after another, `size` MB of them as one document.

    What no deck may hold is measured up to its refusal.
    """
    texts = [path.read_bytes() for path in DOCUMENTS if not path.name.startswith("neg-")]
    import_document(texts[0], "warm.md")
    length = round(size * 1e6)
    data = b"\n\n".join(texts * (length // sum(map(len, texts)) + 1))[:length]
    data = data.decode(errors="ignore").encode()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    said = ""
    try:
        import_document(data, "large.md")
    except DrillError as error:
        said = f"  {error.message}"
    seconds = time.process_time() - began
    used = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    megabytes = len(data) / 1e6
    print(f"{megabytes:6.1f}{seconds:8.2f}{megabytes / seconds:8.2f}{used / len(data):8.0f}x{said}")


if __name__ == "__main__":
    measure(float(sys.argv[1])) if len(sys.argv) > 1 else main()
