import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from drill.model import Mark
from tests.conftest import Run

FRANCE, PERU, CHAD = "capitals/france", "capitals/peru", "capitals/chad"
ALL_SAID = [("Lima", Mark.SAID)]
HALF_SAID = [("Paris", Mark.SAID), ("It lies on the Seine", Mark.MISSED)]


@pytest.fixture
def known(deck: Path, answered: Callable[..., None]) -> None:
    """France was half known three days ago, Peru wholly."""
    answered(3, {FRANCE: HALF_SAID, PERU: ALL_SAID})


def keys(out: str) -> list[str]:
    return [line.split("\t")[0] for line in out.splitlines()]


def test_a_pipe_gets_one_line_of_columns_for_each_question(run: Run, known: None) -> None:
    done = run("list")
    assert (done.code, done.err) == (0, "")
    assert [line.split("\t") for line in done.out.splitlines()] == [
        [FRANCE, "50%", "2026-11-22T09:00:00+00:00", "What is the capital of France?", ""],
        [PERU, "100%", "2026-11-29T09:01:00+00:00", "What is the capital of Peru?", ""],
        [CHAD, "", "", "What is the capital of Chad?", ""],
    ]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["capitals"], [FRANCE, PERU, CHAD]),
        (["--tag", "america"], [PERU]),
        (["--tag", "america", "--tag", "geography"], [FRANCE, PERU, CHAD]),
        (["--tag", "geography", "--difficulty", "easy"], [FRANCE]),
        (["--difficulty", "easy", "--difficulty", "hard"], [FRANCE, PERU]),
        (["--search", "seine paris"], [FRANCE]),
        (["--due"], [FRANCE]),
        (["--weak"], [FRANCE]),
        (["--new"], [CHAD]),
        (["--new", "--due"], [FRANCE, CHAD]),
        (["-n", "2"], [FRANCE, PERU]),
        (["--new", "--count", "1"], [CHAD]),
    ],
)
def test_repeated_values_widen_and_different_options_narrow(
    run: Run, known: None, arguments: list[str], expected: list[str]
) -> None:
    done = run("list", *arguments)
    assert (done.code, keys(done.out)) == (0, expected)


def test_questions_that_come_back_later_today_are_due(
    run: Run, deck: Path, answered: Callable[..., None]
) -> None:
    answered(1, {PERU: ALL_SAID, FRANCE: HALF_SAID})  # France a minute after nine
    assert keys(run("list", "--due").out) == [FRANCE]


def test_a_deck_may_be_a_file_or_a_folder(run: Run, home: Path, deck: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("deck: other\ntitle: Other\nquestions: [{id: one, question: One?}]\n")
    assert keys(run("list", str(other)).out) == ["other/one"]
    assert keys(run("list", str(deck.parent)).out) == [FRANCE, PERU, CHAD]


def test_questions_replaces_the_library(run: Run, deck: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("deck: other\ntitle: Other\nquestions: [{id: one, question: One?}]\n")
    assert keys(run("list", "--questions", str(other)).out) == ["other/one"]


def test_json_is_one_document_with_a_version(run: Run, known: None) -> None:
    done = run("list", "--json", "--tag", "america")
    document = json.loads(done.out)
    assert document["version"] == 1
    (question,) = document["questions"]
    assert {name: question[name] for name in ("key", "deck", "id", "title", "difficulty")} == {
        "key": PERU,
        "deck": "capitals",
        "id": "peru",
        "title": "What is the capital of Peru?",
        "difficulty": "hard",
    }
    assert question["tags"] == ["america", "geography"]
    assert question["line"] == 15
    assert question["knowledge"]["coverage"] == 1.0
    assert question["knowledge"]["last"] == "2026-11-21T09:01:00+00:00"


def test_json_keeps_every_letter_whatever_the_terminals_encoding(command: Run, deck: Path) -> None:
    deck.write_text(deck.read_text().replace("Chad?", "Côte d'Ivoire?"), encoding="utf-8")
    done = command("list", "--json", PYTHONIOENCODING="ascii")
    assert json.loads(done.out)["questions"][2]["title"] == "What is the capital of Côte d'Ivoire?"


def test_without_matches_the_exit_code_is_1(run: Run, deck: Path) -> None:
    done = run("list", "--weak")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "drill: no question matches\nleave out --due, --new or --weak, or see drill list\n"
    )


def test_an_empty_library_says_how_to_make_a_deck(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.setenv("DRILL_QUESTIONS", str(empty))
    done = run("list")
    assert done.code == 1
    assert done.err == (
        "drill: no question matches\n"
        "there are no questions: drill import DOC makes a deck from a document\n"
    )


def test_a_broken_deck_is_reported_in_one_line_and_hides_no_other(run: Run, deck: Path) -> None:
    broken = deck.parent / "broken.yaml"
    broken.write_text("deck: broken\n\tquestions")
    done = run("list")
    assert (done.code, keys(done.out)) == (0, [FRANCE, PERU, CHAD])
    assert done.err == f"drill: {broken}: broken, see drill check\n"
    (deck.parent / "again.yaml").write_text("- 1")
    assert run("list").err == "drill: 2 decks: broken, see drill check\n"


def test_a_title_cannot_break_its_line_or_the_terminal(run: Run, deck: Path) -> None:
    text = deck.read_text().replace(
        "question: What is the capital of Chad?", 'question: "A\\tb\\u202e"'
    )
    deck.write_text(text)
    done = run("list", "--new", "-n", "3")
    assert done.out.splitlines()[2] == "capitals/chad\t\t\tA b\t"


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a pseudo-terminal of Unix")
def test_a_terminal_gets_columns_that_fit_it(deck: Path) -> None:
    environ = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    child = pexpect.spawn(
        sys.executable,
        ["-m", "drill", "list"],
        env=environ,
        dimensions=(24, 60),
        encoding="utf-8",
        timeout=20,
    )
    child.expect(pexpect.EOF)
    assert re.sub(r"\x1b\[[\d;]*m", "", child.before or "").splitlines()[:2] == [
        "Capitals of the world  capitals",
        " ○ new  What is the capital of France?  france",
    ]
