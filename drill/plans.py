"""The interviews ahead as the user set them: `plans.json` in drill's home."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from drill.errors import DrillError
from drill.model import Difficulty
from drill.planner import Aim
from drill.selection import Selection
from drill.text import encodable

VERSION = 1
MINUTES = 30
MOST_MINUTES = 1440
_TOO_MUCH = (RecursionError, OverflowError)
FARTHEST = timedelta(days=5 * 365)
"""How far ahead an interview may be: the course is simulated day by day."""


@dataclass(frozen=True, slots=True)
class Plan:
    """An interview: its name, its date, and the questions it may ask."""

    name: str
    on: date
    selection: Selection = field(default_factory=Selection)


@dataclass(frozen=True, slots=True)
class Plans:
    """All interviews, which share the `minutes` of each day, promised on the day `since`."""

    plans: tuple[Plan, ...] = ()
    minutes: int = MINUTES
    since: date | None = None

    def with_plan(self, plan: Plan) -> "Plans":
        """These with `plan` in place of the one of its name, in order of their dates."""
        others = [each for each in self.plans if each.name != plan.name]
        ordered = sorted([*others, plan], key=lambda each: (each.on, each.name))
        return replace(self, plans=tuple(ordered))

    def promising(self, minutes: int, today: date) -> "Plans":
        """These with so many minutes a day; a new promise is kept from `today` on."""
        since = (minutes == self.minutes and self.ahead(today) and self.since) or today
        return replace(self, minutes=minutes, since=since)

    def ahead(self, today: date) -> tuple[Plan, ...]:
        """The plans whose date has not passed and is not too far ahead."""
        return tuple(plan for plan in self.plans if today <= plan.on <= today + FARTHEST)


def aims(
    plans: Sequence[tuple[Plan, Sequence[str]]], minutes: float, today: date, spent: float = 0.0
) -> list[Aim]:
    """What the planner aims for: each plan with the keys of its questions.

    The minutes of a day are shared alike by the plans that are still ahead on it; `spent` seconds
    of today's are over.
    """
    over = min(spent, minutes * 60) / max(1, len(plans))
    dates = sorted(plan.on for plan, _ in plans)
    result = []
    for plan, keys in plans:
        days = (plan.on - today).days
        share, before = 0.0, 0
        for index, on in enumerate(dates):
            until = max(1, (min(on, plan.on) - today).days)
            share += max(0, until - before) / (len(dates) - index)
            before = max(before, until)
        result.append(Aim(days, share * minutes * 60 - over, keys))
    return result


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
        mend = "drill plan --clear removes it"
        raise DrillError(f"{path}: this is no file of plans", mend) from error


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
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
        part.write_text(encodable(text), "utf-8")
        part.replace(path)
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
