import json
from collections.abc import Callable
from pathlib import Path

import pytest

from drill.model import Mark
from tests.conftest import Run

SAID, MISSED = [("x", Mark.SAID)], [("x", Mark.MISSED)]


def test_a_pipe_gets_one_line_of_columns_for_each_session(
    run: Run, answered: Callable[..., None]
) -> None:
    answered(3, {"a/b": SAID})
    answered(1, {"a/b": SAID, "a/c": MISSED})
    done = run("sessions")
    assert [line.split("\t") for line in done.out.splitlines()] == [
        [
            "20261123-090000-aaaaaa",
            "2026-11-23T09:00:00+00:00",
            "quiz",
            "finished",
            "2",
            "2",
            "50%",
            "",
        ],
        [
            "20261121-090000-aaaaaa",
            "2026-11-21T09:00:00+00:00",
            "quiz",
            "finished",
            "1",
            "1",
            "100%",
            "",
        ],
    ]


def test_count_keeps_the_newest(run: Run, answered: Callable[..., None]) -> None:
    answered(3, {"a/b": SAID})
    answered(1, {"a/b": SAID})
    assert run("sessions", "-n", "1").out.split("\t")[0] == "20261123-090000-aaaaaa"


def test_json_is_one_document_with_a_version(run: Run, answered: Callable[..., None]) -> None:
    answered(1, {"a/b": SAID, "a/c": MISSED})
    assert json.loads(run("sessions", "--json").out) == {
        "version": 1,
        "sessions": [
            {
                "id": "20261123-090000-aaaaaa",
                "kind": "quiz",
                "status": "finished",
                "started": "2026-11-23T09:00:00+00:00",
                "ended": "2026-11-23T09:02:00+00:00",
                "seconds": 120.0,
                "questions": ["a/b", "a/c"],
                "answered": 2,
                "coverage": 0.5,
                "self_rating": None,
            }
        ],
    }


def test_without_sessions_the_answer_is_no_but_json_is_an_empty_list(run: Run, home: Path) -> None:
    done = run("sessions")
    assert (done.code, done.out) == (1, "")
    assert done.err == "drill: there are no sessions yet\ndrill quiz starts one\n"
    assert json.loads(run("sessions", "--json").out) == {"version": 1, "sessions": []}


def test_a_terminal_gets_a_line_for_each_session_and_show_prints_its_report(
    run: Run, answered: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(1, {"a/b": SAID, "a/c": MISSED})
    assert "2 of 2 answered" in run("sessions", "show").out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    (line,) = [line for line in run("sessions").out.splitlines() if "quiz" in line]
    assert "50 %" in line


def test_forgetting_deletes_the_recordings_of_a_session_and_keeps_the_session(
    run: Run, answered: Callable[..., None], home: Path
) -> None:
    answered(1, {"a/b": SAID})
    recorded = home / "recordings" / "20261123-090000-aaaaaa.1.flac"
    recorded.parent.mkdir()
    recorded.write_bytes(b"x")
    assert run("sessions", "forget", "last").out == (
        "1 recording of 20261123-090000-aaaaaa deleted\n"
    )
    assert not recorded.exists()
    assert run("sessions", "forget", "last").out.startswith("0 recordings of ")
    assert len(run("sessions").out.splitlines()) == 1
