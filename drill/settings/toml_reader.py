"""Reads the keys of a TOML file one by one; checks, locates and lists each."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from difflib import get_close_matches
from pathlib import Path

from drill.errors import DrillError, Problem, Severity

Value = str | float | bool | None
DEFAULT_ORIGIN = "default"
_LATEST_TURN = time(12)
_MOST_WARNINGS = 50  # each searches for its line: more would not help, and take long


@dataclass(frozen=True, slots=True)
class Setting:
    """A key of the configuration: its value, default, origin and purpose.

    `origin` is "default", `path:line`, or the name of an environment variable.
    """

    key: str
    value: Value
    default: Value
    origin: str
    meaning: str


class TomlReader:
    """The keys of one file; `settings` and `problems` grow as they are read.

    The keys of a table are named `table.key`.
    """

    def __init__(self, path: Path, text: str) -> None:
        """Parse the file; raises DrillError if it is not TOML."""
        self._path, self._lines = path, text.split("\n")
        self.settings: list[Setting] = []
        self.problems: list[Problem] = []
        try:
            self._table: Mapping[str, object] = tomllib.loads(text)
        except (ValueError, RecursionError) as error:  # also a number of 5,000 digits
            raise DrillError(f"{path}: {error}", "fix the file, or delete it") from error

    def number(self, key: str, default: float, between: tuple[float, float], meaning: str) -> float:
        """A number in the range `between`; raises DrillError."""
        value = self._value(key, default)
        low, high = between
        if (
            isinstance(value, bool)
            or not isinstance(value, int | float)
            or not low <= value <= high
        ):
            raise self.refusal(
                key, f"is not a number from {low} to {high}: {value!r}", f"{_bare(key)} = {default}"
            )
        self._list(key, value, default, meaning)
        return float(value)

    def flag(self, key: str, *, default: bool, meaning: str) -> bool:
        """True or false; raises DrillError."""
        value = self._value(key, default)
        if not isinstance(value, bool):
            hint = f"{_bare(key)} = {str(default).lower()}"
            raise self.refusal(key, f"is not true or false: {value!r}", hint)
        self._list(key, value, default, meaning)
        return value

    def command(self, key: str, must_hold: str, hint: str, meaning: str) -> str | None:
        """A command line that contains `must_hold`; None if absent. Raises DrillError."""
        value = self._value(key, None)
        if value is not None and not (
            isinstance(value, str) and value.strip() and must_hold in value
        ):
            what = f"a command with {must_hold} in it" if must_hold else "a command"
            raise self.refusal(key, f"is not {what}", hint)
        self._list(key, value, None, meaning)
        return value.strip() if isinstance(value, str) else None

    def time_of_day(self, key: str, default: str, meaning: str) -> timedelta:
        """A time in the first half of the day, from midnight; raises DrillError."""
        value = self._value(key, default)
        try:
            moment = value if isinstance(value, time) else time.fromisoformat(str(value))
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo or moment > _LATEST_TURN:
            shown = value if isinstance(value, time) else repr(value)
            raise self.refusal(
                key, f'is not a time from "00:00" to "12:00": {shown}', f'{key} = "{default}"'
            )
        self._list(key, f"{moment:%H:%M}", default, meaning)
        return timedelta(hours=moment.hour, minutes=moment.minute)

    def table(self, name: str) -> bool:
        """Whether there is a table `name`; raises DrillError if it is not a table."""
        value = self._table.get(name)
        if value is not None and not isinstance(value, dict):
            raise self.refusal(name, "is not a table", f"write [{name}] on its own line")
        return value is not None

    def warn_of_unknown(self) -> None:
        """Add a problem for each key that was not read."""
        known = {setting.key for setting in self.settings}
        tables = {key.split(".")[0] for key in known if "." in key}
        for name, value in self._table.items():
            if name not in tables:
                self._warn(name, known | tables)
            elif isinstance(value, dict):
                for key in value:
                    self._warn(f"{name}.{key}", known)

    def _warn(self, key: str, known: set[str]) -> None:
        if key in known or len(self.problems) >= _MOST_WARNINGS:
            return
        beside = [other for other in sorted(known) if _table_of(other) == _table_of(key)]
        near = get_close_matches(key, beside, 1)
        # A key in the wrong table, such as a top-level key below [voice].
        elsewhere = [other for other in sorted(known) if _bare(other) == _bare(key)]
        hint = (
            f"did you mean {_shown(elsewhere[0])}?"
            if elsewhere
            else f"did you mean {_bare(near[0])!r}?"
            if near
            else f"known here: {', '.join(map(_bare, beside))}"
        )
        line, column = self._place(key)
        self.problems.append(
            Problem(
                str(self._path),
                line,
                column,
                "unknown-key",
                f"unknown key {_bare(key)!r}",
                hint,
                Severity.WARNING,
            )
        )

    def _value(self, key: str, default: object) -> object:
        name = _table_of(key)
        table = self._table.get(name, {}) if name else self._table
        return table.get(_bare(key), default) if isinstance(table, Mapping) else default

    def _list(self, key: str, value: object, default: Value, meaning: str) -> None:
        is_set = self._value(key, None) is not None
        origin = f"{self._path}:{self._place(key)[0]}" if is_set else DEFAULT_ORIGIN
        shown = value if isinstance(value, str | float | int | bool) else None
        self.settings.append(Setting(key, shown, default, origin, meaning))

    def _place(self, key: str) -> tuple[int, int]:
        """The line and column of a key, from 1; the first line if it is written in a rare form."""
        table, bare = _table_of(key), re.escape(_bare(key))
        header = re.compile(r"\[{1,2}\s*([\w.\"'-]+)")
        within = ""
        for number, line in enumerate(self._lines, 1):
            if match := header.match(line, len(line) - len(line.lstrip())):
                within = match[1].strip("\"'")
                if not table and within == _bare(key):
                    return number, match.start(1) + 1
            dotted = re.match(rf"\s*(?:[\"']?{re.escape(table)}[\"']?\s*\.\s*)", line)
            start = dotted.end() if table and not within and dotted else 0
            if within == table or start:
                match = re.compile(rf"\s*([\"']?{bare}[\"']?)\s*[=.]").match(line, start)
                if match:
                    return number, match.start(1) + 1
        return 1, 1

    def refusal(self, key: str, what: str, hint: str) -> DrillError:
        """The error for an invalid value of `key`."""
        line, column = self._place(key)
        return DrillError(f"{self._path}:{line}:{column}: {_bare(key)} {what}", hint)


def _bare(key: str) -> str:
    return key.rpartition(".")[2]


def _table_of(key: str) -> str:
    return key.rpartition(".")[0]


def _shown(key: str) -> str:
    table = _table_of(key)
    return f"{_bare(key)} of [{table}]" if table else f"{_bare(key)}, above the tables"
