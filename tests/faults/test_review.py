"""A killed review of drafts: the deck is valid and contains every change that was shown."""

import signal
import sys
from pathlib import Path
from random import Random

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals", allow_module_level=True)

from drill.decks import read_deck
from tests.faults.terminals import Terminal

pytestmark = pytest.mark.slow

QUESTIONS = 60
SENTENCE = "Item {} is a thing of its own, which stands in the answer."


def deck(folder: Path) -> Path:
    """A deck of drafts, with comments."""
    path = folder / "review.yaml"
    entries = "".join(
        f"  # {number}\n  - id: q{number}\n    question: Item {number} is what?\n"
        f"    answer: {SENTENCE.format(number)}\n"
        f"    key_points: [one of {number}, two of {number}]\n"
        "    drafted: true\n"
        for number in range(QUESTIONS)
    )
    path.write_text(f"deck: review\ntitle: Review\nquestions:\n{entries}", encoding="utf-8")
    return path


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_review_has_every_step_that_was_shown(tmp_path: Path, seed: int) -> None:
    path, rng = deck(tmp_path), Random(seed)
    before = path.read_text("utf-8")
    kept = rng.randrange(2, 6)
    with Terminal(tmp_path / "home", path, "points", "--review") as terminal:
        terminal.until(f"1 of {QUESTIONS} ")
        for number in range(kept):
            terminal.type("x")
            terminal.until(f"two of {number}")
            terminal.type("k")
            terminal.until(f"{number + 2} of {QUESTIONS} ")
        terminal.type("xk"[: rng.randrange(3)])
        terminal.pause(rng.random() / 5)
        terminal.signal(signal.SIGKILL)
        assert terminal.exit_code() == -signal.SIGKILL
    reading = read_deck(path.read_bytes(), str(path))
    assert reading.problems == ()
    assert reading.deck
    questions = reading.deck.questions
    assert len(questions) == QUESTIONS
    for number, question in enumerate(questions[:kept]):
        assert [point.text for point in question.key_points] == [f"two of {number}"]
        assert not question.drafted
    assert all(question.drafted for question in questions[kept + 2 :])
    tail = before.split(f"  # {kept + 2}\n")[1]
    assert path.read_text("utf-8").endswith(tail)
