"""`drill export session`: the report of a quiz or a mock interview."""

from typing import Annotated

import typer

from drill.cli import completion, options
from drill.cli.export.output import STDOUT, Force, Output, form, write
from drill.exporters import files
from drill.reporting.report import Report


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
    questions: options.Questions = None,
    force: Force = False,
) -> None:
    """Write a session's report as Markdown, HTML, JSON or PDF.

    Without -o, Markdown goes to stdout. drill history merge adds the JSON to another history.
    """
    from drill.workspace.session_reports import past_report

    ending = form(output, (".md", ".html", ".json", ".pdf"))
    files.check_free(output, force=force)
    with options.open_workspace((), questions) as workspace:
        options.read_all(workspace.library)
        options.warn(workspace.library)
        found = past_report(workspace, workspace.history.session(name))
    write(output, len(found.items), lambda _: _report(found, ending))


def _report(found: Report, ending: str) -> bytes:
    if ending == ".html":
        from drill.exporters.session.html import html

        return html(found).encode()
    if ending == ".pdf":
        from drill.exporters.session.pdf import pdf

        return pdf(found).content
    if ending == ".json":
        from drill.exporters.session.json import to_json
        from drill.history.exchange import members

        return to_json(found, members(found.session), list(map(members, found.attempts))).encode()
    from drill.exporters.session.markdown import markdown

    return markdown(found).encode()
