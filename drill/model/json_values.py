"""Values read from JSON that a stranger may have written or a disk damaged, each checked.

Every function returns the value if it is as drill writes it, and raises ValueError otherwise.
"""

from collections.abc import Callable, Mapping
from math import inf
from typing import TypeVar

from drill.model.limits import COUNT_LIMIT, SECONDS_LIMIT

_T = TypeVar("_T")

_LEAST, _MOST = -(2**63), 2**63 - 1
"""SQLite keeps whole numbers of 64 bits."""


def members(value: object) -> Mapping[str, object]:
    """An object, by the names of its members."""
    return _of(dict, "an object", value)


def listed(read: Callable[[object], _T], value: object, most: float = inf) -> tuple[_T, ...]:
    """What `read` returns for each of at most `most` items of a list."""
    items = _of(list, "a list", value)
    if len(items) > most:
        raise ValueError(f"a list of {len(items):,} items; {most:g} is the limit")
    return tuple(map(read, items))


def optional(read: Callable[[object], _T], value: object) -> _T | None:
    """None for null, otherwise what `read` returns."""
    return None if value is None else read(value)


def text(value: object) -> str:
    """A text without lone surrogates, which no file can hold."""
    checked = _of(str, "a text", value)
    checked.encode()  # raises UnicodeEncodeError, which is a ValueError too
    return checked


def flag(value: object) -> bool:
    """True or false."""
    return _of(bool, "true or false", value)


def whole(value: object, least: int = _LEAST, most: int = _MOST) -> int:
    """A whole number within a range."""
    if not least <= (number := _of(int, "a whole number", value)) <= most:
        raise ValueError(f"not a whole number from {least} to {most}: {number!r:.60}")
    return number


def count(value: object) -> int:
    """A number of things, such as pauses."""
    return whole(value, 0, COUNT_LIMIT)


def percent(value: object) -> int:
    """A confidence."""
    return whole(value, 0, 100)


def grade(value: object) -> int:
    """A grade of one side of a delivery."""
    return whole(value, 1, 4)


def number(value: object, most: float = SECONDS_LIMIT) -> float:
    """A number from 0 to `most`, such as a duration in seconds."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= most:
        return float(value)
    raise ValueError(f"not a number from 0 to {most:g}: {value!r:.60}")


def _of(kind: type[_T], name: str, value: object) -> _T:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        # One type of error for everything that is wrong with a value.
        raise ValueError(f"not {name}: {value!r:.60}")
    return value
