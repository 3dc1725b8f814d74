"""The user's own model: named in `config.toml`, and allowed before its first use."""

import sys

from drill.assistant.assistant import Assistant
from drill.assistant.consent import WHAT_IS_SENT, allow, is_allowed
from drill.errors import DrillError
from drill.settings import Settings
from drill.text import printable_line


def named_assistant(settings: Settings) -> Assistant:
    """The command from `config.toml`; raises DrillError if there is none."""
    named = settings.assistant
    if named is None:
        raise DrillError(
            "config.toml names no assistant",
            'add two lines: [assistant] and command = "llm -m NAME"; see drill help assistant',
        )
    return Assistant(named.command, named.seconds, named.at_once)


def allowed_assistant(settings: Settings, *, yes: bool) -> Assistant:
    """The command from `config.toml`, once allowed: by `yes`, earlier, or by asking now.

    Raises DrillError if there is none, if it is not found, or if the user declines.
    """
    from drill.assistant.command import program_of
    from drill.terminal.console import make, say

    assistant = named_assistant(settings)
    command = assistant.command
    program_of(command)
    if is_allowed(command, settings.home):
        return assistant
    shown = printable_line(command)
    if not yes:
        if not sys.stdin.isatty():
            raise DrillError(
                f"the assistant's command is not allowed yet: {shown}",
                "run it once in a terminal to allow it, or add --yes",
                2,
            )
        print(f"drill is about to ask a program of yours for the first time:\n\n    {shown}\n")
        say(make(), *WHAT_IS_SENT)
        print("\nMay it be asked, now and from now on? [y/N] ", end="", flush=True)
        if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
            raise DrillError("the assistant was not run", "nothing was sent")
    allow(command, settings.home)
    return assistant
