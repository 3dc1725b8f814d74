"""A group of commands, such as `drill history`."""

import typer


def group(help_text: str) -> typer.Typer:
    """A group of commands with plain help and no completion options of its own."""
    return typer.Typer(
        help=help_text,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,  # Typer's Rich help costs as much as all else together
        context_settings={"help_option_names": ["-h", "--help"]},
    )
