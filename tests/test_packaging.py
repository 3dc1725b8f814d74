"""The wheel: that it holds all that drill needs, and runs where there is no source tree."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=60,
    )
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_holds_decks_schema_types_and_the_command(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (entry_points,) = (name for name in names if name.endswith("/entry_points.txt"))
        assert archive.read(entry_points).decode().split("\n")[:2] == [
            "[console_scripts]",
            "drill = drill.__main__:main",
        ]
    shipped = {path.name for path in (ROOT / "questions").glob("*.yaml")}
    assert {f"drill/questions/{name}" for name in shipped} <= names
    assert {"drill/py.typed", "drill/deck.schema.json"} <= names
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith("tests/")]


def test_the_wheel_lists_its_own_questions_away_from_the_source(
    wheel: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    with ZipFile(wheel) as archive:
        archive.extractall(site)
    environ = {**os.environ, "PYTHONPATH": str(site), "DRILL_HOME": str(tmp_path / "home")}
    environ.pop("DRILL_QUESTIONS", None)
    done = subprocess.run(
        [sys.executable, "-m", "drill", "list", "--json"],
        cwd=tmp_path,
        env=environ,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=30,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert str(site / "drill" / "questions" / "day-5-deep-learning.yaml") in done.stdout
