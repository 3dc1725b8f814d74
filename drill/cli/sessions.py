"""`drill sessions`: past quizzes and mock interviews."""

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from drill.cli import completion, options
from drill.cli.group import group
from drill.cli.output import write_json, write_row
from drill.cli.selecting import MOST_COUNT
from drill.errors import DrillError
from drill.model import Session
from drill.reporting.report import Report, report

if TYPE_CHECKING:
    from drill.history import History

app = group("List past quizzes and mock interviews, the newest first.")


@app.callback(invoke_without_command=True)
def sessions(
    context: typer.Context,
    *,
    count: Annotated[
        int,
        typer.Option(
            "--count", "-n", min=1, max=MOST_COUNT, metavar="N", help="At most N sessions."
        ),
    ] = 20,
    json: Annotated[bool, options.json_as("sessions")] = False,
) -> None:
    """List past quizzes and mock interviews, the newest first."""
    if context.invoked_subcommand is not None:
        return
    with options.open_history() as history:
        reports = [reported(history, session) for session in history.sessions(count)]
    if json:
        from drill.cli.session_records import session_record

        write_json({"sessions": [session_record(past) for past in reports]})
    elif not reports:
        raise DrillError("there are no sessions yet", "drill quiz starts one")
    elif sys.stdout.isatty():
        from drill.terminal import console
        from drill.terminal.listings.sessions import Sessions

        console.say(console.make(), Sessions(reports))
    else:
        for past in reports:
            write_row(_cells(past))


@app.command()
def show(
    session: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A session id, its beginning, or last.",
            autocompletion=completion.complete_session,
        ),
    ] = "last",
    *,
    questions: options.Questions = None,
    json: Annotated[bool, options.json_as("sessions-show")] = False,
) -> None:
    """Show the report of one session."""
    from drill.workspace.session_reports import past_report

    with options.open_workspace((), questions) as workspace:
        past = past_report(workspace, workspace.history.session(session))
    if json:
        from drill.cli.session_records import session_document
        from drill.reporting.next_steps import advice

        next_steps = [(step.why, step.command) for step in advice(past)]
        write_json(session_document(past, next_steps))
        return
    from drill.terminal import console
    from drill.terminal.session.report import SessionReport

    console.say(console.make(), SessionReport(past))


@app.command()
def forget(
    session: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A session id, its beginning, or last.",
            autocompletion=completion.complete_session,
        ),
    ],
) -> None:
    """Delete the recordings of one session; scores and transcripts stay."""
    from drill.reporting.humanize import counted
    from drill.settings import load
    from drill.voice import recordings

    with options.open_history() as history:
        past_session = history.session(session)
    deleted = recordings.forget(load(os.environ).recordings, past_session.id)
    print(f"{counted(deleted, 'recording')} of {past_session.id} deleted")


def reported(history: "History", session: Session) -> Report:
    """The report of a session, from the history alone."""
    return report(session, history.attempts(session=session.id), {}, {}, {})


def _cells(past: Report) -> list[str]:
    """Id, start, kind, status, answered, asked, coverage and self-rating in percent."""
    session = past.session
    return [
        session.id,
        session.started.isoformat(timespec="seconds"),
        session.kind,
        session.status,
        str(past.answered),
        str(len(past.items)),
        "" if past.coverage is None else f"{past.coverage:.0%}",
        "" if past.self_rating is None else f"{past.self_rating:.0%}",
    ]
