"""What is seen and typed: Rich renderables, keys and countdowns. It never sees the history.

A session on the full screen is `quiz`: `quiz_pages` and `quiz_parts` draw it, `page` and `screen`
lay it out, `keys` reads keys, and `bindings` (with `marking_bindings`, `actions`) says what each
key means. The same session line by line is `plain`, with `plain_input` and `plain_output`.
`review`, `review_page`, `review_bindings` and `plain_review` walk through drafted key points.
`writing` and `draft` take a typed answer; `recording`, `own_words` and `speech` are for spoken
ones; `judge`, `judging` and `proposals` for an assistant. `summary` and `report` end a session.
`home`, `plan`, `stats`, `listing`, `question`, `sessions`, `overview` and `import_summary` are what
those commands show. `console` has glyphs and colours, `markdown` renders a deck's text.
"""
