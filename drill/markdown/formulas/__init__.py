"""Converts LaTeX to a small tree, to MathML for pages and to Unicode text for the terminal.

`latex` parses to the `tree`, which `line` writes on one line and `grid` in two dimensions, with the
`spacing` between parts. Only complete formulas are rendered: `parse` raises `FormulaError` for
anything else, and the caller shows the source.
"""

from drill.markdown.formulas.grid import grid
from drill.markdown.formulas.latex import FormulaError, mathml, parse
from drill.markdown.formulas.line import one_line
from drill.markdown.formulas.tree import Node

__all__ = ["FormulaError", "Node", "grid", "mathml", "one_line", "parse"]
