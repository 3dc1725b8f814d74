"""How fast documents are imported, up to 50 MB, and in how much memory.

python -m tests.bench.import_speed
"""

import resource
import subprocess
import sys
import time

from drill.importer import import_document
from tests.importer.corpus import DOCUMENTS

SIZES = (0.5, 5, 50)


def main() -> None:
    """Print MB of Markdown a second on one core, and memory as a multiple of the document."""
    print(f"{'MB':>6}{'s':>8}{'MB/s':>8}{'memory':>9}")
    for size in SIZES:
        # Each in a process of its own, for a process keeps the most memory that it ever had.
        command = [sys.executable, "-m", "tests.bench.import_speed", str(size)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        print(done.stdout, end="")


def measure(size: float) -> None:
    """Import real documents one after another, `size` MB of them as one document."""
    texts = [path.read_bytes() for path in DOCUMENTS if not path.name.startswith("neg-")]
    import_document(texts[0], "warm.md")
    unit = max(texts, key=len)
    data = unit * max(1, round(size * 1e6 / len(unit)))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.process_time()
    import_document(data, "large.md")
    seconds = time.process_time() - began
    used = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    megabytes = len(data) / 1e6
    print(f"{megabytes:6.1f}{seconds:8.2f}{megabytes / seconds:8.2f}{used / len(data):8.0f}x")


if __name__ == "__main__":
    measure(float(sys.argv[1])) if len(sys.argv) > 1 else main()
