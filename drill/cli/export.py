"""`drill export`: what you carry with you, as files of other programs."""

import sys
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from drill.cli import completion, options
from drill.cli.app import group
from drill.cli.selecting import selecting
from drill.errors import DrillError
from drill.exporters import files
from drill.exporters.cheatsheet.content import Depth, Order, Sheet, sheet
from drill.exporters.cheatsheet.pdf import Form, Paper
from drill.model import Entry, Knowledge, study_day
from drill.reporting.humanize import counted
from drill.reporting.report import Report
from drill.schedule.memory import recall
from drill.selection import Selection
from drill.settings.plans_file import read_plans
from drill.text import printable_line

app = group("Carry with you: a cheat sheet, an Anki deck, the report of a session.")

STDOUT = Path("-")
Output = Annotated[
    Path,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Where to; its ending chooses the form, - is stdout."
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")]


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The questions to export, at least one, what is known of them, and the time.

    `counts` is the moment for which memory is judged: the next interview, today without one.
    """

    entries: list[Entry]
    known: dict[str, Knowledge]
    now: datetime
    counts: datetime


@app.callback()
def _export() -> None:
    """Carry questions with you."""


@app.command("cheatsheet")
@selecting()
def cheatsheet(
    wanted: Selection,
    *,
    output: Output = STDOUT,
    questions: options.Questions = None,
    full: Annotated[bool, typer.Option("--full", help="Whole answers, not key points.")] = False,
    questions_only: Annotated[
        bool, typer.Option("--questions-only", help="Only the questions.")
    ] = False,
    blank: Annotated[bool, typer.Option("--blank", help="Room to write, no answers.")] = False,
    missed: Annotated[
        bool, typer.Option("--missed", help="What you missed, and nothing else.")
    ] = False,
    fold: Annotated[
        bool, typer.Option("--fold", help="HTML: answers open when clicked; prints unfolded.")
    ] = False,
    pages: Annotated[
        int | None, typer.Option("--pages", min=1, metavar="N", help="PDF: fit on N pages.")
    ] = None,
    paper: Annotated[
        Paper | None, typer.Option("--paper", help="PDF: a4 unless said otherwise.")
    ] = None,
    columns: Annotated[
        int | None, typer.Option("--columns", min=1, max=4, help="PDF: 2 unless said otherwise.")
    ] = None,
    force: Force = False,
) -> None:
    """Write a cheat sheet: Markdown, HTML or PDF, for the hour before the interview.

    Without -o it goes to stdout as Markdown. Key points, core first, grouped by topic.
    """
    form = _form(output, (".md", ".html", ".pdf"))
    if sum((full, questions_only, blank)) > 1:
        raise DrillError("--full, --questions-only and --blank exclude each other", "choose one", 2)
    if form != ".pdf" and (pages or paper or columns):
        raise DrillError("--pages, --paper and --columns are for a PDF", "-o sheet.pdf", 2)
    if form != ".html" and fold:
        raise DrillError("--fold is for HTML", "-o sheet.html", 2)
    files.check_free(output, force=force)
    depth = Depth.FULL if full else Depth.TITLES if questions_only else Depth.POINTS
    depth = Depth.BLANK if blank else depth
    order = Order.MISSED if missed else Order.WEAK if wanted.weak else Order.TOPIC
    chosen = _chosen(wanted, questions)
    made = sheet(
        chosen.entries,
        chosen.known,
        lambda knowledge: recall(knowledge.memory, chosen.counts) if knowledge.memory else 0,
        depth=depth,
        order=order,
        selection=_described(wanted),
        made=chosen.now.astimezone().date(),
    )
    if not made.topics:
        raise DrillError("nothing was missed", "leave out --missed, or drill quiz first")
    page = Form(paper or Paper.A4, columns or 2)
    _write(output, len(made.cards), lambda step: _sheet(made, form, page, pages, step, fold=fold))


def _sheet(
    made: Sheet, form: str, page: Form, pages: int | None, step: Callable[[], None], *, fold: bool
) -> bytes:
    if form == ".pdf":
        from drill.exporters.cheatsheet.pdf import fitted, pdf

        done = fitted(made, page, pages, step) if pages else pdf(made, page, step)
        if done.borrowed:
            signs = done.borrowed[:10]
            print(
                f"drill: {signs} are boxes in the PDF unless a font here has them", file=sys.stderr
            )
        return done.content
    if form == ".html":
        from drill.exporters.cheatsheet.html import html

        return html(made, step, folded=fold).encode()
    from drill.exporters.cheatsheet.markdown import markdown

    return markdown(made, step).encode()


@app.command("anki")
@selecting()
def anki(
    wanted: Selection,
    *,
    output: Output,
    questions: options.Questions = None,
    force: Force = False,
) -> None:
    """Write an Anki package (.apkg), or a table (.csv) for Quizlet, Mochi and the rest.

    To stdout it is the table. Importing a package again updates its notes, and doubles none.
    """
    form = _form(output, (".csv", ".apkg"))
    files.check_free(output, force=force)
    chosen = _chosen(wanted, questions)
    _write(output, len(chosen.entries), lambda step: _cards(chosen, form, step))


def _cards(chosen: _Chosen, form: str, step: Callable[[], None]) -> bytes:
    if form == ".apkg":
        from drill.exporters.anki import package

        return package(chosen.entries, chosen.now, step)
    from drill.exporters.csv import table

    return table(chosen.entries, step).encode()


@app.command("session")
def session(
    name: Annotated[
        str,
        typer.Argument(
            metavar="[ID]",
            help="A session's id or its beginning, or last.",
            autocompletion=completion.complete_session,
        ),
    ] = "last",
    *,
    output: Output = STDOUT,
    questions: options.Questions = None,
    force: Force = False,
) -> None:
    """Write the report of one session: Markdown, HTML, JSON or PDF.

    Without -o it goes to stdout as Markdown. drill history merge takes the JSON into another
    history.
    """
    from drill.workspace.session_reports import past_report

    form = _form(output, (".md", ".html", ".json", ".pdf"))
    files.check_free(output, force=force)
    with options.open_workspace((), questions) as workspace:
        options.read_all(workspace.library)
        options.warn(workspace.library)
        found = past_report(workspace, workspace.history.session(name))
    _write(output, len(found.items), lambda _: _report(found, form))


def _report(found: Report, form: str) -> bytes:
    if form == ".html":
        from drill.exporters.session.html import html

        return html(found).encode()
    if form == ".pdf":
        from drill.exporters.session.pdf import pdf

        return pdf(found).content
    if form == ".json":
        from drill.exporters.session.json import to_json
        from drill.history.exchange import members

        return to_json(found, members(found.session), list(map(members, found.attempts))).encode()
    from drill.exporters.session.markdown import markdown

    return markdown(found).encode()


@app.command("history")
def history(*, output: Output = STDOUT, force: Force = False) -> None:
    """Write every attempt, a line of JSON each: for another machine, or a program of yours.

    drill history merge reads it again. The first line is {"drill": "history", "version": 1}; each
    one after it holds {"attempt": {...}}, {"session": {...}} or {"retraction": "ID"}, the id of an
    attempt that was taken back. Times are ISO 8601 in UTC, durations seconds; null is none.

    An attempt: id, session, key (deck/question), at, seconds, coverage (0 to 1), rating (1 again to
    4 easy, null skipped), confidence (percent), points ([text, said, partly or missed]), wrong,
    assisted (took a hint), over (time), typed, delivery ([structure, clarity, pace], 1 to 4), moves
    (the schedule), choices ([text, correct, chosen]), spoken (recordings, their names; lines
    ([start, end, text]); speaking, silent, first_word; pauses over 2 s ([start, length]); pace, words
    a minute; note, why there are no lines), proposal (an assistant's: verdicts
    ([mark, quote, lacks, whether the quote is in the words]), wrong ([quote, why, the same]),
    follow_up, reply).

    A session: id, kind (quiz, mock), started, status, questions (keys), ended, minutes, seed,
    budgets, pauses, paused, away.
    """
    from drill.history import exchange
    from drill.history.queries import no_step
    from drill.terminal.progress import steps

    files.check_free(output, force=force)
    listed = output == STDOUT and sys.stdout.isatty()  # there, the lines themselves are seen
    watched = nullcontext(no_step) if listed else steps("Exporting")
    with options.open_history() as opened, watched as step:
        text = exchange.stepped(exchange.lines(opened.records()), step)
        if output == STDOUT:
            sys.stdout.buffer.writelines(line.encode() for line in text)
        else:
            exchange.write(output, text)


def _form(output: Path, endings: tuple[str, ...]) -> str:
    """Which of `endings` the file has; stdout takes the first."""
    if output == STDOUT:
        return endings[0]
    if (ending := output.suffix.lower()) not in endings:
        raise DrillError(
            f"{output}: drill cannot write such a file", f"-o *{' or *'.join(endings)}", 2
        )
    return ending


def _chosen(wanted: Selection, questions: list[Path] | None) -> _Chosen:
    with options.open_workspace(wanted.decks, questions) as workspace:
        options.read_all(workspace.library)
        options.warn(workspace.library)
        keys = workspace.keys(wanted)
        today = study_day(workspace.now)
        ahead = read_plans(workspace.settings.plans).ahead(today)
        return _Chosen(
            entries=workspace.library.entries(keys),
            known=workspace.history.knowledge(keys),
            now=workspace.now,
            counts=workspace.now + (ahead[0].on - today) if ahead else workspace.now,
        )


def _described(wanted: Selection) -> str:
    """The selection in a few words."""
    parts = [
        ", ".join(wanted.decks) or "all decks",
        *wanted.tags,
        *wanted.difficulties,
        *(name for name in ("due", "new") if getattr(wanted, name)),
        f"“{wanted.search}”" if wanted.search else "",
        f"the first {counted(wanted.count, 'question')}" if wanted.count else "",
    ]
    return printable_line(" · ".join(part for part in parts if part))


def _write(output: Path, total: int, made: Callable[[Callable[[], None]], bytes]) -> None:
    """Make the export under a progress bar, and put it where it goes."""
    from drill.terminal.progress import steps

    with steps("Exporting", total) as step:
        content = made(step)
    if output == STDOUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    files.write(output, content)
    print(f"{printable_line(str(output))}: {counted(total, 'question')}")
