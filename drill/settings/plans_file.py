"""The file of plans, `plans.json` in drill's home: read and written whole."""

from datetime import date
from pathlib import Path

from drill import atomic, own_files
from drill.errors import DrillError
from drill.model import Difficulty
from drill.schedule.plans import MOST_MINUTES, Plan, Plans
from drill.selection import Selection
from drill.text import encodable

VERSION = 1


def read_plans(path: Path) -> Plans:
    """The plans in the file `path`; none if it does not exist.

    Raises DrillError if it cannot be read.
    """
    try:
        document = own_files.read_json(path)
        if _number(document["version"]) > VERSION:
            raise DrillError(f"{path}: written by a newer drill", "upgrade drill")
        plans = tuple(map(_plan, _list(document["plans"])))
        since = document.get("since")
        started = date.fromisoformat(str(since)) if since else None
        return Plans(plans, min(max(1, _number(document["minutes"])), MOST_MINUTES), started)
    except FileNotFoundError:
        return Plans()
    except OSError as error:
        raise DrillError(f"{path}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        hint = "drill plan --clear removes it"
        raise DrillError(f"{path}: not a drill plans file", hint) from error


def write_plans(plans: Plans, path: Path) -> None:
    """Write `plans` to the file `path`, whole or not at all; no plans remove it.

    Raises DrillError if it cannot be written.
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


def _number(value: object) -> int:
    if not isinstance(value, int | float):
        raise TypeError("no number")
    return int(value)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return value


def _plan(record: object) -> Plan:
    if not isinstance(record, dict) or not isinstance(name := record["name"], str):
        raise TypeError("no plan")

    def texts(member: str) -> tuple[str, ...]:
        return tuple(map(str, _list(record[member])))

    return Plan(
        name=name,
        on=date.fromisoformat(str(record["on"])),
        selection=Selection(
            decks=texts("decks"),
            tags=texts("tags"),
            difficulties=tuple(Difficulty(value) for value in texts("difficulties")),
            search=str(record["search"]),
        ),
    )
