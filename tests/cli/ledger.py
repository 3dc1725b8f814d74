"""What the history says, asked in SQL of our own, and what every screen must say of it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from statistics import fmean

import pytest

from tests.cli.living import Life

TURN = timedelta(hours=4)
STANDING = "id NOT IN (SELECT attempt FROM retraction)"
_LONGEST = 300.0  # seconds; the plan takes a longer answer for an interrupted one
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Row:
    """An attempt that stands in the history; `spent` are its seconds with the scoring."""

    session: str
    key: str
    at: datetime
    coverage: float
    answered: bool
    measured: bool
    spent: float

    @property
    def day(self) -> date:
        return (self.at - TURN).date()


def rows(life: Life) -> list[Row]:
    """All attempts that stand, in order of time."""
    scored: dict[str, datetime] = {}
    found = []
    columns = "session, key, at, seconds, coverage, rating, points, more"
    for session, key, number, seconds, share, rating, points, more in life.sql(
        f"SELECT {columns} FROM attempt WHERE {STANDING} ORDER BY at, id"
    ):
        at = _EPOCH + timedelta(microseconds=number)
        since = (at - scored[session]).total_seconds() if session in scored else 0.0
        scored[session] = at
        options = json.loads(more or "{}").get("choices", [])
        measured = points != "[]" or any(correct for _, correct, _ in options)
        spent = min(max(seconds, since), _LONGEST)
        found.append(Row(session, key, at, share, rating is not None, measured, spent))
    return found


def progress(done: int, left: int, *, by_plan: bool) -> str:
    """How every screen says how far the day has come."""
    if not by_plan and not (done and left):
        return f"{done} done today" if done else f"{left} due today"
    if left:
        return f"{done} of {done + left} done today, {left} left"
    return f"today is done: {done} of {done}" if done else "nothing left for today"


def percent(share: float) -> str:
    return f"{share:.0%}".replace("%", " %")


def mean(shares: Iterable[float]) -> float | None:
    found = list(shares)
    return fmean(found) if found else None


class Ledger:
    """The screens of one moment against the history; `wrong` are the sentences that differ.

    `own` are the keys of the interviews ahead, `since` is the day on which the minutes were
    promised.
    """

    def __init__(self, life: Life, own: frozenset[str], since: date) -> None:
        self.life, self.own, self.since = life, own, since
        self.wrong: list[str] = []
        self.home = json.loads(life.run("--json").out)
        listed = json.loads(life.run("list", "--json").out)["questions"]
        self.keys = {line["key"] for line in listed}
        self.rows = rows(life)
        self.every = [row for row in self.rows if row.answered]
        self.last = {each.key: each for each in self.every if each.key in self.keys}
        self.left = self.home["today"]["left"]
        about = own or self.keys
        done = {each.key for each in self.every if each.day == life.today and each.key in about}
        self.done = len(done)
        self.words = progress(self.done, self.left, by_plan=bool(own))

    def same(self, what: str, said: object, true: object) -> None:
        """Note where a number is another one in the history."""
        if said != true and said != pytest.approx(true):
            self.wrong.append(f"{self.life.now:%a %d %b %H:%M} {what}: {said!r} is {true!r}")

    def has(self, what: str, text: str, words: str) -> None:
        """Note where a screen does not say some words."""
        if words not in " ".join(text.split()):
            self.wrong.append(f"{self.life.now:%a %d %b %H:%M} {what}: no {words!r} in {text!r}")

    def hold(self) -> list[str]:
        """Compare all screens with the history; what differs."""
        self._home()
        self._last_session()
        self._decks()
        self._stats()
        if self.left:
            due = json.loads(self.life.run("list", "--due", "--json").out)["questions"]
            self.same("list --due", len(due), self.left)
            plan = {row["key"] for row in due} <= (self.own or self.keys)
            self.same("list --due is of the plan", plan, True)
        if self.own:
            self._plan()
        return self.wrong

    def _home(self) -> None:
        if not self.own:
            end = datetime.combine(self.life.today + timedelta(days=1), time(), UTC) + TURN
            micro = (end - _EPOCH) // timedelta(microseconds=1)
            due = self.life.sql("SELECT key FROM knowledge WHERE due < ?", micro)
            self.same("left", self.left, sum(key in self.keys for (key,) in due))
        self.same("done", self.home["today"]["done"], self.done)
        self.same("by plan", self.home["by_plan"], bool(self.own))
        self.same("questions", self.home["questions"], len(self.keys))
        self.same("new", self.home["new"], len(self.keys) - len(self.last))
        self.same("weak", self.home["weak"], sum(e.coverage < 0.75 for e in self.last.values()))
        self.has("drill", self.life.run().out, self.words)

    def _last_session(self) -> None:
        found = self.life.sql(
            "SELECT id, questions, started, ended, paused, away FROM session WHERE id IN "
            f"(SELECT session FROM attempt WHERE {STANDING}) ORDER BY started DESC, id DESC LIMIT 1"
        )
        said = self.home["last"]
        if not found or said is None:
            self.same("last session", said, found or None)
            return
        name, questions, started, ended, paused, away = found[0]
        own = [row for row in self.rows if row.session == name]
        self.same("last", said["id"], name)
        self.same("last asked", len(said["questions"]), len(questions.split("\n")))
        self.same("last answered", said["answered"], sum(row.answered for row in own))
        self.same("last took", said["seconds"], round((ended - started) / 1e6 - paused - away, 1))
        if any(row.measured for row in own):
            measured = (row.coverage for row in own if row.measured or not row.answered)
            self.same("last coverage", said["coverage"], mean(measured))

    def _decks(self) -> None:
        for deck in json.loads(self.life.run("decks", "--json").out)["decks"]:
            own = [e for key, e in self.last.items() if key.startswith(f"{deck['id']}/")]
            if not deck["example"]:
                self.same(f"{deck['id']} asked", deck["asked"], len(own))
                measured = mean(row.coverage for row in own if row.measured)
                self.same(f"{deck['id']} coverage", deck["coverage"], measured)
                rated = mean(row.coverage for row in own if not row.measured)
                self.same(f"{deck['id']} self-rated", deck["self_rated"], rated)

    def _stats(self) -> None:
        found = json.loads(self.life.run("stats", "--json").out)
        stats = found["stats"]
        self.same("stats' today", found["today"], self.home["today"])
        self.same("stats' questions", stats["questions"], len(self.keys))
        self.same("met", stats["met"], len(self.last))
        self.same("answers", stats["answers"], len(self.every))
        ((seconds,),) = self.life.sql(
            f"SELECT coalesce(sum(seconds), 0.0) FROM attempt WHERE {STANDING}"
        )
        self.same("seconds", stats["seconds"], seconds)
        days = [each.day for each in self.every]
        day = self.life.today if self.life.today in days else self.life.today - timedelta(days=1)
        streak = 0
        while day in days:
            streak, day = streak + 1, day - timedelta(days=1)
        self.same("streak", stats["streak"], streak)
        calendar = {name: count for name, count in stats["calendar"] if count}
        self.same("calendar", calendar, {f"{day}": days.count(day) for day in days})
        self.same("topics", sum(topic["met"] for topic in stats["topics"]), len(self.last))
        self.same("stats by plan", stats["by_plan"], bool(self.own))
        self.same("asked today", stats["returning"][0], self.left)
        text = self.life.run("stats").out
        self.has("stats", text, self.words)
        self.has("stats", text, f"{len(self.last)} of {len(self.keys)} questions met")

    def _plan(self) -> None:
        plan = json.loads(self.life.run("plan", "--json").out)
        today = self.life.today
        self.same("plan's today", plan["today"], self.home["today"])
        spent = sum(row.spent for row in self.rows if row.day == today)
        self.same("spent today", plan["spent_today"], spent / 60)
        first, *_ = interviews = plan["interviews"]
        named = {"name": first["name"], "days": first["days_left"]}
        self.same("next interview", self.home["interview"], named)
        for each in interviews:
            self.same("days", each["days_left"], (date.fromisoformat(each["on"]) - today).days)
            self.same("days played", len(each["forecast"]["days"]), each["days_left"])
        begins = [
            interview["forecast"]["days"][0] for interview in interviews if interview["days_left"]
        ]
        self.same("first day", sum(e["new"] + e["repeats"] for e in begins), self.left)
        self.same("first day's new", sum(e["new"] for e in begins), self.home["today"]["new"])
        text = self.life.run("plan").out
        if first["days_left"]:
            self.has("plan", text, self.words)
        past = [row.spent for row in self.rows if self.since <= row.day < today]
        if "as kept so far" in text:
            average = sum(past) / 60 / (today - self.since).days
            self.has("plan", text, f"{average:.0f} min a day")

    def hold_quiz(self, out: str, left: int) -> list[str]:
        """Compare what a quiz said, and its end, with the history; `left` were left before it."""
        ((name, questions),) = self.life.sql(
            "SELECT id, questions FROM session ORDER BY started DESC, id DESC LIMIT 1"
        )
        asked = len(questions.split("\n"))
        own = [row for row in self.rows if row.session == name]
        answered = [row for row in own if row.answered]
        head = f"{len(answered)} of {asked} answered"
        if any(each.measured for each in answered):
            shares = [row.coverage for row in own if row.measured or not row.answered]
            head += f", coverage {percent(fmean(shares))}"
        if rated := [each.coverage for each in answered if not each.measured]:
            head += f", self-rated {percent(fmean(rated))}"
        earlier = [before for each in answered if (before := self._before(each)) is not None]
        if earlier and 2 * len(earlier) >= sum(each.measured for each in answered):
            head += f", last time {percent(fmean(earlier))}"
        end = out[out.rindex(" answered") - 10 :]
        self.has("end of the quiz", end, f"{head}, ")
        self.has("end of the quiz", end, f"{self.words[:1].upper()}{self.words[1:]}")
        if self.own:
            self.same("a date of the schedule", "comes back" in out, False)
            self.same("asked", asked, left or asked)
        return self.wrong

    def _before(self, row: Row) -> float | None:
        """What the answer before covered in a session of the same kind; None for none."""
        ((kind,),) = self.life.sql("SELECT kind FROM session WHERE id = ?", row.session)
        alike = {id_ for (id_,) in self.life.sql("SELECT id FROM session WHERE kind = ?", kind)}
        before = [
            each.coverage
            for each in self.every
            if each.key == row.key and each.measured and row.measured
            if each.at < row.at and each.session in alike - {row.session}
        ]
        return before[-1] if before else None
