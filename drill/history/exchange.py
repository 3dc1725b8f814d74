"""The history as lines of JSON: what machines hand each other, and what people keep.

The first line is `{"drill": "history", "version": 1}`. Each line after it holds one record, as
`{"session": {...}}`, `{"attempt": {...}}` or `{"retraction": "<id of an attempt>"}`. The members of
a record are the fields of drill.model's classes; `at`, `over` and `moves` are an attempt's
`scored_at`, `overtime` and `reschedules`. What the first drill wrote is there in each record, later
members where they have a value, and members that are not known are kept. Times are in ISO
8601 with an offset, ratings 1 to 4, `points` as pairs of text and mark, `delivery` as its three
grades. The same history always gives the same lines.

A session's report as JSON (`{"drill": "session", "version": 1, "session": {...}, "attempts":
[...], ...}`, one document over several lines) holds the same records, and is read as well.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO, TypeVar

from drill import atomic, clock
from drill.errors import DrillError
from drill.history import additions, rows
from drill.history.additions import Additions
from drill.history.merging import Record, Retraction
from drill.history.sqlite_errors import UPGRADE, DamagedExportError, NewerVersionError
from drill.model import Attempt, Delivery, Mark, Rating, Session, SessionKind, SessionStatus
from drill.text import escaped

VERSION = 1
AGAIN = "nothing of this file was merged; export it again"
_LONGEST = 1e9  # seconds, where a duration is meant
_LINE_LIMIT = 2_000_000  # characters: an answer with all that was said and heard has fewer
_DOCUMENT_LIMIT = 20_000_000  # characters of an exported session
_NAME_LIMIT = 200  # characters: drill's own ids have fewer
_WRITTEN = {"scored_at": "at", "overtime": "over", "reschedules": "moves"}
"""The names on the wire of fields that were renamed since."""
_LATER = {*Additions.__annotations__, "extra"}
_KINDS: dict[type, str] = {
    str: "a text",
    list: "a list",
    bool: "true or false",
    int: "a whole number",
}
_T = TypeVar("_T")


def first_names(kind: type[Session | Attempt]) -> dict[str, str]:
    """The fields that each record of the kind has, with their names on the wire."""
    names = (field.name for field in fields(kind) if field.name not in _LATER)
    return {name: _WRITTEN.get(name, name) for name in names}


_SESSION, _ATTEMPT = first_names(Session), first_names(Attempt)


def lines(records: Iterable[Record]) -> Iterator[str]:
    """`records` as lines, each with its line end."""
    import json

    def line(value: object) -> str:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        return escaped(text) + "\n"

    yield line({"drill": "history", "version": VERSION})
    for record in records:
        if isinstance(record, Retraction):
            yield line({"retraction": record.attempt})
        else:
            yield line({type(record).__name__.lower(): members(record)})


def members(record: Session | Attempt) -> dict[str, object]:
    """The fields of a record as JSON holds them, by their names on the wire."""
    names = _SESSION if isinstance(record, Session) else _ATTEMPT
    first = {written: _plain(getattr(record, name)) for name, written in names.items()}
    return {**first, **additions.members(record)}


def stepped(text: Iterable[str], step: Callable[[], None]) -> Iterator[str]:
    """`text`, with a step for each line that is taken."""
    for line in text:
        yield line
        step()


def write(path: Path, text: Iterable[str]) -> None:
    """Put `text` into the file `path`, wholly or not at all."""
    try:
        atomic.write(path, (line.encode() for line in text), atomic.PRIVATE)
    except OSError as error:
        raise DrillError(f"{path}: cannot be written: {error.strerror}") from error


def read(path: Path) -> Iterator[Record]:
    """The records of the exported file `path`, one after another; see `parse`."""
    try:
        with path.open(encoding="utf-8") as file:
            yield from parse(_bounded(file), path)
    except OSError as error:
        raise DrillError(f"{path}: cannot be read: {error.strerror}") from error


def checked(record: Record) -> Record:
    """A record as it is after it was a line; raises ValueError where it would be refused."""
    import json

    _, line = lines([record])
    try:
        return _record(json.loads(line))
    except (TypeError, OverflowError, RecursionError) as error:
        raise ValueError(_why(error)) from error


def _why(error: Exception) -> str:
    """An error in one line; how Python names a text nested too deeply changes with its version."""
    return "nested too deeply" if isinstance(error, RecursionError) else f"{error!s:.200}"


def _bounded(file: TextIO) -> Iterator[str]:
    """The lines of a file, none longer than any that drill writes. Raises ValueError."""
    while line := file.readline(_LINE_LIMIT):
        if len(line) == _LINE_LIMIT:
            raise ValueError(f"a line of more than {_LINE_LIMIT:,} characters")
        yield line


def _document(first: str, text: Iterator[str]) -> str:
    """The whole of a document over several lines. Raises ValueError where it is too long."""
    parts, length = [first], len(first)
    for line in text:
        parts.append(line)
        length += len(line)
        if length > _DOCUMENT_LIMIT:
            raise ValueError(f"a document of more than {_DOCUMENT_LIMIT:,} characters")
    return "".join(parts)


def parse(text: Iterable[str], path: Path) -> Iterator[Record]:
    """The records of the lines `text`, which are those of the file `path`.

    An exported session is taken as well. Raises DrillError, with the line's number, where one is
    not as it should be.
    """
    import json

    number = 0
    try:
        text = iter(text)
        for number, line in enumerate(text, 1):
            is_document = number == 1 and line.rstrip() == "{"
            data = json.loads(_document(line, text) if is_document else line)
            if number == 1:
                _expect_first(path, data)
                if data["drill"] == "session":
                    yield from map(_record, _of_session(data))
            else:
                yield _record(data)
    # The last two come from another program's history.db, before its rows are lines.
    except (ValueError, RecursionError, TypeError, OverflowError) as error:
        why = "not JSON" if isinstance(error, json.JSONDecodeError) else _why(error)
        raise DamagedExportError(f"{path}:{max(number, 1)}: {why}", AGAIN) from error
    if not number:
        raise DamagedExportError(f"{path}:1: empty, and not a history exported by drill", AGAIN)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, Delivery):
        return [value.structure, value.clarity, value.pace]
    return value


def _expect_first(path: Path, data: object) -> None:
    if not isinstance(data, dict) or data.get("drill") not in {"history", "session"}:
        raise ValueError("not a history exported by drill")
    if data.get("version") != VERSION:
        raise NewerVersionError(
            f"{path}: exported by another drill (version {data.get('version')!r}, and {VERSION} is "
            "known here)",
            UPGRADE,
        )


def _of_session(data: Mapping[str, object]) -> Iterator[dict[str, object]]:
    """The records of an exported session, each as it would be on a line of its own."""
    yield {"session": data.get("session")}
    for attempt in _of(list, data.get("attempts")):
        yield {"attempt": attempt}


def _record(data: object) -> Record:
    import json

    if not isinstance(data, dict) or len(data) != 1:
        raise ValueError("not one record")
    [(name, value)] = data.items()
    if name == "retraction":
        return Retraction(_name(value))
    if name not in {"session", "attempt"} or not isinstance(value, dict):
        raise ValueError(f"no record is called {name!r}")
    wanted = set((_SESSION if name == "session" else _ATTEMPT).values())
    if missing := sorted(wanted - value.keys()):
        raise ValueError(f"missing member {missing[0]!r}")
    more = {member: value[member] for member in value if member not in wanted}
    if more:  # kept as it came, so it must be text that can be written
        json.dumps(more, ensure_ascii=False).encode()
    return _session(value, more) if name == "session" else _attempt(value, more)


def _session(data: Mapping[str, object], more: Mapping[str, object]) -> Session:
    session = Session(
        id=_name(data["id"]),
        kind=SessionKind(_text(data["kind"])),
        started=_moment(data["started"]),
        status=SessionStatus(_text(data["status"])),
        questions=tuple(_name(each) for each in _of(list, data["questions"])),
        ended=_optional(_moment, data["ended"]),
        minutes=_optional(lambda value: _between(0, value, 2**31), data["minutes"]),
        seed=_optional(_whole, data["seed"]),
        budgets=tuple(_number(each) for each in _of(list, data["budgets"])),
        pauses=_between(0, data["pauses"], 2**31),
        paused=_number(data["paused"]),
        away=_number(data["away"]),
        extra=more,
    )
    if len(set(session.questions)) != len(session.questions):
        raise ValueError("a question stands twice in a session")
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
        points=tuple(_point(each) for each in _of(list, data["points"])),
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
        # One kind of error for whatever is wrong with a line.
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


def _number(value: object, most: float = _LONGEST) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= most:
        return float(value)
    raise ValueError(f"not a number from 0 to {most:g}: {value!r:.60}")


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None or (moment := moment.astimezone(UTC)).year not in clock.YEARS:
        raise ValueError(f"not a time with its offset: {value!r:.60}")
    return moment
