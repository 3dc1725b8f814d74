"""Word documents as Markdown: `document` reads paragraphs, `styles` their kind, `runs` their text.

`math` turns Office Math to LaTeX.
"""
