"""A fortnight with two interviews: every number on every screen is what the history says."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest

from tests.cli.ledger import Ledger, rows
from tests.cli.living import Learner, Life

pytestmark = pytest.mark.slow

BEGIN = datetime(2026, 11, 27, 18, tzinfo=UTC)  # a Friday
FIRST, SECOND = date(2026, 12, 3), date(2026, 12, 9)


def notes(topics: int) -> str:
    """A document of six questions a topic: with lists to draft points from, and without answers."""
    parts = ["# Backend\n"]
    for topic in range(topics):
        parts.append(f"## Topic {topic}\n")
        for number in range(6):
            parts.append(f"### What does part {topic}-{number} do?\n")
            if number < 5:
                parts.append(f"- It keeps table {number}\n- It sorts rows\n- It needs a lock\n")
    return "\n".join(parts)


def cards(count: int) -> str:
    """A deck of multiple choice."""
    head = "deck: choices\ntitle: Choices\nquestions:\n"
    return head + "".join(
        f"  - id: q{n}\n    question: Which is {n}?\n"
        f"    options: [{{option: '{n}', correct: true}}, '{n + 1}', '{n + 2}']\n"
        for n in range(count)
    )


class Fortnight:
    """What is done in it; after each step all screens are held against the history."""

    def __init__(self, life: Life) -> None:
        self.life, self.rng = life, Random(7)
        self.plans: dict[date, frozenset[str]] = {}

    @property
    def own(self) -> frozenset[str]:
        ahead = (keys for on, keys in self.plans.items() if on >= self.life.today)
        return frozenset(key for keys in ahead for key in keys)

    def plan(self, deck: str, on: date, *more: str) -> None:
        self.life.run("plan", deck, "--on", f"{on}", "--name", deck, *more)
        found = json.loads(self.life.run("list", deck, "--json").out)["questions"]
        self.plans[on] = frozenset(each["key"] for each in found)
        self.hold()

    def left(self) -> int:
        left: int = json.loads(self.life.run("--json").out)["today"]["left"]
        return left

    def hold(self) -> None:
        assert Ledger(self.life, self.own, BEGIN.date()).hold() == []

    def quiz(self, *options: str, leaves: int | None = None) -> str:
        left = 0 if options else self.left()
        out = self.life.run("quiz", *options, learner=Learner(self.life, self.rng, leaves)).out
        assert Ledger(self.life, self.own, BEGIN.date()).hold_quiz(out, left) == []
        self.hold()
        return out


def test_all_commands_agree_with_the_history_on_each_day(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    life = Life(monkeypatch, home, BEGIN)
    (tmp_path / "backend.md").write_text(notes(50), encoding="utf-8")
    (tmp_path / "choices.yaml").write_text(cards(60), encoding="utf-8")
    life.run("import", str(tmp_path / "backend.md"), str(tmp_path / "choices.yaml"))
    days = Fortnight(life)
    days.hold()
    days.quiz("-n", "4")
    days.plan("backend", FIRST, "--minutes", "8")
    days.plan("choices", SECOND)

    days.quiz()
    assert days.left() == 0  # what the morning promised is done, however fast it went
    life.wake(1, 18)
    days.quiz(leaves=7)
    days.quiz()
    assert days.left() == 0
    assert "next: drill quiz   extra: today is done" in life.run().out

    life.wake(5, 18)  # three days were missed, and it is the eve
    assert "3 days without drill: the plan has been renewed" in life.run("plan").out
    life.run("mock", "-n", "3", "--minutes", "5", learner=Learner(life, days.rng))
    assert {row.key.split("/")[0] for row in rows(life)[-3:]} == {"backend"}
    days.hold()
    days.quiz()

    life.wake(6, 8)  # the day
    assert "backend today" in life.run().out
    assert "Today is the day" in life.run("plan").out
    days.quiz("-n", "3", "--cram")
    assert {row.key.split("/")[0] for row in rows(life)[-3:]} == {"backend"}
    life.wake(6, 20)  # the evening belongs to the other
    days.quiz()
    assert {row.key.split("/")[0] for row in rows(life)[-3:]} == {"choices"}

    life.wake(7, 18)
    days.quiz()
    life.wake(11, 18)
    days.quiz("--weak", "-n", "5")
    life.wake(12, 8)
    assert "0 left" not in life.run().out
    assert "nothing left for today" in life.run().out
    days.hold()
    life.wake(13, 18)
    assert "how did choices go?" in life.run().out
    days.quiz()
