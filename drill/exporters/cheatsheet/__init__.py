"""Cheat sheets: `content` defines the content, `html`, `markdown` and `pdf` write it.

For the PDF, `paper` has the measures, `typesetting` runs Typst, `fill` grows cards to fill pages.
"""
