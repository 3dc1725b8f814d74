"""`drill export`: files for print and for other programs; one module for each."""

from drill.cli.app import group
from drill.cli.export.anki import anki
from drill.cli.export.cheatsheet import cheatsheet
from drill.cli.export.history import history
from drill.cli.export.session import session

app = group("Write a cheat sheet, an Anki deck, a session report or the history.")
for command in (cheatsheet, anki, session, history):
    app.command()(command)
