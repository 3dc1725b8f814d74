"""Answers judged by a real program: line by line, at a pseudo-terminal, in an interview."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from drill.history import History
from drill.model import Attempt
from drill.model.marks import Mark, Mistake, Proposal, Verdict
from tests.children import Child, Lifeline
from tests.conftest import ROOT, Run

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="children of Linux and macOS"),
    pytest.mark.slow,  # each starts the assistant, a process
]

# Says of each point that it was said, with the first four of the candidate's words.
MARKER = """
import json, sys
data = json.loads(sys.stdin.read().split("<data>\\n")[1].split("\\n</data>")[0])
quote = " ".join(data["candidate_words"].split()[:4])
verdicts = [
    {"number": point["number"], "quote": quote if point["number"] == 1 else "on the Loire",
     "lacks": "", "mark": "said"}
    for point in data["key_points"]
]
wrong = [{"quote": "since 987", "why": "It was not."}]
print(json.dumps({"verdicts": verdicts, "wrong": wrong, "follow_up": "Since when?"}))
"""
FRANCE = ("--search", "France", "--typed")
PROPOSAL = Proposal(
    (
        Verdict(Mark.SAID, "Paris, I think, since"),
        Verdict(Mark.SAID, "on the Loire", supported=False),
    ),
    (Mistake("since 987", "It was not."),),
    "Since when?",
)


def name_assistant(home: Path, command: str, *, more: str = "") -> None:
    home.mkdir(exist_ok=True)
    text = f"[assistant]\ncommand = {json.dumps(command)}\n{more}"
    (home / "config.toml").write_text(text, "utf-8")


def attempts(home: Path) -> list[Attempt]:
    with History.open(home / "history.db") as history:
        return history.attempts()


@pytest.mark.slow
def test_every_answer_is_judged_and_y_accepts_supported_marks(
    deck: Path, home: Path, command: Run, child: Child
) -> None:
    name_assistant(home, child(MARKER))
    typed = "Paris, I think, since 987.\n.\n\ny\n"
    done = command("quiz", *FRANCE, "--judge", "--yes", stdin=typed)
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    start = lines.index("Your assistant is reading your words.")
    assert lines[start + 1 : start + 5] == [
        "Proposed for 1: said: “Paris, I think, since”",
        "Proposed for 2: said? not in your words: “on the Loire”",
        "Wrong: “since 987”: It was not.",
        "Next question: Since when?",
    ]
    assert "Coverage 50 %, hard" in done.out
    (attempt,) = attempts(home)
    assert [mark for _, mark in attempt.points] == [Mark.SAID, Mark.MISSED]
    assert (attempt.wrong, attempt.proposal) == (True, PROPOSAL)


@pytest.mark.slow
def test_the_users_marks_are_the_score_and_the_follow_up_can_be_answered(
    deck: Path, home: Path, command: Run, child: Child
) -> None:
    name_assistant(home, child(MARKER))
    typed = "Paris, I think, since 987.\n.\n\nj\ny\nf\nNo idea.\n.\n1 2\n"
    done = command("quiz", *FRANCE, stdin=typed)
    assert "drill is about to ask a program of yours for the first time:" in done.out
    (attempt,) = attempts(home)
    assert (attempt.coverage, attempt.wrong) == (1.0, False)
    assert attempt.proposal
    assert attempt.proposal.reply == "No idea."
    shown = json.loads(command("stats", "--json").out)["stats"]["agreement"]
    assert shown == {"points": 1, "agreed": 1, "lower": 0, "higher": 0}


@pytest.mark.slow
def test_the_proposal_is_printed_again_after_an_undo(
    deck: Path, home: Path, command: Run, child: Child
) -> None:
    name_assistant(home, child(MARKER))
    typed = "Paris, I think, since 987.\n.\n\ny\nu\n1 2\n"
    done = command("quiz", *FRANCE, "--judge", "--yes", stdin=typed)
    assert done.out.count("Proposed for 1: said: “Paris, I think, since”") == 2
    assert done.out.count("Your assistant is reading your words.") == 1
    assert [attempt.coverage for attempt in attempts(home)] == [1.0]


def test_judging_every_answer_needs_consent(
    deck: Path, home: Path, command: Run, child: Child
) -> None:
    name_assistant(home, child(MARKER))
    done = command("quiz", *FRANCE, "--judge")
    assert done.code == 2
    assert "the assistant's command is not allowed yet" in done.err
    assert "or add --yes" in done.err
    assert not (home / "assistant.json").exists()


@pytest.mark.parametrize("name", ["quiz", "mock"])
def test_judging_needs_words(deck: Path, home: Path, command: Run, name: str) -> None:
    done = command(name, "--judge", "--yes")
    assert (done.code, done.err.splitlines()) == (
        2,
        [
            "drill: --judge needs your words",
            "add --typed or --record",
        ],
    )


@pytest.mark.slow  # each is asked a second time, two seconds later
@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("raise SystemExit('no key set')", "it ended with exit code 1: no key set"),
        ("print('As an assistant I cannot.')", "its reply cannot be used: no JSON object"),
        ("while True: print('x' * 65_536)", "it wrote more than 1,000,000 bytes"),
        ("import time; time.sleep(600)", "no answer within 1 seconds"),
        ("import sys; print(sys.stdin.read())", "its reply cannot be used: no JSON object"),
        (r"print('\x1b[2J' * 9)", "its reply cannot be used: no JSON object"),
    ],
)
def test_a_failing_program_costs_one_line_and_the_quiz_continues(  # noqa: PLR0917
    deck: Path, home: Path, command: Run, child: Child, source: str, why: str
) -> None:
    name_assistant(home, child(source), more="seconds = 1\n")
    typed = "Paris.\n.\n\n1\n"
    done = command("quiz", *FRANCE, "--judge", "--yes", stdin=typed)
    assert (done.code, done.err) == (0, "")
    assert f"Your assistant judged nothing: {why}" in done.out
    assert "\x1b" not in done.out
    (attempt,) = attempts(home)
    assert (attempt.coverage, attempt.proposal) == (0.5, None)


@pytest.mark.slow
def test_in_an_interview_at_the_screen_proposals_come_while_the_person_reads(
    deck: Path, home: Path, child: Child
) -> None:
    name_assistant(home, child(MARKER))
    arguments = ["-m", "drill", "mock", "-n", "1", *FRANCE, "--no-follow-ups", "--judge", "--yes"]
    screen = pexpect.spawn(
        sys.executable, arguments, dimensions=(50, 80), encoding="utf-8", timeout=30
    )
    screen.expect("begins")
    screen.send(" ")
    screen.expect("Write, then")
    screen.send("Paris, I think, since 987.\x04")
    screen.expect("You wrote")
    screen.send(" ")
    screen.expect("“Paris, I think, since”")
    screen.send("y")
    screen.expect("coverage 50 %")
    screen.send("\r333")
    screen.expect("any other key")
    screen.send("x")
    screen.expect(pexpect.EOF)
    screen.close()
    (attempt,) = attempts(home)
    assert attempt.proposal == PROPOSAL
    assert [mark for _, mark in attempt.points] == [Mark.SAID, Mark.MISSED]


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_while_the_program_reads_ends_the_program_too(
    deck: Path, home: Path, child: Child, life: Lifeline, number: signal.Signals
) -> None:
    name_assistant(home, child(f"{life.hold}\nimport time; time.sleep(600)"))
    arguments = ["-m", "drill", "quiz", *FRANCE, "--judge", "--yes"]
    screen = pexpect.spawn(
        sys.executable, arguments, dimensions=(50, 80), encoding="utf-8", timeout=30
    )
    screen.expect("Write, then")
    screen.send("Paris.\x04")
    screen.expect("You wrote")
    screen.send(" ")
    assert life.has_begun()
    screen.kill(number)
    screen.expect(pexpect.EOF)
    screen.close()
    assert screen.exitstatus == 128 + number
    assert life.has_ended()


@pytest.mark.slow
def test_a_polite_kill_line_by_line_ends_the_program_too(
    deck: Path, home: Path, child: Child, life: Lifeline
) -> None:
    name_assistant(home, child(f"{life.hold}\nimport time; time.sleep(600)"))
    arguments = ["-m", "drill", "quiz", *FRANCE, "--judge", "--yes", "--plain"]
    lines = subprocess.Popen(
        [sys.executable, *arguments], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, cwd=ROOT
    )
    assert lines.stdin
    with lines.stdin as typed:
        typed.write(b"Paris.\n.\n\n")
        typed.flush()
        assert life.has_begun()
        lines.terminate()
        assert lines.wait(20) == 143
    assert life.has_ended()
