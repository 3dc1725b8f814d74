"""Formulas: LaTeX to a small tree, to MathML for pages and to Unicode text for the terminal.

Only a formula that is whole is ever rendered: `parse` raises `FormulaError` for anything else,
and the caller shows the source as it stands.
"""

from drill.markdown.formulas.grid import grid
from drill.markdown.formulas.latex import FormulaError, mathml, parse
from drill.markdown.formulas.line import one_line
from drill.markdown.formulas.tree import Node

__all__ = ["FormulaError", "Node", "grid", "mathml", "one_line", "parse"]
