"""`drill points`: drafts key points from answers, and reviews the drafts."""

from typing import Annotated

import typer

from drill.cli import options
from drill.cli.selecting import selecting
from drill.errors import DrillError, Severity
from drill.model import Entry
from drill.selection import Selection
from drill.workspace.own_questions import is_shipped
from drill.workspace.workspace import Workspace


@selecting("decks", "tag", "difficulty", "search", "count")
def points(
    wanted: Selection,
    *,
    review: Annotated[
        bool, typer.Option("--review", help="Go through the drafts: edit and keep them.")
    ] = False,
    redo: Annotated[
        bool, typer.Option("--redo", help="Renew drafts that nobody has kept or changed.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the drafts; write nothing.")
    ] = False,
    assistant: Annotated[
        bool, typer.Option("--assistant", help="Let your own model draft, instead of the rules.")
    ] = False,
    yes: options.Yes = False,
    plain: options.Plain = None,
    questions: options.Questions = None,
) -> None:
    """Draft key points for questions that have none."""
    if review and (redo or dry_run or assistant):
        raise DrillError("--review drafts nothing itself", "draft first, then review", 2)
    with options.open_workspace(wanted.decks, questions) as workspace:
        options.read_all(workspace.library)
        options.warn(workspace.library)
        entries = _own_entries(workspace, wanted)
        if review:
            from drill.cli.points_review import walk

            full = options.is_full_screen(plain, workspace.settings)
            raise typer.Exit(walk(entries, wanted.count, full_screen=full))
        if assistant:
            from drill.cli.points_assistant import draft_by_model

            draft_by_model(workspace, entries, wanted.count, redo=redo, yes=yes, dry_run=dry_run)
            return
        from drill.cli.points_drafting import draft_by_rules
        from drill.points.drafts import is_open, lacks_points

        open_ = is_open if redo else lacks_points
        open_entries = [entry for entry in entries if open_(entry.question)]
        draft_by_rules(open_entries[: wanted.count], dry_run=dry_run)


def _own_entries(workspace: Workspace, wanted: Selection) -> list[Entry]:
    """The selected questions in decks that can be written to; DrillError if there are none."""
    entries = workspace.library.entries(workspace.library.find(wanted))
    broken = {
        problem.path
        for problem in workspace.library.problems()
        if problem.severity is Severity.ERROR
    }
    if entries and broken.issuperset(entry.path for entry in entries):
        raise DrillError(
            f"{entries[0].path}: has errors, so nothing can be written to it",
            f"drill check {entries[0].path} lists them",
        )
    entries = [entry for entry in entries if entry.path not in broken]
    own = [entry for entry in entries if not is_shipped(workspace, entry)]
    if entries and not own:
        raise DrillError(
            f"{entries[0].deck} comes with drill and stays as it is",
            f"drill decks take {entries[0].deck} makes a copy of your own",
        )
    if not own:
        raise DrillError("no question matches", "see drill list for all questions")
    return own
