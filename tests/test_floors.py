"""The layers of the package, as declared in pyproject.toml."""

import re
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parent.parent
_LINES = 320
"""The most lines of a module: a longer one holds two things."""


def test_no_module_imports_what_its_floor_forbids(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_no_module_is_longer_than_320_lines() -> None:
    modules = (ROOT / "drill").rglob("*.py")
    lines = {str(path): path.read_text("utf-8").count("\n") for path in modules}
    assert {path: count for path, count in lines.items() if count > _LINES} == {}


def test_each_module_is_named_by_the_map_of_its_package() -> None:
    missing = []
    for package in (ROOT / "drill").rglob("__init__.py"):
        named = set(re.findall(r"\w+", package.read_text("utf-8")))
        for path in package.parent.iterdir():
            is_module = path.suffix == ".py" and not path.stem.startswith("__")
            name = path.stem if is_module or (path / "__init__.py").exists() else ""
            if name and not {name, name.rstrip("_")} & named:
                missing.append(str(path.relative_to(ROOT)))
    assert missing == []
