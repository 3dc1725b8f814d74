"""Markdown with math, for every view of a deck's text.

`markup` parses it to one token tree, with `block_rules` for the blocks; `dollars` tells which
dollar signs hold no formula, `formulas` turns LaTeX into Unicode and MathML. `extract` cuts an
answer short for a card, `language` detects what language a text is in.
"""
