import io
import json
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest

from drill.model import Mark
from tests.conftest import Run

pytestmark = pytest.mark.slow  # the days until an interview are simulated


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
    assert "Tue 24 Nov    3 new    " in done.out


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
    assert "1 of 3 can be met at 1 min a day, the most valuable first. Your choice:" in done.out
    assert "drill plan --minutes 4" in done.out
    assert "drill plan --on 2026-11-25 --tag america" in done.out
    assert "Assumed: of what was not asked yet you know 40 %" in done.out
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
    assert "30 min a day, shared with acme" in run("plan", "--name", "zeta").out


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


def test_earlier_answers_count_in_a_new_plan(
    run: Run, deck: Path, answered: Callable[..., None]
) -> None:
    answered(1, {"capitals/peru": [("Lima", Mark.SAID)]})
    forecast = json.loads(run("plan", "--on", "friday", "--json").out)["interviews"][0]["forecast"]
    assert forecast["days"][0]["new"] == 2
    assert forecast["now"] > 0.5


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--on", "yesterdayish"], 2, "cannot read 'yesterdayish' as a date"),
        (["--on", "2020-01-01"], 2, "2020-01-01 has passed"),
        (["--on", "2099-01-01"], 2, "2099-01-01 is too far ahead"),
        (["--on", "friday", "--tag", "nope"], 1, "no question matches"),
        (["--on", "friday", "--minutes", "0"], 2, "invalid value for '--minutes'"),
    ],
)
def test_invalid_plans_are_refused(
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
    assert "plans.json: not a drill plans file" in done.err
    assert run("plan", "--clear").code == 0
    assert run("plan", "--on", "friday").code == 0


@pytest.mark.slow
def test_the_plan_fits_a_narrow_screen_and_an_ascii_encoding(command: Run, deck: Path) -> None:
    command("plan", "--on", "in 40 days")
    done = command("plan", COLUMNS="40", PYTHONIOENCODING="ascii")
    assert done.out.isascii()
    assert max(map(len, done.out.splitlines())) <= 40
    assert "then 26 days" in done.out


def keep(
    home: Path, *, minutes: int = 10, on: str = "2026-12-04", decks: Sequence[str] = ()
) -> None:
    """A plan made a week ago."""
    chosen = {"decks": list(decks), "tags": [], "difficulties": [], "search": ""}
    plans = [{"name": "acme", "on": on, **chosen}]
    home.mkdir(exist_ok=True)
    document = {"version": 1, "minutes": minutes, "since": "2026-11-17", "plans": plans}
    (home / "plans.json").write_text(json.dumps(document))


def test_a_moved_date_keeps_the_selection(run: Run, deck: Path) -> None:
    run("plan", "--on", "5 dec", "--tag", "america")
    assert "in 13 days · 1 question · america" in run("plan", "--on", "7 dec").out
    assert (
        'in 13 days · 1 question · "france"'
        in run("plan", "--on", "7 dec", "--search", "france").out
    )


def test_after_the_interview_its_plan_is_ignored(run: Run, deck: Path, home: Path) -> None:
    keep(home, on="2026-11-23")
    done = run("plan")
    assert (done.code, done.err) == (
        1,
        "drill: the interview has passed\ndrill plan --on DATE --minutes M makes one\n",
    )
    assert "interview" not in run().out
    assert "next: drill add   how did acme go? take down what they asked" in run().out
    # A new interview is about everything again.
    keep(home, on="2026-11-23", decks=["gone"])
    assert "in 11 days · 3 questions · 10 min" in run("plan", "--on", "5 dec", "--name", "acme").out


def test_missed_days_lower_the_forecast_at_the_current_rate(
    run: Run, deck: Path, home: Path, answered: Callable[..., None]
) -> None:
    keep(home)
    # All three take 71.7 seconds each: no more was promised a day. Of 7 days half a minute was
    # kept, and 3 days are on trust.
    answered(2, {"capitals/peru": [("Lima", Mark.SAID)]})
    document = json.loads(run("plan", "--json").out)
    assert document["kept"] == pytest.approx((3 * 215 + 30) / (10 * 215))
    assert "as kept so far" in run("plan").out
    assert "0 min a day" in run("plan").out
    run("plan", "--minutes", "12")
    assert json.loads(run("plan", "--json").out)["kept"] == 1.0


def test_questions_done_today_are_not_planned_again(
    run: Run, deck: Path, home: Path, answered: Callable[..., None]
) -> None:
    keep(home, minutes=1)
    answered(0, {"capitals/peru": [("Lima", Mark.SAID)], "capitals/chad": [("x", Mark.SAID)]})
    done = run("plan", "--json")
    document = json.loads(done.out)
    # 30 seconds until the first reveal; a minute from the first score to the second.
    assert document["spent_today"] == pytest.approx(1.5)
    assert document["kept"] == pytest.approx(3 / 10)  # of the days before
    today, tomorrow = document["interviews"][0]["forecast"]["days"][:2]
    assert (today["new"], today["repeats"]) == (0, 0)
    assert tomorrow["new"] + tomorrow["repeats"] == 1


def test_a_vanished_deck_is_named_and_the_plan_continues_without_it(
    run: Run, deck: Path, home: Path
) -> None:
    keep(home, decks=["gone", "capitals"])
    done = run("plan")
    assert (done.code, done.err) == (0, "drill: gone: no such deck\n")
    assert "3 questions" in done.out
    keep(home, decks=["gone"])
    assert "0 questions" in run("plan").out


@pytest.mark.slow
def test_a_plan_whose_decks_are_all_gone_does_not_keep_a_quiz_from_asking(
    command: Run, deck: Path, home: Path
) -> None:
    soon = date.today() + timedelta(days=9)  # the command has the real clock
    keep(home, minutes=1, on=str(soon), decks=["gone"])
    done = command("quiz")
    assert (done.code, done.err) == (0, "")
    assert done.out.lstrip().startswith("Question 1 of 3,")


def test_new_questions_of_the_library_join_the_plan(run: Run, deck: Path) -> None:
    run("plan", "--on", "5 dec")
    deck.with_name("more.yaml").write_text(
        "deck: more\ntitle: More\nquestions: [{id: q, question: Why?}]\n"
    )
    assert "4 questions" in run("plan").out


def test_a_deck_named_by_path_is_found_from_any_folder(
    run: Run, deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(deck.parent)
    run("plan", "--on", "5 dec", "./capitals.yaml")
    monkeypatch.chdir(tmp_path)
    assert "3 questions" in run("plan").out


def test_a_deck_outside_the_library_makes_no_plan(run: Run, deck: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(deck.read_text().replace("deck: capitals", "deck: other"))
    done = run("plan", "--on", "5 dec", str(other))
    assert done.code == 1
    assert "no question matches" in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--tag", "america"], "a plan's questions are chosen with its date"),
        (["--clear", "--on", "friday"], "--clear and --on exclude each other"),
        (["--clear", "--minutes", "5"], "--clear and --minutes exclude each other"),
        (["--fit", "--on", "friday"], "--fit and --on exclude each other"),
        (["--on", "friday", "--name", ""], "an interview needs a name"),
        (["--on", "9999-12-31"], "9999-12-31 is too far ahead"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    run: Run, deck: Path, arguments: list[str], message: str
) -> None:
    done = run("plan", *arguments)
    assert done.code == 2
    assert message in done.err


def test_clearing_says_so_in_json_too(run: Run, deck: Path) -> None:
    run("plan", "--on", "5 dec", "--name", "acme")
    assert json.loads(run("plan", "--clear", "--json").out) == {"version": 1, "cleared": None}


def test_a_distant_date_shows_a_progress_bar_only_on_a_terminal(run: Run, deck: Path) -> None:
    done = run("plan", "--on", "in 300 days", "--minutes", "1")
    assert (done.code, done.err) == (0, "")
    assert "then 286 days" in done.out


def test_an_unknown_interview_name_changes_nothing(run: Run, deck: Path, home: Path) -> None:
    run("plan", "--on", "5 dec")
    before = (home / "plans.json").read_bytes()
    assert run("plan", "--name", "nope", "--minutes", "77").code == 1
    assert (home / "plans.json").read_bytes() == before


def test_when_the_day_is_done_no_quiz_is_suggested(
    run: Run, deck: Path, answered: Callable[..., None]
) -> None:
    run("plan", "--on", "5 dec")
    keys = ("france", "peru", "chad")
    answered(0, {f"capitals/{key}": [("x", Mark.SAID)] for key in keys})
    end = "today is done: 3 of 3\nnext: extra, if you like: drill quiz --cram\n"
    assert run("plan").out.endswith(end)
    assert run().out.splitlines()[0].startswith("today is done: 3 of 3 · ")
    assert run().out.splitlines()[-1] == "next: drill quiz --cram   extra: today is done"


def test_questions_failed_today_count_as_done_and_return_as_extra(
    run: Run, deck: Path, answered: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    run("plan", "--on", "5 dec")
    answered(0, {f"capitals/{key}": [("x", Mark.MISSED)] for key in ("france", "peru", "chad")})
    assert run().out.splitlines()[0].startswith("today is done: 3 of 3 · ")
    assert "Question 1 of 3" in run("quiz", "--plain").out


def test_on_the_day_there_is_a_sheet_a_warm_up_and_good_luck(run: Run, deck: Path) -> None:
    run("plan", "--on", "today")
    out = run("plan").out
    assert "Today is the day: your sheet, three questions to warm up, and good luck." in out
    assert "drill quiz -n 3 --cram" in out
    assert run().out.splitlines()[-1].startswith("next: drill plan   today is the day")


def test_for_three_days_after_the_interview_drill_asks_how_it_went(
    run: Run, deck: Path, home: Path
) -> None:
    keep(home, on="2026-11-21")
    assert run().out.splitlines()[-1] == (
        "next: drill add   how did acme go? take down what they asked"
    )
    run("plan", "--on", "5 dec", "--name", "globex")
    assert run().out.splitlines()[-2:] == [
        "next: drill quiz   3 questions left today, the most valuable first",
        "also: drill add   how did acme go? take down what they asked",
    ]
    keep(home, on="2026-11-20")
    assert "how did" not in run().out


def test_days_without_answers_are_mentioned(
    run: Run, deck: Path, home: Path, answered: Callable[..., None]
) -> None:
    keep(home)
    answered(4, {"capitals/peru": [("Lima", Mark.SAID)]})
    assert "3 days without drill: the plan has been renewed from today." in run("plan").out
    answered(1, {"capitals/chad": [("x", Mark.SAID)]})
    assert "without drill" not in run("plan").out


def test_the_days_go_into_a_calendar(run: Run, deck: Path, tmp_path: Path) -> None:
    run("plan", "--on", "5 dec")
    path = tmp_path / "plan.ics"
    assert run("plan", "--ics", str(path)).out.startswith(f"wrote {path}; ")
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert run("plan", "--ics", str(path)).code == 0  # again, after a change


def test_a_file_that_is_not_a_calendar_of_drill_is_not_replaced(
    run: Run, deck: Path, tmp_path: Path
) -> None:
    run("plan", "--on", "5 dec")
    path = tmp_path / "notes.md"
    path.write_text("my notes")
    done = run("plan", "--ics", str(path))
    assert (done.code, done.err) == (
        1,
        f"drill: {path} already exists and is not a calendar of drill\nname another\n",
    )
    assert path.read_text() == "my notes"
