"""The locations of drill's files, and the parameters of its schedule.

They come from the environment, from `config.toml`, and from `parameters.json` for fitted
parameters.
"""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from drill import atomic, own_files
from drill.errors import DrillError, Problem
from drill.model import DAY_TURNS_AT
from drill.schedule.memory import BOUNDS, PARAMETERS, Schedule
from drill.settings.config_file import RETENTION, AssistantSettings, VoiceSettings, read_config
from drill.shipped import PACKAGE

_FITTED = "parameters.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """`home` holds the user's own files, `cache` replaceable files, `roots` the decks.

    `config` is the file `config.toml`, which need not exist.

    A root is a deck file or a folder of decks; a missing folder counts as empty. `examples` is the
    root of the shipped decks, None if other decks were chosen. `plain` means line-by-line sessions,
    `day_turns_at` is the start of a study day, from midnight; `problems` are warnings of
    `config.toml`. `retention` is the chance of recall, 0 to 1, at which a question comes back,
    `parameters` are FSRS's; `assistant` is None if the user named none, `voice` has the settings of
    spoken answers.
    """

    home: Path
    cache: Path
    config: Path
    roots: tuple[Path, ...]
    retention: float = RETENTION
    parameters: tuple[float, ...] = PARAMETERS
    examples: Path | None = None
    assistant: AssistantSettings | None = None
    voice: VoiceSettings = field(default_factory=VoiceSettings)
    plain: bool = False
    day_turns_at: timedelta = DAY_TURNS_AT
    problems: tuple[Problem, ...] = ()

    @property
    def recordings(self) -> Path:
        """The folder of recorded answers."""
        return self.home / "recordings"

    @property
    def history(self) -> Path:
        """The history's file."""
        return self.home / "history.db"

    @property
    def plans(self) -> Path:
        """The file of the plans."""
        return self.home / "plans.json"

    @property
    def schedule(self) -> Schedule:
        """The parameters of the memory model."""
        return Schedule(self.parameters, self.retention)

    def keep_parameters(self, parameters: tuple[float, ...]) -> None:
        """Use `parameters` from the next run on; the defaults need no file.

        Raises DrillError if the file cannot be written.
        """
        import json

        path = self.home / _FITTED
        try:
            if parameters == PARAMETERS:
                path.unlink(missing_ok=True)
                return
            atomic.write(path, json.dumps({"parameters": parameters}).encode() + b"\n")
        except OSError as error:
            raise DrillError(f"{path}: {error.strerror}") from error


def load(environ: Mapping[str, str], questions: Sequence[Path] = ()) -> Settings:
    """The settings of this run; `questions` are the paths of `--questions`.

    Raises DrillError if a path is missing or `config.toml` is invalid.
    """
    if chosen := environ.get("DRILL_HOME"):
        home = _expanded(chosen, "DRILL_HOME")
        cache = home / "cache"
        config_file = home / "config.toml"
    else:
        import platformdirs

        home = platformdirs.user_data_path("drill", appauthor=False)
        cache = platformdirs.user_cache_path("drill", appauthor=False)
        config_file = platformdirs.user_config_path("drill", appauthor=False) / "config.toml"
        if not config_file.exists() and (home / "config.toml").exists():
            config_file = home / "config.toml"  # its former place
    config = read_config(config_file, environ)
    chosen_roots = _chosen_roots(environ, questions)
    return Settings(
        home=home,
        cache=cache,
        config=config_file,
        roots=chosen_roots or (home / "questions", builtin_questions()),
        examples=None if chosen_roots else builtin_questions(),
        retention=config.retention,
        parameters=_parameters(home / _FITTED),
        assistant=config.assistant,
        voice=config.voice,
        plain=config.plain,
        day_turns_at=config.day_turns_at,
        problems=config.problems,
    )


def builtin_questions() -> Path:
    """The folder of the shipped decks: the source tree's, else the wheel's."""
    source = PACKAGE.parent
    in_source = source / "questions"
    if (source / "pyproject.toml").exists() and in_source.is_dir():
        return in_source
    return PACKAGE / "questions"


def _expanded(path: str, named_by: str) -> Path:
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        raise DrillError(f"{path}: no such user", f"{named_by} names it") from error


def _chosen_roots(environ: Mapping[str, str], questions: Sequence[Path]) -> tuple[Path, ...]:
    if questions:
        named, option = list(questions), "--questions"
    else:
        listed = environ.get("DRILL_QUESTIONS", "").split(os.pathsep)
        option = "DRILL_QUESTIONS"
        named = [_expanded(part, option) for part in listed if part]
    for path in named:
        if not path.exists():
            raise DrillError(f"{path}: no such file or folder", f"{option} names it")
    return tuple(named)


def _parameters(path: Path) -> tuple[float, ...]:
    try:
        fitted = own_files.read_json(path)["parameters"]
        parameters = tuple(map(float, fitted if isinstance(fitted, list) else ()))
        bounded = zip(parameters, BOUNDS, strict=True)
        sound = all(least <= value <= most for value, (least, most) in bounded)
    except FileNotFoundError:
        return PARAMETERS
    except OSError as error:
        raise DrillError(f"{path}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, OverflowError):
        sound = False
    if not sound:
        hint = "delete it; drill plan --fit makes a new one"
        raise DrillError(f"{path}: expected FSRS's 21 parameters", hint)
    return parameters
