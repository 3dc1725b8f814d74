"""`drill export session`: the report of a quiz or a mock interview."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from drill import atomic
from drill.cli import completion, options
from drill.cli.export.output import STDOUT, Force, Output, form, write
from drill.errors import DrillError
from drill.exporters import files
from drill.reporting.humanize import counted
from drill.reporting.report import Report
from drill.text import printable_line


def session(
    name: Annotated[
        str,
        typer.Argument(
            metavar="[ID]",
            help="A session id, its beginning, or last.",
            autocompletion=completion.complete_session,
        ),
    ] = "last",
    *,
    output: Output = STDOUT,
    recordings: Annotated[
        Path | None,
        typer.Option(
            "--recordings",
            metavar="FOLDER",
            help="Copy the recordings of its answers into FOLDER too.",
        ),
    ] = None,
    questions: options.Questions = None,
    force: Force = False,
) -> None:
    """Write a session's report as Markdown, HTML, JSON or PDF.

    Without -o, Markdown goes to stdout. drill history merge adds the JSON to another history.
    The report contains no sound; --recordings copies the recordings as FLAC files.
    """
    from drill.workspace.session_reports import past_report

    ending = form(output, (".md", ".html", ".json", ".pdf"))
    files.check_free(output, force=force)
    with options.open_workspace((), questions) as workspace:
        options.read_all(workspace.library)
        options.warn(workspace.library)
        past = past_report(workspace, workspace.history.session(name))
        copies = (
            _copies(past.session.id, workspace.settings.recordings, recordings, force=force)
            if recordings
            else {}
        )
    write(output, len(past.items), lambda _: _report(past, ending))
    if recordings:
        _copy(copies, recordings)
        said = f"{printable_line(str(recordings))}: {counted(len(copies), 'recording')}"
        print(said, file=sys.stderr if output == STDOUT else sys.stdout)


def _copies(session: str, kept: Path, folder: Path, *, force: bool) -> dict[Path, Path]:
    """Each recording of the session in the folder `kept`, with the path of its copy in `folder`.

    Raises DrillError if there is none, or if a file exists that only `force` replaces.
    """
    from drill.voice.recordings import of_session

    copies = {path: folder / path.name for path in of_session(kept, session)}
    if not copies:
        raise DrillError(
            f"there are no recordings of {session}",
            "--record makes them; drill help recording says how long they are kept",
        )
    for copy in copies.values():
        if copy.exists() and not force:
            raise DrillError(f"{copy} already exists", "--force replaces it")
    return copies


def _copy(copies: dict[Path, Path], folder: Path) -> None:
    """Copy recordings for the user alone; raises DrillError if they cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for recording, copy in copies.items():
            atomic.write(copy, recording.read_bytes(), atomic.PRIVATE)
    except OSError as error:
        raise DrillError(f"{folder}: {error.strerror}", "choose another folder") from error


def _report(past: Report, ending: str) -> bytes:
    if ending == ".html":
        from drill.exporters.session.html import html

        return html(past).encode()
    if ending == ".pdf":
        from drill.exporters.session.pdf import pdf

        return pdf(past).content
    if ending == ".json":
        from drill.exporters.session.json import to_json
        from drill.history.exchange import members

        return to_json(past, members(past.session), list(map(members, past.attempts))).encode()
    from drill.exporters.session.markdown import markdown

    return markdown(past).encode()
