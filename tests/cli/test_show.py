import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from drill.cli.records import attempt_record
from drill.model import Attempt, Mark, Rating
from drill.model.spoken import Pause, Spoken, TimedLine
from tests.conftest import Run

pytestmark = pytest.mark.slow  # real decks and plans

FRANCE = "capitals/france"
HALF_SAID = [("Paris", Mark.SAID), ("It lies on the Seine", Mark.MISSED)]


def test_a_question_is_shown_in_full(run: Run, deck: Path, answered: Callable[..., None]) -> None:
    answered(3, {FRANCE: HALF_SAID}, 95)
    done = run("show", "france")
    assert (done.code, done.err) == (0, "")
    lines = [line.rstrip() for line in done.out.splitlines()]
    assert "".join(lines[24:]) == f"{deck}:5lines 3 to 5 of its document"
    assert lines[:24] == [
        "capitals/france · geography · easy · 30 s",
        "",
        "What is the capital of France?",
        "",
        "Answer",
        "  It is Paris, on the Seine.",
        "",
        "Key points",
        "  ● Paris",
        "  ○ It lies on the Seine",
        "",
        "Hint",
        "  It has a tower.",
        "",
        "Follow-ups",
        "  Since when?",
        "",
        "Notes",
        "  Vichy was the seat of government from 1940 to 1944.",
        "",
        "History",
        "  1 attempt · due",
        "  3 days ago      50 % again · 95 % sure · 30 s",
        "",
    ]


def test_a_question_is_found_by_key_id_or_beginning(run: Run, deck: Path) -> None:
    for name in ("capitals/peru", "peru", "p", "capitals/p"):
        assert run("show", name).out.startswith("capitals/peru")


def test_an_exact_id_wins_over_longer_ids(run: Run, deck: Path) -> None:
    deck.write_text(deck.read_text().replace("id: peru", "id: france-capital"))
    assert run("show", "france").out.startswith("capitals/france ")


def test_an_ambiguous_beginning_of_an_id_is_refused(run: Run, deck: Path) -> None:
    deck.write_text(deck.read_text().replace("id: peru", "id: france-capital"))
    done = run("show", "fra")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "drill: several questions begin with 'fra'\n"
        "it could be capitals/france, capitals/france-capital\n"
    )


def test_a_misspelt_id_gets_a_suggestion(run: Run, deck: Path) -> None:
    done = run("show", "farnce")
    assert done.code == 1
    assert done.err == "drill: no question 'farnce'\ndid you mean france?\n"
    assert run("show", "zzz").err.endswith("drill list shows all ids\n")


def test_json_has_the_question_and_every_attempt(
    run: Run, deck: Path, answered: Callable[..., None]
) -> None:
    answered(3, {FRANCE: HALF_SAID})
    document = json.loads(run("show", "france", "--json").out)
    assert document["version"] == 1
    assert document["question"]["answer"].strip() == "It is **Paris**, on the Seine."
    assert document["question"]["key_points"][0] == {"text": "Paris", "bonus": False, "terms": []}
    (attempt,) = document["attempts"]
    assert attempt["rating"] == "again"
    assert attempt["points"] == [
        {"point": "Paris", "mark": "said"},
        {"point": "It lies on the Seine", "mark": "missed"},
    ]


def test_deck_text_never_reaches_the_terminal_as_control_sequences(run: Run, deck: Path) -> None:
    deck.write_text(
        deck.read_text()
        .replace("hint: It has", 'hint: "\\e[31mIt [bold]has')
        .replace("tower.", 'tower"')
    )
    done = run("show", "france")
    assert "\x1b" not in done.out


def test_a_recorded_answer_shows_its_words_and_measures() -> None:
    lines = (TimedLine(0.5, 4.0, "one two three four five six"),)
    spoken = Spoken(("s.1.flac",), lines, 3.6, 2.5, (Pause(1.0, 2.5),), 0.5)
    at = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    attempt = Attempt("s.0", "s", "d/q", at, 6.1, 1.0, Rating.EASY, spoken=spoken)
    assert attempt_record(attempt)["spoken"] == {
        "recordings": ["s.1.flac"],
        "lines": [{"start": 0.5, "end": 4.0, "text": "one two three four five six"}],
        "speaking": 3.6,
        "silent": 2.5,
        "pauses": [{"start": 1.0, "seconds": 2.5}],
        "first_word": 0.5,
        "pace": 100,
        "note": "",
    }


def test_under_a_plan_it_says_what_is_expected_on_the_day(
    run: Run, deck: Path, answered: Callable[..., None]
) -> None:
    answered(1, {"capitals/peru": [("Lima", Mark.SAID)]})
    assert "1 attempt · comes back in 7 days" in run("show", "peru").out
    run("plan", "--on", "in 3 days")
    out = run("show", "peru").out
    assert "comes back" not in out
    assert "1 attempt · on 27 Nov " in out


def test_questions_outside_the_plan_are_marked_as_such(command: Run, deck: Path) -> None:
    command("plan", "capitals", "--tag", "america", "--on", "in 30 days")
    answer = "\n1\n"
    asked = command("quiz", "capitals/france", stdin=answer).out
    assert "; comes back tomorrow, outside the plan." in asked
    assert "outside the plan" in command("show", "france").out
    assert "outside the plan" not in command("quiz", "peru", stdin=answer).out
