"""PDFs with a text layer as Markdown.

process    a child process reads the file: `text` gives pieces with position and font
lines      pieces become lines in reading order (`right_to_left`), without `furniture`
document   lines become headings, paragraphs, lists, `tables`: `line_breaks` tell what goes on,
           `option_columns` parts options in a row, `hyphens` are removed
markdown   emphasis and code within a line
"""
