"""Output for scripts: one JSON document, or tab-separated lines."""

import sys
from collections.abc import Iterable, Mapping

from drill.text import escaped, printable

VERSION = 1


def write_json(document: Mapping[str, object]) -> None:
    """Print a document of `record_types` with its `version`, as UTF-8 on every terminal."""
    import json

    whole = {"version": VERSION, **document}
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    sys.stdout.flush()
    sys.stdout.buffer.write(escaped(text).encode() + b"\n")


def write_row(cells: Iterable[str]) -> None:
    """Print one tab-separated line; characters that would break it become spaces."""
    print("\t".join(" ".join(printable(cell).split()) for cell in cells))
