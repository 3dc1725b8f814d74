"""Records of file locations, settings and checks: `where`, `config`, `history check`."""

from typing import TypedDict


class WhereDocument(TypedDict):
    """The paths that drill uses: drill where."""

    home: str
    history: str
    backups: str
    plans: str
    recordings: str
    config: str
    cache: str
    decks: list[str]


class SettingRecord(TypedDict):
    """A key of config.toml; origin is "default", path:line, or a variable of the environment."""

    key: str
    value: str | float | bool | None
    default: str | float | bool | None
    origin: str
    meaning: str


class ConfigDocument(TypedDict):
    """The configuration: drill config."""

    path: str
    settings: list[SettingRecord]


class HistoryCheckDocument(TypedDict):
    """Whether the history is sound: drill history check."""

    sound: bool
    attempts: int
    faults: list[str]
