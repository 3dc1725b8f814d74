"""Users add and edit questions; the installation is never written to."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from drill.cli.add import _FORM, _edited
from drill.decks import read_deck
from drill.errors import DrillError
from tests.children import shell_script
from tests.conftest import Run


def own(home: Path, deck: str = "my-questions") -> list[tuple[str, str | None]]:
    data = (home / "questions" / f"{deck}.yaml").read_bytes()
    read = read_deck(data, deck).deck
    assert read
    return [(question.id, question.answer) for question in read.questions]


@pytest.mark.slow
def test_a_question_is_added_to_a_deck_of_the_user(command: Run, home: Path) -> None:
    done = command(
        "add", "What is a heap?", "--answer", "A tree.", "--point", "Ordered", "--tag", "ds"
    )
    assert done.out == (
        f"my-questions/what-is-a-heap added to {home}/questions/my-questions.yaml\n"
    )
    command("add", "What is a heap?", "--deck", "trees")
    command("add", "What is a heap?")
    assert own(home) == [("what-is-a-heap", "A tree."), ("what-is-a-heap-2", None)]
    assert own(home, "trees") == [("what-is-a-heap", None)]


@pytest.mark.slow
def test_from_a_pipe_the_first_paragraph_is_the_question(command: Run, home: Path) -> None:
    assert command("add", stdin="What is\na heap?\n\nA tree.\n\nOrdered.\n").code == 0
    assert own(home) == [("what-is", "A tree.\n\nOrdered.")]
    assert command("add", stdin="\n").code == 2


@pytest.mark.slow
def test_a_shipped_deck_is_copied_before_it_is_edited(
    command: Run, home: Path, tmp_path: Path
) -> None:
    editor = shell_script(tmp_path / "editor", 'echo "$2" > "$0.path"')
    assert command("edit", "dropout", EDITOR=str(editor)).code == 0
    copy = home / "questions" / "day-5-deep-learning.yaml"
    assert (tmp_path / "editor.path").read_text() == f"{copy}\n"
    assert copy.exists()


@pytest.mark.parametrize("deck", ["../up", "A b"])
def test_a_deck_that_cannot_be_an_id_is_refused(command: Run, home: Path, deck: str) -> None:
    assert command("add", "Why?", "--deck", deck).code == 2


def test_where_prints_the_paths(command: Run, home: Path) -> None:
    lines = command("where").out.splitlines()
    assert lines[0].split()[:2] == ["home", str(home)]
    assert lines[-1].endswith("questions   (examples)")


@pytest.mark.slow
def test_questions_added_at_the_same_time_are_all_kept(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRILL_HOME", str(home))
    asked = [[sys.executable, "-m", "drill", "add", f"What is {number}?"] for number in range(4)]
    adding = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for command in asked]
    assert [process.wait() for process in adding] == [0] * 4
    assert sorted(id_ for id_, _ in own(home)) == [f"what-is-{number}" for number in range(4)]


@pytest.mark.slow
def test_a_deck_deleted_in_the_editor_is_reported(command: Run, tmp_path: Path) -> None:
    editor = shell_script(tmp_path / "editor", 'rm "$2"')
    done = command("edit", "dropout", EDITOR=str(editor))
    assert done.code == 1
    assert done.err.endswith("day-5-deep-learning.yaml: No such file or directory\n")


def test_text_that_could_not_be_added_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = shell_script(tmp_path / "editor", "sed -i 's/question:/question: Why?/' \"$2\"")
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    with pytest.raises(DrillError, match="full") as refused, _edited():
        raise DrillError("the disk is full")
    [kept] = (tmp_path / "tmp").iterdir()
    assert refused.value.hint == f"what you wrote is kept in {kept}"
    with _edited() as question:
        assert question.text == "Why?"
    assert list((tmp_path / "tmp").iterdir()) == [kept]
    monkeypatch.setenv("EDITOR", "true")
    with pytest.raises(DrillError, match="nothing was written"), _edited():
        pass
    assert list((tmp_path / "tmp").iterdir()) == [kept]


def test_the_empty_form_of_a_killed_run_is_removed_an_hour_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    hour = time.time() - 3700
    for name, text, age in (("old", _FORM, hour), ("new", _FORM, None), ("mine", "my words", hour)):
        left = tmp_path / f"drill-{name}.yaml"
        left.write_text(text, "utf-8")
        if age:
            os.utime(left, (age, age))
    with pytest.raises(DrillError, match="nothing was written"), _edited():
        pass
    assert sorted(path.name for path in tmp_path.iterdir()) == ["drill-mine.yaml", "drill-new.yaml"]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of Unix")
@pytest.mark.parametrize("left", ['mkfifo "$2"', 'ln -s /dev/zero "$2"'])
def test_what_is_no_file_after_the_editor_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, left: str
) -> None:
    editor = shell_script(tmp_path / "editor", f'rm "$2"; {left}')
    monkeypatch.setenv("EDITOR", str(editor))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(DrillError, match="not a regular file"), _edited():
        pass
