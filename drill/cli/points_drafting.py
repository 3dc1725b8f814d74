"""`drill points`: drafts key points by rules, and tells about drafts."""

import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from drill.errors import DrillError
from drill.model import Entry, Question
from drill.reporting.humanize import counted
from drill.terminal.progress import measure
from drill.text import printable, printable_line
from drill.workspace.draft_workers import drafts_of
from drill.workspace.key_points import save_points


def draft_by_rules(entries: Sequence[Entry], *, dry_run: bool) -> None:
    """Draft key points for `entries` by rules, and save them deck by deck.

    A deck that cannot be saved keeps no other from it; its DrillError is raised at the end.
    """
    with measure("Proposing key points") as tell:
        proposed = drafts_of([entry.question for entry in entries], tell)
    drafts = [
        (entry, draft)
        for entry, draft in zip(entries, proposed, strict=True)
        if draft != entry.question
    ]
    written: list[Question] = []
    errors: list[DrillError] = []
    for path, group in groupby(drafts, key=lambda pair: pair[0].path):
        of_deck = list(group)
        new = [draft for _, draft in of_deck]
        try:
            if dry_run:
                for entry, draft in of_deck:
                    show(entry, draft)
            else:
                before = [entry.question for entry, _ in of_deck]
                tell_new_layout(path, save_points(Path(path), before, new))
            written += new
        except DrillError as error:
            errors.append(error)
    if written or not errors:
        sum_up(written, len(entries), dry_run=dry_run)
    if errors:
        raise errors[0]


def tell_new_layout(path: str, backup: Path | None) -> None:
    """Tell that a deck file could not keep its layout, if there is a `backup` of it."""
    if backup:
        told = f"drill: {path}: laid out anew; its old text is in {backup.name}"
        print(printable_line(told), file=sys.stderr)


def show(entry: Entry, draft: Question) -> None:
    """Print the question with its draft."""
    print(printable_line(f"{entry.key}  {entry.question.title}"))
    for point in draft.key_points:
        print(f"  - {printable(point.text)}{' (bonus)' if point.bonus else ''}")


def sum_up(drafts: Sequence[Question], asked: int, *, dry_run: bool) -> None:
    """Print how many of `asked` questions got a draft, and what to do next."""
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
