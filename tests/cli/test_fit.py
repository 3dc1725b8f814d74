import json
from pathlib import Path

import pytest

from drill.history import History
from drill.model import Attempt, Session, SessionKind, SessionStatus
from drill.schedule.memory import PARAMETERS
from tests.builders import START
from tests.conftest import Run
from tests.schedule.test_fitting import FORGETFUL, history

pytestmark = pytest.mark.slow  # whole histories are fitted


def remember(home: Path, attempts: list[Attempt]) -> None:
    session = Session("s", SessionKind.QUIZ, START, SessionStatus.STOPPED, ("deck/1",), ended=START)
    with History.open(home / "history.db") as opened:
        opened.merge([session, *attempts])


@pytest.mark.slow
def test_better_parameters_are_used_from_then_on(run: Run, home: Path) -> None:
    remember(home, history(FORGETFUL, 0))
    promised = json.loads(run("stats", "--json").out)["stats"]["retention"]["promised"]
    done = run("plan", "--fit")
    assert (done.code, done.err) == (0, "")
    first, second, last = done.out.splitlines()
    assert first == "1,000 answers, judged by 200 of the last fifth, which the fit had not seen"
    assert second.startswith("log loss: defaults 0.3290, fitted 0.")
    assert second.endswith(" % better")
    assert last == "drill uses your own parameters from now on"
    kept = json.loads((home / "parameters.json").read_text())["parameters"]
    assert kept[0] < PARAMETERS[0]
    after = json.loads(run("stats", "--json").out)["stats"]["retention"]
    assert abs(after["promised"] - after["seen"]) < abs(promised - after["seen"])


def test_the_defaults_are_kept_if_they_predict_as_well(run: Run, home: Path) -> None:
    remember(home, history(PARAMETERS, 1))
    home.joinpath("parameters.json").write_text(json.dumps({"parameters": PARAMETERS}))
    done = run("plan", "--fit")
    assert done.code == 0
    assert done.out.endswith(" % worse\ndrill uses the defaults\n")
    assert not (home / "parameters.json").exists()


def test_json_says_what_was_fitted_and_whether_it_is_better(run: Run, home: Path) -> None:
    remember(home, history(FORGETFUL, 0))
    document = json.loads(run("plan", "--fit", "--json").out)
    assert document["better"] is True
    assert document["fit"]["answers"] == 1000
    assert document["fit"]["fitted_loss"] < document["fit"]["default_loss"]
    assert len(document["fit"]["parameters"]) == 21


def test_too_few_answers_are_counted_and_refused(run: Run, home: Path) -> None:
    remember(home, history(FORGETFUL, 0)[:30])
    done = run("plan", "--fit")
    assert (done.code, done.out) == (1, "")
    assert "fitting needs 400 scored answers; you have 30" in done.err
    assert not (home / "parameters.json").exists()


@pytest.mark.parametrize("command", ["stats", "list", "plan"])
def test_a_broken_file_of_parameters_is_named(run: Run, home: Path, command: str) -> None:
    home.mkdir()
    (home / "parameters.json").write_text("{")
    done = run(command)
    assert done.code == 1
    assert "parameters.json: expected FSRS's 21 parameters" in done.err
