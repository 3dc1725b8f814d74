"""Anki packages (`.apkg`): the notes of an untrusted database, read as pure data."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

from drill import own_files
from drill.errors import DrillError
from drill.importer.formats.archive import Archive, damaged, opened
from drill.importer.formats.optional_packages import needed

_COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""Best first: newer packages include an old collection that only asks to update Anki."""
_ZSTD = "collection.anki21b"
_BYTES_LIMIT = 400_000_000
_TEXT_LIMIT = 200_000_000
_CELL_LIMIT = 20_000_000
_NOTES_LIMIT = 200_000
_STEPS_A_CALL = 100_000
_CALLS_LIMIT = 5_000
"""Half a billion SQLite VM steps: a few seconds, a hundred times the need of real packages."""

_READ_TABLES = frozenset(
    ("notes", "cards", "col", "notetypes", "fields", "templates", "decks", "sqlite_master")
)
_SCHEMA_MEND = "export the deck anew from Anki (File, Export)"


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type: its field names in order, whether it is a cloze type, its templates."""

    fields: tuple[str, ...]
    is_cloze: bool
    fronts: tuple[str, ...] = ()
    backs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """One note: its fields as HTML, its tags, and the full deck name of its first card.

    `cards` are indexes into the templates of its note type.
    """

    kind: int
    fields: tuple[str, ...]
    tags: str
    deck: str
    cards: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Package:
    """The notes of a package in order of creation, and the note types by id."""

    notes: tuple[Note, ...]
    kinds: dict[int, NoteType]


def read_package(data: bytes, name: str) -> Package:
    """The notes of the package `data`; DrillError if it is no package, damaged or hostile."""
    with opened(data, name) as archive:
        database = _collection(archive, name)
    if not database.startswith(b"SQLite format 3\0"):
        raise damaged(name)
    with _database(database, name) as connection:
        return Package(tuple(_notes(connection, name)), _kinds(connection))


def _collection(archive: Archive, name: str) -> bytes:
    part = next((name for name in _COLLECTIONS if name in archive.parts), None)
    if part is None:
        raise DrillError(f"{name}: not an Anki package", "is it the right file?")
    if part != _ZSTD:
        return archive.read(part, _BYTES_LIMIT)
    packed = archive.read(part, _BYTES_LIMIT)
    with needed(name, "a package of Anki 2.1.50 or later", "zstandard"):
        import zstandard
    try:
        unpacked = zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(packed)
        database = unpacked.read(_BYTES_LIMIT + 1)
    except zstandard.ZstdError:
        raise damaged(name) from None
    if len(database) > _BYTES_LIMIT:
        raise DrillError(
            f"{name}: {part} unpacks to more than {_BYTES_LIMIT // 1_000_000} MB",
            "is it from a source that you trust? export fewer decks",
        )
    return database


@contextmanager
def _database(data: bytes, name: str) -> Iterator[sqlite3.Connection]:
    """The database, opened read-only from a private temporary file with all execution disabled."""
    with own_files.temporary_folder() as folder:
        path = folder / "collection"
        path.write_bytes(data)
        address = f"{path.as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True, isolation_level=None)) as connection:
            try:
                _confine(connection)
                _check_schema(connection, name)
                yield connection
            except sqlite3.OperationalError as error:
                if "interrupted" not in str(error):
                    raise damaged(name) from None
                raise DrillError(
                    f"{name}: reading its database took too long", _SCHEMA_MEND
                ) from None
            except sqlite3.DataError:
                limit = f"{_CELL_LIMIT // 1_000_000} MB"
                raise DrillError(f"{name}: a note is larger than {limit}", "leave it out") from None
            except (sqlite3.DatabaseError, OverflowError, UnicodeError):
                raise damaged(name) from None


def _confine(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA cell_size_check=ON")
    for limit, value in (
        (sqlite3.SQLITE_LIMIT_LENGTH, _CELL_LIMIT),
        (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000),
        (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 20),
        (sqlite3.SQLITE_LIMIT_COLUMN, 100),
        (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
        (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 0),
    ):
        connection.setlimit(limit, value)
    calls = 0

    def tick() -> int:
        nonlocal calls
        calls += 1
        return calls > _CALLS_LIMIT

    connection.set_progress_handler(tick, _STEPS_A_CALL)
    connection.text_factory = lambda text: text.decode("utf-8", "replace")
    connection.set_authorizer(_allows)


def _allows(action: int, table: str | None, column: str | None, *_: str | None) -> int:
    """SQLite's authorizer: allows only reading the note tables and listing columns."""
    if action == sqlite3.SQLITE_SELECT:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_READ and table in _READ_TABLES:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA and table == "table_xinfo" and column in _READ_TABLES:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def _check_schema(connection: sqlite3.Connection, name: str) -> None:
    """Refuse views, triggers, virtual tables and generated columns: they could run code."""
    for kind, table, sql in connection.execute("SELECT type, name, sql FROM sqlite_master"):
        is_plain = kind in {"table", "index"} and not str(sql).upper().startswith("CREATE VIRTUAL")
        if not is_plain:
            what = "virtual table" if kind == "table" else kind
            raise DrillError(
                f"{name}: its database has a {what}, which Anki's databases never have",
                _SCHEMA_MEND,
            )
        if kind == "table" and table in _READ_TABLES:
            hidden = [row[6] for row in connection.execute(f"PRAGMA table_xinfo({table})")]
            if any(hidden):
                raise DrillError(f"{name}: the table {table} has generated columns", _SCHEMA_MEND)


