"""`config.toml`: the user's permanent settings, which no deck can change."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from drill import own_files
from drill.errors import DrillError, Problem
from drill.model import DAY_TURNS_AT

if TYPE_CHECKING:
    from drill.settings.toml_reader import Setting, TomlReader

ACCESSIBLE = "ACCESSIBLE"
"""The environment variable that requests plain lines for screen readers."""
RETENTION = 0.9
RETENTION_RANGE = (0.7, 0.97)
_SECONDS = 120
_SECONDS_RANGE = (1, 3600)
_AT_ONCE = 4
_AT_ONCE_RANGE = (1, 32)
_KEEP_DAYS = 90
_KEEP_DAYS_RANGE = (0, 36_500)
_KEEP_MEGABYTES = 1_000  # about 15 hours of speech
_KEEP_MEGABYTES_RANGE = (0, 1_000_000)


@dataclass(frozen=True, slots=True)
class AssistantSettings:
    """The user's own model as a command, and its limits.

    A run may take `seconds`; at most `at_once` runs are simultaneous.
    """

    command: str
    seconds: float = _SECONDS
    at_once: int = _AT_ONCE


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """Spoken answers: whether to record by default, the recogniser, the limits of recordings.

    `transcribe` is a command with `{file}` in it, None for the packaged recogniser. Recordings are
    deleted after `keep_days`, and the oldest ones beyond `keep_megabytes`.
    """

    record: bool = False
    transcribe: str | None = None
    keep_days: int = _KEEP_DAYS
    keep_megabytes: int = _KEEP_MEGABYTES


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of the file, and the defaults for the rest.

    `day_turns_at` is the start of a study day, from midnight; `plain` means line-by-line sessions;
    `problems` are warnings of unknown keys.
    """

    retention: float = RETENTION
    assistant: AssistantSettings | None = None
    voice: VoiceSettings = field(default_factory=VoiceSettings)
    plain: bool = False
    day_turns_at: timedelta = DAY_TURNS_AT
    problems: tuple[Problem, ...] = ()


def read_config(path: Path, environ: Mapping[str, str]) -> Config:
    """The settings of the file and the environment, with defaults for the rest.

    Raises DrillError if the file cannot be read or a value is invalid.
    """
    text = _text(path)
    return _read(path, text, environ)[0] if text else Config(plain=_is_accessible(environ))


def settings_of(path: Path, environ: Mapping[str, str]) -> tuple["Setting", ...]:
    """Every key of the configuration, read as in `read_config`; raises DrillError as that does."""
    listed = _read(path, _text(path), environ)[1]
    if not _is_accessible(environ):
        return listed
    return tuple(
        replace(setting, value=True, origin=ACCESSIBLE) if setting.key == "plain" else setting
        for setting in listed
    )


def _text(path: Path) -> str:
    try:
        return own_files.read(path).decode()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise DrillError(f"{path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise DrillError(f"{path}: {error}", "fix the file, or delete it") from error


def _read(
    path: Path, text: str, environ: Mapping[str, str]
) -> tuple[Config, tuple["Setting", ...]]:
    from drill.settings.toml_reader import TomlReader

    reader = TomlReader(path, text)
    retention = reader.number(
        "retention",
        RETENTION,
        RETENTION_RANGE,
        "the chance of recall at which a question comes back",
    )
    plain = reader.flag("plain", default=False, meaning="always run sessions line by line")
    turn = reader.time_of_day(
        "day_turns_at", "04:00", "the end of a study day and the start of the next"
    )
    assistant, voice = _assistant(reader), _voice(reader)
    reader.warn_of_unknown()
    config = Config(
        retention,
        assistant,
        voice,
        plain or _is_accessible(environ),
        turn,
        tuple(reader.problems),
    )
    return config, tuple(reader.settings)


def _is_accessible(environ: Mapping[str, str]) -> bool:
    return environ.get(ACCESSIBLE, "") not in {"", "0"}


def _assistant(reader: "TomlReader") -> AssistantSettings | None:
    named = reader.table("assistant")
    command = reader.command(
        "assistant.command",
        "",
        'name a program that reads a prompt and writes a reply: command = "llm -m NAME"',
        "the command of your own model",
    )
    seconds = reader.number(
        "assistant.seconds", _SECONDS, _SECONDS_RANGE, "time limit of a run, in seconds"
    )
    at_once = reader.number("assistant.at_once", _AT_ONCE, _AT_ONCE_RANGE, "runs at the same time")
    if named and command is None:
        raise reader.refusal("assistant", "names no command", 'command = "llm -m NAME"')
    return AssistantSettings(command, seconds, int(at_once)) if command else None


def _voice(reader: "TomlReader") -> VoiceSettings:
    reader.table("voice")
    return VoiceSettings(
        reader.flag("voice.record", default=False, meaning="record answers by default"),
        reader.command(
            "voice.transcribe",
            "{file}",
            'name a program that prints what it hears: transcribe = "whisper-cli -f {file}"',
            "the command that transcribes recordings, instead of the packaged recogniser",
        ),
        int(
            reader.number(
                "voice.keep_days", _KEEP_DAYS, _KEEP_DAYS_RANGE, "days to keep recordings"
            )
        ),
        int(
            reader.number(
                "voice.keep_megabytes",
                _KEEP_MEGABYTES,
                _KEEP_MEGABYTES_RANGE,
                "megabytes of recordings to keep",
            )
        ),
    )
