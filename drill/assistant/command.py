"""Splits the user's command into program and arguments, or passes it to a shell if it needs one."""

import os
import re
import shlex
import shutil
import sys

from drill.errors import DrillError

_HINT = 'see [assistant] command in config.toml, for example: command = "llm -m NAME"'
# The pieces of a shell command: an escaped character, 'text', "text", any other character.
_PIECE = re.compile(r"""\\.|'[^']*'|"(?:\\.|[^"\\])*"|.""", re.DOTALL)
_ASSIGNMENT = re.compile(r"\w+=")
_SHELL_ONLY = frozenset("|&;<>()$`*?[~\n")
_SHELL_ONLY_QUOTED = frozenset("$`")
_WINDOWS_SHELL_ONLY = frozenset("|&<>%")


Program = list[str] | str
"""The program's path and its arguments; on Windows also a whole line for the shell."""


def program_of(command: str) -> Program:
    """The program to start for `command`.

    Raises DrillError if the command is empty or malformed, or its program is not found.
    """
    if sys.platform == "win32":
        line = windows_line(command)
        return line if isinstance(line, str) else _found(line)
    if _needs_shell(command):
        return ["/bin/sh", "-c", command]
    try:
        arguments = shlex.split(command)
    except ValueError as error:  # an unclosed quotation mark
        raise DrillError(
            f"the assistant's command cannot be read: {error}: {command}", _HINT
        ) from error
    return _found(arguments)


def windows_line(command: str) -> Program:
    r"""The parts of `command` on Windows, where `\` belongs to paths and only `"` quotes."""
    if not _WINDOWS_SHELL_ONLY.isdisjoint(re.sub(r'"[^"]*"', "", command)):
        return f'{os.environ.get("COMSPEC", "cmd.exe")} /d /s /c "{command}"'
    return [part.replace('"', "") for part in re.findall(r'(?:"[^"]*"?|[^\s"])+', command)]


def _found(arguments: list[str]) -> list[str]:
    if not arguments:
        raise DrillError("the assistant's command is empty", _HINT)
    path = shutil.which(arguments[0])
    if path is None:
        raise DrillError(f"the assistant's program was not found: {arguments[0]}", _HINT)
    return [path, *arguments[1:]]


def _needs_shell(command: str) -> bool:
    """Whether `command` needs a shell: for pipes, variables, patterns or assignments."""
    if _ASSIGNMENT.match(command):
        return True
    for piece in _PIECE.findall(command):
        if piece[0] == '"':
            if not _SHELL_ONLY_QUOTED.isdisjoint(piece):
                return True
        elif piece in _SHELL_ONLY:
            return True
    return False
