"""A repository of decks checks itself: with the pre-commit hook, and with the action."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import SMALL_DECK, Run

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent.parent
BAD = "deck: bad\ntitle: B\nquestions:\n  - id: q\n    qestion: x\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository of decks, and other files as repositories have them."""
    path = tmp_path / "repository"
    (path / "decks").mkdir(parents=True)
    (path / "decks" / "capitals.drill.yaml").write_text(SMALL_DECK, "utf-8")
    (path / ".pre-commit-config.yaml").write_text("repos: []\n", "utf-8")
    (path / "mkdocs.yml").write_text("site_name: Capitals\n", "utf-8")
    return path


def test_the_hook_checks_decks_named_drill_yaml(repository: Path, run: Run) -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    (repository / "bad.drill.yml").write_text(BAD, "utf-8")
    chosen = [str(path) for path in repository.rglob("*") if re.search(hook["files"], str(path))]
    assert sorted(Path(each).name for each in chosen) == ["bad.drill.yml", "capitals.drill.yaml"]
    program, *words = hook["entry"].split()
    done = run(*words, *sorted(chosen))
    assert (program, done.code) == ("drill", 1)
    assert "bad.drill.yml:5:5: error[unknown-key]" in done.out


@pytest.mark.skipif(os.name == "nt", reason="a link to the command")
@pytest.mark.parametrize(("bad", "code"), [(False, 0), (True, 1)])
def test_the_steps_of_the_action_check_the_decks(
    repository: Path, tmp_path: Path, home: Path, bad: bool, code: int
) -> None:
    action = yaml.safe_load((ROOT / ".github/actions/check/action.yml").read_text("utf-8"))
    step = action["runs"]["steps"][-1]
    if bad:
        (repository / "decks" / "bad.drill.yaml").write_text(BAD, "utf-8")
    installed = tmp_path / "runner" / "drill" / "bin" / "drill"
    installed.parent.mkdir(parents=True)
    installed.write_text(f'#!/bin/sh\nexec {sys.executable} -m drill "$@"\n')
    installed.chmod(0o755)
    bash = shutil.which("bash")
    assert bash
    done = subprocess.run(
        [bash, "-e", "-o", "pipefail", "-c", step["run"]],
        cwd=repository,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "RUNNER_TEMP": str(tmp_path / "runner"),
            "DRILL_PATHS": action["inputs"]["paths"]["default"],
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == code, done.stderr
    notes = [line for line in done.stdout.splitlines() if line.startswith("::error ")]
    where = f"file={Path('decks', 'bad.drill.yaml')},line=4,col=5"
    assert [line.split()[1].split(",title")[0] for line in notes][:1] == ([where] if bad else [])


def test_a_deck_named_drill_yaml_is_found_listed_and_updated(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decks = home / "questions"
    decks.mkdir(parents=True)
    (decks / "capitals.drill.yaml").write_text(SMALL_DECK, "utf-8")
    monkeypatch.chdir(decks)
    for words in (["list"], ["list", "capitals"], ["list", "capitals.drill.yaml"]):
        assert run(*words).out.startswith("capitals/france\t")
    document = tmp_path / "seas.md"
    document.write_text(
        "## 1. What is a tide?\n\nIt rises.\n\n## 2. A fjord?\n\nA valley.\n", "utf-8"
    )
    run("import", str(document))
    (decks / "seas.yaml").rename(decks / "seas.drill.yaml")
    document.write_text(
        "## 1. What is a tide?\n\nIt falls.\n\n## 2. A fjord?\n\nA valley.\n", "utf-8"
    )
    assert run("import", str(document), "--update").code == 0
    assert sorted(path.name for path in decks.glob("*.yaml")) == [
        "capitals.drill.yaml",
        "seas.drill.yaml",
    ]
    assert "It falls." in (decks / "seas.drill.yaml").read_text("utf-8")
