"""The file of plans, `plans.json` in drill's home: read and written whole."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from drill import atomic
from drill.errors import DrillError
from drill.model import Difficulty
from drill.schedule.plans import MOST_MINUTES, Plan, Plans
from drill.selection import Selection
from drill.text import encodable

VERSION = 1
_TOO_MUCH = (RecursionError, OverflowError)


def read_plans(path: Path) -> Plans:
    """The plans in the file `path`; none where it is not there.

    Raises DrillError where it cannot be read.
    """
    import json

    try:
        found = json.loads(path.read_bytes())
        if int(found["version"]) > VERSION:
            raise DrillError(f"{path}: written by a newer drill", "upgrade drill")
        plans = tuple(_plan(each) for each in found["plans"])
        since = found.get("since")
        started = date.fromisoformat(since) if since else None
        return Plans(plans, min(max(1, int(found["minutes"])), MOST_MINUTES), started)
    except FileNotFoundError:
        return Plans()
    except OSError as error:
        raise DrillError(f"{path}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, AttributeError, *_TOO_MUCH) as error:
        hint = "drill plan --clear removes it"
        raise DrillError(f"{path}: not a drill plans file", hint) from error


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let nobody else read and write the file of plans meanwhile; they wait.

    The folder is what is locked: so nothing is left behind. Where the system cannot do that the
    last one who writes wins.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder = os.open(path.parent, os.O_RDONLY)
    except OSError as error:
        raise DrillError(f"{path}: {error.strerror}") from error
    try:
        with suppress(OSError):  # a network folder may have no locks
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def write_plans(plans: Plans, path: Path) -> None:
    """Write `plans` to the file `path`, whole or not at all; no plans remove it.

    Raises DrillError where it cannot be written.
    """
    import json

    try:
        if not plans.plans:
            path.unlink(missing_ok=True)
            return
        records = [_record(plan) for plan in plans.plans]
        since = plans.since.isoformat() if plans.since else None
        document = {
            "version": VERSION,
            "minutes": plans.minutes,
            "since": since,
            "plans": records,
        }
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
        atomic.write(path, encodable(text).encode())
    except OSError as error:
        raise DrillError(f"{path}: {error.strerror}") from error


def _record(plan: Plan) -> dict[str, object]:
    chosen = plan.selection
    return {
        "name": plan.name,
        "on": plan.on.isoformat(),
        "decks": chosen.decks,
        "tags": chosen.tags,
        "difficulties": chosen.difficulties,
        "search": chosen.search,
    }


def _plan(found: dict[str, object]) -> Plan:
    def texts(name: str) -> tuple[str, ...]:
        values = found[name]
        if not isinstance(values, list):
            raise TypeError(name)
        return tuple(str(value) for value in values)

    name = found["name"]
    if not isinstance(name, str):
        raise TypeError("name")
    return Plan(
        name=name,
        on=date.fromisoformat(str(found["on"])),
        selection=Selection(
            decks=texts("decks"),
            tags=texts("tags"),
            difficulties=tuple(Difficulty(value) for value in texts("difficulties")),
            search=str(found["search"]),
        ),
    )
