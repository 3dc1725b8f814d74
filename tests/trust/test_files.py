"""Files that mean harm, beside a good deck: each is named, costs little, and hides nothing."""

import json
import os
import sys
from pathlib import Path

import pytest

from tests.trust import hostile
from tests.trust.conftest import COMMANDS, Harm

if sys.platform == "win32":
    pytest.skip("needs a POSIX system", allow_module_level=True)

from tests.trust.driving import SECONDS_TOGETHER, drill

pytestmark = pytest.mark.slow

# Those that could be waited for, never end or be said wrongly: each is met alone as well. What the
# others cost is less than what all together do.
ALONE = [file for file in hostile.FILES if callable(file.holds) or file.said]


def name(file: hostile.File) -> str:
    return file.said or file.name


@pytest.mark.parametrize("file", hostile.FILES, ids=name)
def test_check_names_each_file_and_the_place_where_it_goes_wrong(
    file: hostile.File, harm: Harm
) -> None:
    line, code = file.problem.rstrip("]").split("[")
    begin = f"{harm.decks}/{name(file)}:{line}:"
    found = [line for line in harm.ran["check"].out.splitlines() if line.startswith(begin)]
    assert any(f": error[{code}]: " in each for each in found)
    assert max(map(len, found)) < len(begin) + 800


@pytest.mark.parametrize("file", ALONE, ids=name)
def test_beside_one_such_file_the_good_deck_is_listed_at_once(
    file: hostile.File, tmp_path: Path
) -> None:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "good.yaml").write_text(hostile.GOOD)
    file.put(folder)
    ran = drill(tmp_path / "home", "list", "--questions", str(folder))
    ran.check()
    assert ran.out == "good/sky\t\t\tWhat colour is the sky?\t\n"
    assert ran.err == f"drill: {folder}/{name(file)}: broken, see drill check\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_among_all_of_them_every_command_works(command: str, harm: Harm) -> None:
    ran = harm.ran[command]
    ran.check(SECONDS_TOGETHER)
    assert ran.code == (1 if command.startswith("check") else 0)
    if command.startswith(("check", "sessions", "export history")):
        assert ran.err == ""
    else:
        broken = f"drill: {len(hostile.FILES)} decks: broken, see drill check"
        assert ran.err.splitlines() == [broken]


def test_the_good_deck_is_listed_asked_and_exported_among_them(harm: Harm) -> None:
    for command in ("list", "quiz", "mock -n 4 --reveal each --seed 1", "export cheatsheet --full"):
        assert "What colour is the sky?" in harm.ran[command].out
    titles = [line["title"] for line in json.loads(harm.ran["list --json"].out)["questions"]]
    assert "What colour is the sky?" in titles


def test_decks_in_folders_that_lead_round_in_a_circle_are_found_once(tmp_path: Path) -> None:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "good.yaml").write_text(hostile.GOOD)
    (folder / "again").symlink_to(folder)
    (folder / "bytes\udcff").mkdir()
    ran = drill(tmp_path / "home", "check", str(folder))
    ran.check()
    assert ran.out == (
        rf"{folder}/bytes\udcff:1:1: error[file-name]: the file's name is not UTF-8: rename it"
        "\n1 question in 1 deck: 1 error\n"
    )


def test_a_deck_that_becomes_a_pipe_is_neither_waited_for_nor_asked(tmp_path: Path) -> None:
    folder, home = tmp_path / "decks", tmp_path / "home"
    folder.mkdir()
    (folder / "good.yaml").write_text(hostile.GOOD)
    (folder / "more.yaml").write_text(hostile.GOOD.replace("good", "more"))
    assert drill(home, "list", "--questions", str(folder)).err == ""
    (folder / "good.yaml").unlink()
    os.mkfifo(folder / "good.yaml")
    ran = drill(home, "quiz", "--questions", str(folder), keys="\n1\n")
    ran.check()
    assert "1 of 1 answered" in ran.out
    assert ran.err == f"drill: {folder / 'good.yaml'}: broken, see drill check\n"
