"""Exports: cheat sheets, session reports, Anki packages, CSV and calendars, and what they share.

`cheatsheet` and `session` each have their content and one module a format; `anki`, `csv` and
`calendar` are whole exports. Shared: `html`, `markdown` and `pdf` render deck text, `typeset` and
`fonts` serve the PDFs, `options` orders the options of a question, `files` writes the result.
"""
