"""What `config.toml` says of the assistant."""

from pathlib import Path

import pytest

from drill.errors import DrillError
from drill.settings.config_file import AssistantSettings, Config, VoiceSettings, read_config


def read(tmp_path: Path, text: str) -> Config:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    return read_config(path)


def test_the_assistant_is_a_command_with_its_limits(tmp_path: Path) -> None:
    text = '[assistant]\ncommand = " llm -m x "\nseconds = 30\nat_once = 1\n'
    assert read(tmp_path, text).assistant == AssistantSettings("llm -m x", 30.0, 1)


def test_its_limits_need_not_be_said(tmp_path: Path) -> None:
    text = "retention = 0.8\n[assistant]\ncommand = 'llm'\n"
    assert read(tmp_path, text) == Config(0.8, AssistantSettings("llm", 120, 4))


def test_without_the_file_there_is_no_assistant(tmp_path: Path) -> None:
    assert read_config(tmp_path / "config.toml") == Config(0.9, None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("assistant = 'llm'", "assistant is not a table"),
        ("[assistant]", r"\[assistant\] has no command"),
        ("[assistant]\ncommand = ' '", r"\[assistant\] has no command"),
        ("[assistant]\ncommand = ['llm']", r"\[assistant\] has no command"),
        ("[assistant]\ncommand = 'llm'\nmodel = 'x'", "unknown key 'model'"),
        ("[assistant]\ncommand = 'llm'\nseconds = 0", "seconds is not a number from 1 to 3600: 0"),
        ("[assistant]\ncommand = 'llm'\nat_once = true", "at_once is not a number from 1 to 32"),
    ],
)
def test_what_cannot_be_meant_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(DrillError, match=message):
        read(tmp_path, text)


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
        ("[voice]\ntranscribe = 'whisper-cli'", r"transcribe is no command with \{file\} in it"),
        ("[voice]\ntranscribe = ['a']", r"transcribe is no command with \{file\} in it"),
        ("[voice]\nkeep_days = -1", "keep_days is not a number from 0 to 36500: -1"),
        ("[voice]\nmodel = 'x'", "unknown key 'model'"),
    ],
)
def test_what_cannot_be_meant_of_spoken_answers_is_refused(
    tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(DrillError, match=message):
        read(tmp_path, text)
