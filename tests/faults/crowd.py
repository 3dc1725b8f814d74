"""Many processes that score at once, on one history."""

import subprocess
import sys
from pathlib import Path

SCORE = """
import sys, time
from pathlib import Path
from drill.history import History
from tests.history.samples import attempt, session
number, answers = int(sys.argv[2]), int(sys.argv[3])
with History.open(Path(sys.argv[1])) as history:
    print("ready", flush=True)
    sys.stdin.readline()
    history.start(session(number))
    slowest = 0.0
    for serial in range(answers):
        began = time.monotonic()
        history.record(attempt(serial, number=number, key=f"deck/{serial % 5}"))
        slowest = max(slowest, time.monotonic() - began)
    print(slowest)
"""


def score_at_once(path: Path, processes: int, answers: int) -> list[float]:
    """Let so many processes score so many answers each; the longest wait of each, in seconds."""
    root = Path(__file__).parent.parent.parent
    running = [
        subprocess.Popen(
            [sys.executable, "-c", SCORE, str(path), str(number), str(answers)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=root,
        )
        for number in range(processes)
    ]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    return [float(process.communicate()[0]) for process in running]
