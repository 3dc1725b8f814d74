"""The planner's input from plans, library and history, for `drill plan` and `drill quiz`."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from drill.model import Knowledge, day_end, study_day
from drill.schedule.learner import Learner, pace, with_scoring_time
from drill.schedule.planner import Aim, Planner
from drill.schedule.plans import MOST_MINUTES, OnTheDay, Plan, Plans, aims
from drill.schedule.shortage import Shortage, shortage
from drill.schedule.simulation import Budget, World
from drill.workspace.workspace import Workspace

_LOOK_BACK = timedelta(days=60)
_ANSWERS = 1_000  # the most attempts to read before a quiz: more add nothing, and take long
_WITHIN = 20
"""Suggested minutes a day are precise to one part in this many."""
_TRUST = 3
"""Days of promised minutes that count as kept in advance."""


@dataclass(frozen=True, slots=True)
class StudyHabits:
    """How the user answers, and keeps to the plan; `spent` is today's time so far, in seconds.

    `kept` is the share of the promised time kept on earlier days, above 0 to 1, `average` the
    minutes of those days, None on the first; `idle` is the number of days since the last answer.
    `answered` is the number of plan questions answered today, `beside` the seconds spent on others;
    `steady` is the seconds per question as of this morning.
    """

    pace: Learner
    spent: float
    kept: float
    answered: int
    beside: float
    steady: float
    average: float | None = None
    idle: int = 0

    def room(self, minutes: int) -> int:
        """The number of questions that still fit into `minutes` today.

        Uses the pace of earlier days, so that today's number does not change with every answer.
        """
        if self.spent >= minutes * 60:
            return 0
        whole = max(1, round((minutes * 60 - self.beside) / self.steady))
        return max(0, whole - self.answered)


@dataclass(frozen=True, slots=True)
class PlanState:
    """The interviews ahead with their aims, and the knowledge of their questions.

    `gone` are decks that they name and that are no longer in the library; `minutes` are per day.
    """

    plans: tuple[Plan, ...]
    aims: list[Aim]
    known: dict[str, Knowledge]
    habits: StudyHabits
    gone: tuple[str, ...]
    minutes: int

    def likely(self, keys: Collection[str] | None = None) -> list[Aim]:
        """The aims with the time that the user is likely to spend; `keys` limits the questions."""
        wanted = None if keys is None else frozenset(keys)
        return [
            Aim(
                aim.days,
                aim.seconds * self.habits.kept,
                aim.keys if wanted is None else [key for key in aim.keys if key in wanted],
            )
            for aim in self.aims
        ]

    @property
    def room(self) -> int:
        """The number of questions that still fit into today; 0 on the day of the last interview."""
        return self.habits.room(self.minutes) if any(aim.days for aim in self.aims) else 0

    def budget(self, minutes: int | None = None) -> Budget:
        """The budget of a day, for the promised minutes or for others, and of the rest of today."""
        of_day = self.minutes if minutes is None else minutes
        left = self.habits.room(of_day) * self.habits.pace.seconds
        return Budget(of_day, of_day * 60 - left, self.habits.kept)

    def on_the_day(self, workspace: Workspace, key: str, knowledge: Knowledge) -> OnTheDay | None:
        """The chance of recalling the question at the first interview that may ask it.

        None if no interview does, or if the question was only crammed.
        """
        for plan, aim in zip(self.plans, self.aims, strict=True):
            if knowledge.memory and key in aim.keys:
                (chance,) = self.recalls(workspace, aim.days, {key: knowledge}).values()
                return OnTheDay(plan.on, chance)
        return None

    def recalls(
        self, workspace: Workspace, days: int, known: Mapping[str, Knowledge]
    ) -> dict[str, float]:
        """The chance of recalling each question in this many days, as in the forecast."""
        schedule, turn = workspace.settings.schedule, workspace.settings.day_turns_at
        world = World(known, workspace.now, self.habits.pace, schedule, turn)
        aim = Aim(days, 0.0, list(known))
        return dict(zip(known, world.recalls(aim, known, world.interview(aim)), strict=True))

    @property
    def next_days(self) -> int:
        """The days until the next interview."""
        return min((aim.days for aim in self.aims if aim.keys), default=0)

    @property
    def is_eve(self) -> bool:
        """Whether an interview is today or tomorrow: failed questions then come back that day."""
        return self.next_days <= 1

    def asked_today(self, workspace: Workspace, key: str) -> bool:
        """Whether the question was answered on this study day."""
        return key in self.known and self.known[key].last >= workspace.morning

    @property
    def next_keys(self) -> dict[str, None]:
        """The questions of the next interview, or of several on the same day."""
        days = self.next_days
        return dict.fromkeys(key for aim in self.aims if aim.days == days for key in aim.keys)

    @property
    def keys(self) -> dict[str, None]:
        """The questions of all interviews, in their order, without duplicates."""
        return dict.fromkeys(key for aim in self.aims for key in aim.keys)

    def ranked(self, workspace: Workspace, keys: Collection[str] | None = None) -> list[str]:
        """The questions worth asking now, earlier confident misses first; `keys` limits them.

        Today's interview asks for nothing more if another one is ahead.
        """
        start = workspace.morning
        ahead = {key for aim in self.aims if aim.days for key in aim.keys}
        surprises = {
            key
            for key, knowledge in self.known.items()
            if knowledge.confident_miss and knowledge.last < start
        }
        worth = self.planner(workspace, keys).ranked()
        wanted = [key for key in worth if key in ahead] or worth
        return sorted(wanted, key=lambda key: key not in surprises)

    def coming(self, workspace: Workspace, days: int) -> list[set[str]]:
        """The keys that the plan asks on each of the next `days` days, today included."""
        from drill.schedule.forecast import asked_by_plan

        return asked_by_plan(
            self.aims,
            self.known,
            workspace.now,
            self.budget(),
            days,
            pace=self.habits.pace,
            schedule=workspace.settings.schedule,
            turn=workspace.settings.day_turns_at,
        )

    def planner(self, workspace: Workspace, keys: Collection[str] | None = None) -> Planner:
        """The planner of a session that begins now; `keys` limits the questions."""
        schedule = workspace.settings.schedule
        return Planner(
            self.likely(keys),
            self.known,
            workspace.now,
            self.habits.pace,
            schedule,
            turn=workspace.settings.day_turns_at,
        )


def plan_state(workspace: Workspace, plans: Plans) -> PlanState:
    """The state of the interviews ahead, with the present questions of the library."""
    today = workspace.today
    ahead = plans.ahead(today)
    chosen, gone = [], dict[str, None]()
    for plan in ahead:
        missing = workspace.library.missing(plan.selection.decks)
        gone |= dict.fromkeys(missing)
        decks = tuple(deck for deck in plan.selection.decks if deck not in missing)
        # All named decks are gone: select none, not all.
        nothing = missing and not decks
        wanted = replace(plan.selection, decks=decks)
        keys = [] if nothing else workspace.library.find(wanted)
        if not keys:
            gone |= dict.fromkeys(plan.selection.decks)
        chosen.append((plan, keys))
    asked = dict.fromkeys(key for _, keys in chosen for key in keys)
    learned = habits(workspace, plans, asked)
    return PlanState(
        plans=ahead,
        aims=aims(chosen, plans.minutes, today, learned.spent),
        known=workspace.history.knowledge(asked),
        habits=learned,
        gone=tuple(gone),
        minutes=plans.minutes,
    )


def shortage_of(workspace: Workspace, state: PlanState, plan: Plan, unmet: int) -> Shortage:
    """The ways out if there is no time for `unmet` questions of `plan`."""
    number = state.plans.index(plan)
    aim = state.aims[number]
    entries = workspace.library.entries(aim.keys)
    tags = {entry.key: entry.tags for entry in entries}
    return shortage(aim.keys, tags, state.known, unmet, _enough(workspace, state, number))


def _enough(workspace: Workspace, state: PlanState, number: int) -> int | None:
    """The least minutes a day, by simulation, for all questions of an interview.

    None if a whole day is not enough. Exact to one part in `_WITHIN`.
    """
    from drill.schedule.forecast import unmet

    plans = [(plan, aim.keys) for plan, aim in zip(state.plans, state.aims, strict=True)]

    def do(minutes: int) -> bool:
        counts = unmet(
            aims(plans, minutes, workspace.today, state.habits.spent),
            state.known,
            workspace.now,
            state.budget(minutes),
            pace=state.habits.pace,
            schedule=workspace.settings.schedule,
            turn=workspace.settings.day_turns_at,
        )
        return not counts[number]

    low = high = state.minutes
    while not do(high):
        if high == MOST_MINUTES:
            return None
        low, high = high, min(2 * high, MOST_MINUTES)
    while high - low > max(1, high // _WITHIN):
        middle = (low + high) // 2
        low, high = (low, middle) if do(middle) else (middle, high)
    return high


def habits(workspace: Workspace, promise: Plans, keys: Collection[str]) -> StudyHabits:
    """The habits shown by recent answers, against the minutes promised for `keys`.

    The promise of a day counts up to the time that all of the questions take.
    """
    since = workspace.now - _LOOK_BACK
    timings = with_scoring_time(workspace.history.timings(since, _ANSWERS))
    turn = workspace.settings.day_turns_at
    today, day, end = workspace.today, study_day(since, turn=turn), day_end(since, turn=turn)
    by_day: dict[date, float] = {}
    for timing in timings:
        if timing.at >= end:
            day, end = study_day(timing.at, turn=turn), day_end(timing.at, turn=turn)
        by_day[day] = by_day.get(day, 0.0) + timing.seconds
    if len(timings) == _ANSWERS:
        since = day_end(timings[0].at, turn=turn)  # part of that first day may be missing
    first = max(promise.since or today, study_day(since, turn=turn))
    days = max(0, (today - first).days)
    spent = sum(seconds for day, seconds in by_day.items() if first <= day < today)
    learner = pace(timings, workspace.settings.schedule)
    promised = promise.minutes * 60
    full = min(promised, max(1, len(keys)) * learner.seconds)
    kept = (_TRUST * full + spent) / ((_TRUST + days) * full)
    morning = workspace.morning
    before = pace(
        [timing for timing in timings if timing.at < morning], workspace.settings.schedule
    )
    of_today = [timing for timing in timings if timing.at >= morning]
    answered = {
        timing.key for timing in of_today if timing.rating is not None and timing.key in keys
    }
    past = [today - timedelta(days=back) for back in range(1, days + 1)]
    idle = next((count for count, day in enumerate(past) if by_day.get(day)), days)
    average = spent / 60 / days if days else None
    return StudyHabits(
        pace=learner,
        spent=by_day.get(today, 0.0),
        kept=min(1.0, kept),
        answered=len(answered),
        beside=sum(timing.seconds for timing in of_today if timing.key not in keys),
        steady=before.seconds,
        average=average,
        idle=idle,
    )
