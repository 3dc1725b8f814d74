"""The state of a plan, from plans, decks and past study time."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from drill.cli import options
from drill.model import Mark
from drill.schedule.plans import Plan, Plans
from drill.selection import Selection
from drill.workspace.plan_state import plan_state
from tests.conftest import NOW

PLANS = Plans((Plan("acme", date(2026, 12, 4), Selection()),), 10, date(2026, 11, 17))


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drill.cli.options.now", lambda: NOW)


def test_a_quiz_plans_with_the_share_of_minutes_kept_so_far(
    deck: Path, answered: Callable[..., None]
) -> None:
    answered(2, {"capitals/peru": [("Lima", Mark.SAID)]})
    with options.open_workspace() as workspace:
        what = plan_state(workspace, PLANS)
    (promised,) = what.aims
    (likely,) = what.likely()
    assert promised.seconds == 6000
    # All three questions take 71.7 seconds each. Of 7 days half a minute, and 3 days on trust.
    assert likely.seconds == pytest.approx(6000 * (3 * 215 + 30) / (10 * 215))
    (narrowed,) = what.likely(["capitals/chad", "other/x"])
    assert list(narrowed.keys) == ["capitals/chad"]


def test_users_who_do_more_than_promised_are_not_expected_to(
    deck: Path, answered: Callable[..., None]
) -> None:
    answered(1, {f"capitals/{number}": [("x", Mark.SAID)] for number in range(99)})
    with options.open_workspace() as workspace:
        assert plan_state(workspace, PLANS).habits.kept == 1.0
