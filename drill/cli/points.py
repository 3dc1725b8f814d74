"""`drill points`: drafts key points from answers, and reviews the drafts."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from drill.cli import options
from drill.cli.selecting import selecting
from drill.errors import DrillError, Severity
from drill.model import Entry, Question
from drill.reporting.humanize import counted
from drill.selection import Selection
from drill.terminal.progress import measure
from drill.text import printable, printable_line
from drill.workspace.key_points import save_points
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
            asked = [entry for entry in entries if _wants_model(entry.question, redo=redo)]
            _draft_by_model(workspace, asked[: wanted.count], yes=yes, dry_run=dry_run)
            return
        from drill.points.drafts import is_open, lacks_points

        open_ = is_open if redo else lacks_points
        _draft(
            [entry for entry in entries if open_(entry.question)][: wanted.count], dry_run=dry_run
        )


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


def _draft(entries: Sequence[Entry], *, dry_run: bool) -> None:
    """Draft key points for `entries` by rules, and save them deck by deck."""
    from drill.workspace.draft_workers import drafts_of

    with measure("Proposing key points") as tell:
        proposed = drafts_of([entry.question for entry in entries], tell)
    drafts = [
        (entry, draft)
        for entry, draft in zip(entries, proposed, strict=True)
        if draft != entry.question
    ]
    if dry_run:
        for entry, draft in drafts:
            _show(entry, draft)
    else:
        for path, group in groupby(drafts, key=lambda pair: pair[0].path):
            of_deck = list(group)
            save_points(
                Path(path), [entry.question for entry, _ in of_deck], [new for _, new in of_deck]
            )
    _sum_up([draft for _, draft in drafts], len(entries), dry_run=dry_run)


def _draft_by_model(
    workspace: Workspace, entries: Sequence[Entry], *, yes: bool, dry_run: bool
) -> None:
    """Draft key points for `entries` with the user's own model, saving each as it arrives."""
    from drill.assistant_reply import Failed
    from drill.cli.assistant import allowed_assistant
    from drill.points.drafting import Draft
    from drill.points.drafts import drafted_as
    from drill.workspace.drafting import draft_points

    model = allowed_assistant(workspace.settings, yes=yes)
    places = {id(entry.question): entry for entry in entries}
    drafts: list[Question] = []
    refused = 0
    failed: list[Failed] = []
    with measure("Asking your model") as tell:
        done = 0

        def take(question: Question, draft: Draft | Failed) -> None:
            nonlocal done, refused
            done += 1
            if isinstance(draft, Failed):
                failed.append(draft)
            else:
                refused += draft.refused
                if draft.points:
                    entry, new = places[id(question)], drafted_as(question, draft.points)
                    drafts.append(new)
                    if dry_run:
                        _show(entry, new)
                    else:
                        save_points(Path(entry.path), [question], [new])
            tell(done, len(entries))

        draft_points(model, [entry.question for entry in entries], take)
    _sum_up(drafts, len(entries), dry_run=dry_run)
    if refused:
        print(f"{counted(refused, 'point')} refused: not supported by the answer, or not one line")
    if failed:
        raise DrillError(
            f"no usable reply for {counted(len(failed), 'question')}: {failed[0].why}",
            "the same command asks for them again",
        )


def _wants_model(question: Question, *, redo: bool) -> bool:
    """Whether to ask the model: there is no draft, or only the one from the rules.

    So drafts that a model made before an interruption are not requested again, except with `redo`.
    """
    from drill.points.drafts import is_open, lacks_points, with_draft

    if redo or lacks_points(question):
        return is_open(question)
    return is_open(question) and with_draft(question).key_points == question.key_points


def _show(entry: Entry, draft: Question) -> None:
    print(printable_line(f"{entry.key}  {entry.question.title}"))
    for point in draft.key_points:
        print(f"  - {printable(point.text)}{' (bonus)' if point.bonus else ''}")


def _sum_up(drafts: Sequence[Question], asked: int, *, dry_run: bool) -> None:
    if not asked:
        print("no question lacks key points")
        return
    if not drafts:
        print(f"nothing to write for {counted(asked, 'question')}: no points, or the same ones")
        return
    written = [question for question in drafts if question.key_points]
    count = counted(sum(len(question.key_points) for question in written), "key point")
    verb = "would be drafted" if dry_run else "drafted"
    print(f"{count} {verb} for {len(written):,} of {counted(asked, 'question')}")
    if written and not dry_run:
        print("edit them in a quiz, or with drill points --review")
