"""A session as JSON, and the way back into a history."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from drill.errors import DrillError
from drill.exporters.session.json import to_json
from drill.history import History
from drill.history.exchange import members
from drill.history.sync import merge
from drill.reporting.report import Report, report
from tests.exporters.session.samples import ATTEMPTS, REPORT, SESSION


def document(of: Report = REPORT) -> str:
    return to_json(of, members(of.session), list(map(members, of.attempts)))


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.db") as opened:
        yield opened


def test_merging_the_json_restores_the_session_and_its_attempts(
    tmp_path: Path, history: History
) -> None:
    path = tmp_path / "session.json"
    path.write_text(document(), "utf-8")
    assert merge(history, path) == 3
    assert merge(history, path) == 0
    assert history.session("last") == SESSION
    assert history.attempts(SESSION.id) == sorted(ATTEMPTS, key=lambda each: each.scored_at)


def test_the_json_includes_the_computed_report() -> None:
    found = json.loads(document())
    assert (found["drill"], found["version"]) == ("session", 1)
    assert found["report"] == {
        "asked": 3,
        "answered": 2,
        "coverage": 0.25,
        "self_rating": None,
        "earlier": 0.5,
        "past": [0.4, 0.5],
        "topics": [
            {"name": "training", "coverage": 0.375, "asked": 2, "self_rated": False},
            {"name": "</title><b>", "coverage": 0.0, "asked": 1, "self_rated": False},
        ],
        "difficulties": [
            {"name": "easy", "coverage": 0.75, "asked": 1, "self_rated": False},
            {"name": "hard", "coverage": 0.0, "asked": 1, "self_rated": False},
        ],
        "answering": 115.0,
        "over": 20.0,
        "hints": 1,
        "delivery": {"structure": 3.0, "clarity": 2.0, "pace": 4.0},
        "confidence": 0.725,
        "bias": 0.35,
        "brier": pytest.approx(0.57625),
        "confident_misses": ["nets/hostile"],
        "next": [
            {
                "why": "you were sure of one question and missed it",
                "command": "drill show nets/hostile",
            },
            {
                "why": "</title><b> covers 0 % of its points",
                "command": "drill quiz --tag '</title><b>' --weak",
            },
            {"why": "go over what you missed", "command": "drill quiz --weak"},
        ],
    }


def test_a_question_is_whole_or_where_its_deck_is_gone_its_key() -> None:
    questions = json.loads(document())["questions"]
    assert questions[0]["key"] == "nets/dropout"
    assert questions[0]["answer"] == "It drops with $1-p$."
    assert questions[0]["key_points"][2] == {"text": "slow", "bonus": True, "terms": []}
    assert questions[0]["tags"] == ["training"]
    assert questions[4] == {"key": "gone/question"}


def test_a_session_without_answers_can_be_exported() -> None:
    found = json.loads(document(report(SESSION, [], {}, {}, {})))
    assert (found["attempts"], found["report"]["coverage"]) == ([], None)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ('"version": 1', "exported by another drill (version 2, and 1 is known here)"),
        ('"attempts": [', "1: no list of attempts"),
    ],
)
def test_an_incomplete_export_is_refused_as_a_whole(
    tmp_path: Path, history: History, written: str, why: str
) -> None:
    broken = {
        '"version": 1': '"version": 2',
        '"attempts": [': '"attempt": [',
    }[written]
    text = document()
    assert written in text
    path = tmp_path / "session.json"
    path.write_text(text.replace(written, broken), "utf-8")
    with pytest.raises(DrillError) as refusal:
        merge(history, path)
    assert why in refusal.value.message
    assert history.sessions() == []
