"""`python -m drill.cli.manual` writes the manual page from the help of commands and topics."""

from collections.abc import Iterator, Sequence

import typer
from typer.core import TyperCommand, TyperGroup

from drill.cli.app import COMMANDS, app, load_command
from drill.cli.examples import EXAMPLES
from drill.cli.help import text_of, topics
from drill.shipped import PACKAGE

SHIPPED = PACKAGE / "man" / "drill.1"
_ABOUT = "drill interview questions in the terminal until the day of the interview"


def render() -> str:
    """The page as roff."""
    lines = [
        '.TH DRILL 1 "" "drill" "User Commands"',
        ".SH NAME",
        f"drill, interview-drill \\- {_ABOUT}",
        ".SH SYNOPSIS",
        ".B drill",
        "[COMMAND] [OPTIONS]",
        ".SH DESCRIPTION",
        *_paragraphs(typer.main.get_command(app).help or ""),
        *_examples(""),
        ".SH COMMANDS",
    ]
    for name in COMMANDS:
        command = load_command(name)
        lines += _command(name, command)
        if isinstance(command, TyperGroup):
            for sub_name, sub in command.commands.items():
                assert isinstance(sub, TyperCommand)
                lines += _command(f"{name} {sub_name}", sub)
    for topic in topics():
        title, _, text = text_of(topic).partition("\n")
        lines += [f".SH {_roff(title.upper())}", ".nf", *map(_roff, _unindented(text)), ".fi"]
    return "\n".join(lines) + "\n"


def _command(name: str, command: TyperCommand | TyperGroup) -> Iterator[str]:
    yield f".SS drill {name}"
    yield from _paragraphs(command.help or "")
    context = typer.Context(command, info_name=f"drill {name}")
    for parameter in command.params:
        record = parameter.get_help_record(context)
        if record:
            yield ".TP"
            yield rf"\fB{_roff(record[0])}\fR"
            yield _roff(record[1])
    yield from _examples(name)


def _examples(name: str) -> Iterator[str]:
    yield ".PP"
    yield "Examples:"
    for line, what in EXAMPLES[name]:
        yield ".TP"
        yield rf"\fB{_roff(line)}\fR"
        yield _roff(what)


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.replace("\b", "").split("\n\n"):
        yield ".PP"
        yield _roff(" ".join(paragraph.split()))


def _unindented(text: str) -> Sequence[str]:
    """The lines of a topic without their common indentation."""
    lines = text.strip("\n").split("\n")
    least = min((len(line) - len(line.lstrip()) for line in lines if line), default=0)
    return [line[least:] for line in lines]


def _roff(text: str) -> str:
    """`text` as literal roff: no requests, no escapes, and hyphens that can be searched for."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{escaped}" if escaped.startswith((".", "'")) else escaped


if __name__ == "__main__":
    SHIPPED.write_text(render(), encoding="utf-8")
