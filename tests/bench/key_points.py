"""How well key points are proposed, against two people's marks, and how fast.

python -m tests.bench.key_points
"""

import json
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path

import yaml

from drill.points.labels import word_count
from drill.points.proposing import propose
from tests.importer.corpus import ROOT
from tests.points.answers import ANSWERS

MARKS = ROOT.parent / "shared" / "keypoints"
ANSWERS_COUNT, WORDS, SECONDS = 1_000, 100, 2.0


def main() -> int:
    """Print the figures of the marks, if they are there, and the speed; 1 if it is too slow."""
    if MARKS.is_dir():
        _print_marks()
    else:
        print(f"no marks in {MARKS}")
    texts = _answers()
    propose("warm", texts[0])
    began = time.process_time()
    for text in texts:
        propose("What does it do?", text)
    seconds = time.process_time() - began
    print(f"{len(texts)} answers of {WORDS} words: {seconds:.2f} s (limit {SECONDS:g} s)")
    return int(seconds > SECONDS)


def _print_marks() -> None:
    sample = MARKS / "dev_sample.yaml"
    entries = yaml.safe_load(sample.read_text(encoding="utf-8"))
    proposals = {
        entry["id"]: [point.text for point in propose(entry["question"], entry["answer"])]
        for entry in entries
    }
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "proposals.json"
        file.write_text(json.dumps(proposals), encoding="utf-8")
        command = [sys.executable, str(MARKS / "score.py"), "--sample", str(sample), "--marks"]
        command += [str(MARKS / "dev_A.json"), str(MARKS / "dev_B.json"), "--json", str(file)]
        subprocess.run(command, check=True)


def _answers() -> list[str]:
    """Answers of about `WORDS` words, each of several of our own."""
    own = cycle(marked.answer for marked in ANSWERS if len(marked.core) > 1)
    answers = []
    for _ in range(ANSWERS_COUNT):
        text = ""
        while word_count(text) < WORDS:
            text += f"{next(own)}\n\n"
        answers.append(text)
    return answers


if __name__ == "__main__":
    sys.exit(main())
