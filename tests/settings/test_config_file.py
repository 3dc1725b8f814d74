"""`config.toml`: settings, errors, and warnings with their position."""

from datetime import timedelta
from pathlib import Path

import pytest

from drill.errors import DrillError
from drill.settings.config_file import (
    AssistantSettings,
    Config,
    VoiceSettings,
    read_config,
    settings_of,
)


def read(tmp_path: Path, text: str) -> Config:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    return read_config(path, {})


def test_the_assistant_is_a_command_with_its_limits(tmp_path: Path) -> None:
    text = '[assistant]\ncommand = " llm -m x "\nseconds = 30\nat_once = 1\n'
    assert read(tmp_path, text).assistant == AssistantSettings("llm -m x", 30.0, 1)


def test_the_limits_of_the_assistant_are_optional(tmp_path: Path) -> None:
    text = "retention = 0.8\n[assistant]\ncommand = 'llm'\n"
    assert read(tmp_path, text) == Config(0.8, AssistantSettings("llm", 120, 4))


def test_without_the_file_there_is_no_assistant(tmp_path: Path) -> None:
    assert read_config(tmp_path / "config.toml", {}) == Config(0.9, None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\nassistant = 'llm'", "2:1: assistant is not a table"),
        ("[assistant]", "1:2: assistant names no command"),
        ("[assistant]\ncommand = ' '", "2:1: command is not a command"),
        ("[assistant]\ncommand = ['llm']", "2:1: command is not a command"),
        (
            "assistant = {command = 'llm', seconds = 0}",
            "1:1: seconds is not a number from 1 to 3600",
        ),
        (
            "[assistant]\ncommand = 'llm'\nat_once = true",
            "3:1: at_once is not a number from 1 to 32",
        ),
        ("[voice]\nrecord = 1", "2:1: record is not true or false: 1"),
        ("[voice]\n  transcribe = 'whisper'", "2:3: transcribe is not a command with {file} in it"),
        ("plain = 'yes'", "1:1: plain is not true or false: 'yes'"),
        ("day_turns_at = '4 am'", "1:1: day_turns_at is not a time from .* '4 am'"),
        ("day_turns_at = 4", "1:1: day_turns_at is not a time from .* 4"),
        ("day_turns_at = 18:00:00", "1:1: day_turns_at is not a time from .* 18:00:00"),
    ],
)
def test_invalid_values_are_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(DrillError, match=message):
        read(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        (
            "retension = 0.8",
            "1:1: warning[unknown-key]: unknown key 'retension': did you mean 'retention'?",
        ),
        (
            "# mine\n\n[assistant]\ncommand = 'llm'\n  second = 3",
            "5:3: warning[unknown-key]: unknown key 'second': did you mean 'seconds'?",
        ),
        (
            "[voice]\nretention = 0.8",
            "2:1: warning[unknown-key]: unknown key 'retention': did you mean retention, "
            "above the tables?",
        ),
        (
            "[speech]\nrecord = true",
            "1:2: warning[unknown-key]: unknown key 'speech': known here: assistant, day_turns_at, "
            "plain, retention, voice",
        ),
    ],
)
def test_an_unknown_key_is_a_warning_with_its_place(
    tmp_path: Path, text: str, warning: str
) -> None:
    problems = read(tmp_path, text).problems
    assert [str(problem) for problem in problems] == [f"{tmp_path / 'config.toml'}:{warning}"]


def test_of_very_many_unknown_keys_some_are_named(tmp_path: Path) -> None:
    text = "\n".join(f"k{number} = 1" for number in range(20_000))
    assert len(read(tmp_path, text).problems) == 50


@pytest.mark.parametrize("text", ["day_turns_at = '05:30'", "day_turns_at = 05:30:00"])
def test_the_turn_of_the_day_is_a_time(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text).day_turns_at == timedelta(hours=5, minutes=30)


@pytest.mark.parametrize(
    ("text", "variable", "plain"),
    [("", "1", True), ("", "0", False), ("", "", False), ("plain = true", "", True)],
)
def test_plain_mode_is_on_by_the_file_or_the_environment(
    tmp_path: Path, text: str, variable: str, plain: bool
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    assert read_config(path, {"ACCESSIBLE": variable}).plain is plain


def test_every_key_is_listed_with_where_it_comes_from(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("[voice]\nkeep_days = 7\n", "utf-8")
    listed = {
        setting.key: (setting.value, setting.default, setting.origin)
        for setting in settings_of(path, {"ACCESSIBLE": "1"})
    }
    assert listed == {
        "retention": (0.9, 0.9, "default"),
        "plain": (True, False, "ACCESSIBLE"),
        "day_turns_at": ("04:00", "04:00", "default"),
        "assistant.command": (None, None, "default"),
        "assistant.seconds": (120, 120, "default"),
        "assistant.at_once": (4, 4, "default"),
        "voice.record": (False, False, "default"),
        "voice.transcribe": (None, None, "default"),
        "voice.keep_days": (7, 90, f"{path}:2"),
        "voice.keep_megabytes": (1000, 1000, "default"),
    }


def test_spoken_answers_have_a_table_of_their_own(tmp_path: Path) -> None:
    text = (
        "[voice]\nrecord = true\ntranscribe = 'whisper-cli -f {file}'\n"
        "keep_days = 7\nkeep_megabytes = 200\n"
    )
    assert read(tmp_path, text).voice == VoiceSettings(True, "whisper-cli -f {file}", 7, 200)
    assert read(tmp_path, "").voice == VoiceSettings(False, None, 90, 1000)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("voice = true", "voice is not a table"),
        ("[voice]\nrecord = 1", "record is not true or false: 1"),
        ("[voice]\ntranscribe = 'whisper-cli'", r"transcribe is not a command with \{file\} in it"),
        ("[voice]\ntranscribe = ['a']", r"transcribe is not a command with \{file\} in it"),
        ("[voice]\nkeep_days = -1", "keep_days is not a number from 0 to 36500: -1"),
    ],
)
def test_invalid_values_for_spoken_answers_are_refused(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(DrillError, match=message):
        read(tmp_path, text)
