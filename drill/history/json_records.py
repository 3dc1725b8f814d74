"""Records of the history from JSON: each member is checked, since a stranger may have written it.

The members are described in `drill.history.exchange`.
"""

import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime

from drill import clock
from drill.history import additions, rows
from drill.history.additions import Additions
from drill.history.merging import Record, Retraction
from drill.model import Attempt, Delivery, Mark, Rating, Session, SessionKind, SessionStatus
from drill.model.json_values import (
    count,
    flag,
    grade,
    listed,
    number,
    optional,
    percent,
    text,
    whole,
)

_NAME_LIMIT = 200  # characters: drill's own ids have fewer
_SESSION_LIMIT = 100  # characters, so that no id of an attempt in it is too long
_SERIAL = re.compile(r"0|[1-9][0-9]{0,17}")
"""The number of an attempt in its session, as drill writes it; the next one counts on from it."""
_WRITTEN = {"scored_at": "at", "overtime": "over", "reschedules": "moves"}
"""The names on the wire of fields that have been renamed."""
_LATER = {*Additions.__annotations__, "extra"}
UNLIKE = (TypeError, OverflowError, RecursionError)
"""The errors besides ValueError that invalid values raise."""


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
        id=_name(data["id"], _SESSION_LIMIT),
        kind=SessionKind(text(data["kind"])),
        started=_moment(data["started"]),
        status=SessionStatus(text(data["status"])),
        questions=listed(_name, data["questions"]),
        ended=optional(_moment, data["ended"]),
        minutes=optional(count, data["minutes"]),
        seed=optional(whole, data["seed"]),
        budgets=listed(number, data["budgets"]),
        pauses=count(data["pauses"]),
        paused=number(data["paused"]),
        away=number(data["away"]),
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
        session=_name(data["session"], _SESSION_LIMIT),
        key=_name(data["key"]),
        scored_at=_moment(data["at"]),
        seconds=number(data["seconds"]),
        coverage=number(data["coverage"], 1.0),
        rating=optional(lambda value: Rating(whole(value)), data["rating"]),
        confidence=optional(percent, data["confidence"]),
        points=listed(_point, data["points"]),
        wrong=flag(data["wrong"]),
        assisted=flag(data["assisted"]),
        overtime=number(data["over"]),
        typed=optional(text, data["typed"]),
        delivery=optional(_delivery, data["delivery"]),
        reschedules=flag(data["moves"]),
        **additions.of_attempt(more),
    )
    session, _, serial = attempt.id.rpartition(".")
    if session != attempt.session or not _SERIAL.fullmatch(serial):
        raise ValueError(f"{attempt.id!r} is not an attempt of the session {attempt.session!r}")
    return attempt


def _point(value: object) -> tuple[str, Mark]:
    match value:
        case [point, mark]:
            return _filled_without(rows.BETWEEN, point), Mark(text(mark))
    raise ValueError(f"not a point and its mark: {value!r:.60}")


def _delivery(value: object) -> Delivery:
    return Delivery(*listed(grade, value))


def _filled_without(character: str, value: object) -> str:
    if not (filled := text(value)):
        raise ValueError("an empty text")
    if character in filled:
        raise ValueError(f"{character!r} in {filled!r:.60}")
    return filled


def _name(value: object, most: int = _NAME_LIMIT) -> str:
    if len(name := _filled_without("\n", value)) > most:
        raise ValueError(f"an id of {len(name):,} characters; {most} is the limit")
    return name


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(text(value))
    if moment.tzinfo is None or (moment := moment.astimezone(UTC)).year not in clock.YEARS:
        raise ValueError(f"not a time with its offset: {value!r:.60}")
    return moment
