"""Histories of several machines become one, in any order, any number of times."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.errors import DrillError
from drill.history import History, exchange, repair, sync
from drill.model import Attempt, Mark, OfferedOption, Rating, SessionStatus
from drill.model.marks import Proposal, Verdict
from drill.schedule.memory import replay
from tests.builders import START
from tests.history.samples import attempt, session

pytestmark = pytest.mark.slow  # real files of several machines

MEMORY = Path("/dev/shm")  # where syncing costs nothing

# Two machines may share a session's number: a home folder was copied.
answers = st.builds(
    attempt,
    st.integers(0, 4),
    st.none() | st.sampled_from(Rating),
    key=st.sampled_from(["deck/one", "deck/two"]),
    days=st.floats(-400, 400),  # clocks are set wrong
    number=st.integers(1, 4),
)
Finish = tuple[SessionStatus, int, int]
Step = tuple[str, int, int, Attempt, Finish]
finishes = st.tuples(st.sampled_from(SessionStatus), st.integers(1, 4), st.integers(0, 99))
moves = st.sampled_from(["record", "record", "record", "retract", "merge", "finish"])
machine_numbers = st.integers(0, 2)
steps = st.lists(st.tuples(moves, machine_numbers, machine_numbers, answers, finishes), max_size=14)


def machine(path: Path) -> History:
    history = History.open(path / "history.db")
    for number in (1, 2, 3, 4):
        history.start(session(number))
    return history


def text(history: History) -> str:
    return "".join(exchange.lines(history.records()))


def said(attempt: Attempt) -> str:
    return repr(replace(attempt, id=""))


def carry(source: History, target: History) -> None:
    lines = map(str.encode, exchange.lines(source.records()))
    target.merge(exchange.parse(lines, source.path, target.damage.__setitem__))


def act(three: list[History], step: Step) -> list[Attempt]:
    """Do the step; the attempts that it acknowledged."""
    move, where, source, found, (status, number, hours) = step
    match move:
        case "record":
            with suppress(DrillError):  # a machine has given the same id already
                three[where].record(found)
                return [found]
        case "retract":
            three[where].retract(found)
        case "merge":
            carry(three[source], three[where])
        case "finish":
            three[where].finish(session(number).id, status, START + timedelta(hours=hours))
    return []


@pytest.mark.slow
@settings(max_examples=25, derandomize=True, deadline=None)
@given(steps, st.permutations([(a, b) for a in range(3) for b in range(3)]))
def test_any_merges_in_any_order_give_every_machine_the_same_history(
    steps: list[Step], order: list[tuple[int, int]]
) -> None:
    with (
        tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.exists() else None) as folder,
        ExitStack() as stack,
    ):
        three = [stack.enter_context(machine(Path(folder) / str(number))) for number in range(3)]
        recorded = [found for step in steps for found in act(three, step)]
        for source, target in [*order, *order]:
            carry(three[source], three[target])
        assert text(three[0]) == text(three[1]) == text(three[2])
        for history in three:
            assert history.knowledge(history.known()) == replay(history.attempts())
            assert history.attempts() == three[0].attempts()
            assert repair.check(history) == []
        kept = [record for record in three[0].records() if isinstance(record, Attempt)]
        assert {said(each) for each in recorded} == {said(each) for each in kept}


@pytest.fixture
def here(tmp_path: Path) -> Iterator[History]:
    with machine(tmp_path / "here") as opened:
        opened.record(attempt(0))
        yield opened


@pytest.fixture
def there(tmp_path: Path) -> Iterator[History]:
    with machine(tmp_path / "there") as opened:
        opened.record(attempt(0, number=2, days=1))
        opened.record(attempt(1, number=2, days=1, key="deck/two"))
        opened.retract(attempt(1, number=2))
        yield opened


@pytest.mark.parametrize("exported", [True, False])
def test_merging_brings_what_is_new_and_leaves_the_other_as_it_was(
    here: History, there: History, tmp_path: Path, exported: bool
) -> None:
    before = text(there)
    there.close()
    files = sorted(there.path.parent.iterdir())
    path = there.path
    if exported:
        with History.open(path) as opened:
            exchange.write(tmp_path / "there.jsonl", exchange.lines(opened.records()))
        path = tmp_path / "there.jsonl"
    assert sync.merge(here, path) == 2
    assert sync.merge(here, path) == 0
    assert [each.id for each in here.attempts()] == [attempt(0).id, attempt(0, number=2).id]
    assert here.knowledge(["deck/one"])["deck/one"].attempts == 2
    assert sorted(there.path.parent.iterdir()) == files
    with History.open(there.path) as opened:
        assert text(opened) == before


def test_a_merge_that_is_interrupted_leaves_no_copy_behind(
    here: History, there: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    before = text(here)
    (tmp_path / "copies").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "copies"))
    with pytest.raises(KeyboardInterrupt) as caught:  # which keeps what it came through alive
        sync.merge(here, there.path, interrupt)
    assert list((tmp_path / "copies").iterdir()) == []
    assert caught.value.args == ()
    assert text(here) == before


def test_merging_a_history_into_itself_keeps_it_locked_and_changes_nothing(here: History) -> None:
    assert sync.merge(here, here.path) == 0
    code = (
        "import sys; from pathlib import Path; from drill.history import History\n"
        "History.open(Path(sys.argv[1])).close()"
    )
    subprocess.run([sys.executable, "-c", code, str(here.path)], check=True)
    here.record(attempt(1))  # the other one was not the last: the log is still there
    with History.open(here.path) as again:
        assert again.count() == 2


def test_a_retraction_may_come_before_its_attempt(here: History) -> None:
    here.retract(attempt(1))
    here.merge([attempt(1)])
    assert here.attempts() == [attempt(0)]
    assert repair.check(here) == []


def test_of_two_attempts_with_one_id_the_later_gets_another_everywhere(
    here: History, there: History
) -> None:
    late = attempt(0, Rating.AGAIN, days=2, key="deck/two")
    there.record(late)
    carry(here, there)
    carry(there, here)
    first, second = here.attempts(session=late.session)
    assert (first, said(second)) == (attempt(0), said(late))
    assert second.id.startswith(f"{late.session}.")
    assert text(here) == text(there)
    assert there.known() == here.known() == ["deck/one", "deck/two"]


def test_of_two_states_of_a_session_the_finished_one_stays(here: History, there: History) -> None:
    carry(here, there)
    here.finish(session().id, SessionStatus.FINISHED, START)
    there.finish(session().id, SessionStatus.STOPPED, START + timedelta(hours=1))
    carry(here, there)
    carry(there, here)
    assert here.session(session().id).status is SessionStatus.FINISHED
    assert text(here) == text(there)


def test_two_machines_sync_through_a_folder(here: History, there: History, tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    assert sync.sync_with_folder(here, folder, "here").merged == 0
    assert sync.sync_with_folder(there, folder, "there").merged == 1
    done = sync.sync_with_folder(here, folder, "here")
    assert (done.merged, done.refused) == (2, ())
    assert text(here) == text(there)
    assert sorted(path.suffix for path in folder.iterdir()) == [".jsonl", ".jsonl"]
    assert done.written.name.startswith("here-")


@pytest.mark.parametrize("forged", ["../out", "/tmp/out", "a\0b", "", "x" * 300, "\x1b[31m"])
def test_a_forged_name_of_this_machine_writes_nothing_outside_the_folder(
    here: History, tmp_path: Path, forged: str
) -> None:
    folder = tmp_path / "shared"
    here.machine("here")
    with closing(sqlite3.connect(here.path)) as db:
        db.execute("UPDATE setting SET value = ? WHERE name = 'machine'", (forged,))
        db.commit()
    written = sync.sync_with_folder(here, folder, "here").written
    assert [path.name for path in folder.iterdir()] == [written.name]
    assert written.name.startswith("here-")
    assert sync.sync_with_folder(here, folder, "here").written == written


@pytest.mark.slow
@pytest.mark.parametrize("steps", [5, 9, 12, 17])
def test_a_sync_killed_midway_loses_nothing(
    here: History, there: History, tmp_path: Path, steps: int
) -> None:
    folder = tmp_path / "shared"
    sync.sync_with_folder(there, folder, "there")
    own = sync.sync_with_folder(here, folder, "here").written
    before = own.read_text()
    here.record(attempt(1))
    code = (
        "import os, signal, sys; from pathlib import Path; from itertools import count\n"
        "from drill.history import History, sync\n"
        "home, folder, last = sys.argv[1:]; number = count(1)\n"
        "def step():\n"
        "    if next(number) == int(last): os.kill(os.getpid(), signal.SIGKILL)\n"
        "with History.open(Path(home)) as history:\n"
        "    sync.sync_with_folder(history, Path(folder), 'here', step)\n"
    )
    command = [sys.executable, "-c", code, str(here.path), str(folder), str(steps)]
    assert subprocess.run(command, check=False).returncode == -signal.SIGKILL
    assert own.read_text() == before
    assert repair.check(here) == []
    for each in (there, here, there):
        assert sync.sync_with_folder(each, folder, "again").refused == ()
    assert text(here) == text(there)
    assert [each.id for each in there.attempts()] == [
        attempt(0).id,
        attempt(1).id,
        attempt(0, number=2).id,
    ]


def test_one_bad_file_in_the_folder_is_named_and_keeps_no_other_out(
    here: History, there: History, tmp_path: Path
) -> None:
    folder = tmp_path / "shared"
    sync.sync_with_folder(there, folder, "there")
    (folder / "a.jsonl").write_text("<<<<<<< HEAD\n")
    done = sync.sync_with_folder(here, folder, "here")
    assert done.merged == 2
    assert [refusal.message for refusal in done.refused] == [f"{folder / 'a.jsonl'}:1: not JSON"]


def test_an_own_file_that_cannot_be_read_is_never_written_over(
    here: History, tmp_path: Path
) -> None:
    own = sync.sync_with_folder(here, tmp_path / "shared", "here").written
    for cut in ("garbage", ""):
        own.write_text(cut)
        with pytest.raises(DrillError) as refused:
            sync.sync_with_folder(here, tmp_path / "shared", "here")
        assert refused.value.message.startswith(f"{own}:1: ")
        assert refused.value.hint == (
            "it is this machine's own file: move it elsewhere, then sync again"
        )
        assert own.read_text() == cut


def test_an_own_file_with_a_bad_line_is_not_written_over_and_keeps_no_other_out(
    here: History, there: History, tmp_path: Path
) -> None:
    own = sync.sync_with_folder(here, tmp_path / "shared", "a").written
    sync.sync_with_folder(there, tmp_path / "shared", "b")
    whole = own.read_text()
    own.write_text(f"{whole}garbage\n")
    with pytest.raises(DrillError) as refused:
        sync.sync_with_folder(here, tmp_path / "shared", "a")
    number = whole.count("\n") + 1
    assert refused.value.message == f"{own}:{number}: not JSON"
    assert refused.value.hint == "it is this machine's own file: move it elsewhere, then sync again"
    assert own.read_text() == f"{whole}garbage\n"
    assert here.count() == there.count() == 2


def test_half_a_file_of_one_that_was_killed_is_cleared_away_in_time(
    here: History, tmp_path: Path
) -> None:
    own = sync.sync_with_folder(here, tmp_path / "shared", "here").written
    old, young = (own.with_name(f".{own.name}.{number}.part") for number in (1, 2))
    old.touch()
    young.touch()
    os.utime(old, (0, 0))
    sync.sync_with_folder(here, tmp_path / "shared", "here")
    assert sorted(own.parent.iterdir()) == [young, own]


HEAD = '{"drill":"history","version":1}'
GOOD: dict[str, object] = json.loads(list(exchange.lines([attempt(7)]))[1])["attempt"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "not JSON"),
        ("[1]", "not one record"),
        ('{"deck":{}}', "no record is called 'deck'"),
        ({"id": None}, "not a text: None"),
        ({"id": "x.1"}, "'x.1' is not an attempt of the session '20260302-180001-aaaaaa'"),
        *(
            (
                {"id": f"20260302-180001-aaaaaa.{serial}"},
                f"{f'20260302-180001-aaaaaa.{serial}'!r} is not an attempt of the session "
                "'20260302-180001-aaaaaa'",
            )
            for serial in ("", "x", "-1", "+5", "1e3", "05", "\u0663", "9" * 20)
        ),
        ({"at": "2026-03-02T18:00:00"}, "not a time with its offset: '2026-03-02T18:00:00'"),
        ({"at": "9999-01-01T00:00:00+00:00"}, "not a time with its offset: '9999-01-01T00:00"),
        ({"at": "2199-12-31T23:59:59-23:59"}, "not a time with its offset: '2199-12-31T23:59"),
        ({"at": "1970-01-01T00:00:00+14:00"}, "not a time with its offset: '1970-01-01T00:00"),
        ({"at": "0001-01-01T00:00:00+14:00"}, "date value out of range"),
        ({"coverage": 1.5}, "not a number from 0 to 1: 1.5"),
        ({"coverage": float("nan")}, "not a number from 0 to 1: nan"),
        ({"rating": 5}, "5 is not a valid Rating"),
        ({"rating": True}, "not a whole number: True"),
        ({"confidence": 2**70}, "not a whole number from 0 to 100: 1180591620717411303424"),
        ({"confidence": 101}, "not a whole number from 0 to 100: 101"),
        ({"delivery": [0, 2, 3]}, "not a whole number from 1 to 4: 0"),
        ({"key": ""}, "an empty text"),
        ({"key": "deck/" + "a" * 200}, "an id of 205 characters; 200 is the limit"),
        # An attempt that is moved has a longer id, which must not be refused in turn.
        (
            {"session": "a" * 101, "id": "a" * 101 + ".0"},
            "an id of 101 characters; 100 is the limit",
        ),
        ({"key": "deck/a\nb"}, "'\\n' in 'deck/a\\nb'"),
        ({"rating": "x" * 900}, "not a whole number: 'xxx"),
        ({"points": [["a\x1fb", "said"]]}, "'\\x1f' in 'a\\x1fb'"),
        ({"points": [["", "said"]]}, "an empty text"),
        ({"points": [["a", "maybe"]]}, "'maybe' is not a valid Mark"),
        ({"typed": "\ud800"}, "surrogates not allowed"),
        ({"mood": {"is": "\ud800"}}, "surrogates not allowed"),
        ({"spoken": {"recordings": [], "mood": "\ud800"}}, "surrogates not allowed"),
        ({"wrong": 1}, "not true or false: 1"),
        ({"choices": [["B", True]]}, "not a choice"),
        ({"follow_up": ["And?"]}, "not a follow-up"),
        ({"spoken": {"lines": [["0", 1, "a"]]}}, "not a number from 0 to 1e+09: '0'"),
        ({"proposal": {"verdicts": [["maybe", "", "", True]]}}, "'maybe' is not a valid Mark"),
        ("[" * 100_000, "nested too deeply"),
        ({"newer": "\ud800"}, "surrogates not allowed"),
        ("\udcff", "can't decode byte 0xff"),
    ],
)
def test_a_bad_line_is_named_and_the_others_of_its_file_are_merged(
    here: History, tmp_path: Path, line: str | dict[str, object], why: str
) -> None:
    if isinstance(line, dict):
        line = json.dumps({"attempt": GOOD | line})
    path = tmp_path / "bad.jsonl"
    good = json.dumps({"retraction": "20260302-180001-aaaaaa.7"})
    path.write_text(
        "\n".join([HEAD, json.dumps({"attempt": GOOD}), line, good]), errors="surrogateescape"
    )
    assert sync.merge(here, path) == 1
    [(place, said)] = here.damage.items()
    assert place == f"{path}:3"
    assert why in said
    assert len(said) <= 200
    assert attempt(7).id not in {each.id for each in here.attempts()}  # taken back by line 4
    here.damage.clear()
    assert repair.check(here) == []


SESSION: dict[str, object] = json.loads(list(exchange.lines([session()]))[1])["session"]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"budgets": [60.0] * 3}, "there is not one budget for each question"),
        ({"questions": ["deck/one", "deck/one"]}, "a session has a question twice"),
        ({"questions": [""], "budgets": [60.0]}, "an empty text"),
        ({"id": "a" * 101}, "an id of 101 characters; 100 is the limit"),
        ({"pauses": -1}, "not a whole number from 0 to 2147483648: -1"),
        ({"minutes": 2**40}, "not a whole number from 0 to 2147483648: 1099511627776"),
        ({"kind": "x" * 900}, f"{'x' * 199}"),
    ],
)
def test_a_session_that_no_report_could_show_is_refused(
    here: History, tmp_path: Path, change: dict[str, object], why: str
) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(f"{HEAD}\n{json.dumps({'session': SESSION | change})}\n")
    before = text(here)
    assert sync.merge(here, path) == 0
    [(place, said)] = here.damage.items()
    assert place == f"{path}:2"
    assert why in said
    assert len(said) <= 200
    assert text(here) == before


def test_of_an_exported_session_a_bad_answer_is_named_and_the_others_are_merged(
    here: History, tmp_path: Path
) -> None:
    path = tmp_path / "report.json"
    answers = [GOOD, GOOD | {"coverage": 2}, 7]
    document = {"drill": "session", "version": 1, "session": SESSION, "attempts": answers}
    path.write_text(json.dumps(document, indent=1))
    assert sync.merge(here, path) == 1
    assert here.damage == {
        f"{path}: attempt 2": "not a number from 0 to 1: 2",
        f"{path}: attempt 3": "no record is called 'attempt'",
    }


def test_a_file_of_damaged_lines_alone_is_refused_before_they_take_all_memory(
    here: History, tmp_path: Path
) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(HEAD + "\n{" * 6_000)
    with pytest.raises(DrillError) as refused:
        sync.merge(here, path)
    assert refused.value.message == f"{path}: more than 5,000 rows of it are damaged"
    assert len(here.damage) == 5_000


texts = st.text(max_size=3)
marked = st.tuples(texts, st.sampled_from(Mark))
members = st.fixed_dictionaries(
    {},
    optional={
        "at": st.builds(
            "{}T{}:00:00{}".format,
            st.sampled_from(["1970-01-01", "2026-03-02", "2199-12-31"]),
            st.sampled_from(["00", "12", "23"]),
            st.sampled_from(["+00:00", "+14:00", "-23:59"]),
        ),
        "key": texts,
        "coverage": st.floats(-0.1, 1.1),
        "seconds": st.floats(-1, 1e10) | st.integers(-1, 2**70),
        "confidence": st.none() | st.integers(-1, 101),
        "points": st.lists(marked, max_size=2),
        "typed": st.none() | texts,
    },
)
frames = st.fixed_dictionaries(
    {},
    optional={
        "questions": st.lists(texts, max_size=2),
        "budgets": st.lists(st.floats(-1, 1e10), max_size=2),
        "minutes": st.none() | st.integers(-1, 2**32),
        "seed": st.none() | st.integers(-(2**64), 2**64),
    },
)


@pytest.mark.slow
@settings(max_examples=100, derandomize=True, deadline=None)
@given(members, frames)
def test_what_was_merged_is_sound_and_can_be_handed_on(
    attempt_change: dict[str, object], session_change: dict[str, object]
) -> None:
    changed = [{"attempt": GOOD | attempt_change}, {"session": SESSION | session_change}]
    with (
        tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.exists() else None) as folder,
        History.open(Path(folder) / "history.db") as history,
    ):
        text = [HEAD, *map(json.dumps, changed)]
        history.merge(
            exchange.parse(map(str.encode, text), Path("a"), dict[str, str]().__setitem__)
        )
        kept, bad = map(str.encode, exchange.lines(history.records())), dict[str, str]()
        again = list(exchange.parse(kept, Path("b"), bad.__setitem__))
        assert bad == {}
        assert list(exchange.lines(again)) == list(exchange.lines(history.records()))
        assert repair.check(history) == []
        for each in history.sessions():
            assert len(each.budgets) in {0, len(each.questions)}


@pytest.mark.skipif(os.name == "nt", reason="pipes of Unix")
def test_a_pipe_in_the_folder_is_not_waited_for(here: History, tmp_path: Path) -> None:
    folder = tmp_path / "shared"
    folder.mkdir()
    os.mkfifo(folder / "pipe.jsonl")
    done = sync.sync_with_folder(here, folder, "here")
    assert [refusal.message for refusal in done.refused] == [
        f"{folder / 'pipe.jsonl'}: not a regular file"
    ]


def test_a_file_of_another_kind_or_version_is_refused(here: History, tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text('{"a":1}')
    with pytest.raises(DrillError, match=r"other.jsonl:1: not a history exported by drill"):
        sync.merge(here, path)
    path.write_text("")
    with pytest.raises(DrillError, match=r"other.jsonl:1: empty, and not a history exported by"):
        sync.merge(here, path)
    path.write_text('{"drill":"history","version":2}')
    with pytest.raises(DrillError, match=r"exported by another drill \(version 2, and 1 is known"):
        sync.merge(here, path)
    with pytest.raises(DrillError, match=r"none.jsonl: cannot be read: No such file"):
        sync.merge(here, tmp_path / "none.jsonl")


@pytest.mark.parametrize(
    ("harm", "said", "hint"),
    [
        (
            "DROP TABLE retraction",
            "its tables are not those of drill",
            "nothing of it was merged; copy it again",
        ),
        (
            "PRAGMA application_id = 7",
            "not a drill history; nothing was changed",
            "nothing of it was merged; copy it again",
        ),
        (
            "PRAGMA user_version = 99",
            "a newer drill wrote this history (version 99, and 4 is the newest known here); "
            "nothing was changed",
            "pip install --upgrade interview-drill",
        ),
    ],
)
def test_what_is_wrong_with_another_history_is_said_of_its_own_file(
    here: History, there: History, harm: str, said: str, hint: str
) -> None:
    there.close()
    with closing(sqlite3.connect(there.path, isolation_level=None)) as db:
        db.execute(harm)
    before = text(here)
    with pytest.raises(DrillError) as refused:
        sync.merge(here, there.path)
    assert refused.value.message.startswith(f"{there.path}:")
    assert refused.value.message.endswith(said)
    assert refused.value.hint == hint
    assert text(here) == before


def test_a_damaged_history_of_another_machine_sends_nobody_to_the_copies_of_this_one(
    here: History, there: History
) -> None:
    there.close()
    with there.path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * 8192)
    with pytest.raises(DrillError, match="the history is damaged") as refused:
        sync.merge(here, there.path)
    assert refused.value.message.startswith(f"{there.path}: ")
    assert refused.value.hint == "nothing of it was merged; copy it again"


def test_an_exported_history_is_the_documented_lines(here: History) -> None:
    here.record(replace(attempt(1, None), points=(), typed=None, delivery=None))
    here.retract(attempt(0))
    head, first, *rest = exchange.lines(here.records())
    assert head == HEAD + "\n"
    assert json.loads(first)["session"]["questions"] == ["deck/one", "deck/two"]
    assert json.loads(rest[0]) == {
        "attempt": {
            "id": "20260302-180001-aaaaaa.0",
            "session": "20260302-180001-aaaaaa",
            "key": "deck/one",
            "at": "2026-03-02T18:00:00.000000+00:00",
            "seconds": 61.5,
            "coverage": 2 / 3,
            "rating": 3,
            "confidence": 75,
            "points": [["Kept with probability $p$ …", "said"], ["Two\nlines", "partly"]],
            "wrong": True,
            "assisted": False,
            "over": 1.5,
            "typed": "a “typed” answer\nof two lines",
            "delivery": [1, 2, 3],
            "moves": True,
        }
    }
    assert json.loads(rest[1])["attempt"]["rating"] is None
    assert rest[2] == '{"retraction":"20260302-180001-aaaaaa.0"}\n'


def test_members_that_a_newer_drill_wrote_are_kept_and_exported_again(
    here: History, tmp_path: Path
) -> None:
    path = tmp_path / "newer.jsonl"
    head = json.dumps({"drill": "history", "version": 1})
    newer = json.dumps({"attempt": GOOD | {"mood": {"is": 1}, "choices": [["B", True, False]]}})
    newer = newer.replace('"mood"', '"follow_up": ["And?", null], "mood"')
    path.write_text(f"{head}\n{newer}\n", "utf-8")
    assert sync.merge(here, path) == 1
    kept = next(each for each in here.attempts() if each.id == GOOD["id"])
    assert (kept.choices, kept.extra) == ((OfferedOption("B", True, False),), {"mood": {"is": 1}})
    lines = [json.loads(line) for line in exchange.lines(here.records())]
    again = next(line["attempt"] for line in lines if line.get("attempt", {}).get("id") == kept.id)
    assert (again["mood"], again["choices"]) == ({"is": 1}, [["B", True, False]])
    assert again["follow_up"] == ["And?", None]


def test_a_spoken_answer_is_handed_on_with_all_its_members_and_those_of_a_newer_drill(
    here: History, tmp_path: Path
) -> None:
    spoken = {
        "recordings": ["s.1.flac"],
        "lines": [[0.5, 2.0, "a “spoken” answer"]],
        "speaking": 4.0,
        "silent": 3.5,
        "pauses": [[2.0, 2.5]],
        "first_word": 0.5,
        "pace": 45,
        "mood": {"is": 1},  # a newer drill's
    }
    path = tmp_path / "spoken.jsonl"
    head = json.dumps({"drill": "history", "version": 1})
    path.write_text(f"{head}\n{json.dumps({'attempt': GOOD | {'spoken': spoken}})}\n", "utf-8")
    assert sync.merge(here, path) == 1
    kept = next(each for each in here.attempts() if each.id == GOOD["id"])
    assert kept.spoken is not None
    assert (kept.spoken.text, kept.extra) == ("a “spoken” answer", {})
    lines = [json.loads(line) for line in exchange.lines(here.records())]
    again = next(line["attempt"] for line in lines if line.get("attempt", {}).get("id") == kept.id)
    assert again["spoken"] == spoken


def test_a_proposal_goes_with_its_attempt_with_the_members_of_a_newer_drill(
    here: History, tmp_path: Path
) -> None:
    path = tmp_path / "judged.jsonl"
    head = json.dumps({"drill": "history", "version": 1})
    said = {
        "verdicts": [["said", "the Seine", "", True]],
        "follow_up": "Since when?",
        "mood": {"is": 1},  # a newer drill's
    }
    path.write_text(f"{head}\n{json.dumps({'attempt': GOOD | {'proposal': said}})}\n", "utf-8")
    assert sync.merge(here, path) == 1
    kept = next(each for each in here.attempts() if each.id == GOOD["id"])
    verdicts = (Verdict(Mark.SAID, "the Seine"),)
    assert kept.proposal == Proposal(verdicts, (), "Since when?", extra={"mood": {"is": 1}})
    assert exchange.members(kept)["proposal"] == said
    assert "proposal" not in exchange.members(replace(kept, proposal=None))
