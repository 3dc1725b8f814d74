"""The first use of a command: shown, asked about, remembered."""

import io
import sys
from pathlib import Path

import pytest

from drill.assistant.assistant import Assistant
from drill.cli.assistant import allowed_assistant
from drill.cli.session_ui import judge_of
from drill.errors import DrillError
from drill.settings import Settings
from drill.settings.config_file import AssistantSettings

COMMAND = f"{sys.executable} -m llm"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    named = AssistantSettings(COMMAND, 30, 2)
    return Settings(
        tmp_path / "home", tmp_path / "cache", tmp_path / "config.toml", (), assistant=named
    )


def says(monkeypatch: pytest.MonkeyPatch, stdin: io.StringIO) -> None:
    monkeypatch.setattr(sys, "stdin", stdin)


def test_the_first_use_shows_the_command_and_what_is_sent_and_asks_once(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    says(monkeypatch, Terminal("y\n"))
    assert allowed_assistant(settings, yes=False) == Assistant(COMMAND, 30, 2)
    shown = capsys.readouterr().out
    assert f"\n    {COMMAND}\n" in shown
    assert "the question and its model answer" in shown
    assert "your words, typed or transcribed" in shown
    says(monkeypatch, io.StringIO())
    assert allowed_assistant(settings, yes=False) == Assistant(COMMAND, 30, 2)
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("answer", ["", "\n", "n\n", "yesterday\n"])
def test_anything_but_yes_declines_and_is_not_stored(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    for _ in range(2):
        says(monkeypatch, Terminal(answer))
        with pytest.raises(DrillError, match="the assistant was not run"):
            allowed_assistant(settings, yes=False)


def test_without_a_terminal_the_command_is_refused_with_a_hint(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    says(monkeypatch, io.StringIO("y\n"))
    with pytest.raises(DrillError) as caught:
        allowed_assistant(settings, yes=False)
    assert caught.value.message == f"the assistant's command is not allowed yet: {COMMAND}"
    assert (caught.value.hint, caught.value.code) == (
        "run it once in a terminal to allow it, or add --yes",
        2,
    )


def test_a_missing_program_is_refused_before_asking_for_consent(tmp_path: Path) -> None:
    settings = Settings(
        tmp_path, tmp_path, tmp_path, (), assistant=AssistantSettings("no-such-program")
    )
    with pytest.raises(DrillError, match="program was not found: no-such-program"):
        allowed_assistant(settings, yes=True)
    assert list(tmp_path.iterdir()) == []


def test_yes_allows_it_from_then_on(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    says(monkeypatch, io.StringIO())
    allowed_assistant(settings, yes=True)
    assert allowed_assistant(settings, yes=False) == Assistant(COMMAND, 30, 2)


def test_without_a_command_judging_every_answer_is_refused(tmp_path: Path) -> None:
    settings = Settings(tmp_path, tmp_path, tmp_path, ())
    assert judge_of(settings, unasked=False, yes=False) is None
    with pytest.raises(DrillError, match=r"config\.toml names no assistant"):
        judge_of(settings, unasked=True, yes=True)


def test_a_named_command_judges_on_request_after_consent(
    settings: Settings,
) -> None:
    judge = judge_of(settings, unasked=False, yes=False)
    assert judge is not None
    assert (judge.command, judge.unasked, judge.is_allowed) == (COMMAND, False, False)
    judge.allow()
    assert judge.is_allowed
    judge.close()
