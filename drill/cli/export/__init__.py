"""`drill export`: files for print and for other programs, a module for each; `output` writes."""

from drill.cli.export.anki import anki
from drill.cli.export.cheatsheet import cheatsheet
from drill.cli.export.history import history
from drill.cli.export.session import session
from drill.cli.group import group

app = group("Write a cheat sheet, an Anki deck, a session report or the history.")
for command in (cheatsheet, anki, session, history):
    app.command()(command)
