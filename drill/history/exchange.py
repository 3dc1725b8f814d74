"""The history as lines of JSON, to exchange between machines and to keep.

The first line is `{"drill": "history", "version": 1}`. Each line after it holds one record, as
`{"session": {...}}`, `{"attempt": {...}}` or `{"retraction": "<id of an attempt>"}`. The members of
a record are the fields of drill.model's classes; `at`, `over` and `moves` are an attempt's
`scored_at`, `overtime` and `reschedules`. The members of the first version are in every record,
later ones only if they have a value; unknown ones are kept. Times are in ISO 8601 with an offset,
ratings 1 to 4, `points` as pairs of text and mark, `delivery` as its three grades. The same history
always gives the same lines.

A session's report as JSON (`{"drill": "session", "version": 1, "session": {...}, "attempts":
[...], ...}`, one document over several lines) holds the same records, and can be read too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import BinaryIO

from drill import atomic
from drill.errors import DrillError
from drill.history import additions
from drill.history.json_records import ATTEMPT_MEMBERS, SESSION_MEMBERS, UNLIKE, to_record
from drill.history.merging import Record, Retraction
from drill.history.sqlite_errors import UPGRADE, DamagedExportError, NewerVersionError
from drill.model import Attempt, Delivery, Session
from drill.text import escaped

VERSION = 1
AGAIN = "nothing of this file was merged; export it again"
LeftOut = Callable[[str, str], None]
"""Called with a line or row of a file that is left out, and the reason."""
_LINE_LIMIT = 2_000_000  # bytes: even an answer with its transcript has fewer
_DOCUMENT_LIMIT = 20_000_000  # bytes of an exported session


def lines(records: Iterable[Record]) -> Iterator[str]:
    """The lines of `records`, each with its line end."""
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
    """The fields of a record as JSON types, by their names on the wire."""
    names = SESSION_MEMBERS if isinstance(record, Session) else ATTEMPT_MEMBERS
    first = {written: _plain(getattr(record, name)) for name, written in names.items()}
    return {**first, **additions.members(record)}


def stepped(text: Iterable[str], step: Callable[[], None]) -> Iterator[str]:
    """The lines of `text`, with a step for each."""
    for line in text:
        yield line
        step()


def write(path: Path, text: Iterable[str]) -> None:
    """Put `text` into the file `path`, wholly or not at all."""
    try:
        atomic.write(path, (line.encode() for line in text), atomic.PRIVATE)
    except OSError as error:
        raise DrillError(f"{path}: cannot be written: {error.strerror}") from error


def read(path: Path, left_out: LeftOut) -> Iterator[Record]:
    """The records of the exported file `path`, one after another; see `parse`."""
    try:
        with path.open("rb") as file:
            yield from parse(_bounded(file), path, left_out)
    except OSError as error:
        raise DrillError(f"{path}: cannot be read: {error.strerror}") from error


def checked(record: Record) -> Record:
    """The record after a round trip through a line; raises ValueError if it would be refused."""
    import json

    try:
        _, line = lines([record])
        return to_record(json.loads(line))
    except UNLIKE as error:
        raise ValueError(_why(error)) from error


def _why(error: Exception) -> str:
    """The fault of a line, in words that do not depend on Python's version."""
    return "nested too deeply" if isinstance(error, RecursionError) else f"{error!s:.200}"


def _bounded(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; raises ValueError if one is longer than any that drill writes."""
    while line := file.readline(_LINE_LIMIT):
        if len(line) == _LINE_LIMIT:
            raise ValueError(f"a line of more than {_LINE_LIMIT:,} bytes")
        yield line


def _document(first: bytes, text: Iterator[bytes]) -> bytes:
    """The text of a document of several lines; raises ValueError if it is too long."""
    parts, length = [first], len(first)
    for line in text:
        parts.append(line)
        length += len(line)
        if length > _DOCUMENT_LIMIT:
            raise ValueError(f"a document of more than {_DOCUMENT_LIMIT:,} bytes")
    return b"".join(parts)


def parse(text: Iterable[bytes], path: Path, left_out: LeftOut) -> Iterator[Record]:
    """The records of `text`, the lines of the file `path`.

    An exported session is read too. `left_out` is told of invalid records and their line numbers.
    Raises DrillError if the first line is not a history's, or a line or document has no end.
    """
    number = 0
    try:
        lines = iter(text)
        for number, line in enumerate(lines, 1):
            if number > 1:
                yield from _sound(f"{path}:{number}", partial(_loaded, line), left_out)
                continue
            is_document = line.rstrip() == b"{"
            head = _first(path, _loaded(_document(line, lines) if is_document else line))
            if head["drill"] == "session":
                for name, data in _of_session(head):
                    yield from _sound(f"{path}: {name}", partial(dict, data), left_out)
    except (*UNLIKE, ValueError) as error:
        raise DamagedExportError(f"{path}:{max(number, 1)}: {_why(error)}", AGAIN) from error
    if not number:
        raise DamagedExportError(f"{path}:1: empty, and not a history exported by drill", AGAIN)


def _sound(place: str, data: Callable[[], object], left_out: LeftOut) -> Iterator[Record]:
    """The record at `place`, if it is valid."""
    try:
        record = to_record(data())
    except (*UNLIKE, ValueError) as error:
        left_out(place, _why(error))
    else:
        yield record


def _loaded(line: bytes) -> object:
    """The object on a line of JSON; raises ValueError."""
    import json

    try:
        return json.loads(line.decode())
    except json.JSONDecodeError as error:
        raise ValueError("not JSON") from error


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, Delivery):
        return [value.structure, value.clarity, value.pace]
    return value


def _first(path: Path, data: object) -> dict[str, object]:
    """The object of the first line, if this drill can read such a history."""
    if not isinstance(data, dict) or data.get("drill") not in {"history", "session"}:
        raise ValueError("not a history exported by drill")
    if data.get("version") != VERSION:
        raise NewerVersionError(
            f"{path}: exported by another drill (version {data.get('version')!r}, and {VERSION} is "
            "known here)",
            UPGRADE,
        )
    return data


def _of_session(data: Mapping[str, object]) -> Iterator[tuple[str, dict[str, object]]]:
    """The records of an exported session, each as it would be on a line of its own."""
    yield "session", {"session": data.get("session")}
    attempts = data.get("attempts")
    if not isinstance(attempts, list):
        raise ValueError("no list of attempts")  # noqa: TRY004  # as the others
    for number, attempt in enumerate(attempts, 1):
        yield f"attempt {number}", {"attempt": attempt}
