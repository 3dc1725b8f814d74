"""Answers judged in the background."""

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from drill.assistant.assistant import Assistant
from drill.assistant_reply import Failed
from drill.model import KeyPoint, Question
from drill.model.marks import Mark, Proposal, Verdict
from drill.workspace.judge import Judge
from tests.children import Child, Lifeline

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="children of Linux and macOS")

PERU = Question("peru", "What is the capital of Peru?", "Lima.", (KeyPoint("Lima"),))
SAID = """
import json
verdict = {"number": 1, "quote": "Lima", "lacks": "", "mark": "said"}
print(json.dumps({"verdicts": [verdict], "wrong": [], "follow_up": "Since when?"}))
"""


@contextmanager
def judging(command: str, home: Path, **limits: float) -> Iterator[Judge]:
    assistant = Assistant(command, seconds=limits.get("seconds", 20), pause=0)
    with closing(Judge(assistant, home)) as judge:
        yield judge


def outcome(judge: Judge, name: str) -> Proposal | Failed:
    """What comes of it, waited for as no screen would."""
    while (found := judge.proposal(name)) is None:
        pass
    return found


def test_a_judgement_is_there_some_time_after_it_was_begun(child: Child, tmp_path: Path) -> None:
    with judging(child(SAID), tmp_path) as judge:
        assert not judge.has_begun("peru")
        judge.begin("peru", PERU, "It is Lima.")
        assert judge.has_begun("peru")
        assert outcome(judge, "peru") == Proposal((Verdict(Mark.SAID, "Lima"),), (), "Since when?")
        assert judge.proposal("chad") is None


def test_what_is_under_way_or_done_is_not_asked_twice_and_what_failed_is(
    child: Child, tmp_path: Path
) -> None:
    count = tmp_path / "count"
    counting = f"open({str(count)!r}, 'a').write('x')\n"
    with judging(child(counting + SAID), tmp_path) as judge:
        for _ in range(3):
            judge.begin("peru", PERU, "It is Lima.")
        outcome(judge, "peru")
        judge.begin("peru", PERU, "It is Lima.")
    assert count.read_text() == "x"
    with judging(child(counting + "raise SystemExit(1)"), tmp_path) as judge:
        for _ in range(2):
            judge.begin("peru", PERU, "It is Lima.")
            assert outcome(judge, "peru") == Failed("it ended with exit code 1")
    assert count.read_text() == "x" * 5  # two tries each


def test_a_program_that_is_not_there_harms_nothing(tmp_path: Path) -> None:
    with judging("no-such-program", tmp_path) as judge:
        judge.begin("peru", PERU, "It is Lima.")
        why = "the assistant's program was not found: no-such-program"
        assert outcome(judge, "peru") == Failed(why)


def test_closing_ends_the_program_that_still_runs(
    child: Child, life: Lifeline, tmp_path: Path
) -> None:
    with judging(child(f"{life.hold}\nimport time; time.sleep(600)"), tmp_path) as judge:
        judge.begin("peru", PERU, "It is Lima.")
        assert life.has_begun()
    assert life.has_ended()


def test_consent_is_stored(tmp_path: Path) -> None:
    with judging("llm", tmp_path) as judge:
        assert not judge.is_allowed
        judge.allow()
    with judging("llm", tmp_path) as judge:
        assert judge.is_allowed
