"""`drill plan`: the interview, the days until then, and the predicted recall on the day."""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drill import own_files
from drill.cli import options
from drill.cli.output import write_json
from drill.cli.selecting import selecting
from drill.errors import DrillError
from drill.schedule.forecast import Forecast
from drill.schedule.planner import Aim
from drill.schedule.plans import MOST_MINUTES, Plan
from drill.schedule.shortage import Shortage
from drill.schedule.simulation import Day
from drill.schedule.today import Today
from drill.selection import Selection
from drill.settings import load
from drill.text import printable, printable_line
from drill.workspace.plan_changes import change_plans, clear_plans, why_none
from drill.workspace.plan_state import PlanState
from drill.workspace.workspace import Workspace

if TYPE_CHECKING:
    from drill.terminal.listings.plan import Outlook

_AT_RISK = 5


@selecting("decks", "tag", "difficulty", "search")
def plan(
    wanted: Selection,
    *,
    on: Annotated[
        str | None,
        typer.Option(
            "--on",
            metavar="DATE",
            help="Interview day: 2026-12-05, 5 dec, in 10 days. A new date keeps the questions.",
        ),
    ] = None,
    minutes: Annotated[
        int | None,
        typer.Option(
            "--minutes",
            min=1,
            max=MOST_MINUTES,
            metavar="M",
            help="Minutes a day, for all interviews.",
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option("--name", metavar="NAME", help="Name of the interview, if there are several."),
    ] = None,
    clear: Annotated[
        bool, typer.Option("--clear", help="Delete the plan of the interview, or all plans.")
    ] = False,
    fit: Annotated[
        bool,
        typer.Option("--fit", help="Fit the memory model to your history."),
    ] = False,
    ics: Annotated[
        Path | None,
        typer.Option("--ics", metavar="FILE", help="Write the days as a calendar; - is stdout."),
    ] = None,
    questions: options.Questions = None,
    json: Annotated[bool, options.json_as("plan")] = False,
) -> None:
    """Plan the days until the interview."""
    given = {"--fit": fit, "--clear": clear, "--on": on, "--minutes": minutes}
    _refuse([option for option, value in given.items() if value], name, wanted)
    if fit:
        from drill.cli.fit import fit_memory

        fit_memory(json=json)
        return
    if clear:
        _clear(name, json=json)
        return
    from drill.workspace.plan_state import plan_state
    from drill.workspace.today import today as today_of

    with options.open_workspace((), questions) as workspace:
        today = workspace.today
        options.read_all(workspace.library)
        options.warn(workspace.library)
        plans = change_plans(workspace, on, minutes, name, wanted)
        ahead = [plan for plan in plans.ahead(today) if name is None or plan.name == name]
        if not ahead:
            raise DrillError(why_none(plans, name), "drill plan --on DATE --minutes M makes one")
        what = plan_state(workspace, plans)
        if what.gone:
            print(f"drill: {printable(', '.join(what.gone))}: no such deck", file=sys.stderr)
        day = today_of(workspace, what)
        promises = _predicted(workspace, what, day)
        shown = [pair for pair in zip(what.plans, promises, strict=True) if pair[0] in ahead]
        if ics:
            _write_calendar(ics, shown, workspace.now)
        elif json:
            _write_json(what, shown, day, today)
        else:
            from drill.terminal import console
            from drill.terminal.listings.plan import show

            show(console.make(), _outlooks(workspace, what, shown), day)


def _predicted(workspace: Workspace, what: PlanState, day: Today) -> list[Forecast]:
    """The forecast of each interview, with today as it is."""
    from drill.schedule.forecast import days_to_simulate, forecast
    from drill.terminal.progress import steps

    budget = what.budget()
    with steps("Simulating the days", days_to_simulate(what.aims, budget)) as step:
        forecasts = forecast(
            what.aims,
            what.known,
            workspace.now,
            budget,
            pace=what.habits.pace,
            schedule=workspace.settings.schedule,
            turn=workspace.settings.day_turns_at,
            step=step,
        )
    return [
        _with_today(promised, aim, day, what)
        for promised, aim in zip(forecasts, what.aims, strict=True)
    ]


def _with_today(forecast: Forecast, aim: Aim, day: Today, plan: PlanState) -> Forecast:
    """The forecast, with today's real numbers instead of the simulated ones."""
    if not forecast.days:  # today is the interview
        return forecast
    own = frozenset(aim.keys)
    left = [key for key in day.left if key in own]
    new = sum(key not in plan.known for key in left)
    minutes = len(left) * plan.habits.pace.seconds / 60
    first = Day(0, new, len(left) - new, minutes)
    return replace(forecast, days=(first, *forecast.days[1:]))


def _write_json(
    what: PlanState, shown: Sequence[tuple[Plan, Forecast]], day: Today, today: date
) -> None:
    from drill.cli.record_types.plan import PlanDocument
    from drill.cli.records import today_record
    from drill.cli.session_records import forecast_record

    document: PlanDocument = {
        "minutes": what.minutes,
        "kept": what.habits.kept,
        "spent_today": what.habits.spent / 60,
        "today": today_record(day),
        "interviews": [
            {
                "name": interview.name,
                "on": interview.on.isoformat(),
                "days_left": (interview.on - today).days,
                "forecast": forecast_record(promised),
            }
            for interview, promised in shown
        ],
    }
    write_json(document)


def _outlooks(
    workspace: Workspace, what: PlanState, shown: Sequence[tuple[Plan, Forecast]]
) -> "list[Outlook]":
    """What is printed of each interview."""
    from drill.schedule.simulation import Budget
    from drill.terminal.listings.plan import Outlook

    habits = what.habits
    budget = Budget(what.minutes, habits.spent, habits.kept)
    return [
        Outlook(
            interview,
            promised,
            budget,
            workspace.today,
            tuple(workspace.library.entries(promised.at_risk[:_AT_RISK])),
            habits.average,
            habits.idle,
            len(what.known),
            _shortage(workspace, what, interview, promised),
            others=tuple(other.name for other in what.plans if other != interview),
            is_first=not number,
        )
        for number, (interview, promised) in enumerate(shown)
    ]


def _shortage(
    workspace: Workspace, what: PlanState, plan: Plan, promised: Forecast
) -> Shortage | None:
    """The ways out if the time is too short; None if it is enough, or if it is too late."""
    from drill.workspace.plan_state import shortage_of

    if not promised.unmet or not promised.days:
        return None
    return shortage_of(workspace, what, plan, promised.unmet)


def _write_calendar(path: Path, shown: Sequence[tuple[Plan, Forecast]], now: datetime) -> None:
    """Write the days of the plans to `path`, or to stdout."""
    from drill.exporters import files
    from drill.exporters.calendar import PlannedInterview, calendar, is_calendar

    interviews = [PlannedInterview(plan.name, plan.on, promised.days) for plan, promised in shown]
    content = calendar(interviews, now)
    if path == Path("-"):
        sys.stdout.buffer.write(content)
        return
    if path.is_file() and not is_calendar(_begun(path)):
        raise DrillError(f"{path} already exists and is not a calendar of drill", "name another")
    files.write(path, content)
    print(printable_line(f"wrote {path}; after a change write it again: its events keep their ids"))


def _begun(path: Path) -> bytes:
    """The first bytes of a file; raises DrillError if it cannot be read."""
    try:
        return own_files.read(path, 200)
    except OSError as error:
        raise DrillError(f"{path}: {error.strerror}") from error


def _refuse(given: list[str], name: str | None, wanted: Selection) -> None:
    """Refuse options that would have no effect."""
    if len(given) > 1 and {"--fit", "--clear"} & {*given}:
        raise DrillError(f"{given[0]} and {given[1]} exclude each other", "give one of them", 2)
    if name == "":
        raise DrillError("an interview needs a name", "--name NAME", 2)
    if "--on" not in given and wanted != Selection():
        raise DrillError(
            "a plan's questions are chosen with its date",
            "drill plan --on DATE, with the decks and --tag, --difficulty, --search as you like",
            2,
        )


def _clear(name: str | None, *, json: bool) -> None:
    clear_plans(load(os.environ).plans, name)
    if json:
        write_json({"cleared": name})
    else:
        print("the plan is cleared" if name is None else "the interview is deleted")
