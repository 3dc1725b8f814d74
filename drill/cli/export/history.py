"""`drill export history`: every attempt, for another machine."""

import sys
from contextlib import nullcontext

from drill.cli import options
from drill.cli.export.output import STDOUT, Force, Output
from drill.exporters import files


def history(*, output: Output = STDOUT, force: Force = False) -> None:
    """Write every attempt as a line of JSON.

    The file is for another machine or a script; drill history merge reads it. The first line is
    {"drill": "history", "version": 1}; each line after it holds {"attempt": {...}}, {"session":
    {...}} or {"retraction": "ID"}, the id of an attempt that was undone. Times are ISO 8601 in UTC,
    durations are seconds; null means none.

    An attempt: id, session, key (deck/question), at, seconds, coverage (0 to 1), rating (1 again to
    4 easy, null skipped), confidence (percent), points ([text, said, partly or missed]), wrong,
    assisted (took a hint), over (time), typed, delivery ([structure, clarity, pace], 1 to 4), moves
    (the schedule), choices ([text, correct, chosen]), follow_up ([question, typed, mark]), note,
    spoken (the transcript and its times), proposal (an assistant's: verdicts ([mark, quote, lacks,
    whether the quote is in the words]), wrong ([quote, why, the same]), follow_up, reply).

    A session: id, kind (quiz, mock), started, status, questions (keys), ended, minutes, seed,
    budgets, pauses, paused, away.
    """
    from drill.history import exchange
    from drill.history.queries import no_step
    from drill.terminal.progress import steps

    files.check_free(output, force=force)
    listed = output == STDOUT and sys.stdout.isatty()  # the lines themselves show the progress
    watched = nullcontext(no_step) if listed else steps("Exporting")
    with options.open_history() as opened, watched as step:
        text = exchange.stepped(exchange.lines(opened.records()), step)
        if output == STDOUT:
            sys.stdout.buffer.writelines(line.encode() for line in text)
        else:
            exchange.write(output, text)
