from datetime import UTC, datetime, timedelta

import pytest

from drill.model import Difficulty, KeyPoint, Knowledge, Memory, Question
from drill.selection import Selection, fits_state, searchable, urgency
from tests.builders import entry

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
ENTRY = entry(
    Question(
        "relu",
        "What is **ReLU**?\nIn one line.",
        "The larger of zero and its argument.",
        (KeyPoint("Zero below zero"),),
        tags=("activation",),
        difficulty=Difficulty.EASY,
    ),
    "activation",
    "deep-learning",
    deck="nets",
)


def known(
    coverage: float = 1.0, due: float | None = None, confidence: int | None = None
) -> Knowledge:
    """What is known of a question; `due` in days from NOW, None for one never scheduled."""
    memory = None if due is None else Memory(1.0, 5.0, NOW, NOW + timedelta(days=due))
    return Knowledge(1, coverage, NOW, confidence=confidence, memory=memory)


def test_search_looks_in_question_answer_key_points_and_tags() -> None:
    bare = entry(Question("q", "What?"))
    assert searchable(bare) == "What?\n"
    text = searchable(ENTRY)
    assert [word in text for word in ("ReLU", "argument", "Zero below", "activation")] == [True] * 4


DUE, NEW, WEAK = Selection(due=True), Selection(new=True), Selection(weak=True)


@pytest.mark.parametrize(
    ("knowledge", "states"),
    [
        (None, "new"),
        (known(), ""),
        (known(due=0), "due"),
        (known(due=-1), "due"),
        (known(due=0.001), ""),
        (known(0.75, due=1), ""),
        (known(0.74, due=1), "weak"),
        (known(0.0, due=-1), "due weak"),
        (known(0.0), "weak"),
    ],
)
def test_states_are_what_the_history_says(knowledge: Knowledge | None, states: str) -> None:
    options = {"due": DUE, "new": NEW, "weak": WEAK}
    fitting = [name for name, each in options.items() if fits_state(each, knowledge, NOW)]
    assert " ".join(fitting) == states
    assert fits_state(Selection(), knowledge, NOW)


def test_several_states_widen() -> None:
    either = Selection(due=True, new=True)
    assert either.by_state
    assert not Selection().by_state
    fitting = [
        fits_state(either, knowledge, NOW) for knowledge in (None, known(due=-1), known(0.0, 1))
    ]
    assert fitting == [True, True, False]


def test_the_most_urgent_comes_first() -> None:
    questions = {
        "sure, but missed, due": known(0.0, due=-1, confidence=95),
        "long due": known(0.0, due=-9),
        "just due": known(due=0),
        "new": None,
        "only crammed": known(0.0, confidence=95),
        "tomorrow": known(0.0, due=1, confidence=95),
        "next week": known(due=7),
    }
    backwards = list(questions)[::-1]
    order = sorted(backwards, key=lambda name: urgency(questions[name], NOW))
    assert order == list(questions)
