"""`drill points --assistant`: the user's own model drafts key points."""

from collections.abc import Sequence
from pathlib import Path

from drill.assistant_reply import Failed
from drill.cli.assistant import allowed_assistant
from drill.cli.points_drafting import show, sum_up, tell_new_layout
from drill.errors import DrillError
from drill.model import Entry, Question
from drill.points.drafting import Draft
from drill.points.drafts import drafted_as, is_open
from drill.reporting.humanize import counted
from drill.terminal.progress import measure
from drill.workspace.draft_workers import drafts_of
from drill.workspace.drafting import draft_points
from drill.workspace.key_points import save_points
from drill.workspace.workspace import Workspace

_REFUSED = "unrelated to the answer, over 90 characters, repeated, or not plain text"


def draft_by_model(
    workspace: Workspace,
    entries: Sequence[Entry],
    count: int | None,
    *,
    redo: bool,
    yes: bool,
    dry_run: bool,
) -> None:
    """Draft key points for at most `count` of `entries`, saving each as it arrives.

    Raises DrillError if replies cannot be used, or drafts cannot be saved.
    """
    model = allowed_assistant(workspace.settings, yes=yes)
    open_ = [entry for entry in entries if is_open(entry.question)]
    wanted = open_ if redo else _without_model_drafts(open_)
    asked = wanted[:count]
    places = {id(entry.question): entry for entry in asked}
    drafts: list[tuple[Entry, Question]] = []
    refused = done = 0
    failed: list[str] = []
    unsaved: list[str] = []
    backups: dict[str, Path | None] = {}
    with measure("Asking your model") as tell:

        def take(question: Question, draft: Draft | Failed) -> None:
            nonlocal done, refused
            done += 1
            if isinstance(draft, Failed):
                failed.append(draft.why)
            else:
                refused += draft.refused
                if draft.points:
                    entry, new = places[id(question)], drafted_as(question, draft.points)
                    try:
                        if not dry_run:
                            backup = save_points(Path(entry.path), [question], [new])
                            backups[entry.path] = backups.get(entry.path) or backup
                        drafts.append((entry, new))
                    except DrillError as error:  # such as a review at the same time
                        unsaved.append(error.message)
            tell(done, len(asked))

        draft_points(model, [entry.question for entry in asked], take)
    for path, backup in backups.items():
        tell_new_layout(path, backup)
    if dry_run:
        for entry, new in drafts:
            show(entry, new)
    sum_up([new for _, new in drafts], len(asked), dry_run=dry_run)
    if refused:
        print(f"{counted(refused, 'point')} refused: {_REFUSED}")
    if left := len(open_) - len(wanted):
        print(
            f"{counted(left, 'draft')} of a model or an older drill left alone; --redo asks again"
        )
    if failed:
        raise DrillError(
            f"no usable reply for {counted(len(failed), 'question')}: {failed[0]}",
            "the same command asks for them again",
        )
    if unsaved:
        raise DrillError(
            f"{counted(len(unsaved), 'draft')} not saved: {unsaved[0]}",
            "the same command asks for those that still lack points",
        )


def _without_model_drafts(entries: Sequence[Entry]) -> list[Entry]:
    """The questions without a draft, or with only the one from the rules.

    So drafts that a model made before an interruption are not requested again.
    """
    with measure("Comparing drafts") as tell:
        by_rules = drafts_of([entry.question for entry in entries], tell)
    return [
        entry
        for entry, draft in zip(entries, by_rules, strict=True)
        if entry.question.key_points in {(), draft.key_points}
    ]
