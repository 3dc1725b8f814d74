"""Answers are saved durably and once; stored knowledge always equals a replay."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.errors import DrillError
from drill.history import History, new_session_id, queries, writing
from drill.model import Attempt, Rating, SessionKind, SessionStatus, Timing
from drill.schedule.memory import Schedule, replay
from tests.builders import START
from tests.history.samples import attempt, session

moves = st.lists(
    st.tuples(
        st.sampled_from(["record", "record", "again", "retract"]),
        st.none() | st.sampled_from(Rating),
        st.integers(-3, 9),
        st.integers(0, 2),
    ),
    max_size=12,
)


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "home" / "history.db") as opened:
        opened.start(session())
        yield opened


def test_an_attempt_comes_back_as_it_went_in(history: History) -> None:
    history.record(attempt(0))
    history.record(
        replace(attempt(1, None), points=(), typed=None, delivery=None, reschedules=False)
    )
    assert history.attempts() == [
        attempt(0),
        replace(attempt(1, None), points=(), typed=None, delivery=None, reschedules=False),
    ]


def test_an_answer_is_in_the_file_of_another_reader_at_once(history: History) -> None:
    history.record(attempt(0))
    with History.open(history.path) as other:
        assert other.attempts() == [attempt(0)]
        assert other.session("last").ended == attempt(0).scored_at
        assert other.knowledge(["deck/one"]) == replay([attempt(0)])


def test_recording_twice_counts_once(history: History) -> None:
    first = history.record(attempt(0))
    assert history.record(attempt(0)) == first
    assert history.count() == 1
    assert first is not None
    assert first.attempts == 1


def test_another_answer_under_the_same_id_is_refused_and_changes_nothing(history: History) -> None:
    first = history.record(attempt(0))
    with History.open(history.path) as other, pytest.raises(DrillError) as refused:
        other.record(replace(attempt(0), coverage=0.1))
    assert refused.value.message == "another answer has the id 20260302-180001-aaaaaa.0"
    assert history.record(attempt(0)) == first
    assert history.attempts() == [attempt(0)]


def test_an_id_that_is_not_of_its_session_is_a_mistake(history: History) -> None:
    with pytest.raises(ValueError, match="is not the id of an attempt in"):
        history.record(replace(attempt(0), id="other.0"))


def test_a_retracted_attempt_is_gone_from_all_that_is_read_but_not_from_the_file(
    history: History,
) -> None:
    known = history.record(attempt(0))
    history.record(attempt(1, Rating.AGAIN))
    assert history.retract(attempt(1, Rating.AGAIN)) == known
    assert history.attempts() == [attempt(0)]
    assert history.count() == 1
    assert history.retract(attempt(0)) is None
    assert history.knowledge(["deck/one"]) == {}
    with sqlite3.connect(history.path) as db:
        assert db.execute("SELECT count(*) FROM attempt").fetchone() == (2,)
    db.close()


@pytest.mark.slow
@settings(max_examples=25, derandomize=True, deadline=None)
@given(moves)
def test_what_is_known_equals_a_replay_whatever_happens_in_whatever_order(
    tmp_path_factory: pytest.TempPathFactory,
    moves: list[tuple[str, Rating | None, int, int]],
) -> None:
    path = tmp_path_factory.mktemp("moves") / "history.db"
    with History.open(path) as history:
        made: list[Attempt] = []
        for serial, (move, rating, days, question) in enumerate(moves):
            if move == "record" or not made:
                made.append(attempt(serial, rating, key=f"deck/{question}", days=days))
                history.record(made[-1])
            elif move == "again":
                history.record(made[question % len(made)])
            else:
                history.retract(made[question % len(made)])
        keys = [f"deck/{question}" for question in range(3)]
        assert history.knowledge(keys) == replay(history.attempts()) == dict(history.replayed())
        before = history.knowledge(keys)
        history.rebuild()
        assert history.knowledge(keys) == before


def test_another_retention_moves_what_is_due_when_the_history_is_opened(history: History) -> None:
    history.record(attempt(0))
    with History.open(history.path, Schedule(retention=0.95)) as stricter:
        assert stricter.knowledge(["deck/one"]) == replay([attempt(0)], Schedule(retention=0.95))


def test_confident_misses_that_are_due_come_before_all_else_that_is(history: History) -> None:
    history.record(replace(attempt(0, Rating.AGAIN, key="deck/missed"), confidence=50))
    history.record(attempt(1, Rating.AGAIN, key="deck/sure"))
    assert list(history.due(START + timedelta(days=3))) == ["deck/sure", "deck/missed"]


@pytest.mark.slow
def test_more_than_a_page_of_due_questions_come_each_once(history: History) -> None:
    keys = [f"deck/{number:04}" for number in range(1010)]
    for number, key in enumerate(keys):
        history.record(attempt(number, Rating.AGAIN, key=key))
    assert sorted(history.due(START + timedelta(days=30))) == keys


def test_due_comes_the_longest_due_first_and_weak_by_key(history: History) -> None:
    history.record(attempt(0, Rating.EASY, key="deck/easy"))
    history.record(attempt(1, Rating.GOOD, key="deck/good"))
    history.record(attempt(2, Rating.AGAIN, key="deck/again"))
    history.record(replace(attempt(3, Rating.AGAIN, key="deck/crammed"), reschedules=False))
    history.record(attempt(4, None, key="deck/skipped"))
    assert list(history.due(START + timedelta(days=3))) == ["deck/again", "deck/good"]
    assert history.weak() == ["deck/again", "deck/crammed", "deck/good"]
    assert history.known() == ["deck/again", "deck/crammed", "deck/easy", "deck/good"]


def test_attempts_are_chosen_by_session_time_and_question(history: History) -> None:
    history.start(session(2))
    history.record(attempt(0))
    history.record(attempt(1, key="deck/two", days=1))
    history.record(attempt(2, number=2, days=2))
    assert [each.id[-1] for each in history.attempts(session=session(1).id)] == ["0", "1"]
    assert [each.id[-1] for each in history.attempts(since=attempt(1, days=1).scored_at)] == [
        "1",
        "2",
    ]
    assert [each.id[-1] for each in history.attempts(key="deck/one")] == ["0", "2"]


def test_timings_are_those_of_the_attempts_that_stand(history: History) -> None:
    for serial in range(4):
        history.record(attempt(serial, None if serial == 2 else Rating.HARD, days=serial))
    history.retract(attempt(1, days=1))
    since = attempt(1, days=1).scored_at
    name, at = session().id, [attempt(serial, days=serial).scored_at for serial in (2, 3)]
    history.record(attempt(4, key="deck/new", days=4))
    assert history.timings(since, 9) == [
        Timing("deck/one", name, at[0], 61.5, None, seen_before=True),
        Timing("deck/one", name, at[1], 61.5, Rating.HARD, seen_before=True),
        Timing("deck/new", name, attempt(4, days=4).scored_at, 61.5, Rating.GOOD),
    ]
    assert [(timing.key, timing.seen_before) for timing in history.timings(since, 2)] == [
        ("deck/one", True),
        ("deck/new", False),
    ]


def test_knowledge_of_more_questions_than_sqlite_takes_parameters(history: History) -> None:
    history.record(attempt(0))
    keys = [f"deck/{number}" for number in range(40_000)]
    assert list(history.knowledge([*keys, "deck/one"])) == ["deck/one"]


def test_a_session_without_answers_leaves_nothing(history: History) -> None:
    history.finish(session().id, SessionStatus.STOPPED, START)
    assert history.sessions() == []


def test_an_interview_that_is_left_before_its_first_answer_is_no_session(history: History) -> None:
    history.record(attempt(0))
    history.start(session(2, SessionKind.MOCK))
    history.checkpoint(session(2).id, "state")
    assert [each.id for each in history.sessions()] == [session(2).id, session().id]
    history.finish(session(2).id, SessionStatus.STOPPED, START)
    assert [each.id for each in history.sessions()] == [session().id]
    assert history.session("last").id == session().id
    with pytest.raises(DrillError, match="no session"):
        history.session(session(2).id)


def test_a_session_that_was_killed_is_a_stopped_one_that_ended_with_its_last_answer(
    history: History,
) -> None:
    history.record(attempt(3))
    assert history.sessions() == [
        replace(session(), status=SessionStatus.STOPPED, ended=attempt(3).scored_at)
    ]


def test_a_finished_session_says_so_with_its_pauses(history: History) -> None:
    history.record(attempt(0))
    end = START + timedelta(hours=1)
    history.finish(session().id, SessionStatus.FINISHED, end, pauses=2, paused=30.5, away=60.0)
    assert history.session("last") == replace(
        session(),
        status=SessionStatus.FINISHED,
        ended=end,
        pauses=2,
        paused=30.5,
        away=60.0,
    )


def test_the_interview_kept_last_is_the_one_to_resume_until_it_is_finished(
    history: History,
) -> None:
    for number in (1, 2):
        history.start(session(number, SessionKind.MOCK))
        history.checkpoint(session(number).id, f"state {number}")
    history.checkpoint(session(1).id, "state 1, later")
    first, second = (session(number, SessionKind.MOCK) for number in (1, 2))
    assert history.checkpointed() == (replace(first, kind=SessionKind.MOCK), "state 1, later")
    history.finish(first.id, SessionStatus.FINISHED, START)
    assert history.checkpointed() == (second, "state 2")
    history.finish(second.id, SessionStatus.STOPPED, START)
    assert history.checkpointed() is None


def test_a_session_is_found_by_id_by_the_start_of_one_and_as_the_last(history: History) -> None:
    for number in (1, 2, 3):
        history.start(session(number))
        history.record(attempt(0, number=number))
    assert history.session(session(2).id).id == session(2).id
    assert history.session("20260302-180003").id == session(3).id
    assert history.session("last").id == session(3).id
    assert [each.id for each in history.sessions(2)] == [session(3).id, session(2).id]
    with pytest.raises(DrillError) as several:
        history.session("2026")
    assert several.value.message == "session id '2026' is ambiguous"
    assert several.value.hint == ", ".join(session(number).id for number in (1, 2, 3))
    with pytest.raises(DrillError) as none:
        history.session("2027")
    assert none.value.message == "no session '2027'"
    assert session(3).id in none.value.hint


def test_without_sessions_the_last_one_is_refused(history: History) -> None:
    with pytest.raises(DrillError) as refused:
        history.session("last")
    assert refused.value.message == "there are no sessions yet"
    assert refused.value.hint == "drill quiz starts one"


def test_session_ids_are_ordered_by_time_and_differ_by_chance() -> None:
    ids = [new_session_id(START + timedelta(seconds=number), Random(number)) for number in range(3)]
    assert ids == sorted(ids)
    assert ids[0].startswith("20260302-180000-")
    assert new_session_id(START, Random(1)) != new_session_id(START, Random(2))


def test_records_are_a_snapshot_despite_concurrent_writes(history: History) -> None:
    history.record(attempt(0))
    with History.open(history.path) as other:
        other.start(session(2))
        found = history.records()
        first = next(found)
        other.record(attempt(0, number=2))
        other.retract(attempt(0))
    ended = replace(session(), status=SessionStatus.STOPPED)
    assert [first, *found] == [ended, attempt(0)]
    history.record(attempt(1))


def test_a_history_may_be_closed_before_its_records_are_all_read(history: History) -> None:
    history.record(attempt(0))
    with History.open(history.path) as other:
        found = other.records()
        assert next(found) == replace(session(), status=SessionStatus.STOPPED)
    del found  # what goes wrong at its end is a warning
    assert history.count() == 1


def test_writers_do_not_wait_for_a_merge_that_is_still_reading(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "PATIENCE", 0.05)
    with History.open(history.path) as other:

        def records() -> Iterator[Attempt]:
            yield attempt(0, number=2)
            history.record(attempt(0))
            yield attempt(1, number=2)

        assert other.merge(records()) == 2
    assert history.count() == 3


def test_a_refused_write_leaves_nothing_of_it(history: History) -> None:
    history.record(attempt(0))
    with pytest.raises(OverflowError):
        history.record(replace(attempt(1), confidence=2**70))
    assert history.attempts() == [attempt(0)]
    history.record(attempt(1))
    assert history.count() == 2


def test_no_statement_of_a_first_question_reads_a_whole_table(history: History) -> None:
    plans: list[str] = []
    with sqlite3.connect(history.path) as db:
        for sql in (
            "SELECT * FROM knowledge WHERE key IN ('a', 'b')",
            "SELECT key FROM knowledge WHERE due <= 1 ORDER BY due, key",
            "SELECT key FROM knowledge WHERE coverage < 0.75 ORDER BY key",
            "SELECT * FROM attempt WHERE at >= 1 ORDER BY at, id",
            "SELECT * FROM attempt WHERE key = 'a' ORDER BY at, id",
            "SELECT * FROM attempt WHERE id > 'a' AND id < 'b'",
            "SELECT * FROM session ORDER BY started DESC, id DESC LIMIT 1",
        ):
            plans += [row[3] for row in db.execute(f"EXPLAIN QUERY PLAN {sql}")]
    db.close()
    assert [plan for plan in plans if "SCAN" in plan and "INDEX" not in plan] == []


def test_reading_the_history_imports_neither_json_nor_fsrs(history: History) -> None:
    history.record(attempt(0))
    code = (
        "import sys; from pathlib import Path; from datetime import *\n"
        "from drill.history import History\n"
        f"with History.open(Path({str(history.path)!r})) as history:\n"
        "    keys = list(history.due(datetime(2027, 1, 1, tzinfo=UTC))); history.knowledge(keys)\n"
        "    history.weak(); history.known(); history.sessions(1); history.checkpointed()\n"
        "print({'json', 'fsrs', 'tempfile', 'shutil', 'difflib'} & sys.modules.keys())"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "set()\n"


def test_weak_and_surprising_questions_are_found_by_their_indexes(history: History) -> None:
    with closing(sqlite3.connect(history.path)) as db:
        plans = [
            str(
                db.execute(f"EXPLAIN QUERY PLAN SELECT key FROM knowledge WHERE {where}").fetchall()
            )
            for where in (queries.WEAK, f"{queries.SURPRISE} AND due < 5")
        ]
    assert "knowledge_weak" in plans[0]
    assert "knowledge_surprise" in plans[1]
