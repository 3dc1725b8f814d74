"""The two forms that scripts read: one JSON document, and lines of columns between tabs."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date

from drill.text import escaped, printable

VERSION = 1


def write_json(document: Mapping[str, object]) -> None:
    """Print `document` with its `version`, as UTF-8 whatever the terminal's encoding is.

    Its values may be those of `drill.model`: frozen dataclasses become objects, times ISO 8601.
    """
    import json

    whole = {"version": VERSION, **document}
    text = json.dumps(whole, ensure_ascii=False, indent=2, default=_plain)
    sys.stdout.flush()
    sys.stdout.buffer.write(escaped(text).encode() + b"\n")


def write_row(cells: Iterable[str]) -> None:
    """Print one line of cells between tabs; whatever would break the line becomes a space."""
    print("\t".join(" ".join(printable(cell).split()) for cell in cells))


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {each.name: getattr(value, each.name) for each in fields(value)}
    if isinstance(value, Mapping):
        return dict(value)
    return str(value)
