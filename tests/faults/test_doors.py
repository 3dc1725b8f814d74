"""Unusual settings and environments: an error message, never a traceback."""

import os
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from drill import clock
from drill.errors import DrillError
from drill.library.query import absolute
from drill.settings.plans_file import read_plans
from drill.terminal.session.instants import now
from tests.conftest import ROOT, Run

pytestmark = pytest.mark.slow

DAY = date.today() + timedelta(days=20)


@pytest.mark.parametrize(
    ("arguments", "environ", "said"),
    [
        (["list", "~nosuch/x"], {}, "drill: no question matches\n"),
        (["list"], {"DRILL_HOME": "~nosuch/x"}, "drill: ~nosuch/x: no such user\n"),
        (["list"], {"DRILL_QUESTIONS": "~nosuch/x"}, "drill: ~nosuch/x: no such user\n"),
        (["stats"], {"TZ": "UTC+99"}, "drill: unknown time zone: "),
        (["list"], {"TZ": ":/dev/zero"}, "drill: unknown time zone: :/dev/zero\n"),
        (["list"], {"TZ": "../../../dev/zero"}, "drill: unknown time zone: ../../../dev/zero\n"),
        (["list"], {"TZ": __file__}, f"drill: unknown time zone: {__file__}\n"),
        (["list"], {"TZ": ":/no/such/zone"}, ""),
        (["list"], {"COLUMNS": "99999999999"}, ""),
        (["plan", "--on", "2262-05-05"], {}, "drill: 2262-05-05 is too far ahead\n"),
    ],
)
def test_invalid_files_are_reported(
    deck: Path, command: Run, arguments: list[str], environ: dict[str, str], said: str
) -> None:
    done = command(*arguments, **environ)
    assert done.err.startswith(said)
    assert "Traceback" not in done.err
    assert done.code in {0, 1, 2}


def test_a_number_of_5000_digits_in_the_configuration_is_refused(
    home: Path, deck: Path, run: Run
) -> None:
    home.mkdir()
    (home / "config.toml").write_text(f"retention = {'1' * 5000}\n")
    done = run("list")
    assert done.code == 1
    assert done.err.startswith(f"drill: {home / 'config.toml'}: Exceeds the limit")


@pytest.mark.parametrize("stream", [">/dev/full", "| true", ">&-"])
def test_the_version_into_a_stream_that_takes_nothing_is_no_traceback(stream: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full")
    shell = f"{sys.executable} -m drill --version {stream}"
    done = subprocess.run(
        ["bash", "-c", shell], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.stderr == ""


def test_six_plans_at_once_are_all_kept(deck: Path, home: Path) -> None:
    arguments = [sys.executable, "-m", "drill", "plan", "--on", str(DAY), "--name"]
    running = [
        subprocess.Popen(
            [*arguments, f"n{number}"], cwd=ROOT, env=os.environ, stdout=subprocess.DEVNULL
        )
        for number in range(6)
    ]
    assert [each.wait(30) for each in running] == [0] * 6
    names = {plan.name for plan in read_plans(home / "plans.json").plans}
    assert names == {f"n{number}" for number in range(6)}


@pytest.mark.parametrize("years", [range(1970, 1999), range(2300, 2400)])
def test_a_clock_that_no_history_can_keep_is_refused_when_it_is_read(
    deck: Path, monkeypatch: pytest.MonkeyPatch, years: range
) -> None:
    monkeypatch.setattr(clock, "YEARS", years)
    with pytest.raises(DrillError, match="the clock of this computer says 2"):
        clock.now()


def test_a_clock_that_goes_mad_in_a_session_is_not_believed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = now()
    monkeypatch.setattr(clock, "YEARS", range(1970, 1999))
    after = now()
    assert after.at - before.at == timedelta(seconds=after.tick - before.tick)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the folder of a process")
def test_a_current_folder_that_is_gone_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(DrillError, match="the current folder is gone"):
        absolute("deck.yaml")
