"""`drill history`: merge, sync, check, restore and rebuild."""

import os
import platform
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from drill.cli.group import group
from drill.cli.options import json_as, now, open_history
from drill.cli.output import write_json
from drill.errors import DrillError
from drill.history import backups, repair
from drill.history.sync import merge as merge_file
from drill.history.sync import sync_with_folder
from drill.reporting.humanize import counted
from drill.settings import load
from drill.terminal.progress import steps
from drill.text import printable_line, slug

app = group("Merge, sync, check and restore the history.")

Files = Annotated[list[Path], typer.Argument(metavar="FILE...", help="Histories to merge.")]
Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder shared by your machines.")]
Day = Annotated[
    datetime | None, typer.Argument(metavar="[DATE]", formats=["%Y-%m-%d"], help="YYYY-MM-DD")
]


@app.command()
def merge(files: Files) -> None:
    """Merge other histories into yours; nothing counts twice.

    FILE is a history.db, an exported history, or the JSON report of a session.
    """
    with open_history() as history:
        history.look_over(now())
        for path in files:
            with steps("Merging") as step:
                new = merge_file(history, path, step)
            print(f"{printable_line(str(path))}: {counted(new, 'new attempt')}")


@app.command()
def sync(folder: Folder) -> None:
    """Sync this machine's history through a shared folder."""
    with open_history() as history:
        history.look_over(now())
        with steps("Merging") as step:
            done = sync_with_folder(history, folder, slug(platform.node()) or "machine", step)
    print(f"{counted(done.merged, 'new attempt')}; wrote {printable_line(str(done.written))}")
    for refusal in done.refused:
        print(printable_line(f"drill: {refusal.message}"), file=sys.stderr)
    raise typer.Exit(1 if done.refused else 0)


@app.command()
def check(*, json: Annotated[bool, json_as("history-check")] = False) -> None:
    """Check the history file and everything derived from it."""
    with open_history() as history:
        with steps("Checking") as step:
            faults = repair.check(history, step)
        history.damage.clear()  # the check reports it too
        count = 0 if faults else history.count()
    if json:
        write_json({"sound": not faults, "attempts": count, "faults": faults})
        raise typer.Exit(1 if faults else 0)
    if faults:
        for fault in faults:
            print(printable_line(fault))
        day = repair.whole_day(history.path)
        back = f", drill history restore {day} goes back to the last whole day" if day else ""
        raise DrillError(
            f"the history has {len(faults)} fault{'' if len(faults) == 1 else 's'}",
            f"drill history rebuild repairs what you know of each question{back}",
        )
    for path in repair.readable_by_others(history.path) if os.name != "nt" else ():
        shown = printable_line(str(path))
        print(f"drill: {shown}: others may read it: chmod 600 {shown}", file=sys.stderr)
    print(f"the history is sound: {counted(count, 'attempt')}")


@app.command()
def restore(day: Day = None) -> None:
    """Restore a daily copy; without a date, list the copies."""
    path = load(os.environ).history
    if day is None:
        with steps("Looking at the copies"):
            copies = repair.copies(path)
        if not copies:
            raise DrillError(
                f"{backups.folder(path)}: no backups yet: drill makes one a day, before the "
                "first answer, from the second day on",
                f"if {path.name} is damaged, move it elsewhere: drill then begins a new one",
            )
        for copy in copies:
            print(
                copy.day, "damaged" if copy.attempts is None else counted(copy.attempts, "attempt")
            )
        return
    with steps("Restoring"):
        aside = repair.restore(path, day.date(), now())
    kept = f"; what was there is kept as {printable_line(str(aside))}" if aside else ""
    print(f"restored to the start of {day:%Y-%m-%d}{kept}")


@app.command()
def rebuild() -> None:
    """Rebuild what you know of each question from the attempts."""
    with open_history() as history:
        history.look_over(now())
        count = history.count()
        with steps("Rebuilding", count) as step:
            history.rebuild(step)
    print(f"rebuilt from {counted(count, 'attempt')}")
