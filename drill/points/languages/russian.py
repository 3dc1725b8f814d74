"""Russian."""

from drill.points.languages import Language

RUSSIAN = Language("ru")
