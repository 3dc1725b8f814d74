"""The wheel and the source archive: that they hold what drill needs, and run when installed."""

import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent


MOST_BYTES = 2_500_000
"""What an archive may have: a picture or a data file by mistake would be more."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of wheel and source archive, built without a network."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (path,) = built.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def sdist(built: Path) -> Path:
    (path,) = built.glob("*.tar.gz")
    return path


def test_the_wheel_holds_decks_schema_types_and_the_command(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
        (entry_points,) = (name for name in names if name.endswith("/entry_points.txt"))
        assert archive.read(entry_points).decode().split("\n")[:3] == [
            "[console_scripts]",
            "drill = drill.__main__:main",
            "interview-drill = drill.__main__:main",
        ]
    shipped = {path.name for path in (ROOT / "questions").glob("*.yaml")}
    assert {f"drill/questions/{name}" for name in shipped} <= names
    assert {"drill/py.typed", "drill/deck.schema.json"} <= names
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert not [name for name in names if name.startswith("tests/")]
    assert {"drill/schemas/list.schema.json", "drill/help/deck.txt"} <= names
    pages = {name.split(".data/data/")[1] for name in names if ".data/data/" in name}
    assert pages == {"share/man/man1/drill.1", "share/man/man1/interview-drill.1"}
    assert wheel.stat().st_size < MOST_BYTES


def test_the_source_archive_holds_the_tests_and_nothing_that_is_made(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"tests/conftest.py", "questions/sql.yaml", "README.md", "LICENSE"} <= names
    assert {".pre-commit-hooks.yaml", ".github/actions/check/action.yml"} <= names
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]
    assert sdist.stat().st_size < MOST_BYTES


def test_an_index_takes_both_as_they_are(wheel: Path, sdist: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "twine", "check", "--strict", str(wheel), str(sdist)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout.count("PASSED")) == (0, 2), done.stdout


def test_every_python_that_is_claimed_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = [each.rsplit(" ", 1)[1] for each in project["classifiers"] if ":: 3." in each]
    assert named == ["3.11", "3.12", "3.13", "3.14"]
    assert project["requires-python"] == ">=3.11"


@pytest.mark.skipif(os.name == "nt", reason="the folder of the commands")
@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_both_names_run_once_installed(
    kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    archive: Path = request.getfixturevalue(kind)
    site = tmp_path / "site"
    options = ["--no-deps", "--no-index", "--no-build-isolation", "--target", str(site)]
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", *options, str(archive)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    environ = {**os.environ, "PYTHONPATH": str(site), "DRILL_HOME": str(tmp_path / "home")}
    environ.pop("DRILL_QUESTIONS", None)
    for name in ("drill", "interview-drill"):
        command = shutil.which(name, path=str(site / "bin"))
        assert command
        done = subprocess.run(
            [command, "nonsense"],
            cwd=tmp_path,
            env=environ,
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        assert done.returncode == 2
        assert done.stderr.splitlines()[-1] == f"see {name} --help"
        listed = subprocess.run(
            [command, "decks", "--shipped"],
            cwd=tmp_path,
            env=environ,
            capture_output=True,
            text=True,
            check=True,
            timeout=30,
        )
        assert len(listed.stdout.splitlines()) == 8
    assert (site / "share" / "man" / "man1" / "drill.1").is_file()


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
