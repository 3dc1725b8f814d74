"""What the person set: places, `config.toml`, fitted parameters, plans."""

from drill.settings.settings import Settings, builtin_questions, load

__all__ = ["Settings", "builtin_questions", "load"]
