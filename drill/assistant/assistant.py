"""The program that the user chose, and its limits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Assistant:
    """The command and its limits: `seconds` per run, `at_once` runs in parallel, `tries` a prompt.

    `pause` is the wait in seconds before a second try, and doubles with each further one.
    """

    command: str
    seconds: float = 120.0
    at_once: int = 4
    tries: int = 3
    pause: float = 2.0
