"""Terminals that close, type ahead, send replies, or get endless content."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals", allow_module_level=True)

import pty

from drill.history import History
from tests.children import shell_script
from tests.faults.terminals import AFTER_A_BLINK, DECK, Terminal, deck

pytestmark = pytest.mark.slow

ENDS = [signal.SIGHUP, signal.SIGTERM]
CODES: dict[str | signal.Signals, int] = {
    "q": 0,
    "\x1bq": 0,
    "\x03": 130,
    "close": 129,
    "kill": -9,
    signal.SIGHUP: 129,
    signal.SIGTERM: 143,
}
# Backtracking of this lexer of Pygments doubles with each backslash.
ENDLESS = """\
deck: q
title: Q
questions:
  - id: q
    question: Endless?
    answer: |
      ```chapel
      "%s
      ```
    key_points: [one]
""" % ("\\" * 60)


def draft(home: Path) -> str:
    with History.open(home / "history.db") as history:
        waiting = history.checkpointed()
    return waiting[1] if waiting else ""


@contextmanager
def typing(home: Path, cards: Path) -> Iterator[Terminal]:
    """A typed interview of two questions, the first of them on the screen."""
    with Terminal(home, cards, "mock", "-n", "2", "--typed") as terminal:
        terminal.until("begin")
        terminal.type(" ")
        terminal.until("Item")
        yield terminal


def scores(home: Path) -> list[float]:
    with History.open(home / "history.db") as history:
        return [attempt.coverage for attempt in history.attempts()]


@pytest.mark.parametrize("end", ["close", "hang up", "hang up twice"])
def test_an_answer_that_is_being_typed_survives_the_end_of_its_terminal(
    tmp_path: Path, end: str
) -> None:
    home = tmp_path / "home"
    with typing(home, deck(tmp_path)) as terminal:
        terminal.type("half an answer")
        terminal.until("answer")
        if end == "close":
            terminal.close()
        else:
            terminal.signal(signal.SIGHUP)
        if end == "hang up twice":
            terminal.signal(signal.SIGHUP)
        assert terminal.exit_code() in {1, 129}  # 1: nobody reads the last word
    assert "half an answer" in draft(home)


@pytest.mark.parametrize("keys", ["\r\r\r\r\r\r", "1a\r1a\r"])
def test_keys_typed_before_the_first_page_score_nothing(tmp_path: Path, keys: str) -> None:
    home = tmp_path / "home"
    with Terminal(home, deck(tmp_path), "quiz", "-n", "3") as terminal:
        terminal.type(keys)
        terminal.until("Item")
        terminal.type("q")
        assert terminal.exit_code() == 0
    assert scores(home) == []


def test_lines_typed_before_the_first_question_score_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Terminal(home, deck(tmp_path), "quiz", "-n", "3", "--plain") as terminal:
        terminal.type("\n1\n\n1\n")
        terminal.until("Enter reveals")
        terminal.type("q\n")
        assert terminal.exit_code() == 0
    assert scores(home) == []


def test_two_enters_at_once_reveal_and_do_not_accept(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Terminal(home, deck(tmp_path), "quiz", "-n", "3") as terminal:
        terminal.until("Item")
        terminal.type("\r\r")
        terminal.until("Which of these")
        terminal.type("q")
        assert terminal.exit_code() == 0
    assert scores(home) == []


@pytest.mark.parametrize(
    "reply",
    ["\x1bP1$r0q1\r\x1b\\", "\x1b]11;rgb:1/1/q\x07", "\x1b_G1q\x1b\\", "\x1b[200~ 1\r\x1b[201~"],
)
def test_replies_and_pasted_text_are_no_keys(tmp_path: Path, reply: str) -> None:
    home = tmp_path / "home"
    with Terminal(home, deck(tmp_path), "quiz", "-n", "3") as terminal:
        terminal.until("Item")
        terminal.type(reply)
        terminal.pause(0.3)
        assert b"Which of these" not in terminal.shown
        terminal.type(" ")
        terminal.until("Which of these")
        terminal.type(reply)
        terminal.pause(0.3)
        terminal.type("q")
        assert terminal.exit_code() == 0
    assert scores(home) == []


def test_an_escape_whose_rest_comes_late_neither_begins_nor_ends_an_interview(
    tmp_path: Path,
) -> None:
    home = tmp_path / "home"
    with Terminal(home, deck(tmp_path), "mock", "-n", "1", "--no-follow-ups") as terminal:
        terminal.until("begins")
        terminal.type("\x1b")
        terminal.pause(AFTER_A_BLINK)
        terminal.type("]11;rgb:1/1/q\x07")
        terminal.pause(AFTER_A_BLINK)
        assert b"Item" not in terminal.shown
        for key, next_page in (
            ("b", "Item"),
            (" ", "Which of these"),
            ("1", "●"),
            ("\r", "structur"),
        ):
            terminal.type(key)
            terminal.until(next_page)
        for _ in range(3):
            terminal.type("3")
            terminal.pause(AFTER_A_BLINK)
        terminal.until("100 %")
        terminal.type("\x1b")
        terminal.pause(AFTER_A_BLINK)
        terminal.type("u")
        terminal.until("structure")
        terminal.type("q")
        terminal.pause(AFTER_A_BLINK)
    assert scores(home) == []


def test_a_reply_of_the_terminal_is_no_part_of_a_typed_answer(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with typing(home, deck(tmp_path)) as terminal:
        terminal.type("be\x1bP1$r0q\x1b\\fo\x1b[?62;1;6cre")
        terminal.until("re")
        terminal.signal(signal.SIGTERM)
        assert terminal.exit_code() == 143
    assert '"before"' in draft(home)


EDITORS = {
    'echo ", more" >> "$2"': "half, more",
    'rm "$2"': "half",
    'rm "$2"; mkdir "$2"': "half",
    'printf "half\\377" > "$2"': "half\ufffd",
}


@pytest.mark.parametrize("script", EDITORS)
def test_an_answer_is_as_the_own_editor_left_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    editor = shell_script(tmp_path / "editor", script)
    monkeypatch.setenv("VISUAL", str(editor))
    home = tmp_path / "home"
    with typing(home, deck(tmp_path)) as terminal:
        terminal.type("half")
        terminal.until("half")
        terminal.type("\x18\x05")
        terminal.until("half")
        terminal.type("\x1bq")
        terminal.until("Leave the interview?")
        terminal.type("q")
        assert terminal.exit_code() == 0
    assert f'"{EDITORS[script]}"' in draft(home)


def test_of_an_answer_without_end_as_much_is_kept_as_a_history_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = shell_script(tmp_path / "editor", 'head -c 3000000 /dev/zero | tr "\\0" x > "$2"')
    monkeypatch.setenv("VISUAL", str(editor))
    home = tmp_path / "home"
    with typing(home, deck(tmp_path)) as terminal:
        terminal.type("\x18\x05")
        terminal.until("only the first 40,000 characters")
        terminal.signal(signal.SIGTERM)
        assert terminal.exit_code() == 143
    assert f'"{"x" * 40_000}"' in draft(home)


@pytest.mark.parametrize("keys", ["\x0f", "\x1b#", "\x00"])  # Ctrl-O, Alt-#, Ctrl-Space
def test_no_key_of_the_line_editor_loses_the_answer_or_deafens_it(
    tmp_path: Path, keys: str
) -> None:
    home = tmp_path / "home"
    with typing(home, deck(tmp_path)) as terminal:
        terminal.type("half")
        terminal.until("half")
        terminal.type(keys)
        terminal.pause(0.3)
        terminal.type("\x05 more")
        terminal.until("more")
        terminal.signal(signal.SIGTERM)
        assert terminal.exit_code() == 143
    assert "half more" in draft(home)


@pytest.mark.parametrize("end", ["q", "\x03", *ENDS])
def test_a_session_ends_whatever_it_draws(tmp_path: Path, end: str | signal.Signals) -> None:
    home = tmp_path / "home"
    with Terminal(home, deck(tmp_path, ENDLESS), "quiz") as terminal:
        terminal.until("Endless")
        terminal.type(" ")
        terminal.pause(0.5)
        if isinstance(end, str):
            terminal.type(end)
        else:
            terminal.signal(end)
        assert terminal.exit_code() == CODES[end]


@pytest.mark.parametrize("end", ["q", "\x03", signal.SIGTERM])
def test_the_page_before_an_interview_says_with_its_code_who_left(
    tmp_path: Path, end: str | signal.Signals
) -> None:
    with Terminal(tmp_path / "home", deck(tmp_path), "mock", "-n", "2") as terminal:
        terminal.until("begin")
        if isinstance(end, str):
            terminal.type(end)
        else:
            terminal.signal(end)
        assert terminal.exit_code() == CODES[end]


def test_a_storm_of_resizes_keeps_no_key_waiting(tmp_path: Path) -> None:
    with Terminal(tmp_path / "home", deck(tmp_path), "quiz") as terminal:
        terminal.until("Item")
        for _ in range(5_000):
            terminal.signal(signal.SIGWINCH)
        terminal.type("q")
        assert terminal.exit_code(5) == 0


@pytest.mark.parametrize("end", ["close", "kill", *ENDS, "\x03", "\x1bq"])
def test_an_answer_half_typed_in_a_quiz_is_offered_by_the_next(
    tmp_path: Path, end: str | signal.Signals
) -> None:
    home, cards = tmp_path / "home", deck(tmp_path)
    arguments = ("quiz", "--typed", "--order", "document")
    with Terminal(home, cards, *arguments) as terminal:
        terminal.until("Item")
        terminal.type("half an answer")
        terminal.until("answer")
        if end == "kill":
            while not (home / "drafts.json").exists():
                terminal.pause(0.1)
            terminal.signal(signal.SIGKILL)
        elif end == "close":
            terminal.close()
        elif isinstance(end, str):
            terminal.type(end)
        else:
            terminal.signal(end)
        assert terminal.exit_code() == CODES[end]
    with Terminal(home, cards, *arguments) as terminal:
        terminal.until("half an answer")
        terminal.type("\x04")
        terminal.until("You wrote")
        terminal.type("\r")
        terminal.until("Which of these")
        terminal.type("\r")
        terminal.until("2 of 3")
        terminal.type("\x1bq")
        terminal.exit_code()
    with History.open(home / "history.db") as history:
        assert [attempt.typed for attempt in history.attempts()] == ["half an answer"]


def test_interrupts_that_come_while_the_typing_ends_are_no_traceback(tmp_path: Path) -> None:
    home = tmp_path / "home"
    for round_ in range(4):
        with typing(home / str(round_), deck(tmp_path)) as terminal:
            for _ in range(5):
                terminal.signal(signal.SIGINT)
                terminal.pause(0.0005)
            assert terminal.exit_code() == 130
            terminal.pause(0.1)
            assert b"Traceback" not in terminal.shown


@pytest.mark.parametrize("stage", ["asking", "review", "delivery"])
def test_an_interview_left_with_q_resumes_where_it_stopped(tmp_path: Path, stage: str) -> None:
    home, cards = tmp_path / "home", deck(tmp_path)
    with typing(home, cards) as terminal:
        terminal.type("the first one")
        terminal.until("one")
        if stage == "asking":
            terminal.type("\x1bq")
            terminal.until("Leave the interview?")
        else:
            for number in "12":
                terminal.type("\x04")
                terminal.until("You wrote")
                terminal.type(" ")
                terminal.until("Item")
                terminal.type("the second one" if number == "1" else "")
            terminal.type("1")
            terminal.until("●")
            if stage == "delivery":
                terminal.type("\r")
                terminal.until("How was your")
                terminal.type("3")
                terminal.until("3")
        terminal.type("q")
        assert terminal.exit_code() == 0
    shown = {"asking": "the first one", "review": "●", "delivery": "structure 3"}
    with Terminal(home, cards, "mock", "--resume") as terminal:
        terminal.until(shown[stage])


def test_columns_and_lines_that_no_terminal_has_are_no_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "99999999999")
    monkeypatch.setenv("LINES", "99999999999")
    with Terminal(tmp_path / "home", deck(tmp_path), "quiz") as terminal:
        terminal.until("Item")
        terminal.pause(1.0)  # so large a page takes long to be drawn
        terminal.type("q")
        assert terminal.exit_code() == 0


@pytest.mark.parametrize("typed", [(), ("--typed",)])
def test_every_page_follows_the_size_of_its_window(tmp_path: Path, typed: tuple[str, ...]) -> None:
    words = "of several words in a row that is long enough for two lines of it?"
    cards = deck(tmp_path, DECK.replace("Item 1 is what?", f"Item 1 {words}"))
    arguments = ("quiz", "--order", "document", *typed)
    with Terminal(tmp_path / "home", cards, *arguments) as terminal:
        terminal.until(words)
        terminal.resize(40, 20)
        terminal.until("Item 1 of several words in a row")
        terminal.resize(90, 30)
        terminal.until(words)


@pytest.mark.parametrize("command", ["quiz --plain -n 2", "mock --plain --typed -n 2"])
def test_a_session_in_lines_ends_in_words_with_a_terminal_that_sends_no_hang_up(
    tmp_path: Path, command: str
) -> None:
    master, slave = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "drill", *command.split()],
        stdin=slave,
        stdout=slave,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # the terminal is not its own, as under nohup
        env={
            **os.environ,
            "DRILL_HOME": str(tmp_path / "home"),
            "DRILL_QUESTIONS": str(deck(tmp_path)),
        },
    )
    os.close(slave)
    os.read(master, 1)
    os.close(master)
    said = child.communicate(timeout=20)[1]
    gone = "drill: the output cannot be written: the terminal or disk is gone\n"
    # 0 where it went while an interview waited to begin: nothing was to be written any more.
    assert (child.returncode, said) in {(1, gone), (0, "")}
