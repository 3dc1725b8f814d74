"""`drill export`: output files, errors and messages."""

import csv
import io
import re
import sqlite3
import sys
import zipfile
from pathlib import Path

import pytest

from drill.model import Mark
from tests.conftest import Run
from tests.exporters.boxes import needs_poppler, text_of

pytestmark = pytest.mark.slow  # whole sheets, in each format

SAID = [("Paris", Mark.SAID), ("It lies on the Seine", Mark.SAID)]
HALF = [("Paris", Mark.SAID), ("It lies on the Seine", Mark.MISSED)]


def titles(out: str) -> list[str]:
    return [line[4:] for line in out.splitlines() if line.startswith("### ")]


def test_without_a_file_the_sheet_goes_to_stdout_as_markdown(run: Run, deck: Path) -> None:
    done = run("export", "cheatsheet", "--tag", "america")
    assert done.code == 0
    assert done.out == (
        "# Capitals of the world\n\n*2026-11-24 · all decks · america*\n\n"
        "### What is the capital of Peru?\n\n- Lima\n"
    )


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("sheet.md", b"# Capitals of the world\n"),
        ("sheet.html", b"<!doctype html>\n"),
        ("Sheet.PDF", b"%PDF-"),
    ],
)
def test_the_extension_selects_the_format(
    run: Run, deck: Path, tmp_path: Path, name: str, start: bytes
) -> None:
    file = tmp_path / name
    done = run("export", "cheatsheet", "-o", str(file))
    pages = " on 1 page" if name.endswith("PDF") else ""
    assert (done.code, done.out, done.err) == (0, f"{file}: 3 questions{pages}\n", "")
    assert file.read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["cheatsheet", "-o", "sheet.doc"], "sheet.doc: unknown output format"),
        (["anki", "-o", "cards.pdf"], "cards.pdf: unknown output format"),
        (["cheatsheet", "--pages", "1"], "--pages, --paper, --columns, --size and --landscape are"),
        (["cheatsheet", "--fold"], "--fold is for HTML"),
        (["cheatsheet", "--full", "--blank"], "--full, --questions-only and --blank exclude"),
        (["cheatsheet", "-o", "a.pdf", "--columns", "9"], "invalid value for '--columns'"),
        (["anki"], "missing option '--output' / '-o'"),
    ],
)
def test_wrong_usage_is_refused(run: Run, deck: Path, arguments: list[str], message: str) -> None:
    done = run("export", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"drill: {message}")


def test_an_existing_file_is_replaced_only_with_force(run: Run, deck: Path, tmp_path: Path) -> None:
    file = tmp_path / "sheet.md"
    file.write_text("mine")
    done = run("export", "cheatsheet", "-o", str(file))
    assert (done.code, file.read_text()) == (1, "mine")
    assert done.err == (
        f"drill: {file} already exists\n--force overwrites it, -o writes elsewhere\n"
    )
    assert run("export", "cheatsheet", "-o", str(file), "--force").code == 0
    assert file.read_text("utf-8").startswith("# Capitals")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["decks", "home", "sheet.md"]


@pytest.mark.parametrize("kind", ["cheatsheet", "anki"])
def test_an_empty_selection_writes_nothing(run: Run, deck: Path, tmp_path: Path, kind: str) -> None:
    file = tmp_path / ("sheet.md" if kind == "cheatsheet" else "cards.apkg")
    done = run("export", kind, "--search", "nowhere", "-o", str(file))
    assert (done.code, done.out, file.exists()) == (1, "", False)
    assert done.err.startswith("drill: no question matches\n")


def test_missed_prints_the_missed_points_or_reports_that_there_are_none(
    run: Run, deck: Path, answered: Run
) -> None:
    assert run("export", "cheatsheet", "--missed").code == 1
    answered(1, {"capitals/france": [("Paris", Mark.SAID), ("It lies on the Seine", Mark.MISSED)]})
    done = run("export", "cheatsheet", "--missed")
    assert done.out == (
        "# Capitals of the world\n\n*2026-11-24 · all decks*\n\n"
        "### What is the capital of France?\n\n- *(missed)* It lies on the Seine\n"
    )


def test_questions_at_risk_come_before_known_ones(run: Run, deck: Path, answered: Run) -> None:
    """Peru was learnt today for the first time; France is long known."""
    for days in (90, 50, 20):
        answered(days, {"capitals/france": SAID})
    answered(0, {"capitals/peru": [("Lima", Mark.SAID)]})
    assert run("plan", "--on", "2026-12-24").code == 0
    best = run("export", "cheatsheet", "-n", "2").out
    assert titles(best) == ["What is the capital of Peru?", "What is the capital of Chad?"]


def test_an_anki_package_and_a_table(run: Run, deck: Path, tmp_path: Path) -> None:
    file = tmp_path / "cards.apkg"
    assert run("export", "anki", "-o", str(file)).code == 0
    assert "collection.anki2" in zipfile.ZipFile(file).namelist()
    done = run("export", "anki", "-o", "-")
    assert len(list(csv.reader(io.StringIO(done.out, newline="")))) == 4


