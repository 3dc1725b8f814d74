"""`drill where`: the paths that drill uses."""

import os
from pathlib import Path
from typing import Annotated

from drill.cli import options
from drill.cli.output import write_json
from drill.settings import load
from drill.text import printable_line


def where(*, json: Annotated[bool, options.json_as("where")] = False) -> None:
    """Print where drill keeps its files."""
    settings = load(os.environ)
    places: dict[str, Path] = {
        "home": settings.home,
        "history": settings.history,
        "backups": settings.history.parent / "backups",
        "plans": settings.plans,
        "recordings": settings.recordings,
        "config": settings.config,
        "cache": settings.cache,
    }
    if json:
        from drill.cli.records import where_document

        write_json(where_document(places, settings.roots))
        return
    for name, path in places.items():
        print(printable_line(f"{name:<11}{path}{'' if path.exists() else '   (not there yet)'}"))
    for root in settings.roots:
        shipped = "   (examples)" if root == settings.examples else ""
        print(printable_line(f"{'decks':<11}{root}{shipped}"))
