"""Unfinished answers of a quiz."""

import os
from pathlib import Path

import pytest

from drill.errors import DrillError
from drill.workspace.unfinished_answers import Drafts


def test_a_draft_stays_for_the_next_quiz_until_it_is_emptied(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    drafts = Drafts(tmp_path / "home")
    drafts.keep("nets/why", "Because €")
    drafts.keep("nets/dropout", "It")
    assert Drafts(tmp_path / "home").of("nets/why") == "Because €"
    drafts.keep("nets/why", "")
    assert Drafts(tmp_path / "home").of("nets/why") == ""
    assert Drafts(tmp_path / "home").of("nets/dropout") == "It"


def test_two_quizzes_keep_each_their_own(tmp_path: Path) -> None:
    one, other = Drafts(tmp_path), Drafts(tmp_path)
    assert one.of("a") == other.of("b") == ""
    one.keep("a", "A")
    other.keep("b", "B")
    assert (Drafts(tmp_path).of("a"), Drafts(tmp_path).of("b")) == ("A", "B")


@pytest.mark.parametrize("content", ["", "[1]", "{", "[" * 100_000, '{"b": "\x00', "9" * 5_000])
def test_a_file_that_is_not_drills_holds_no_drafts_and_is_kept(
    tmp_path: Path, content: str
) -> None:
    (tmp_path / "drafts.json").write_text(content)
    drafts = Drafts(tmp_path)
    assert drafts.of("a") == ""
    drafts.keep("a", "A")
    assert Drafts(tmp_path).of("a") == "A"
    assert (tmp_path / "drafts.bak").read_text() == content


def test_members_that_are_no_drafts_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "drafts.json").write_text('{"a": 1, "b": "\\ud800"}')
    drafts = Drafts(tmp_path)
    assert drafts.of("a") == ""
    drafts.keep("a", "A")
    assert Drafts(tmp_path).of("b") == "?"


def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "drafts.json")
    drafts = Drafts(tmp_path)
    assert drafts.of("a") == ""
    with pytest.raises(DrillError, match="your draft cannot be saved: not a regular file"):
        drafts.keep("a", "A")
    assert (tmp_path / "drafts.json").is_fifo()


def test_an_unwritable_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(DrillError, match="your draft cannot be saved"):
        Drafts(tmp_path / "home").keep("a", "A")
