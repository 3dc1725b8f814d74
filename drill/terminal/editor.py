"""The user's own editor, opened at a line."""

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import PurePath

from drill import own_files
from drill.errors import DrillError

_FILE_COLON_LINE = {"code", "code-insiders", "codium", "cursor", "zed", "subl"}
_NO_LINE = {"notepad", "open"}


def command(environ: Mapping[str, str], path: str, line: int) -> list[str]:
    """The command that opens `path` at `line` in $VISUAL or $EDITOR, and waits until it is closed.

    DrillError if the variable is not a command.
    """
    default = "notepad" if sys.platform == "win32" else "vi"
    chosen = environ.get("VISUAL", "").strip() or environ.get("EDITOR", "").strip() or default
    try:
        editor = shlex.split(chosen)
    except ValueError as error:
        raise DrillError(f"$EDITOR is not a command: {chosen}", str(error)) from None
    name = PurePath(editor[0]).stem.lower()
    if name in _FILE_COLON_LINE:
        goto = ["--goto"] if name.startswith(("code", "cursor")) else []
        return [*editor, "--wait", *goto, f"{path}:{line}"]
    return [*editor, path] if name in _NO_LINE else [*editor, f"+{line}", path]


def edit(path: str, line: int) -> None:
    """Open the editor and wait until it closes; DrillError if it is not installed."""
    arguments = command(os.environ, path, line)
    # Ctrl-C belongs to the running editor. SIG_IGN would be inherited by it, hence a handler.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        subprocess.run(arguments, check=False)
    except OSError as error:
        raise DrillError(
            f"{arguments[0]}: {error.strerror}", "set EDITOR to an installed editor"
        ) from None
    finally:
        signal.signal(signal.SIGINT, before)


def edited(text: str) -> str:
    """`text` as the user's editor leaves it, unchanged if it removes the file.

    Raises DrillError if the editor or its file does not work.
    """
    with own_files.temporary_folder() as folder:
        path = folder / "answer.md"
        path.write_bytes(text.encode())
        edit(str(path), text.count("\n") + 1)
        try:
            saved = own_files.read(path).decode("utf-8-sig", "replace")
        except FileNotFoundError:
            return text
        except OSError as error:
            raise DrillError(f"what the editor has left cannot be read: {error.strerror}") from None
        return saved.replace("\r\n", "\n").removesuffix("\n")
