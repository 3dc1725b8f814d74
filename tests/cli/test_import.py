"""`drill import`, as it is typed."""

from pathlib import Path

import pytest

from drill.decks import read_deck
from tests.conftest import Run

DOCUMENT = """\
# Networking

## 1. What is TCP?

A reliable byte stream. ![states](states.png)

## 2. What is UDP?

## 3. What is a port?

A number that names a process.
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "net.md"
    path.write_text(DOCUMENT, encoding="utf-8")
    return path


def test_a_document_becomes_a_deck_of_the_library(run: Run, document: Path, home: Path) -> None:
    done = run("import", str(document), "--tag", "Net Work")
    assert (done.code, done.err) == (0, "")
    assert "net.yaml: 3 questions" in "".join(done.out.split("\n"))
    listed = run("list", "net")
    assert "What is TCP?" in listed.out
    text = (home / "questions" / "net.yaml").read_text(encoding="utf-8")
    assert "net-work" in text
    assert "title: Networking" in text


def test_an_existing_deck_is_not_overwritten(run: Run, document: Path, home: Path) -> None:
    run("import", str(document))
    before = (home / "questions" / "net.yaml").read_bytes()
    done = run("import", str(document), "--title", "Another")
    assert done.code == 1
    assert "is there already" in done.err
    assert (home / "questions" / "net.yaml").read_bytes() == before


def test_a_dry_run_accounts_for_the_lines_and_writes_nothing(
    run: Run, document: Path, home: Path
) -> None:
    done = run("import", str(document), "--dry-run")
    assert done.code == 0
    assert "3  numbered headings" in done.out
    assert "1  you will rate yourself" in done.out
    assert "states.png" in done.out
    assert "left out: blank line" in done.out
    assert not (home / "questions").exists()


def test_to_stdout_goes_the_deck_alone(command: Run, document: Path) -> None:
    done = command("import", str(document), "-o", "-")
    assert (done.code, done.err) == (0, "")
    reading = read_deck(done.out.encode(), "-")
    assert reading.deck is not None
    assert [each.id for each in reading.deck.questions] == [
        "what-is-tcp",
        "what-is-udp",
        "what-is-a-port",
    ]


def test_an_update_keeps_what_was_added_and_lists_what_changed(
    run: Run, document: Path, tmp_path: Path
) -> None:
    deck = tmp_path / "deck.yaml"
    run("import", str(document), "-o", str(deck))
    before = "  - id: what-is-tcp\n"
    edited = deck.read_text("utf-8").replace(before, "  - id: tcp\n    hint: Calls.\n")
    deck.write_text(edited, "utf-8")
    document.write_text(DOCUMENT.replace("A number that names", "It names"), "utf-8")
    dry = run("import", str(document), "-o", str(deck), "--update", "--dry-run")
    assert "1 question changed" in dry.out
    assert deck.read_text("utf-8") == edited
    done = run("import", str(document), "-o", str(deck), "--update")
    assert done.code == 0
    assert "It names a process." in deck.read_text("utf-8")
    assert "hint: Calls." in deck.read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"# Notes\n\nNothing is asked here.\n", "no questions found"),
        (b"caf\xe9", "byte 4 (0xe9, line 1) is not UTF-8"),
        (b"", "the document is empty"),
    ],
)
def test_a_document_without_questions_is_an_answer_of_no(
    run: Run, tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "bad.md"
    path.write_bytes(content)
    done = run("import", str(path))
    assert (done.code, done.out) == (1, "")
    assert message in done.err


def test_a_missing_document_is_said_to_be_missing(run: Run, tmp_path: Path) -> None:
    done = run("import", str(tmp_path / "none.md"))
    assert done.code == 1
    assert "cannot be read: no such file" in done.err


def test_an_update_without_a_deck_is_refused(run: Run, document: Path) -> None:
    done = run("import", str(document), "--update")
    assert done.code == 1
    assert "no deck to update" in done.err


def test_an_answer_too_long_for_a_deck_is_refused(run: Run, document: Path) -> None:
    document.write_text(DOCUMENT + "word " * 30_000, "utf-8")
    done = run("import", str(document))
    assert done.code == 1
    assert "40,000 is the limit" in done.err
