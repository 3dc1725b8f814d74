"""`config.toml`: what the person decides once. A deck can set nothing of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from drill.errors import DrillError

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
    """The person's own program that drill may ask, and its limits.

    A run may take `seconds`; `at_once` runs go on at the same time.
    """

    command: str
    seconds: float = _SECONDS
    at_once: int = _AT_ONCE


@dataclass(frozen=True, slots=True)
class VoiceSettings:
    """Spoken answers: whether they are recorded unasked, who writes them down, how long they stay.

    `transcribe` is a command with `{file}` in it, None for the packaged recogniser. Recordings are
    deleted after `keep_days`, and the oldest of them over `keep_megabytes`.
    """

    record: bool = False
    transcribe: str | None = None
    keep_days: int = _KEEP_DAYS
    keep_megabytes: int = _KEEP_MEGABYTES


@dataclass(frozen=True, slots=True)
class Config:
    """What the file says, and the defaults for the rest."""

    retention: float = RETENTION
    assistant: AssistantSettings | None = None
    voice: VoiceSettings = field(default_factory=VoiceSettings)


def read_config(path: Path) -> Config:
    """The settings of the file; the defaults where there is none.

    Raises DrillError where it cannot be read or says something that drill does not know.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Config()
    except OSError as error:
        raise DrillError(f"{path}: {error.strerror}") from error
    import tomllib

    try:
        table = tomllib.loads(data.decode())
    except (ValueError, RecursionError) as error:  # ValueError: no TOML, no UTF-8, 5,000 digits
        raise DrillError(f"{path}: {error}", "fix the file, or delete it") from error
    _expect_keys(path, table, ("retention", "assistant", "voice"))
    return Config(
        _number(path, table, "retention", RETENTION, RETENTION_RANGE),
        _assistant(path, table),
        _voice(path, table),
    )


def _assistant(path: Path, table: Mapping[str, object]) -> AssistantSettings | None:
    value = table.get("assistant")
    if value is None:
        return None
    if not isinstance(value, dict):
        raise DrillError(f"{path}: assistant is not a table", "write [assistant] on its own line")
    _expect_keys(path, value, ("command", "seconds", "at_once"))
    command = value.get("command", "")
    if not isinstance(command, str) or not command.strip():
        raise DrillError(
            f"{path}: [assistant] has no command",
            'name a program that reads a prompt and writes a reply: command = "llm -m NAME"',
        )
    at_once = _number(path, value, "at_once", _AT_ONCE, _AT_ONCE_RANGE)
    seconds = _number(path, value, "seconds", _SECONDS, _SECONDS_RANGE)
    return AssistantSettings(command.strip(), seconds, int(at_once))


def _voice(path: Path, table: Mapping[str, object]) -> VoiceSettings:
    value = table.get("voice", {})
    if not isinstance(value, dict):
        raise DrillError(f"{path}: voice is not a table", "write [voice] on its own line")
    _expect_keys(path, value, ("record", "transcribe", "keep_days", "keep_megabytes"))
    record = value.get("record", False)
    if not isinstance(record, bool):
        raise DrillError(f"{path}: record is not true or false: {record!r}")
    command = value.get("transcribe")
    if command is not None and not (isinstance(command, str) and "{file}" in command):
        raise DrillError(
            f"{path}: transcribe is no command with {{file}} in it",
            'name a program that prints what it hears: transcribe = "whisper-cli -f {file}"',
        )
    days = _number(path, value, "keep_days", _KEEP_DAYS, _KEEP_DAYS_RANGE)
    size = _number(path, value, "keep_megabytes", _KEEP_MEGABYTES, _KEEP_MEGABYTES_RANGE)
    return VoiceSettings(record, command, int(days), int(size))


def _expect_keys(path: Path, table: Mapping[str, object], known: tuple[str, ...]) -> None:
    if unknown := sorted(table.keys() - set(known)):
        raise DrillError(f"{path}: unknown key {unknown[0]!r}", f"known here: {', '.join(known)}")


def _number(
    path: Path, table: Mapping[str, object], key: str, default: float, between: tuple[float, float]
) -> float:
    """The number that `key` has in the table, from the least to the most of `between`."""
    value = table.get(key, default)
    low, high = between
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise DrillError(
            f"{path}: {key} is not a number from {low} to {high}: {value!r}",
            f"{key} = {default} is what drill uses when the file says nothing",
        )
    return float(value)
