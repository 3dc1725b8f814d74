"""The command line as a whole: commands by name, imported when run, and how errors are shown."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from errno import EIO, ENOSPC, EPIPE
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer
from typer.core import TyperCommand, TyperGroup

from drill import __version__, clock
from drill.cli.examples import epilog
from drill.cli.group import group
from drill.errors import DrillError
from drill.text import printable_line

NAMES = ("drill", "interview-drill")
"""The names of the command: on some systems `drill` is a DNS tool."""

# name: (module, name in it of a function or of a typer.Typer with subcommands, help).
# Help of up to 44 characters is shown whole by the shell's completion. A module of this table
# imports Rich where it shows something, not at its top: completion runs without.
COMMANDS: dict[str, tuple[str, str, str]] = {
    "quiz": ("drill.cli.quiz", "quiz", "Answer questions and score yourself."),
    "mock": ("drill.cli.mock", "mock", "Take a timed mock interview."),
    "plan": ("drill.cli.plan", "plan", "Plan the days until the interview."),
    "stats": ("drill.cli.stats", "statistics", "Show how you are doing."),
    "import": ("drill.cli.import_", "import_", "Turn documents into decks, or update decks."),
    "points": ("drill.cli.points", "points", "Draft key points, and review the drafts."),
    "add": ("drill.cli.add", "add_question", "Add a question of your own."),
    "edit": ("drill.cli.add", "edit", "Open a question in your editor."),
    "decks": ("drill.cli.decks", "app", "List the decks, or copy a shipped one."),
    "tags": ("drill.cli.decks", "tags", "List the tags, with counts and coverage."),
    "list": ("drill.cli.list", "questions", "List questions and how well you know them."),
    "show": ("drill.cli.show", "question", "Show one question in full."),
    "check": ("drill.cli.check", "check", "Find every problem in your decks."),
    "sessions": ("drill.cli.sessions", "app", "List past quizzes and mock interviews."),
    "export": ("drill.cli.export", "app", "Write a cheat sheet, Anki deck or report."),
    "history": ("drill.cli.history", "app", "Merge, check and restore the history."),
    "config": ("drill.cli.config", "config", "List the settings and their origins."),
    "where": ("drill.cli.where", "where", "Print where drill keeps its files."),
    "schema": ("drill.cli.schema", "schema", "Print the JSON Schemas of decks and --json."),
    "help": ("drill.cli.help", "topic", "Read about one topic."),
}


class LazyGroup(TyperGroup):
    """Lists all commands from the table above, and imports only the one that is run."""

    def resolve_command(  # type: ignore[override]  # the Context of the base class is private
        self, ctx: typer.Context, args: list[str]
    ) -> tuple[str | None, TyperCommand | TyperGroup | None, list[str]]:
        """Find the command as Typer does, with suggestions, and load it in place of its stub."""
        name, stub, rest = super().resolve_command(ctx, args)
        return name, None if stub is None or stub.name is None else load_command(stub.name), rest


def load_command(name: str) -> TyperCommand | TyperGroup:
    """The command `name`, with examples at the end of its help."""
    module, attribute, help_text = COMMANDS[name]
    command: Callable[..., None] | typer.Typer = getattr(import_module(module), attribute)
    if not isinstance(command, typer.Typer):
        single = group(help_text)
        single.command(name, help=help_text)(command)
        command = single
    loaded = typer.main.get_command(command)
    assert isinstance(loaded, TyperCommand | TyperGroup)
    loaded.epilog = epilog(name)
    if isinstance(loaded, TyperGroup):
        for sub_name, sub in loaded.commands.items():
            sub.epilog = epilog(f"{name} {sub_name}")
    return loaded


app = typer.Typer(
    cls=LazyGroup,
    epilog=epilog(""),
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _name, (_, _, _help) in COMMANDS.items():
    app.command(_name, help=_help)(lambda: None)


def _version(asked: bool) -> None:
    if asked:
        print("drill", __version__)
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _drill(
    context: typer.Context,
    _: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
    json: Annotated[
        bool,
        typer.Option("--json", help="Print where you stand as JSON (drill schema home)."),
    ] = False,
) -> None:
    """Drill interview questions in the terminal until the day of the interview.

    Without a command: where you stand, and what to type next.
    """
    if context.invoked_subcommand is None:
        from drill.cli.home import show

        show(json=json)


def run() -> int:
    """Run the command line of this process and return its exit code.

    The only place that catches DrillError: `drill: message` on stderr, the hint below.
    """
    for stream_name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, stream_name) is None:  # closed by the caller with `>&-`
            stream = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115  # until the end
            setattr(sys, stream_name, stream)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # unencodable characters become question marks
            stream.reconfigure(errors="replace")
    called = Path(sys.argv[0]).stem
    name = called if called in NAMES else NAMES[0]
    completes = f"_{name}_COMPLETE".replace("-", "_").upper() in os.environ
    if completes:
        # Typer looks for console markup in the help of completions if there is a Rich to do that
        # with; drill uses none, and on every Tab it would take longer than all the rest.
        sys.modules["rich"] = None  # type: ignore[assignment]
    try:
        clock.check()
        code: int | None = typer.main.get_command(app)(prog_name=name, standalone_mode=False)
        sys.stdout.flush()
    except DrillError as error:
        # Output of a completion would land in the line being typed.
        return error.code if completes else _refuse(error)
    except typer.TyperException as error:
        return _refuse(_wrong_usage(error))
    except OSError as error:
        if error.filename is not None:  # no permission, or a name that is too long
            return _refuse(DrillError(f"{error.filename}: {error.strerror}", "check the path"))
        if error.errno not in (EPIPE, ENOSPC, EIO):
            raise
        # Python flushes stdout again at its end, which must not fail too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno == EPIPE:
            return 1
        if error.errno == EIO:  # also of a terminal that is gone, with its hang-up ignored
            return _refuse(DrillError("the output cannot be written: the terminal or disk is gone"))
        return _refuse(DrillError("the output cannot be written: no space is left", "make room"))
    return code or 0


def _wrong_usage(error: typer.TyperException) -> DrillError:
    """Typer's usage error in drill's form: lower case, no full stop, and where to find help."""
    message = error.format_message().rstrip(".")
    context: typer.Context | None = getattr(error, "ctx", None)
    command = context.command_path if context else "drill"
    return DrillError(message[:1].lower() + message[1:], f"see {command} --help", error.exit_code)


def _refuse(error: DrillError) -> int:
    with suppress(OSError):  # the terminal may be gone
        for line in (f"drill: {error.message}", error.hint):
            if line:
                print(printable_line(line), file=sys.stderr)
    return error.code
