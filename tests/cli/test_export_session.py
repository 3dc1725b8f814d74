"""`drill export session`: which session, which form, what is refused, and the way back."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from stat import S_IMODE

import pytest

from drill.model import Mark
from tests.conftest import Run

pytestmark = pytest.mark.slow  # whole reports, in each format

Answered = Callable[..., None]
PARIS = [("Paris", Mark.SAID), ("It lies on the Seine", Mark.MISSED)]


@pytest.mark.usefixtures("deck")
@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("report.md", b"# Quiz of 2026-11-23 09:00\n"),
        ("report.html", b"<!doctype html>\n"),
        ("report.json", b'{\n  "drill": "session",\n  "version": 1,\n'),
        ("Report.PDF", b"%PDF-"),
    ],
)
def test_the_extension_selects_the_format(
    run: Run, answered: Answered, tmp_path: Path, name: str, start: bytes
) -> None:
    answered(1, {"capitals/france": PARIS})
    file = tmp_path / name
    done = run("export", "session", "-o", str(file))
    assert (done.code, done.out, done.err) == (0, f"{file}: 1 question\n", "")
    assert file.read_bytes().startswith(start)


def test_without_a_file_the_last_session_goes_to_stdout_as_markdown(
    run: Run, deck: Path, answered: Answered
) -> None:
    answered(3, {"capitals/peru": [("Lima", Mark.SAID)]})
    answered(1, {"capitals/france": PARIS})
    done = run("export", "session", "-o", "-")
    assert done.out.startswith("# Quiz of 2026-11-23 09:00\n")
    assert "- ● **said**: Paris\n- ○ **missed**: It lies on the Seine\n" in done.out
    assert "Peru" not in done.out


def test_a_session_is_named_by_the_beginning_of_its_id(
    run: Run, deck: Path, answered: Answered
) -> None:
    answered(3, {"capitals/peru": [("Lima", Mark.SAID)]})
    answered(1, {"capitals/france": PARIS})
    assert run("export", "session", "20261121").out.startswith("# Quiz of 2026-11-21 09:00\n")


def test_an_existing_file_is_replaced_only_with_force(
    run: Run, deck: Path, answered: Answered, tmp_path: Path
) -> None:
    answered(1, {"capitals/france": PARIS})
    file = tmp_path / "report.md"
    file.write_text("mine", "utf-8")
    done = run("export", "session", "-o", str(file))
    assert (done.code, done.err) == (
        1,
        f"drill: {file} already exists\n--force overwrites it, -o writes elsewhere\n",
    )
    assert file.read_text("utf-8") == "mine"
    assert run("export", "session", "-o", str(file), "--force").code == 0
    assert file.read_text("utf-8").startswith("# Quiz")


@pytest.mark.usefixtures("deck")
@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["-o", "report.doc"], 2, "drill: report.doc: unknown output format"),
        (["2027"], 1, "drill: no session '2027'"),
    ],
)
def test_impossible_requests_are_refused(
    run: Run, answered: Answered, arguments: list[str], code: int, message: str
) -> None:
    answered(1, {"capitals/france": PARIS})
    done = run("export", "session", *arguments)
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith(message)


def test_without_sessions_the_exit_code_is_1(run: Run, deck: Path) -> None:
    done = run("export", "session")
    assert (done.code, done.err) == (1, "drill: there are no sessions yet\ndrill quiz starts one\n")


def test_a_question_whose_deck_is_gone_is_shown_by_its_key(
    run: Run, deck: Path, answered: Answered
) -> None:
    answered(1, {"lost/question": PARIS})
    done = run("export", "session")
    assert "### 1. lost/question\n" in done.out
    assert "- ● **said**: Paris\n" in done.out
    assert "*Its deck is gone.*" in done.out


def test_without_typst_a_pdf_export_says_how_to_install_it(
    run: Run, deck: Path, answered: Answered, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(1, {"capitals/france": PARIS})
    monkeypatch.setitem(sys.modules, "typst", None)
    file = tmp_path / "report.pdf"
    done = run("export", "session", "-o", str(file))
    assert (done.code, done.err) == (
        1,
        "drill: a PDF needs Typst, which is not installed\npip install 'interview-drill[pdf]'\n",
    )
    assert not file.exists()


@pytest.mark.slow
def test_another_history_merges_the_json_and_shows_the_same_session(
    command: Run, deck: Path, answered: Answered, tmp_path: Path
) -> None:
    answered(1, {"capitals/france": PARIS})
    file, other = tmp_path / "session.json", str(tmp_path / "other")
    assert command("export", "session", "-o", str(file)).code == 0
    assert command("history", "merge", str(file), DRILL_HOME=other).out == (
        f"{file}: 1 new attempt\n"
    )
    mine, theirs = command("export", "session"), command("export", "session", DRILL_HOME=other)
    assert theirs.out == mine.out
    assert json.loads(file.read_text("utf-8"))["session"]["id"] == "20261123-090000-aaaaaa"


@pytest.mark.slow
def test_a_real_interview_of_typed_spoken_and_skipped_answers_is_exported(
    command: Run, deck: Path, tmp_path: Path
) -> None:
    lines = ["", "It is Paris <b>.", ".", "h", "4", ".", "s", ".", "2"]
    lines += [".", "s", "1", "3 3 2", "3", "2 2 2"]
    done = command(
        *("mock", "--plain", "--typed", "--no-follow-ups", "--count", "3", "--seed", "1"),
        stdin="\n".join((*lines, "")),
    )
    assert done.code == 0, done.err
    text = command("export", "session").out
    assert "- answered: **2 of 3** (1 skipped)\n" in text
    assert "- helped: **1 hint**\n" in text
    assert "> It is Paris \\<b\\>.\n" in text
    assert "*Not answered.*" in text
    assert "95 % sure · hint · structure 3, clarity 3, pace 2*" in text


@pytest.fixture
def recorded(deck: Path, answered: Answered, home: Path) -> Path:
    """The folder of recordings, with two of a session and one of another."""
    answered(1, {"capitals/france": PARIS})
    folder = home / "recordings"
    folder.mkdir()
    for name in ("20261123-090000-aaaaaa.1", "20261123-090000-aaaaaa.1-2", "20261121-090000.1"):
        (folder / f"{name}.flac").write_bytes(name.encode())
    return folder


def test_recordings_are_exported_only_on_request(run: Run, recorded: Path, tmp_path: Path) -> None:
    report, sound = tmp_path / "report.md", tmp_path / "my" / "sound"
    assert run("export", "session", "-o", str(report)).code == 0
    assert not sound.exists()
    done = run("export", "session", "-o", str(report), "--force", "--recordings", str(sound))
    assert (done.code, done.err) == (0, "")
    assert done.out == f"{report}: 1 question\n{sound}: 2 recordings\n"
    assert {path.name: path.read_bytes() for path in sound.iterdir()} == {
        "20261123-090000-aaaaaa.1.flac": b"20261123-090000-aaaaaa.1",
        "20261123-090000-aaaaaa.1-2.flac": b"20261123-090000-aaaaaa.1-2",
    }
    assert {S_IMODE(path.stat().st_mode) for path in sound.iterdir()} == {0o600}


def test_a_report_on_stdout_is_nothing_but_the_report(
    run: Run, recorded: Path, tmp_path: Path
) -> None:
    plain = run("export", "session")
    done = run("export", "session", "--recordings", str(tmp_path / "sound"))
    assert done.out == plain.out
    assert done.err == f"{tmp_path / 'sound'}: 2 recordings\n"


def test_a_session_without_recordings_exports_none_and_says_so(
    run: Run, deck: Path, answered: Answered, tmp_path: Path
) -> None:
    answered(1, {"capitals/france": PARIS})
    done = run("export", "session", "--recordings", str(tmp_path / "sound"))
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines() == [
        "drill: there are no recordings of 20261123-090000-aaaaaa",
        "--record makes them; drill help recording says how long they are kept",
    ]
    assert not (tmp_path / "sound").exists()


def test_an_existing_copy_is_replaced_only_with_force(
    run: Run, recorded: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "20261123-090000-aaaaaa.1.flac"
    copy.write_bytes(b"mine")
    done = run("export", "session", "--recordings", str(tmp_path))
    assert (done.code, done.out) == (1, "")
    assert done.err == f"drill: {copy} already exists\n--force replaces it\n"
    assert copy.read_bytes() == b"mine"
    assert run("export", "session", "--recordings", str(tmp_path), "--force").code == 0
    assert copy.read_bytes() == b"20261123-090000-aaaaaa.1"


def test_a_folder_that_cannot_be_created_is_reported(
    run: Run, recorded: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    done = run("export", "session", "--recordings", str(tmp_path / "file"))
    assert (done.code, done.err) == (
        1,
        f"drill: {tmp_path / 'file'}: File exists\nchoose another folder\n",
    )
