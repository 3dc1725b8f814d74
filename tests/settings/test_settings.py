import json
import os
from pathlib import Path

import pytest

from drill.errors import DrillError
from drill.schedule.memory import PARAMETERS, Schedule
from drill.settings import builtin_questions, load

ROOT = Path(__file__).parent.parent.parent


def test_drill_home_holds_history_cache_and_questions(tmp_path: Path) -> None:
    settings = load({"DRILL_HOME": str(tmp_path)})
    assert settings.home == tmp_path
    assert settings.history == tmp_path / "history.db"
    assert settings.cache == tmp_path / "cache"
    assert settings.roots == (tmp_path / "questions", ROOT / "questions")


@pytest.mark.skipif(os.name == "nt", reason="the folders of Unix")
def test_without_drill_home_the_platforms_folders_are_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    settings = load({"DRILL_HOME": ""})
    assert settings.home.name == settings.cache.name == "drill"
    assert tmp_path in settings.home.parents
    assert settings.home != settings.cache


def test_a_home_may_begin_with_a_tilde(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    monkeypatch.setenv("USERPROFILE", "/home/ada")
    assert load({"DRILL_HOME": "~/drill"}).home == Path("/home/ada/drill")


def test_drill_questions_replaces_the_librarys_decks(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two.yaml"
    one.mkdir()
    two.touch()
    listed = os.pathsep.join(["", str(one), str(two)])
    settings = load({"DRILL_HOME": str(tmp_path), "DRILL_QUESTIONS": listed})
    assert settings.roots == (one, two)


def test_the_option_goes_before_the_variable(tmp_path: Path) -> None:
    deck = tmp_path / "a.yaml"
    deck.touch()
    environ = {"DRILL_HOME": str(tmp_path), "DRILL_QUESTIONS": str(tmp_path / "missing")}
    assert load(environ, [deck]).roots == (deck,)


@pytest.mark.parametrize(
    ("environ", "questions", "hint"),
    [
        ({}, [Path("nowhere")], "--questions names it"),
        ({"DRILL_QUESTIONS": "nowhere"}, [], "DRILL_QUESTIONS names it"),
    ],
)
def test_decks_that_are_not_there_are_refused(
    tmp_path: Path, environ: dict[str, str], questions: list[Path], hint: str
) -> None:
    with pytest.raises(DrillError) as refusal:
        load({"DRILL_HOME": str(tmp_path), **environ}, questions)
    assert refusal.value.message == "nowhere: no such file or folder"
    assert refusal.value.hint == hint


def test_the_built_in_decks_are_those_of_the_source_tree() -> None:
    assert builtin_questions() == ROOT / "questions"


def test_config_toml_sets_the_retention(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("retention = 0.85\n")
    assert load({"DRILL_HOME": str(tmp_path)}).retention == 0.85


def test_without_config_toml_a_question_comes_back_at_ninety_percent(tmp_path: Path) -> None:
    assert load({"DRILL_HOME": str(tmp_path)}).retention == 0.9


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"retention = ", " Invalid value (at end of document)"),
        (b"\xff", " 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"),
        (b"retention = '0.9'", "1:1: retention is not a number from 0.7 to 0.97: '0.9'"),
        (b"retention = true", "1:1: retention is not a number from 0.7 to 0.97: True"),
        (b"retention = 2", "1:1: retention is not a number from 0.7 to 0.97: 2"),
        (b"retention = nan", "1:1: retention is not a number from 0.7 to 0.97: nan"),
    ],
)
def test_a_wrong_config_toml_is_refused_by_name(tmp_path: Path, text: bytes, message: str) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(text)
    with pytest.raises(DrillError) as refusal:
        load({"DRILL_HOME": str(tmp_path)})
    assert refusal.value.message == f"{path}:{message}"
    assert refusal.value.hint


def test_fitted_parameters_are_kept_until_the_defaults_are(tmp_path: Path) -> None:
    fitted = (0.3, *PARAMETERS[1:])
    environ = {"DRILL_HOME": str(tmp_path)}
    load(environ).keep_parameters(fitted)
    assert load(environ).schedule == Schedule(fitted, 0.9)
    load(environ).keep_parameters(PARAMETERS)
    load(environ).keep_parameters(PARAMETERS)
    assert load(environ).schedule == Schedule()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "text",
    ["{", "[]", "{}", '{"parameters": [1]}', f'{{"parameters": {[0.0] * 21}}}', '{"parameters": 1}']
    + [json.dumps({"parameters": [value, *PARAMETERS[1:]]}) for value in (101, float("nan"), "x")],
)
def test_parameters_that_fsrs_would_not_take_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "parameters.json").write_text(text)
    with pytest.raises(DrillError, match="expected FSRS's 21 parameters"):
        load({"DRILL_HOME": str(tmp_path)})
