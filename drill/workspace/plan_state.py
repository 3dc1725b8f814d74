"""The planner out of plans, library and history: `drill plan` shows it, `drill quiz` asks by it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from drill.model import Knowledge, day_end, study_day
from drill.schedule.choice import Choice, choice
from drill.schedule.learner import Learner, pace, with_scoring_time
from drill.schedule.planner import Aim, Planner
from drill.schedule.plans import Plan, Plans, aims
from drill.workspace.workspace import Workspace

_LOOK_BACK = timedelta(days=60)
_ANSWERS = 1_000  # read at the most before a quiz: more would say no more, and take long
_TRUST = 3
"""Days' worth of the promise that count as kept before the first is over."""


@dataclass(frozen=True, slots=True)
class StudyHabits:
    """How a person answers; of the promised time, what is `spent` of today's (seconds).

    `kept` is the share, above 0 to 1, that was kept of the days before, `average` the minutes of
    those days, None on the first; `idle` how many of the last days passed without an answer. `room`
    is how many questions today's minutes still hold, 0 when they are over.
    """

    pace: Learner
    spent: float
    kept: float
    room: int
    average: float | None = None
    idle: int = 0


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
    def keys(self) -> dict[str, None]:
        """The questions of all interviews, each once, in the order of the interviews."""
        return dict.fromkeys(key for aim in self.aims for key in aim.keys)

    def ranked(self, workspace: Workspace, keys: Collection[str] | None = None) -> list[str]:
        """What is worth asking now, confident misses of earlier days first; `keys` narrows it."""
        start = workspace.morning
        surprises = {
            key for key, each in self.known.items() if each.confident_miss and each.last < start
        }
        worth = self.planner(workspace, keys).ranked()
        return sorted(worth, key=lambda key: key not in surprises)

    def coming(self, workspace: Workspace, days: int) -> list[set[str]]:
        """The keys that the plan wants on each of so many days from today on, as it stands now."""
        from drill.schedule.forecast import asked_by_plan
        from drill.schedule.playing import Budget

        return asked_by_plan(
            self.aims,
            self.known,
            workspace.now,
            Budget(self.minutes, self.habits.spent),
            days,
            pace=self.habits.pace,
            schedule=workspace.settings.schedule,
            turn=workspace.settings.day_turns_at,
        )

    def planner(self, workspace: Workspace, keys: Collection[str] | None = None) -> Planner:
        """The planner of a sitting that begins now; `keys` narrows it to some questions."""
        schedule = workspace.settings.schedule
        return Planner(
            self.likely(keys),
            self.known,
            workspace.now,
            self.habits.pace,
            schedule,
            turn=workspace.settings.day_turns_at,
        )


def plan_state(workspace: Workspace, found: Plans) -> PlanState:
    """What stands to be done for the interviews ahead, whose questions the library finds now."""
    today = workspace.today
    plans = found.ahead(today)
    chosen, gone = [], dict[str, None]()
    for plan in plans:
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
    mine = habits(workspace, found, len({key for _, keys in chosen for key in keys}))
    return PlanState(
        plans=plans,
        aims=aims(chosen, found.minutes, today, mine.spent),
        known=workspace.history.knowledge(dict.fromkeys(key for _, keys in chosen for key in keys)),
        habits=mine,
        gone=tuple(gone),
        minutes=found.minutes,
    )


def choice_of(workspace: Workspace, state: PlanState, plan: Plan) -> Choice:
    """What can be done where not all questions of `plan` will be met."""
    aim = state.aims[state.plans.index(plan)]
    entries = workspace.library.entries(aim.keys)
    topics = {entry.key: entry.tags or (entry.deck,) for entry in entries}
    return choice(aim.keys, topics, state.known, aim.days, state.habits.pace.seconds)


def habits(workspace: Workspace, found: Plans, questions: int) -> StudyHabits:
    """What the last weeks' answers show, against the minutes that were promised.

    No more than the minutes that all `questions` take are counted as promised for a day.
    """
    since = workspace.now - _LOOK_BACK
    timings = with_scoring_time(workspace.history.timings(since, _ANSWERS))
    turn = workspace.settings.day_turns_at
    today, day, end = workspace.today, study_day(since, turn=turn), day_end(since, turn=turn)
    by_day: dict[date, float] = {}
    for each in timings:
        if each.at >= end:
            day, end = study_day(each.at, turn=turn), day_end(each.at, turn=turn)
        by_day[day] = by_day.get(day, 0.0) + each.seconds
    if len(timings) == _ANSWERS:
        since = day_end(timings[0].at, turn=turn)  # of the day before some answers are missing
    first = max(found.since or today, study_day(since, turn=turn))
    days = max(0, (today - first).days)
    spent = sum(seconds for day, seconds in by_day.items() if first <= day < today)
    mine = pace(timings, workspace.settings.schedule)
    promised = found.minutes * 60
    full = min(promised, max(1, questions) * mine.seconds)
    kept = (_TRUST * full + spent) / ((_TRUST + days) * full)
    over = by_day.get(today, 0.0)
    room = max(1, round((promised - over) / mine.seconds)) if over < promised else 0
    past = [today - timedelta(days=back) for back in range(1, days + 1)]
    idle = next((count for count, day in enumerate(past) if by_day.get(day)), days)
    average = spent / 60 / days if days else None
    return StudyHabits(mine, over, min(1.0, kept), room, average, idle)
