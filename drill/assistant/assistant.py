"""The program that the person named, and its limits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Assistant:
    """The command and its limits: `seconds` for a run, `at_once` runs, `tries` a question.

    `pause` is in seconds: before the second try of a question, twice that before the third.
    """

    command: str
    seconds: float = 120.0
    at_once: int = 4
    tries: int = 3
    pause: float = 2.0
