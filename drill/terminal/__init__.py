"""The terminal UI: Rich renderables, keys and countdowns. It has no access to the history.

`quiz` runs a session on the full screen: `quiz_pages` and `quiz_parts` draw it, `page` and
`screen` lay it out, `keys` reads keys, and `bindings` (with `marking_bindings`, `actions`) defines
what they do. `plain` runs it line by line, with `plain_input` and `plain_output`.
`review`, `review_page`, `review_bindings` and `plain_review` walk through drafted key points.
`writing` and `draft` take a typed answer; `recording`, `own_words` and `speech` serve spoken ones;
`judge`, `judging` and `proposals` an assistant. `summary` and `report` end a session. `home`,
`plan`, `stats`, `listing`, `question`, `sessions`, `overview` and `import_summary` draw the output
of commands. `console` has glyphs and colours, `markdown` renders a deck's text.
"""
