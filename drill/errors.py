"""Errors: refusals as exceptions, problems in the user's files as values."""

from dataclasses import dataclass
from enum import StrEnum


class DrillError(Exception):
    """An error that the user can act on: shown as `drill: message`, the hint on a second line.

    `code` is the exit code: 1 the answer is no, 2 wrong usage. Its kinds, where code tells them
    apart: `NewerVersionError`, `DamagedExportError` and `TakenIdError` of the history,
    `NoQuestions` of the importer.
    """

    def __init__(self, message: str, hint: str = "", code: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.code = code


class Severity(StrEnum):
    """The severity of a problem: errors keep their question from being asked, warnings do not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem in a user's file; `line` and `column` count from 1."""

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Give `path:line:column: error[code]: message: hint`, which editors can jump to."""
        where = f"{self.path}:{self.line}:{self.column}: {self.severity}[{self.code}]"
        return f"{where}: {self.message}" + (f": {self.hint}" if self.hint else "")
