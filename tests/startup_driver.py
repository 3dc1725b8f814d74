"""Runs drill up to its first question and writes down what that took: modules, SQL, files.

    python -m tests.startup_driver OUT ARGUMENT...

It stops where the face, with the question on the screen, begins to work ahead.
"""

import json
import os
import sqlite3
import sys
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from drill.terminal.screen import prefetch as ahead

STATEMENTS: list[str] = []


class Traced(sqlite3.Connection):
    """A connection whose statements are written down."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.set_trace_callback(STATEMENTS.append)


def main() -> None:
    out, *arguments = sys.argv[1:]
    opened: list[str] = []

    def audit(event: str, args: tuple[object, ...]) -> None:
        if event == "open" and str(args[0]).endswith((".yaml", ".yml")):
            opened.append(str(args[0]))

    def stop(*_: object) -> NoReturn:
        record = {"modules": sorted(sys.modules), "statements": STATEMENTS, "opened": opened}
        Path(out).write_text(json.dumps(record))
        os._exit(0)

    setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Traced))  # noqa: B010
    setattr(ahead.Prefetch, "begin", stop)  # noqa: B010
    sys.addaudithook(audit)
    sys.argv = ["drill", *arguments]
    from drill.__main__ import main as drill

    drill()


if __name__ == "__main__":
    main()
