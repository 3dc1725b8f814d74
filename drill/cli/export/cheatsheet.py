"""`drill export cheatsheet`: the cheat sheet, as Markdown, HTML or PDF."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shlex import join
from typing import Annotated

import typer

from drill.cli import options
from drill.cli.export.output import STDOUT, Force, Output, form, write_saying
from drill.cli.selecting import selecting
from drill.errors import DrillError
from drill.exporters import files
from drill.exporters.cheatsheet.content import Depth, Sheet, sheet
from drill.exporters.cheatsheet.paper import LARGEST, SIZE, Form, Paper
from drill.reporting.humanize import counted
from drill.reporting.sheet_ranking import Carried
from drill.selection import Selection
from drill.text import printable_line
from drill.workspace.cheatsheet import carried


@selecting()
def cheatsheet(
    wanted: Selection,
    *,
    output: Output = STDOUT,
    questions: options.Questions = None,
    full: Annotated[bool, typer.Option("--full", help="Whole answers and notes.")] = False,
    questions_only: Annotated[
        bool, typer.Option("--questions-only", help="Only the questions.")
    ] = False,
    blank: Annotated[
        bool, typer.Option("--blank", help="Space to write instead of answers.")
    ] = False,
    missed: Annotated[bool, typer.Option("--missed", help="Only what you missed.")] = False,
    fold: Annotated[
        bool, typer.Option("--fold", help="HTML to practise with: tap to reveal, tick points.")
    ] = False,
    pages: Annotated[
        int | None,
        typer.Option(
            "--pages",
            min=1,
            metavar="N",
            help="PDF: fill N pages, or fewer if there is not enough for half of each.",
        ),
    ] = None,
    paper: Annotated[
        Paper | None, typer.Option("--paper", help="PDF: paper size, a4 by default.")
    ] = None,
    landscape: Annotated[
        bool, typer.Option("--landscape", help="PDF: landscape orientation.")
    ] = False,
    columns: Annotated[
        int | None,
        typer.Option(
            "--columns",
            min=1,
            max=4,
            metavar="N",
            help="PDF: columns, 2 by default, 3 in landscape.",
        ),
    ] = None,
    size: Annotated[
        float | None,
        typer.Option(
            "--size", min=7, max=14, metavar="PT", help="PDF: type size, 9 points by default."
        ),
    ] = None,
    force: Force = False,
) -> None:
    """Write a cheat sheet as Markdown, HTML or PDF.

    Without -o, Markdown goes to stdout. What you missed comes first, then the topics: key points,
    core before bonus, or a summary of an answer that has none. With a plan, the sheet covers the
    plan's questions; from the eve of the interview, those at risk. -n takes the N questions that
    need it most.
    """
    ending = form(output, (".md", ".html", ".pdf"))
    if sum((full, questions_only, blank)) > 1:
        raise DrillError("--full, --questions-only and --blank exclude each other", "choose one", 2)
    if ending != ".pdf" and (pages or paper or columns or size or landscape):
        raise DrillError(
            "--pages, --paper, --columns, --size and --landscape are for a PDF", "-o sheet.pdf", 2
        )
    if ending != ".html" and fold:
        raise DrillError("--fold is for HTML", "-o sheet.html", 2)
    files.check_free(output, force=force)
    depth = Depth.FULL if full else Depth.TITLES if questions_only else Depth.POINTS
    depth = Depth.BLANK if blank else Depth.MISSED if missed and depth is Depth.POINTS else depth
    with options.open_workspace(wanted.decks, questions) as workspace:
        options.read_all(workspace.library)
        options.warn(workspace.library)
        chosen = carried(workspace, replace(wanted, count=None) if missed else wanted)
        today = workspace.today
    if missed:
        chosen = chosen.only_missed().first(wanted.count)
        if not chosen.entries:
            raise DrillError("nothing was missed", "leave out --missed, or drill quiz first")
    made = sheet(
        chosen,
        depth=depth,
        selection=_described(wanted, chosen),
        made=today,
        command=_command(wanted, questions or [], depth, output),
    )
    page = Form(
        paper or Paper.A4,
        columns or (3 if landscape else 2),
        size or SIZE,
        size or LARGEST,
        landscape,
        adapts=not (columns or size or landscape),
    )
    write_saying(
        output,
        len(made.cards),
        lambda step: _written(made, ending, page, pages, step, fold=fold),
    )


def _written(
    made: Sheet,
    ending: str,
    page: Form,
    pages: int | None,
    step: Callable[[], None],
    *,
    fold: bool,
) -> tuple[bytes, str]:
    """The sheet in the format of the file extension, and a note to print about it."""
    total = counted(len(made.cards), "question")
    if ending == ".pdf":
        from drill.exporters.cheatsheet.pdf import fitted, pdf

        numbered = made.says_nothing
        done = (
            fitted(made, page, pages, step, numbered=numbered)
            if pages
            else pdf(made, page, step, numbered=numbered)
        )
        if done.pdf.missing:
            signs = done.pdf.missing[:10]
            print(f"drill: no font here has {signs}: boxes in the PDF", file=sys.stderr)
        on = counted(done.pdf.pages, "page")
        carried = f"{done.carried} of {total}" if done.carried < len(made.cards) else total
        return done.pdf.content, f"{carried} on {on}"
    if ending == ".html":
        from drill.exporters.cheatsheet.html import html

        return html(made, step, folded=fold).encode(), total
    from drill.exporters.cheatsheet.markdown import markdown

    return markdown(made, step).encode(), total


def _described(wanted: Selection, chosen: Carried) -> str:
    """The selection in a few words."""
    decks = f"plan until {chosen.on}" if chosen.on else ", ".join(wanted.decks) or "all decks"
    parts = [
        decks,
        *wanted.tags,
        *wanted.difficulties,
        *(name for name in ("due", "new", "weak") if getattr(wanted, name)),
        f"“{wanted.search}”" if wanted.search else "",
        f"{counted(wanted.count, 'question')} at most" if wanted.count else "",
    ]
    return printable_line(" · ".join(part for part in parts if part))


def _command(wanted: Selection, questions: list[Path], depth: Depth, output: Path) -> str:
    """The command that writes the same questions without a page limit."""
    words = ["drill", "export", "cheatsheet", *wanted.decks]
    for tag in wanted.tags:
        words += ["--tag", tag]
    for level in wanted.difficulties:
        words += ["--difficulty", level]
    words += [f"--{name}" for name in ("due", "new", "weak") if getattr(wanted, name)]
    words += ["--search", wanted.search] if wanted.search else []
    words += ["-n", str(wanted.count)] if wanted.count else []
    words += ["--all"] if wanted.everything else []
    for path in questions:
        words += ["--questions", str(path)]
    words += {
        Depth.POINTS: [],
        Depth.MISSED: ["--missed"],
        Depth.FULL: ["--full"],
        Depth.TITLES: ["--questions-only"],
        Depth.BLANK: ["--blank"],
    }[depth]
    return printable_line(join([*words, "-o", f"{output.stem}-all.pdf"]))
