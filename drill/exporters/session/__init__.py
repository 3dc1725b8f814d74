"""The report of one session: `content` defines the content, four modules write it.

`html` (with `charts`), `markdown` and `pdf` are for people, `json` is for another drill.
"""
