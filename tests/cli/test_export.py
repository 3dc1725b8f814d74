"""`drill export`: where files go, what is refused, and what is said."""

import csv
import io
import sys
import zipfile
from pathlib import Path

import pytest

from drill.model import Mark
from tests.conftest import Run


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
def test_the_ending_chooses_the_form(
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
        (["cheatsheet", "-o", "sheet.doc"], "sheet.doc: drill cannot write such a file"),
        (["anki", "-o", "cards.pdf"], "cards.pdf: drill cannot write such a file"),
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


def test_a_file_that_is_there_is_replaced_only_by_force(
    run: Run, deck: Path, tmp_path: Path
) -> None:
    file = tmp_path / "sheet.md"
    file.write_text("mine")
    done = run("export", "cheatsheet", "-o", str(file))
    assert (done.code, file.read_text()) == (1, "mine")
    assert done.err == (
        f"drill: {file} is there already\n--force replaces it, -o writes elsewhere\n"
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


def test_missed_prints_the_very_points_and_without_any_says_so(
    run: Run, deck: Path, answered: Run
) -> None:
    assert run("export", "cheatsheet", "--missed").code == 1
    answered(1, {"capitals/france": [("Paris", Mark.SAID), ("It lies on the Seine", Mark.MISSED)]})
    done = run("export", "cheatsheet", "--missed")
    assert done.out == (
        "# Capitals of the world\n\n*2026-11-24 · all decks*\n\n"
        "### What is the capital of France?\n\n- *(missed)* It lies on the Seine\n"
    )


def test_weak_goes_by_what_will_be_known_on_the_day_of_the_interview(
    run: Run, deck: Path, answered: Run
) -> None:
    """Peru was read today and is not yet learnt; France was learnt, and missed 20 days ago."""
    said = [("Paris", Mark.SAID), ("It lies on the Seine", Mark.SAID)]
    half = [("Lima", Mark.SAID), ("more", Mark.MISSED)]
    for days, points in ((90, said), (50, said), (20, half)):
        answered(days, {"capitals/france": points})
    answered(0, {"capitals/peru": half})

    def first() -> str:
        text = run("export", "cheatsheet", "--weak").out
        return text.split("What is the capital of ")[1].split("?")[0]

    assert first() == "France"
    assert run("plan", "--on", "2026-12-24").code == 0
    assert first() == "Peru"


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


def test_a_folder_that_is_not_there_is_no_traceback(run: Run, deck: Path, tmp_path: Path) -> None:
    done = run("export", "cheatsheet", "-o", str(tmp_path / "no" / "sheet.md"))
    assert done.code == 1
    assert done.err.endswith("No such file or directory\nchoose another file with -o\n")


def test_the_table_on_stdout_is_utf_8_whatever_the_terminal_is(command: Run, deck: Path) -> None:
    done = command("export", "anki", "-o", "-", PYTHONIOENCODING="ascii")
    assert "• It lies on the Seine" in done.out
    assert done.err == ""
