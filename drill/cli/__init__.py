"""The command line: each command parses its options, calls the layers below, and exits.

`app` has the table of commands. A command is the module of its name (`import_` for `import`,
`export/` a module for each export; `fit` is `drill plan --fit`). `options` and `selecting` declare
what commands share. `--json`: `record_types/` has the types, `records`, `session_records` and
`import_records` make them, `json_schemas` writes their schemas. `examples` ends each `--help`,
`manual` writes the manual page, `completion` completes words in the shell.
"""
