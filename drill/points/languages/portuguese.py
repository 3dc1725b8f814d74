"""Portuguese."""

from drill.points.languages import Language

PORTUGUESE = Language("pt")
