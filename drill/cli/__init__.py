"""The command line: each command parses its options, calls the layers below, and exits.

`app` has the table of commands, `group` makes a command with subcommands. Each command has a module
of its name:

    practice    quiz, mock, sessions, session_ui: both interfaces
    drafts      points (points_drafting by rules, points_assistant, points_review)
    decks       add (and edit), check, decks (and tags), list, show, import_ (drill import)
    progress    home (bare drill), stats, plan, fit (drill plan --fit)
    output      export/, with a module for each export
    setup       config, where, schema, help, history, assistant: the consent to run a model

`options` and `selecting` declare shared options, `output` prints for scripts. `--json`:
`record_types/` has the types, `records`, `session_records` and `import_records` make them,
`json_schemas` writes their schemas. `examples` ends each `--help`, `manual` writes the manual page,
`completion` completes words in the shell.
"""
