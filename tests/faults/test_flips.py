"""A flipped bit on disk is reported or harmless, and never causes a traceback."""

import re
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from drill.history import History, backups, repair, rows
from tests.builders import START
from tests.conftest import Run
from tests.faults import flips
from tests.history.samples import attempt, session

pytestmark = pytest.mark.slow


def test_flipped_bits_are_reported_or_harmless(tmp_path: Path) -> None:
    path = flips.history(tmp_path)
    seen = flips.run(path, flips.places(path, Random(20261127), 60))
    assert [flip for flip in seen if flip.is_fault] == []
    assert any(flip.came == "said" for flip in seen)


def test_a_header_that_says_something_else_is_reported_or_harmless(tmp_path: Path) -> None:
    path = flips.history(tmp_path)
    # https://sqlite.org/fileformat.html: page size, versions, counts, the schema's format.
    seen = flips.run(path, [(offset, 6) for offset in range(16, 64)])
    assert [flip for flip in seen if flip.is_fault] == []


def test_impossible_times_are_reported_in_table_and_indexes(tmp_path: Path) -> None:
    path = flips.history(tmp_path)
    at = (attempt(3, days=1).scored_at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(
        microseconds=1
    )
    stored = re.compile(re.escape(at.to_bytes(8)))
    bits = [(found.start(), 7) for found in stored.finditer(path.read_bytes())]
    bits += [(offset + 1, 7) for offset, _ in bits]
    assert len(bits) >= 6  # of the attempt, and of two indexes
    assert {flip.came for flip in flips.run(path, bits)} == {"said"}


@pytest.mark.parametrize(
    ("table", "harm"),
    [
        ("attempt", "UPDATE attempt SET coverage = 0.25 WHERE rowid = 3"),
        ("attempt", "UPDATE attempt SET typed = 'a “tyqed” answer' WHERE rowid = 3"),
        ("session", "UPDATE session SET minutes = 28 WHERE id LIKE '%1-aaaaaa'"),
        ("session", "UPDATE session SET kind = CAST(kind AS BLOB) WHERE id LIKE '%1-aaaaaa'"),
        ("retraction", "UPDATE retraction SET attempt = 'x' || attempt"),
        ("checkpoint", "UPDATE checkpoint SET data = '{}'"),
        ("setting", "UPDATE setting SET value = 'there' WHERE name = 'machine'"),
    ],
)
def test_a_row_that_still_reads_and_is_not_what_was_written_is_found(
    tmp_path: Path, table: str, harm: str
) -> None:
    path = flips.history(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(harm)
    with History.open(path) as history:
        found = repair.check(history)
    assert found[0].startswith(f"{table} ")
    assert found[0].endswith(": it is not what was written")


def test_a_row_that_cannot_be_read_is_named_and_all_else_is_read(tmp_path: Path) -> None:
    path = flips.history(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("UPDATE attempt SET points = '[' WHERE rowid = 2")
    with History.open(path) as history:
        assert len(history.attempts()) == 20  # of 24, three are retracted
        assert [row.split()[0] for row in history.damage] == ["attempt"]
        history.rebuild()
        assert history.knowledge(["deck/1"])["deck/1"].attempts == 2


def test_a_key_that_is_no_text_any_more_is_asked_about_and_rebuilt(tmp_path: Path) -> None:
    path = flips.history(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("UPDATE knowledge SET key = CAST(x'6465b2' AS TEXT) WHERE key = 'deck/2'")
    with History.open(path) as history:
        assert len(history.knowledge(history.known())) == 6
        assert repair.check(history) == ["deck/2: what is known does not follow from its attempts"]
        history.rebuild()
        assert repair.check(history) == []


_EVERY = {
    "session": rows.SESSION,
    "attempt": rows.ATTEMPT,
    "retraction": ("attempt",),
    "checkpoint": ("session", "data"),
    "setting": ("name", "value"),
    "knowledge": rows.KNOWLEDGE,
}


@pytest.mark.parametrize("table", _EVERY)
def test_a_value_of_any_column_that_has_another_type_is_said_or_harmless(
    tmp_path: Path, table: str
) -> None:
    path = flips.history(tmp_path)
    before, whole = flips.read(path), path.read_bytes()
    seen = {}
    for column in _EVERY[table]:
        for value in (f"CAST({column} AS BLOB)", f"coalesce({column}, 0) || 'x'", "-1", "x'ff'"):
            with closing(sqlite3.connect(path)) as db, db:
                name = _EVERY[table][0]
                row = f"{name} = (SELECT max({name}) FROM {table})"
                db.execute(f"UPDATE {table} SET {column} = {value} WHERE {row}")
            seen[column, value] = flips.came(path, before)
            flips.restore(path, whole)
    assert {place: came for place, came in seen.items() if came not in {"said", "silent"}} == {}


def test_an_answer_that_was_damaged_is_mended_by_a_merge(tmp_path: Path) -> None:
    path = flips.history(tmp_path)
    with History.open(path) as history:
        sound = list(history.records())
        kept = history.attempts()
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE attempt SET key = x'ff', coverage = 7 WHERE id LIKE '%2-aaaaaa.3'")
    with History.open(path) as history:
        assert len(history.attempts()) == len(kept) - 1
        assert history.merge(sound) == 0
        assert (history.attempts(), list(history.records())) == (kept, sound)
    with History.open(path) as history:
        assert repair.check(history) == []


def test_the_last_day_whose_copy_is_whole_is_found(tmp_path: Path) -> None:
    path = flips.history(tmp_path)
    for day in (3, 4):
        with History.open(path) as history:
            history.look_over(START.replace(day=day))
        if day == 3:
            with closing(sqlite3.connect(path, isolation_level=None)) as db:
                db.execute("UPDATE attempt SET coverage = 0.25 WHERE rowid = 3")
    assert repair.whole_day(path) == date(2026, 3, 3)


def killed_with_log(tmp_path: Path) -> tuple[Path, bytes]:
    """A history whose process was killed: two sessions are in the log alone."""
    path = flips.history(tmp_path)
    with History.open(path) as history:
        for number in (4, 5):
            history.start(session(number))
            history.record(attempt(0, number=number, key="deck/0", days=number))
        log = backups.log_of(path).read_bytes()
        file = path.read_bytes()
    path.write_bytes(file)
    return path, log


def test_a_log_that_an_unclean_end_left_whole_is_taken_over_in_silence(tmp_path: Path) -> None:
    path, log = killed_with_log(tmp_path)
    backups.log_of(path).write_bytes(log)
    with History.open(path) as history:
        assert history.damage == {}
        assert len(history.attempts(session(5).id)) == 1


def test_what_was_acknowledged_and_is_no_longer_in_the_log_is_said(tmp_path: Path) -> None:
    path, log = killed_with_log(tmp_path)
    flipped = bytearray(log)
    flipped[32 + 24 + 100] ^= 1
    backups.log_of(path).write_bytes(flipped)
    with History.open(path) as history:
        assert history.attempts(session(5).id) == []
        assert history.damage == {
            "log": "damaged at its end: the answers that were saved last are lost"
        }


@pytest.mark.parametrize("answers", ["7", "[" * 50_000])
def test_an_interview_whose_state_is_damaged_is_refused(
    home: Path, deck: Path, run: Run, answers: str
) -> None:
    with History.open(home / "history.db") as history:
        history.start(session(3))
        history.checkpoint(session(3).id, f'{{"version": 1, "answers": {answers}}}')
    done = run("mock", "--resume", "--plain")
    assert done.code == 1
    assert done.err.startswith(f"drill: the interview {session(3).id} cannot be resumed: ")
