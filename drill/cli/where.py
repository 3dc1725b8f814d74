"""`drill where`: the places of everything that drill keeps and finds."""

import os
from pathlib import Path

from drill.cli import options
from drill.cli.output import write_json
from drill.settings import load
from drill.text import printable_line


def where(*, json: options.Json = False) -> None:
    """Print where drill keeps and finds things."""
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
        roots = [str(root) for root in settings.roots]
        write_json({**{name: str(path) for name, path in places.items()}, "decks": roots})
        return
    for name, path in places.items():
        print(printable_line(f"{name:<11}{path}{'' if path.exists() else '   (not there yet)'}"))
    for root in settings.roots:
        shipped = "   (examples)" if root == settings.examples else ""
        print(printable_line(f"{'decks':<11}{root}{shipped}"))
