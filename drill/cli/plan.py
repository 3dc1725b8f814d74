"""`drill plan`: the interview, the days until then, and what will be known on the day."""

from typing import Annotated

import typer

from drill.cli import options
from drill.cli.output import write_json
from drill.errors import DrillError
from drill.model import study_day
from drill.plans import Plan, Plans, read_plans, write_plans


def plan(
    decks: options.Decks = None,
    *,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE", help="The day: 2026-12-05, 5 dec, in 10 days."),
    ] = None,
    minutes: Annotated[
        int | None,
        typer.Option("--minutes", min=1, max=1440, metavar="M", help="Minutes a day, for all."),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="Which interview, of several.")
    ] = None,
    clear: Annotated[
        bool, typer.Option("--clear", help="Forget the interview, or all of them.")
    ] = False,
    fit: Annotated[
        bool,
        typer.Option("--fit", help="Fit the memory's parameters to your history."),
    ] = False,
    tag: options.Tags = None,
    difficulty: options.Difficulties = None,
    search: options.Search = "",
    questions: options.Questions = None,
    json: options.Json = False,
) -> None:
    """Plan the days until the interview."""
    if fit:
        from drill.cli.fit import fit_memory

        fit_memory(json=json)
        return
    from drill.cli.planning import course
    from drill.forecast import forecast

    wanted = options.selection(decks, tag=tag, difficulty=difficulty, search=search)
    with options.desk(wanted.decks, questions) as desk:
        path = desk.settings.plans
        if clear:
            # Without a name the file goes unread, so that a broken one can be cleared too.
            plans = _without(read_plans(path), name) if name else Plans()
            write_plans(plans, path)
            print("the plan is cleared" if name is None else "the interview is forgotten")
            return
        today = study_day(desk.now)
        plans = read_plans(path)
        options.read_all(desk.library)
        options.warn(desk.library)
        if on is not None:
            from drill.dates import parse_date

            day = parse_date(on, today)
            if day < today:
                raise DrillError(f"{day} has passed", "give a day from today on", 2)
            desk.keys(wanted)  # refuses where nothing matches
            new = Plan(name or "interview", day, wanted)
            plans = Plans(plans.with_plan(new), minutes or plans.minutes)
            write_plans(plans, path)
        elif minutes is not None and plans.plans:
            plans = Plans(plans.plans, minutes)
            write_plans(plans, path)
        ahead = [each for each in plans.ahead(today) if name is None or each.name == name]
        if not ahead:
            raise DrillError(_why_none(plans, name), "drill plan --on DATE --minutes M makes one")
        what = course(desk, plans.ahead(today), plans.minutes)
        forecasts = forecast(
            what.aims,
            what.known,
            desk.now,
            plans.minutes,
            pace=what.pace,
            schedule=what.schedule,
        )
        shown = [pair for pair in zip(what.plans, forecasts, strict=True) if pair[0] in ahead]
        if json:
            write_json(
                {
                    "minutes": plans.minutes,
                    "interviews": [
                        {
                            "name": each.name,
                            "on": each.on,
                            "days_left": (each.on - today).days,
                            "forecast": promised,
                        }
                        for each, promised in shown
                    ],
                }
            )
            return
        from drill.terminal import console
        from drill.terminal.plan import Outlook

        screen = console.make()
        for each, promised in shown:
            entries = desk.library.entries(promised.at_risk[:5])
            screen.print(Outlook(each, promised, plans.minutes, today, tuple(entries)))


def _without(plans: Plans, name: str) -> Plans:
    left = tuple(each for each in plans.plans if each.name != name)
    if len(left) == len(plans.plans):
        names = ", ".join(each.name for each in plans.plans) or "none"
        raise DrillError(f"there is no interview {name!r}", f"there is: {names}")
    return Plans(left, plans.minutes)


def _why_none(plans: Plans, name: str | None) -> str:
    if name is not None:
        return f"there is no interview {name!r} ahead"
    return "the interview has passed" if plans.plans else "there is no interview ahead"
