"""`drill points --review`: reviews drafts, full-screen or line by line."""

from collections.abc import Sequence
from pathlib import Path

from drill.errors import DrillError
from drill.model import Entry, Question
from drill.points.review import start
from drill.reporting.humanize import counted
from drill.terminal import console as consoles
from drill.terminal.review.review import ReviewScreen
from drill.terminal.screen.screen import Screen
from drill.workspace.key_points import save_points


def walk(entries: Sequence[Entry], count: int | None, *, full_screen: bool) -> int:
    """Review the drafts among `entries`, at most `count`; return the exit code.

    Raises DrillError if there are none.
    """
    drafts = [entry for entry in entries if entry.question.drafted][:count]
    if not drafts:
        raise DrillError("no question has drafted key points", "drill points drafts some")

    def write(number: int, before: Question, after: Question) -> None:
        save_points(Path(drafts[number].path), [before], [after])

    state = start(tuple(entry.question for entry in drafts))
    if full_screen:
        with Screen(consoles.make()).open() as screen:
            state, code = ReviewScreen(screen, drafts, write).run(state)
    else:
        from drill.terminal.review.line_mode import PlainReview

        state, code = PlainReview(consoles.make(), drafts, write).run(state)
    left = len(drafts) - state.done
    print(f"{state.done:,} of {counted(len(drafts), 'draft')} reviewed, {left:,} left")
    return code
