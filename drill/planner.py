"""Which question to ask now so that most is known on the day of the interview.

The value of a question is the chance of recalling it on the day, when at most one more review may
follow, on some later day and at a price for the time it takes. What pays most is the question whose
value rises most by being asked now. FSRS-6 gives the chances; the prices were fitted in simulation.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile
from math import exp, log

from drill.curve import Curve
from drill.memory import DEFAULT, Schedule
from drill.model import Knowledge, day_end

_LATER = (1, 3, 8, 20, 50)  # the days ahead worth a look; those between add nothing
_PRICE = (1.39, 1.9, 1.7, 0.7, 0.01)
_MORNING = (
    0.375  # of a day, from an evening's sitting to an interview in the morning, over midnight
)
_SAME_DAY = 0.88  # the chance of repeating an answer that was read the same day
_RELEARNED = 1.7  # a failed answer recalled the same day holds so much longer than FSRS says
_CELLS = 4  # steps of a stability for each factor of e; within one, values are taken as equal
_LEAST_GAIN = 1e-9


@dataclass(frozen=True, slots=True)
class Aim:
    """An interview ahead, and what it asks for.

    `days` counts from today to its date, 0 is today; `seconds` is the time left until then for its
    questions, all days together; `keys` are the questions that it may ask.
    """

    days: int
    seconds: float
    keys: Collection[str]


@dataclass(frozen=True, slots=True)
class Pace:
    """How a person answers: `seconds` for one, all told; `known` the share known before asked."""

    seconds: float = 80.0
    known: float = 0.4

    def told(self, answers: int, spent: float, firsts: int, hits: int) -> "Pace":
        """This pace, seen again after `answers` that took `spent` seconds.

        Of them `firsts` were of unseen questions, and `hits` of those were not rated again. What
        was thought before weighs as much as five answers.
        """
        return Pace(
            (5 * self.seconds + spent) / (5 + answers), (5 * self.known + hits) / (5 + firsts)
        )


class Planner:
    """The questions of one sitting by what asking them now would add on the days of the interviews.

    Make one when a sitting begins, tell it each answer, and ask it for the next question.
    """

    def __init__(
        self,
        aims: Sequence[Aim],
        known: Mapping[str, Knowledge],
        now: datetime,
        pace: Pace = Pace(),
        schedule: Schedule = DEFAULT,
    ) -> None:
        """Plan for `aims`; `known` is what the history says of their questions, `now` is aware.

        Aims that share questions add up.
        """
        self._turn = day_end(now) - timedelta(days=1)
        self._outlooks = [
            (
                frozenset(aim.keys),
                _Outlook(aim, [self._state(known.get(key)) for key in aim.keys], pace, schedule),
            )
            for aim in aims
        ]
        keys = (key for aim in aims for key in aim.keys)
        self._gains = {key: self._gain(key, known.get(key)) for key in keys}

    def best(self, without: Collection[str] = ()) -> str | None:
        """The question whose asking now pays most, in document order among equals.

        None where no question outside `without` would gain anything.
        """
        gains = self._gains
        open_keys = (key for key in gains if key not in without)
        key = max(open_keys, key=gains.__getitem__, default=None)
        return key if key is not None and gains[key] > _LEAST_GAIN else None

    def ranked(self) -> list[str]:
        """All questions that would gain anything, those that pay most first."""
        paying = [key for key, gain in self._gains.items() if gain > _LEAST_GAIN]
        return sorted(paying, key=self._gains.__getitem__, reverse=True)

    def answered(self, key: str, knowledge: Knowledge | None) -> None:
        """Take in what is known of `key` after an answer; `knowledge` None after an undo."""
        self._gains[key] = self._gain(key, knowledge)

    def _gain(self, key: str, knowledge: Knowledge | None) -> float:
        state = self._state(knowledge)
        return sum(outlook.gain(state) for keys, outlook in self._outlooks if key in keys)

    def _state(self, knowledge: Knowledge | None) -> "_State | None":
        if knowledge is None or knowledge.memory is None:
            return None
        memory = knowledge.memory
        days = max(0, -(memory.last - self._turn).days)
        if days > 10:
            days = round(exp(round(_CELLS * log(days)) / _CELLS))
        failed = days == 0 and knowledge.coverage < 0.5
        return *_cell(memory.stability, memory.difficulty), days, failed


_State = tuple[int, int, int, bool]
"""Stability and difficulty in cells, study days since the last review, whether it failed today."""


def _cell(stability: float, difficulty: float) -> tuple[int, int]:
    return round(_CELLS * log(stability)), round(difficulty)


class _Outlook:
    """The value of states for one aim, as seen today."""

    def __init__(
        self, aim: Aim, states: Sequence[_State | None], pace: Pace, schedule: Schedule
    ) -> None:
        self._curve = Curve(schedule.parameters)
        self._ahead = max(aim.days - _MORNING, 0.1)
        self._known = pace.known
        self._later: list[tuple[int, float]] = []
        self._gains: dict[_State | None, float] = {}
        self._afters: dict[tuple[int, int], float] = {}
        missing = sum(1 - self._untouched(state) for state in states)
        affordable = aim.seconds / pace.seconds / max(missing, 1e-9)
        scale, offset, power, rise, rebate = _PRICE
        for day in takewhile(lambda day: day < aim.days, _LATER):
            dearer = (aim.days / (aim.days - day)) ** rise
            price = scale * dearer / (affordable + offset) ** power - rebate
            self._later.append((day, max(price, 0.0)))

    def gain(self, state: _State | None) -> float:
        """What asking now adds to the value of a question in `state`."""
        if state not in self._gains:
            self._gains[state] = self._gain(state)
        return self._gains[state]

    def _gain(self, state: _State | None) -> float:
        curve = self._curve
        if state is None:
            # An unseen question is compared with never meeting it: left for later, it might be.
            good, again = self._after(*curve.first(3)), self._after(*curve.first(1))
            return self._known * (good - 1) + (1 - self._known) * again
        cell, difficulty, days, failed = state
        stability = exp(cell / _CELLS)
        harder = curve.harder(difficulty)
        if days == 0:
            chance = _SAME_DAY
            good = curve.same_day(stability, 3) * (_RELEARNED if failed else 1)
            again = curve.same_day(stability, 1)
        else:
            chance = curve.recall(stability, days)
            good = curve.success(stability, difficulty, chance)
            again = curve.failure(stability, difficulty, chance)
        asked = chance * self._after(good, difficulty) + (1 - chance) * self._after(again, harder)
        return asked - self._value(stability, difficulty, days)

    def _after(self, stability: float, difficulty: float) -> float:
        """The value right after a review."""
        cell = _cell(stability, difficulty)
        if cell not in self._afters:
            self._afters[cell] = self._value(exp(cell[0] / _CELLS), cell[1], 0)
        return self._afters[cell]

    def _value(self, stability: float, difficulty: float, days: int) -> float:
        """The value of a state, its last review `days` ago, if it is left alone today."""
        curve = self._curve
        best = curve.recall(stability, days + self._ahead)
        for later, price in self._later:
            chance = curve.recall(stability, days + later)
            ahead = self._ahead - later
            good = curve.recall(curve.success(stability, difficulty, chance), ahead)
            again = curve.recall(curve.failure(stability, difficulty, chance), ahead)
            best = max(best, chance * good + (1 - chance) * again - price)
        return best

    def _untouched(self, state: _State | None) -> float:
        if state is None:
            return self._known
        return self._curve.recall(exp(state[0] / _CELLS), state[2] + self._ahead)