def _tables(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {str(name) for (name,) in rows}


def _notes(connection: sqlite3.Connection, name: str) -> Iterator[Note]:
    decks = _deck_names(connection)
    homes: dict[int, int] = {}
    cards: dict[int, set[int]] = {}
    for note, deck, place in connection.execute("SELECT nid, did, ord FROM cards ORDER BY id DESC"):
        homes[note] = deck
        cards.setdefault(note, set()).add(place)
    size = 0
    query = "SELECT id, mid, flds, tags FROM notes ORDER BY id"
    for count, (number, kind, fields, tags) in enumerate(connection.execute(query), start=1):
        size += len(str(fields)) + len(str(tags))
        if count > _NOTES_LIMIT or size > _TEXT_LIMIT:
            raise DrillError(f"{name}: it has more notes than can be read", "export fewer decks")
        if isinstance(number, int) and isinstance(kind, int):
            yield Note(
                kind,
                tuple(str(fields).split("\x1f")),
                str(tags),
                decks.get(homes.get(number, 0), ""),
                frozenset(cards.get(number, ())),
            )


def _deck_names(connection: sqlite3.Connection) -> dict[int, str]:
    """The full name of each deck by id; `\\x1f` and `::` both separate levels."""
    if "decks" in _tables(connection):
        rows: Sequence[tuple[object, object]] = list(
            connection.execute("SELECT id, name FROM decks")
        )
    else:
        rows = [
            (int(number), deck.get("name", ""))
            for number, deck in _column_of_col(connection, "decks").items()
            if number.isdigit()
        ]
    return {
        number: str(label).replace("\x1f", "::")
        for number, label in rows
        if isinstance(number, int)
    }


def _kinds(connection: sqlite3.Connection) -> dict[int, NoteType]:
    if "notetypes" not in _tables(connection):
        return {
            int(number): NoteType(
                _texts_of(kind.get("flds"), "name"),
                kind.get("type") == 1,
                _texts_of(kind.get("tmpls"), "qfmt"),
                _texts_of(kind.get("tmpls"), "afmt"),
            )
            for number, kind in _column_of_col(connection, "models").items()
            if number.isdigit()
        }
    names: dict[int, list[tuple[int, str]]] = {}
    for kind, order, label in connection.execute("SELECT ntid, ord, name FROM fields"):
        names.setdefault(kind, []).append((order, str(label)))
    sides: dict[int, list[tuple[int, tuple[str, str]]]] = {}
    for kind, order, config in connection.execute("SELECT ntid, ord, config FROM templates"):
        sides.setdefault(kind, []).append((order, _sides(config)))
    return {
        number: NoteType(
            tuple(label for _, label in sorted(names.get(number, []))),
            _is_cloze(config),
            tuple(front for _, (front, _) in sorted(sides.get(number, []))),
            tuple(back for _, (_, back) in sorted(sides.get(number, []))),
        )
        for number, config in connection.execute("SELECT id, config FROM notetypes")
    }


def _is_cloze(config: object) -> bool:
    """Whether a note type's protobuf message begins with field 1 (kind) equal to 1 (cloze)."""
    return isinstance(config, bytes) and config[:2] == b"\x08\x01"


def _sides(config: object) -> tuple[str, str]:
    """Front and back of a template: fields 1 and 2 of its protobuf message."""
    data = config if isinstance(config, bytes) else b""
    front, rest = _field(data, b"\x0a")
    return front, _field(rest, b"\x12")[0]


def _field(data: bytes, mark: bytes) -> tuple[str, bytes]:
    """The text after `mark` and its length, and the bytes after it; empty without the mark."""
    if data[:1] != mark:
        return "", data
    size = place = 0
    for place, byte in enumerate(data[1:5]):
        size += (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            break
    end = place + 2 + size
    return data[place + 2 : end].decode("utf-8", "replace"), data[end:]


def _texts_of(items: object, key: str) -> tuple[str, ...]:
    """The string values of `key` in a list of objects."""
    if not isinstance(items, list):
        return ()
    return tuple(str(item.get(key, "")) for item in items if isinstance(item, dict))


def _column_of_col(connection: sqlite3.Connection, column: str) -> dict[str, dict[str, object]]:
    """A column of the single row of `col`, where older collections keep JSON objects by id."""
    import json

    row = connection.execute(f"SELECT {column} FROM col").fetchone()
    try:
        members = json.loads(row[0]) if row else {}
    except (TypeError, ValueError, RecursionError):
        return {}
    if not isinstance(members, dict):
        return {}
    return {key: member for key, member in members.items() if isinstance(member, dict)}
