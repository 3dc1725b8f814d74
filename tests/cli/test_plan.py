import json
from collections.abc import Callable
from pathlib import Path

import pytest

from drill.model import Mark
from tests.conftest import Run


def test_without_an_interview_it_says_how_to_make_a_plan(run: Run, deck: Path) -> None:
    done = run("plan")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "drill: there is no interview ahead\ndrill plan --on DATE --minutes M makes one\n"
    )


def test_a_plan_is_remembered_and_shown(run: Run, deck: Path) -> None:
    assert run("plan", "--on", "in 3 days", "--minutes", "5").code == 0
    done = run("plan")
    assert done.code == 0
    assert "interview · Fri 2026-11-27 · in 3 days · 3 questions · 5 min a day" in done.out
    assert "Tue 24 Nov     3 new    " in done.out


def test_json_holds_the_whole_forecast(run: Run, deck: Path) -> None:
    done = run("plan", "--on", "2026-11-26", "--minutes", "10", "--json")
    document = json.loads(done.out)
    assert (document["version"], document["minutes"]) == (1, 10)
    (interview,) = document["interviews"]
    assert (interview["name"], interview["on"], interview["days_left"]) == (
        *("interview", "2026-11-26"),
        2,
    )
    forecast = interview["forecast"]
    assert (forecast["questions"], forecast["unmet"]) == (3, 0)
    assert forecast["now"] == pytest.approx(0.4)
    assert [day["ahead"] for day in forecast["days"]] == [0, 1]
    assert sum(day["new"] for day in forecast["days"]) == 3
    assert forecast["low"] < forecast["planned"] < forecast["high"]
    assert forecast["planned"] > forecast["idle"]


def test_more_questions_than_time_says_how_many_will_not_be_met(run: Run, deck: Path) -> None:
    done = run("plan", "--on", "tomorrow", "--minutes", "1")
    assert "2 questions will not be met in the time there is" in done.out
    assert "a minute more a day: " in done.out


def test_several_interviews_have_names_and_selections(run: Run, deck: Path) -> None:
    run("plan", "--on", "5 dec", "--name", "acme", "--tag", "america")
    run("plan", "--on", "friday", "--name", "zeta")
    found = json.loads(run("plan", "--json").out)["interviews"]
    assert [(each["name"], each["forecast"]["questions"]) for each in found] == [
        ("zeta", 3),
        ("acme", 1),
    ]
    only = json.loads(run("plan", "--name", "acme", "--json").out)["interviews"]
    assert [each["on"] for each in only] == ["2026-12-05"]


def test_clear_forgets_one_interview_or_all(run: Run, deck: Path, home: Path) -> None:
    run("plan", "--on", "5 dec", "--name", "acme")
    run("plan", "--on", "6 dec", "--name", "zeta")
    assert run("plan", "--clear", "--name", "acme").code == 0
    assert run("plan", "--name", "acme").code == 1
    assert run("plan", "--clear", "--name", "acme").code == 1
    assert run("plan", "--clear").code == 0
    assert run("plan", "--clear").code == 0
    assert not (home / "plans.json").exists()


def test_a_moved_date_replaces_the_old_one(run: Run, deck: Path) -> None:
    run("plan", "--on", "5 dec", "--minutes", "20")
    run("plan", "--on", "7 dec")
    assert "Mon 2026-12-07 · in 13 days · 3 questions · 20 min a day" in run("plan").out


def test_what_is_known_counts_from_the_start(
    run: Run, deck: Path, answered: Callable[..., None]
) -> None:
    answered(1, {"capitals/peru": [("Lima", Mark.SAID)]})
    forecast = json.loads(run("plan", "--on", "friday", "--json").out)["interviews"][0]["forecast"]
    assert forecast["days"][0]["new"] == 2
    assert forecast["now"] > 0.5


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--on", "yesterdayish"], 2, "'yesterdayish' is no date"),
        (["--on", "2020-01-01"], 2, "2020-01-01 has passed"),
        (["--on", "2099-01-01"], 2, "2099-01-01 is too far ahead"),
        (["--on", "friday", "--tag", "nope"], 1, "no question matches"),
        (["--on", "friday", "--minutes", "0"], 2, "invalid value for '--minutes'"),
    ],
)
def test_what_makes_no_plan_is_refused(
    run: Run, deck: Path, arguments: list[str], code: int, message: str
) -> None:
    done = run("plan", *arguments)
    assert done.code == code
    assert message in done.err
    assert run("plan").code == 1


@pytest.mark.parametrize("text", ["{", "[]", '{"version": 1, "minutes": 5, "plans": [{"on": 3}]}'])
def test_a_broken_file_of_plans_is_named_and_can_be_cleared(
    run: Run, deck: Path, home: Path, text: str
) -> None:
    home.mkdir()
    (home / "plans.json").write_text(text)
    done = run("plan")
    assert done.code == 1
    assert "plans.json: this is no file of plans" in done.err
    assert run("plan", "--clear").code == 0
    assert run("plan", "--on", "friday").code == 0


def test_a_narrow_screen_and_a_plain_encoding_are_kept_to(command: Run, deck: Path) -> None:
    command("plan", "--on", "in 40 days")
    done = command("plan", COLUMNS="40", PYTHONIOENCODING="ascii")
    assert done.out.isascii()
    assert max(map(len, done.out.splitlines())) <= 40
    assert "then 26 days" in done.out
