"""Commands with arguments that nobody would type: each is done or refused, in words."""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import typer
from typer.core import TyperGroup

from drill.cli.app import app

ROOT = Path(__file__).parent.parent.parent
_VALUES = (
    *("", " ", "-", "--", "-1", "0", "1", "9" * 5000, "1e9", "nan", "NaN", "inf", "\u0661", "²"),
    *(
        "a",
        "é",
        "字",
        "\u202e",
        "\x1b[2J",
        "\udcff",
        "a" * 5000,
        "a\nb",
        "a/b",
        "a/b/c",
        "%s",
        "{}",
    ),
    *(
        ".",
        "..",
        "~",
        "~nosuch/x",
        "deck.yaml",
        "notes.md",
        "folder",
        "missing/x",
        "x.html",
        "x.pdf",
    ),
    *(
        "last",
        "none",
        "2026-11-27",
        "2026-99-99",
        "9999-12-31",
        "0001-01-01",
        "tomorrow",
        "in 3 days",
    ),
    *(
        "capitals",
        "capitals/france",
        "geography",
        "hard",
        "best",
        "end",
        "[red]",
        "*",
        "'; --",
        '"',
    ),
)
# These wait for a person, a program of the person's own, or say what the shell completes.
_LEFT_OUT = frozenset(("--install-completion", "--show-completion", "--assistant", "--record"))


@cache
def commands() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """Every command as its words, with its options."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    context = typer.Context(group)
    return tuple(_below((), group, context))


def _below(
    words: tuple[str, ...], group: TyperGroup, context: typer.Context
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for name in group.list_commands(context):
        _, command, _ = group.resolve_command(context, [name])
        assert command is not None
        if isinstance(command, TyperGroup):
            yield from _below((*words, name), command, context)
            continue
        options = [
            each for param in command.params for each in (*param.opts, *param.secondary_opts)
        ]
        kept = tuple(
            option for option in options if option.startswith("-") and option not in _LEFT_OUT
        )
        yield (*words, name), kept


def made(chance: Random) -> list[str]:
    """The arguments of one run."""
    words, options = chance.choice(commands())
    arguments = list(words)
    for _ in range(chance.randrange(4)):
        if options and chance.random() < 0.6:
            arguments.append(chance.choice(options))
        arguments += chance.sample(_VALUES, chance.randrange(3))
    return [argument for argument in arguments if "\0" not in argument]


def wrong(folder: Path, arguments: list[str]) -> str:
    """What is wrong with a run in `folder`; empty where it was done or refused in words."""
    done = subprocess.run(
        [sys.executable, "-m", "drill", *(os.fsencode(argument) for argument in arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "DRILL_HOME": str(folder / "home"),
            "DRILL_QUESTIONS": str(folder / "deck.yaml"),
            "EDITOR": "true",
            "HOME": str(folder),
            "TMPDIR": str(folder),
        },
        check=False,
        timeout=60,
    )
    said = done.stderr.decode(errors="replace")
    if "Traceback" in said or done.returncode not in {0, 1, 2}:
        last = (said.strip().splitlines() or [""])[-1]
        return f"{shlex.join(arguments)[:300]!r}: {done.returncode}: {last}"
    return ""
