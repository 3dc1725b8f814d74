"""The user's settings.

`config_file` declares the settings of `config.toml`, which `toml_reader` reads; `settings` has the
file locations and the fitted parameters, `plans_file` the plans.
"""

from drill.settings.settings import Settings, builtin_questions, load

__all__ = ["Settings", "builtin_questions", "load"]
