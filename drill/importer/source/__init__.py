"""The bytes of a document become its lines and leaves.

`decoding` turns bytes into text; `dialects`, `heading_marks`, `card_marks`, `pandoc_numbers`,
`pandoc_tables`, `page_furniture`, `spoilers`, `embedded_pictures` and `margins` make plain Markdown
of it; `fences` hides nested fences. `document` parses the result to `leaves`, with `html_blocks`
for HTML. `lines`, `program_lines`, `tag_words` and `reveals` recognise single lines and words.
"""
