"""The report of one session: `content` says what is in it, four modules write it.

`html` (with `charts`), `markdown` and `pdf` are for people, `json` is for another drill.
"""
