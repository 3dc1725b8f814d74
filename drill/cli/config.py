"""`drill config`: every setting with its value, default and origin."""

import os
import sys
from typing import Annotated

from drill.cli import options
from drill.cli.output import write_row
from drill.settings.config_file import settings_of
from drill.settings.toml_reader import DEFAULT_ORIGIN, Setting, Value
from drill.text import printable_line

_INDENT = "    "


def config(*, json: Annotated[bool, options.json_as("config")] = False) -> None:
    """List the settings, each with its value, default and origin."""
    settings = options.load_settings()
    listed = settings_of(settings.config, os.environ)
    if json:
        from drill.cli.output import write_json
        from drill.cli.records import config_document

        write_json(config_document(settings.config, listed))
    elif sys.stdout.isatty():
        from textwrap import fill, indent

        from drill.terminal import console

        there = "" if settings.config.exists() else "   (not there yet)"
        print(printable_line(f"{settings.config}{there}"))
        room = console.make().width - len(_INDENT)
        for setting in listed:
            print(f"\n{printable_line(f'{setting.key} = {written(setting.value)}')}")
            meaning = printable_line(f"{setting.meaning}; {_origin(setting)}")
            print(indent(fill(meaning, room, break_long_words=False), _INDENT))
    else:
        for setting in listed:
            row = (setting.key, written(setting.value), written(setting.default), setting.origin)
            write_row([*row, setting.meaning])


def written(value: Value) -> str:
    """A value in TOML; "-" for none."""
    if value is None:
        return "-"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        from json import dumps

        return dumps(value, ensure_ascii=False)
    return str(value)


def _origin(setting: Setting) -> str:
    if setting.origin == DEFAULT_ORIGIN:
        return "the default"
    return f"from {setting.origin}, the default is {written(setting.default)}"
