"""The index of the decks is disposable: no content of its file changes what the decks say."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from drill.decks import read_deck
from drill.library import Library, index
from drill.selection import Selection

pytestmark = pytest.mark.slow

QUESTIONS = 40


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    folder = tmp_path / "decks"
    folder.mkdir()
    for number in range(3):
        questions = "".join(
            f"  - {{id: q{n}, question: What is {n}?, answer: A number., key_points: [x]}}\n"
            for n in range(QUESTIONS)
        )
        text = f"deck: d{number}\ntitle: D\ntags: [t]\nquestions:\n{questions}"
        (folder / f"d{number}.yaml").write_text(text)
    (folder / "broken.yaml").write_text("deck: [\n")
    return folder


def read(decks: Path, cache: Path | None) -> object:
    """All that commands ask of a library."""
    with closing(Library.open([decks], cache, read_deck)) as library:
        walked = list(library.walk(Selection()))
        return [
            walked,
            library.find(Selection(tags=("t",))),
            library.find(Selection(search="number")),
            library.entries(walked[:50]),
            library.decks(),
            library.tags(),
            library.problems(),
            library.missing(["d0", "gone"]),
        ]


def damaged(data: bytes, chance: Random) -> Iterator[bytes]:
    """The file with a page of nothing or of all bits, for each page; then with a bit flipped."""
    size = 256 * data[16] + data[17]
    for place in range(0, len(data), size):
        for fill in (b"\0", b"\xff"):
            begin = place or 100
            yield data[:begin] + fill * (place + size - begin) + data[place + size :]
    for _ in range(60):
        flipped = bytearray(data)
        flipped[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        yield bytes(flipped)


def test_a_damaged_index_is_made_anew_and_never_a_traceback(decks: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    expected = read(decks, cache)
    [file] = cache.glob("index-*.db")
    for data in damaged(file.read_bytes(), Random(20261127)):
        for beside in cache.iterdir():
            beside.unlink()
        file.write_bytes(data)
        found = read(decks, cache)
        assert isinstance(found, list)
        assert len(found) == 8
    file.unlink()
    assert read(decks, cache) == expected


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
def test_a_pipe_in_the_place_of_a_file_of_the_index_is_not_waited_for(
    decks: Path, tmp_path: Path, ending: str
) -> None:
    cache = tmp_path / "cache"
    right = read(decks, cache)
    [path] = cache.glob("*.db")
    path.unlink()
    os.mkfifo(f"{path}{ending}")
    assert read(decks, cache) == right


def test_where_little_is_free_no_index_is_begun(
    decks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "_ROOM", 10**18)
    assert read(decks, tmp_path / "cache") == read(decks, None)
    assert list((tmp_path / "cache").iterdir()) == []


def test_an_index_that_fills_the_disk_is_given_up_and_its_room_given_back(
    decks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, cache = index.put, tmp_path / "cache"

    def full(connection: sqlite3.Connection, *rest: object, **named: object) -> None:
        # As many pages as it has: the next one is refused as on a full disk.
        if connection.execute("PRAGMA database_list").fetchone()[2]:
            connection.execute("PRAGMA max_page_count = 1")
        real(connection, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(index, "put", full)
    assert read(decks, cache) == read(decks, None)
    assert list(cache.iterdir()) == []


class _Failing(sqlite3.Connection):
    """A connection one of whose statements finds the file damaged."""

    left = 0

    def execute(self, *given: object) -> sqlite3.Cursor:
        type(self).left -= 1
        if self.left == 0:
            raise sqlite3.DatabaseError("database disk image is malformed")
        return super().execute(*given)  # type: ignore[arg-type]


def test_whichever_statement_finds_the_index_damaged_the_decks_are_what_they_are(
    decks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = read(decks, tmp_path / "cache")
    connect = sqlite3.connect

    def failing(path: str, **named: float) -> sqlite3.Connection:
        return connect(path, factory=_Failing, **named)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", failing)
    number = 0
    while _Failing.left <= 0:  # the last time none of them did
        number += 1
        _Failing.left = number
        assert read(decks, tmp_path / "cache") == expected, number
    assert number > 20
