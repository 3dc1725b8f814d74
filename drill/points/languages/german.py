"""German."""

from drill.points.languages import Language

GERMAN = Language("de")
