"""Cheat sheets: `content` says what is on one, `html`, `markdown` and `pdf` write it.

For the PDF, `paper` has the measures, `typesetting` runs Typst, `fill` grows cards to fill pages.
"""
