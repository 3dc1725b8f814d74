"""`drill import` as a command."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from drill.decks import read_deck
from tests.conftest import SMALL_DECK, Run

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


STEPPED_BACK = (
    "drill: the decks that come with drill are examples: from now on they are asked only when you "
    "name them"
)


def test_the_notice_about_shipped_decks_is_shown_once(run: Run, document: Path, home: Path) -> None:
    assert "263 questions in 8 decks" in run().out
    assert STEPPED_BACK in run("add", "What is a heap?", "--answer", "A tree.").err
    assert "1 question in 1 deck" in run().out
    assert run("import", str(document)).err == ""


def test_a_document_becomes_a_deck_of_the_library(run: Run, document: Path, home: Path) -> None:
    done = run("import", str(document), "--tag", "Net Work")
    assert (done.code, done.err) == (0, f"{STEPPED_BACK}\n")
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
    assert "already exists" in done.err
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


@pytest.mark.slow
def test_only_the_deck_goes_to_stdout(command: Run, document: Path) -> None:
    done = command("import", str(document), "-o", "-")
    assert (done.code, done.err) == (0, "")
    reading = read_deck(done.out.encode(), "-")
    assert reading.deck is not None
    assert [question.id for question in reading.deck.questions] == [
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
def test_a_document_without_questions_exits_with_1(
    run: Run, tmp_path: Path, content: bytes, message: str
) -> None:
    path = tmp_path / "bad.md"
    path.write_bytes(content)
    done = run("import", str(path))
    assert (done.code, done.out) == (1, "")
    assert message in done.err


def test_a_missing_document_is_reported(run: Run, tmp_path: Path) -> None:
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


QUIZLET = "Heap\tA tree\nTrie\tA tree of prefixes\n"


@pytest.mark.slow
def test_a_pipe_is_read_by_its_content(command: Run) -> None:
    done = command("import", "-", "-o", "-", stdin=DOCUMENT)
    assert (done.code, done.err) == (0, "")
    assert "title: Networking" in done.out
    cards = command("import", "-", "-o", "-", stdin=QUIZLET)
    assert cards.out.count("  - id: ") == 2
    deck = command("import", "-", "-o", "-", stdin=f"# mine\n{SMALL_DECK}")
    assert (deck.out, deck.err) == (f"# mine\n{SMALL_DECK}", "")


def test_a_named_pipe_is_read_once(run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as writer:
        writer.submit(pipe.write_text, DOCUMENT, "utf-8")
        done = run("import", str(pipe), "-o", "-")
    assert (done.code, done.err) == (0, "")


def test_the_import_continues_after_a_refused_document_and_sums_up(
    run: Run, document: Path, tmp_path: Path
) -> None:
    empty, cards = tmp_path / "empty.md", tmp_path / "cards.tsv"
    empty.touch()
    cards.write_text(QUIZLET, "utf-8")
    folder = tmp_path / "decks"
    done = run("import", str(document), str(empty), str(cards), "-o", f"{folder}/")
    assert done.code == 1
    assert "empty.md: the document is empty" in done.err
    assert done.err.endswith("drill: 1 of 3 documents refused\nthe others were imported\n")
    assert sorted(path.name for path in folder.glob("*.yaml")) == ["cards.yaml", "net.yaml"]


def test_several_documents_need_a_folder_as_output(run: Run, document: Path) -> None:
    done = run("import", str(document), str(document), "-o", "x.yaml")
    assert (done.code, done.err) == (
        2,
        "drill: --output takes one document\nname a folder, such as -o decks/\n",
    )


NOTES = {
    "net/What is TCP.md": "---\ntags: [transport]\n---\nA stream.\n\n## Details\n\nIt repairs.\n",
    "net/udp.md": "# What is UDP?\n\nNo guarantees.\n",
    "window.md": "# Sliding window\n\nA window of packets.\n",
    ".obsidian/hidden.md": "# What is hidden?\n\nThis.\n",
    "untitled.md": "",
}


def test_a_folder_of_notes_with_one_question_each_is_one_deck(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    for name, text in NOTES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "cards.tsv").write_text(QUIZLET, "utf-8")
    done = run("import", str(folder), "-o", f"{tmp_path}/out/")
    assert (done.code, done.err) == (0, "")
    deck = read_deck((tmp_path / "out" / "vault.yaml").read_bytes(), "vault").deck
    assert deck is not None
    assert [(question.text, question.answer, question.tags) for question in deck.questions] == [
        ("What is TCP", "A stream.\n\n## Details\n\nIt repairs.", ("net", "transport")),
        ("What is UDP?", "No guarantees.", ("net",)),
        ("Sliding window", "A window of packets.", ()),
    ]
    assert (tmp_path / "out" / "cards.yaml").exists()


def test_a_folder_without_documents_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "picture.png").touch()
    done = run("import", str(tmp_path))
    assert (done.code, done.out) == (1, "")
    assert f"{tmp_path}: no documents in it" in done.err


def test_a_deck_is_checked_and_copied_verbatim(run: Run, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "any.yaml"
    path.write_text(SMALL_DECK + "# a remark\n", "utf-8")
    assert run("import", str(path)).code == 0
    assert (home / "questions" / "capitals.yaml").read_bytes() == path.read_bytes()
    again = run("import", str(path))
    assert "capitals.yaml already exists" in again.err
    path.write_text(SMALL_DECK.replace("question:", "questoin:"), "utf-8")
    broken = run("import", str(path))
    assert broken.code == 1
    assert broken.err.endswith(f"drill check {path} shows them\n")


def test_a_url_is_refused_with_the_command_to_download_it(run: Run) -> None:
    done = run("import", "https://example.org/q")
    assert (done.code, done.err) == (
        1,
        "drill: https://example.org/q: drill opens no network connection\n"
        "curl -L https://example.org/q -o page.html && drill import page.html\n",
    )


TOPICS = "# Notes\n\n## Closures\n\nA function.\n\n## Modules\n\nA file.\n\n## Loops\n\nThey end.\n"


def test_a_refusal_shows_the_readings_and_form_takes_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "topics.md"
    path.write_text(TOPICS, "utf-8")
    refused = run("import", str(path))
    assert (refused.code, refused.out) == (1, "")
    assert (
        "  headings of level 2: 3 questions, 0 ask: Closures · Modules · Loops\n"
        f"    drill import {path} --form headings-of-level-2\n"
    ) in refused.err
    done = run("import", str(path), "--form", "headings-of-level-2", "-o", "-")
    assert done.code == 0
    wrong = run("import", str(path), "--form", "poems")
    assert wrong.code == 2
    assert "headings of level 2" in wrong.err


def test_each_reading_of_a_refusal_has_a_command_that_takes_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "two pictures.md"
    parts = (f"# {mark} Part {n}\n\nText.\n\n" for mark in "🧠🏦" for n in range(3))
    path.write_text("# Why notes?\n\nSo.\n\n" + "".join(parts), "utf-8")
    refused = run("import", str(path)).err
    assert "  headings of level 1: 7 questions, 1 asks: Why notes? · " in refused
    for mark in "🧠🏦":
        name = f"headings marked {mark}"
        assert f"    drill import '{path}' --form '{name}'\n" in refused
        deck = run("import", str(path), "--form", name, "-o", "-").out
        assert deck.count("question: Part ") == 3


def test_the_summary_says_how_many_lines_were_left_out(run: Run, document: Path) -> None:
    document.write_text(DOCUMENT.replace("## 1.", "A preface,\nin two lines.\n\n## 1."), "utf-8")
    done = run("import", str(document))
    assert "left out   2  lines of text; --dry-run shows which" in done.out


def test_a_dry_run_names_the_lines_that_were_left_out(run: Run, document: Path) -> None:
    document.write_text(DOCUMENT.replace("## 1.", "A preface.\n\n## 1."), "utf-8")
    out = run("import", str(document), "--dry-run").out
    assert "\n    3  before the first question  A preface.\n" in out


def test_a_line_of_the_summary_is_cut_and_never_wrapped(run: Run, home: Path) -> None:
    path = home.parent / "long.md"
    title = "What is " + "very " * 60 + "long?"
    path.write_text(f"# Questions\n\n## {title}\n\nThis.\n\n## What is short?\n\nThat.\n")
    lines = run("import", "--dry-run", str(path)).out.splitlines()
    (shown,) = [line for line in lines if "very" in line]
    assert shown.endswith("…")
    assert len(shown) <= 80
