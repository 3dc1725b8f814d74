"""The bytes of a document become its lines and leaves.

`decoding` makes text of bytes, `dialects`, `pandoc_tables` and `pages` turn what Markdown lacks
into plain Markdown, `fences` hides fences inside fences. `document` parses it to `leaves`, with
`html_blocks` for HTML. `lines`, `tag_words` and `reveals` recognise single lines and words.
"""
