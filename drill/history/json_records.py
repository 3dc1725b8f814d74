"""Records of the history from JSON: each member is checked, since a stranger may have written it.

The members are described in `drill.history.exchange`.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from typing import TypeVar

from drill import clock
from drill.history import additions, rows
from drill.history.additions import Additions
from drill.history.merging import Record, Retraction
from drill.model import Attempt, Delivery, Mark, Rating, Session, SessionKind, SessionStatus
from drill.model.limits import COUNT_LIMIT, SECONDS_LIMIT

_NAME_LIMIT = 200  # characters: drill's own ids have fewer
_WRITTEN = {"scored_at": "at", "overtime": "over", "reschedules": "moves"}
"""The names on the wire of fields that have been renamed."""
_LATER = {*Additions.__annotations__, "extra"}
_KINDS: dict[type, str] = {
    str: "a text",
    list: "a list",
    bool: "true or false",
    int: "a whole number",
}
UNLIKE = (TypeError, OverflowError, RecursionError)
"""The errors besides ValueError that invalid values raise."""
_T = TypeVar("_T")


def first_names(kind: type[Session | Attempt]) -> dict[str, str]:
    """The fields that every record of the class has, with their names on the wire."""
    names = (field.name for field in fields(kind) if field.name not in _LATER)
    return {name: _WRITTEN.get(name, name) for name in names}


SESSION_MEMBERS, ATTEMPT_MEMBERS = first_names(Session), first_names(Attempt)


def to_record(data: object) -> Record:
    """The record of a line of JSON; raises ValueError, or an error of UNLIKE."""
    if not isinstance(data, dict) or len(data) != 1:
        raise ValueError("not one record")
    [(name, value)] = data.items()
    if name == "retraction":
        return Retraction(_name(value))
    if name not in {"session", "attempt"} or not isinstance(value, dict):
        raise ValueError(f"no record is called {name!r}")
    wanted = set((SESSION_MEMBERS if name == "session" else ATTEMPT_MEMBERS).values())
    if missing := sorted(wanted - value.keys()):
        raise ValueError(f"missing member {missing[0]!r}")
    more = {member: value[member] for member in value if member not in wanted}
    _expect_writable(more)
    return _session(value, more) if name == "session" else _attempt(value, more)


def _expect_writable(more: Mapping[str, object]) -> None:
    """Raise ValueError, or an error of UNLIKE, if unknown members cannot be written as JSON."""
    import json

    if more:
        json.dumps(more, ensure_ascii=False).encode()


def _session(data: Mapping[str, object], more: Mapping[str, object]) -> Session:
    session = Session(
        id=_name(data["id"]),
        kind=SessionKind(_text(data["kind"])),
        started=_moment(data["started"]),
        status=SessionStatus(_text(data["status"])),
        questions=tuple(_name(item) for item in _of(list, data["questions"])),
        ended=_optional(_moment, data["ended"]),
        minutes=_optional(lambda value: _between(0, value, COUNT_LIMIT), data["minutes"]),
        seed=_optional(_whole, data["seed"]),
        budgets=tuple(_number(item) for item in _of(list, data["budgets"])),
        pauses=_between(0, data["pauses"], COUNT_LIMIT),
        paused=_number(data["paused"]),
        away=_number(data["away"]),
        extra=more,
    )
    if len(set(session.questions)) != len(session.questions):
        raise ValueError("a session has a question twice")
    if session.budgets and len(session.budgets) != len(session.questions):
        raise ValueError("there is not one budget for each question")
    return session


def _attempt(data: Mapping[str, object], more: Mapping[str, object]) -> Attempt:
    attempt = Attempt(
        id=_name(data["id"]),
        session=_name(data["session"]),
        key=_name(data["key"]),
        scored_at=_moment(data["at"]),
        seconds=_number(data["seconds"]),
        coverage=_number(data["coverage"], 1.0),
        rating=_optional(lambda value: Rating(_whole(value)), data["rating"]),
        confidence=_optional(lambda value: _between(0, value, 100), data["confidence"]),
        points=tuple(_point(point) for point in _of(list, data["points"])),
        wrong=_of(bool, data["wrong"]),
        assisted=_of(bool, data["assisted"]),
        overtime=_number(data["over"]),
        typed=_optional(_text, data["typed"]),
        delivery=_optional(_delivery, data["delivery"]),
        reschedules=_of(bool, data["moves"]),
        **additions.of_attempt(more),
    )
    if not attempt.id.startswith(f"{attempt.session}."):
        raise ValueError(f"{attempt.id!r} is not an attempt of the session {attempt.session!r}")
    return attempt


def _point(value: object) -> tuple[str, Mark]:
    text, mark = _of(list, value)
    return _filled_without(rows.BETWEEN, text), Mark(_text(mark))


def _delivery(value: object) -> Delivery:
    structure, clarity, pace = _of(list, value)
    return Delivery(_between(1, structure, 4), _between(1, clarity, 4), _between(1, pace, 4))


def _optional(make: Callable[[object], _T], value: object) -> _T | None:
    return None if value is None else make(value)


def _of(kind: type[_T], value: object) -> _T:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        # One type of error for everything that is wrong with a line.
        raise ValueError(f"not {_KINDS[kind]}: {value!r:.60}")
    return value


def _text(value: object) -> str:
    text = _of(str, value)
    text.encode()  # half a surrogate pair is a ValueError too
    return text


def _filled_without(character: str, value: object) -> str:
    if not (text := _text(value)):
        raise ValueError("an empty text")
    if character in text:
        raise ValueError(f"{character!r} in {text!r:.60}")
    return text


def _name(value: object) -> str:
    if len(name := _filled_without("\n", value)) > _NAME_LIMIT:
        raise ValueError(f"an id of {len(name):,} characters; {_NAME_LIMIT} is the limit")
    return name


def _whole(value: object) -> int:
    if not -(2**63) <= (number := _of(int, value)) < 2**63:
        raise ValueError("a number of more than 64 bits")
    return number


def _between(least: int, value: object, most: int) -> int:
    if least <= (number := _whole(value)) <= most:
        return number
    raise ValueError(f"not a whole number from {least} to {most}: {number}")


def _number(value: object, most: float = SECONDS_LIMIT) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= most:
        return float(value)
    raise ValueError(f"not a number from 0 to {most:g}: {value!r:.60}")


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None or (moment := moment.astimezone(UTC)).year not in clock.YEARS:
        raise ValueError(f"not a time with its offset: {value!r:.60}")
    return moment