@pytest.mark.parametrize(
    ("module", "extra", "command"),
    [("typst", "pdf", "cheatsheet -o x.pdf"), ("genanki", "anki", "anki -o x.apkg")],
)
def test_a_missing_extra_is_named_with_its_installation(
    request: pytest.FixtureRequest, module: str, extra: str, command: str
) -> None:
    run, deck, patch = map(request.getfixturevalue, ("run", "deck", "monkeypatch"))
    patch.chdir(deck.parent)
    patch.setitem(sys.modules, module, None)
    done = run("export", *command.split())
    assert done.code == 1
    assert done.err.endswith(f"is not installed\npip install 'interview-drill[{extra}]'\n")
    assert [path.name for path in deck.parent.iterdir()] == [deck.name]


def test_a_missing_folder_is_reported_without_a_traceback(
    run: Run, deck: Path, tmp_path: Path
) -> None:
    done = run("export", "cheatsheet", "-o", str(tmp_path / "no" / "sheet.md"))
    assert done.code == 1
    assert done.err.endswith("No such file or directory\nchoose another file with -o\n")


def test_the_table_on_stdout_is_utf_8_whatever_the_terminal_is(command: Run, deck: Path) -> None:
    done = command("export", "anki", "-o", "-", PYTHONIOENCODING="ascii")
    assert "• It lies on the Seine" in done.out
    assert done.err == ""


def test_count_takes_the_neediest_questions_not_the_first(
    run: Run, deck: Path, answered: Run
) -> None:
    answered(1, {"capitals/peru": [("Lima", Mark.MISSED)], "capitals/france": SAID})
    done = run("export", "cheatsheet", "-n", "1")
    assert titles(done.out) == ["What is the capital of Peru?"]
    assert titles(run("export", "cheatsheet", "--missed", "-n", "1").out) == titles(done.out)


def test_weak_selects_the_same_questions_as_elsewhere(run: Run, deck: Path, answered: Run) -> None:
    answered(1, {"capitals/peru": [("Lima", Mark.SAID)], "capitals/france": HALF})
    assert titles(run("export", "cheatsheet", "--weak").out) == ["What is the capital of France?"]


def test_a_point_shows_how_often_it_was_missed(run: Run, deck: Path, answered: Run) -> None:
    for days, points in ((9, HALF), (5, SAID), (1, HALF)):
        answered(days, {"capitals/france": points})
    out = run("export", "cheatsheet").out
    assert "- *(missed 2 of 3)* It lies on the Seine\n" in out
    assert "## What you missed\n" in out


def test_with_a_plan_the_sheet_has_its_questions(run: Run, deck: Path) -> None:
    assert run("plan", "--on", "2026-12-24", "--tag", "america").code == 0
    planned = run("export", "cheatsheet").out
    assert titles(planned) == ["What is the capital of Peru?"]
    assert "*2026-11-24 · plan until 2026-12-24*" in planned
    assert len(titles(run("export", "cheatsheet", "--all").out)) == 3
    assert titles(run("export", "cheatsheet", "--search", "Chad").out) == [
        "What is the capital of Chad?"
    ]


def test_on_the_eve_the_sheet_has_the_questions_at_risk(
    run: Run, deck: Path, answered: Run
) -> None:
    answered(1, {"capitals/france": HALF, "capitals/peru": [("Lima", Mark.SAID)]})
    assert run("plan", "--on", "2026-12-24").code == 0
    assert len(titles(run("export", "cheatsheet").out)) == 3
    assert run("plan", "--on", "2026-11-25").code == 0
    assert titles(run("export", "cheatsheet").out) == ["What is the capital of France?"]


@needs_poppler
def test_a_full_page_says_what_is_left_out_and_its_command_prints_it(
    run: Run, deck: Path, tmp_path: Path
) -> None:
    questions = "".join(
        f"  - {{id: q{at}, question: Number {at}?, key_points: [{'word ' * 30}]}}\n"
        for at in range(90)
    )
    deck.write_text(f"deck: many\ntitle: Many\nquestions:\n{questions}", "utf-8")
    file = tmp_path / "two words.pdf"
    done = run("export", "cheatsheet", "--tag", "x", "-o", str(file))
    assert done.code == 1
    done = run("export", "cheatsheet", "many", "--pages", "1", "--landscape", "-o", str(file))
    said = re.fullmatch(rf"{re.escape(str(file))}: (\d+) of 90 questions on 1 page\n", done.out)
    assert said
    text = " ".join(text_of(file.read_bytes()).split())
    assert f"Left out: {90 - int(said[1])} of 90 questions" in text
    assert "drill export cheatsheet many -o 'two words-all.pdf'" in text


def test_a_full_disk_during_an_anki_export_is_reported(
    run: Run, deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("genanki.Package.write_to_file", full)
    done = run("export", "anki", "-o", str(tmp_path / "a.apkg"))
    assert (done.code, done.err) == (
        1,
        "drill: cannot write a temporary file: database or disk is full\n"
        "make room there, or set TMPDIR to another folder\n",
    )
    assert not (tmp_path / "a.apkg").exists()
