"""Exports: cheat sheets, session reports, Anki packages, CSV and calendars.

`cheatsheet` and `session` each have a module for the content and one per format; `anki`, `csv` and
`calendar` are complete exports. Shared: `html`, `markdown` and `pdf` render deck text, `typeset`
and `fonts` serve the PDFs, `options` orders the options of a question, `files` writes the result.
"""
