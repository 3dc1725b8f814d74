"""The types of `--json` output, from which the schemas in `drill/schemas` are generated.

`questions` serves `list` and `show`, `decks` `check`, `decks` and `tags`, `sessions` the sessions
and the home page, `plan`, `stats` and `imports` their commands, `setup` `where`, `config` and
`history check`. Times are ISO 8601, shares 0 to 1, durations in seconds unless a name says
otherwise; null means none. The names are a promise: members may be added, not renamed or removed.
"""
