"""The commands that the user has allowed drill to run, stored word for word."""

from pathlib import Path

from drill import atomic, own_files
from drill.errors import DrillError

_FILE = "assistant.json"
WHAT_IS_SENT = (
    "To draft key points it is given the question and its model answer; to judge an answer also "
    "the key points and your words, typed or transcribed. It is given nothing else: no recording, "
    "no history, no name of yours.",
    "drill opens no connection. What the program does with the text is between you and it: many "
    "send it to a service.",
)
"""The text to show before the first use of a command."""


def is_allowed(command: str, home: Path) -> bool:
    """Whether the user has allowed exactly this command."""
    return command in _allowed(home)


def allow(command: str, home: Path) -> None:
    """Store that `command` is allowed; raises DrillError if that fails."""
    import json

    path = home / _FILE
    text = json.dumps({"allowed": sorted({*_allowed(home), command})}, indent=1)
    try:
        home.mkdir(parents=True, exist_ok=True)
        atomic.write(path, f"{text}\n".encode(), atomic.PRIVATE)
    except OSError as error:
        raise DrillError(f"{path}: {error.strerror}") from error


def _allowed(home: Path) -> list[str]:
    """The commands allowed so far; none if the file is damaged, so that drill asks again."""
    try:
        commands = own_files.read_json(home / _FILE)["allowed"]
    except (OSError, ValueError, KeyError):
        return []
    listed = commands if isinstance(commands, list) else ()
    return [command for command in listed if isinstance(command, str)]
