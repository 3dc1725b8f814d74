"""The output of commands without a session, one module for each.

`home` is bare `drill`, `questions` is `drill list`, `question` is `drill show`, `overview` is
`drill decks` and `drill tags`, `sessions`, `stats` and `plan` have the names of their commands, and
`import_summary` is `drill import`.
"""
