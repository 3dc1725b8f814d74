"""Chinese."""

from drill.points.languages import Language

CHINESE = Language("zh")
