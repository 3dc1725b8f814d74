"""The planner's input from plans, library and history, for `drill plan` and `drill quiz`."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from drill.model import Knowledge, day_end, study_day
from drill.schedule.learner import Learner, pace, with_scoring_time
from drill.schedule.planner import Aim, Planner
from drill.schedule.plans import MOST_MINUTES, OnTheDay, Plan, Plans, aims
from drill.schedule.playing import Budget, World
from drill.schedule.shortage import Shortage, shortage
from drill.workspace.workspace import Workspace

_LOOK_BACK = timedelta(days=60)
_ANSWERS = 1_000  # read at the most before a quiz: more would say no more, and take long
_WITHIN = 20
"""Minutes a day are found to one part in this many: nobody keeps to them more closely."""
_TRUST = 3
"""Days' worth of the promise that count as kept before the first is over."""


@dataclass(frozen=True, slots=True)
class StudyHabits:
    """How a person answers; of the promised time, what is `spent` of today's (seconds).

    `kept` is the share, above 0 to 1, that was kept of the days before, `average` the minutes of
    those days, None on the first; `idle` how many of the last days passed without an answer.
    `answered` counts today's questions of the plans, `beside` are today's seconds of others;
    `steady` is what one took until this morning, in seconds.
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
        """How many questions `minutes` a day still hold today, 0 when they are over.

        By the pace of the days before: what the morning promised is then what the evening has done.
        """
        if self.spent >= minutes * 60:
            return 0
        whole = max(1, round((minutes * 60 - self.beside) / self.steady))
        return max(0, whole - self.answered)


@dataclass(frozen=True, slots=True)
class PlanState:
    """The interviews ahead with what each aims for, and what is known of their questions.

    `gone` are the decks that they name and the library has no more; `minutes` are those of a day.
    """

    plans: tuple[Plan, ...]
    aims: list[Aim]
    known: dict[str, Knowledge]
    habits: StudyHabits
    gone: tuple[str, ...]
    minutes: int

    def likely(self, keys: Collection[str] | None = None) -> list[Aim]:
        """The aims with as much time as was kept so far; `keys` narrows them to some questions."""
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
        """The budget of a day, of the promised minutes or of others, with what is left of today."""
        of_day = self.minutes if minutes is None else minutes
        left = self.habits.room(of_day) * self.habits.pace.seconds
        return Budget(of_day, of_day * 60 - left, self.habits.kept)

    def on_the_day(self, workspace: Workspace, key: str, knowledge: Knowledge) -> OnTheDay | None:
        """The chance of recalling the question at the first interview that may ask it.

        None where none does, or where the question was only ever crammed.
        """
        for plan, aim in zip(self.plans, self.aims, strict=True):
            if knowledge.memory and key in aim.keys:
                (chance,) = self.recalls(workspace, aim.days, {key: knowledge}).values()
                return OnTheDay(plan.on, chance)
        return None

    def recalls(
        self, workspace: Workspace, days: int, known: Mapping[str, Knowledge]
    ) -> dict[str, float]:
        """The chance of recalling each question in so many days, by the forecast's estimate."""
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
        """Whether an interview is tomorrow or today: what failed today is then asked once more."""
        return self.next_days <= 1

    def asked_today(self, workspace: Workspace, key: str) -> bool:
        """Whether the question was answered on this study day."""
        return key in self.known and self.known[key].last >= workspace.morning

    @property
    def next_keys(self) -> dict[str, None]:
        """The questions of the next interview, or of several that are on the same day."""
        days = self.next_days
        return dict.fromkeys(key for aim in self.aims if aim.days == days for key in aim.keys)

    @property
    def keys(self) -> dict[str, None]:
        """The questions of all interviews, without repeats, in the order of the interviews."""
        return dict.fromkeys(key for aim in self.aims for key in aim.keys)

    def ranked(self, workspace: Workspace, keys: Collection[str] | None = None) -> list[str]:
        """What is worth asking now, confident misses of earlier days first; `keys` narrows it.

        The interview of today wants nothing more, as long as another lies ahead.
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
        """The planner of a session that begins now; `keys` narrows it to some questions."""
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
    """The state of the interviews ahead, with the questions that the library has now."""
    today = workspace.today
    ahead = plans.ahead(today)
    chosen, gone = [], dict[str, None]()
    for plan in ahead:
        missing = workspace.library.missing(plan.selection.decks)
        gone |= dict.fromkeys(missing)
        decks = tuple(deck for deck in plan.selection.decks if deck not in missing)
        # No deck left of those named: not all decks, but none.
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
    """What can be done where `unmet` questions of `plan` cannot be asked in time."""
    number = state.plans.index(plan)
    aim = state.aims[number]
    entries = workspace.library.entries(aim.keys)
    tags = {entry.key: entry.tags for entry in entries}
    return shortage(aim.keys, tags, state.known, unmet, _enough(workspace, state, number))


def _enough(workspace: Workspace, state: PlanState, number: int) -> int | None:
    """The least minutes a day, by simulation, in which all questions of an interview are asked.

    None where a whole day does not. Found within a twentieth.
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
    """The habits that recent answers show, against the minutes promised for `keys`.

    No more than the minutes that all of them take are counted as promised for a day.
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
        since = day_end(timings[0].at, turn=turn)  # of the day before some answers are missing
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
