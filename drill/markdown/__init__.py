"""Parses Markdown with math, for all views of a deck's text.

`markup` parses it to one token tree, by the rules of `parser` and `block_rules`; `dollars` finds
dollar signs that are not math, `formulas` turns LaTeX into Unicode and MathML. `extract` shortens
an answer for a card, `lead_in` splits the term off a key point, `language` detects the language of
a text.
"""
