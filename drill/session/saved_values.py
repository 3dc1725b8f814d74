"""The values of a saved session, each checked: a damaged file must not end a session midway.

Every function returns the value if it is as drill writes it, and raises ValueError otherwise.
"""

from collections.abc import Callable
from math import inf
from typing import Any, TypeVar

from drill.model.limits import COUNT_LIMIT, SECONDS_LIMIT
from drill.text import valid_text

T = TypeVar("T")

_GRADES = 3


def flag(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ValueError(f"not true or false: {value!r:.60}")  # noqa: TRY004  # data, not a bug
    return value


def whole(value: object, least: int = 0, most: float = COUNT_LIMIT) -> int:
    """A whole number within a range."""
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError(f"not a whole number from {least} to {most:g}")
    return value


def seconds(value: object) -> float:
    """A number of seconds that the history can keep."""
    if (
        not isinstance(value, int | float)
        or isinstance(value, bool)
        or not 0 <= value <= SECONDS_LIMIT
    ):
        raise ValueError("not a number of seconds")
    return float(value)


def optional(read: Callable[[object], T], value: object) -> T | None:
    """None, or what `read` returns."""
    return None if value is None else read(value)


def listed(read: Callable[[Any], T], value: object, most: float = inf) -> tuple[T, ...]:
    """What `read` returns for each item of a list."""
    if not isinstance(value, list) or len(value) > most:
        raise ValueError("not a list, or too long")
    return tuple(map(read, value))


def texts(value: object) -> tuple[str, ...]:
    """A list of texts."""
    return listed(valid_text, value)


def places(value: object, count: int) -> tuple[int, ...]:
    """Different indexes of a sequence of `count` items."""
    found = listed(lambda place: whole(place, 0, count - 1), value)
    if len(set(found)) != len(found):
        raise ValueError("an index is there twice")
    return found


def grades(value: object) -> tuple[int, ...]:
    """The grades of a delivery so far."""
    return listed(lambda grade: whole(grade, 1, 4), value, _GRADES)


def percent(value: object) -> int:
    """A confidence."""
    return whole(value, 0, 100)
