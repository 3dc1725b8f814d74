"""Chooses the next question, so that most is known on the day of the interview.

The value of a question is the chance of recalling it on that day, with at most one more review on a
later day, at a price for its time. The best question is the one whose value rises most if it is
asked now. FSRS-6 gives the chances; the prices were fitted in simulation.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import zip_longest
from math import exp, log

from drill.model import DAY_TURNS_AT, FAILED_COVERAGE, Knowledge, day_start
from drill.schedule.fsrs_formulas import FsrsModel
from drill.schedule.learner import START, Learner
from drill.schedule.memory import DEFAULT, Schedule

_LATER = (1, 4, 7, 12, 20, 33, 50)  # the days ahead to examine; the days between add nothing
_PRICE = (1.3, 2.1, 1.65, 0.4, 0.01)
_MEET = 0.013  # the added value of a new question: its estimate is only a guess
_MORNING = 0.375  # of a day, from an evening's session to an interview the next morning
_RELEARNED = 1.7  # factor: on the last day, a failed answer lasts longer than FSRS predicts
_SPARE = 0.001  # the value of asking without a gain: spare time goes to the least certain questions
_CELLS = 4  # steps of a stability for each factor of e; values within a step count as equal
_DAY_CELLS = 2  # the same for the days since the last review
_LEAST_GAIN = 1e-9
SAME_DAY = 0.88
"""The chance of recalling an answer that was read on the same day."""


@dataclass(frozen=True, slots=True)
class Aim:
    """An interview ahead, with its time and questions.

    `days` is the number of days to its date, 0 for today; `seconds` is the total time left for its
    questions; `keys` are the questions that it may ask.
    """

    days: int
    seconds: float
    keys: Collection[str]


class Planner:
    """Ranks the questions of one session by the value of asking them now."""

    def __init__(
        self,
        aims: Sequence[Aim],
        known: Mapping[str, Knowledge],
        now: datetime,
        pace: Learner = START,
        schedule: Schedule = DEFAULT,
        *,
        turn: timedelta = DAY_TURNS_AT,
    ) -> None:
        """Plan for `aims`, whose values add up; `known` is the knowledge of their questions.

        A study day begins at `turn`, from midnight.
        """
        self._turn, self._pace = day_start(now, turn=turn), pace
        self._least, _ = FsrsModel(schedule.parameters).first(1)
        # Of equal gains the first comes first, so interviews take turns.
        rows = zip_longest(*(aim.keys for aim in aims))
        states = {
            key: self._state(known.get(key)) for row in rows for key in row if key is not None
        }
        self._outlooks = [
            (frozenset(aim.keys), _Outlook(aim, [states[key] for key in aim.keys], pace, schedule))
            for aim in aims
        ]
        for _, outlook in self._outlooks:
            outlook.share([other for _, other in self._outlooks])
        self._gains = {key: self._gain(key, state) for key, state in states.items()}

    def ranked(self) -> list[str]:
        """The questions with a gain, the most valuable first.

        An answer changes the value of its own question only.
        """
        paying = [key for key, gain in self._gains.items() if gain > _LEAST_GAIN]
        return sorted(paying, key=self._gains.__getitem__, reverse=True)

    def _gain(self, key: str, state: "_State | None") -> float:
        return sum(outlook.gain(state) for keys, outlook in self._outlooks if key in keys)

    def _state(self, knowledge: Knowledge | None) -> "_State | None":
        if knowledge is None or knowledge.memory is None:
            return None
        memory = knowledge.memory
        days = max(0, -(memory.last - self._turn).days)
        if days > 4:
            days = round(exp(round(_DAY_CELLS * log(days)) / _DAY_CELLS))
        failed = days == 0 and knowledge.coverage < FAILED_COVERAGE
        stability = self._least if failed else self._pace.stability(knowledge, memory)
        return *_cell(stability, memory.difficulty), days, failed


# Stability and difficulty in cells, study days since the last review, whether it failed today.
_State = tuple[int, int, int, bool]


def _cell(stability: float, difficulty: float) -> tuple[int, int]:
    return round(_CELLS * log(stability)), round(difficulty)


class _Outlook:
    """The value of states for one aim, as seen today."""

    def __init__(
        self, aim: Aim, states: Sequence[_State | None], pace: Learner, schedule: Schedule
    ) -> None:
        self._curve = FsrsModel(schedule.parameters)
        self._days, self._ahead = aim.days, max(aim.days - _MORNING, 0.1)
        self._known = pace.known
        self._gains: dict[_State | None, float] = {}
        self._afters: dict[tuple[int, int], float] = {}
        missing = 0.0
        for state, count in Counter(states).items():
            left = state and self._curve.recall(exp(state[0] / _CELLS), state[2] + self._ahead)
            missing += count * (1 - (left or pace.known))
        self._answers, self._missing = aim.seconds / pace.seconds, missing
        self._affordable = 0.0
        self._later: list[tuple[int, float]] = []

    def share(self, outlooks: Sequence["_Outlook"]) -> None:
        """Set the prices of later reviews; interviews on the same day share them."""
        same = [outlook for outlook in outlooks if outlook._days == self._days]
        missing = sum(outlook._missing for outlook in same)
        self._affordable = sum(outlook._answers for outlook in same) / max(missing, 1e-9)
        self._later = [(day, self._price(day)) for day in _LATER if day < self._days]

    def _price(self, later: int) -> float:
        """The price in recall of a review in `later` days; high near the date and in short time."""
        scale, offset, power, rise, rebate = _PRICE
        dearer = (self._days / (self._days - later)) ** rise
        price: float = scale * dearer / (self._affordable + offset) ** power
        return max(price - rebate, 0.0)

    def gain(self, state: _State | None) -> float:
        """The gain in value from asking a question in `state` now."""
        if state not in self._gains:
            self._gains[state] = self._asking(state) if state else self._meeting()
        return self._gains[state]

    def _asking(self, state: _State) -> float:
        curve = self._curve
        cell, difficulty, days, failed = state
        if days == 0 and not (failed and self._days <= 1):
            # Another review in the same session does not last: another day is better.
            return _SPARE**2 if failed else 0.0
        stability = exp(cell / _CELLS)
        harder = curve.harder(difficulty)
        if days == 0:
            chance = SAME_DAY
            good = curve.same_day(stability, 3) * _RELEARNED
            again = curve.same_day(stability, 1)
        else:
            chance = curve.recall(stability, days)
            good = curve.success(stability, difficulty, chance)
            again = curve.failure(stability, difficulty, chance)
        asked = chance * self._after(good, difficulty) + (1 - chance) * self._after(again, harder)
        gain = asked - self._value(stability, difficulty, days)
        return max(gain, 0.0) + _SPARE * (1 - chance) if days else gain

    def _meeting(self) -> float:
        """The gain from asking a new question today over never, or over the best later day."""
        curve, known = self._curve, self._known
        good, again = curve.first(3), curve.first(1)
        left = [known]
        for later in range(1, self._days, max(1, self._days // 60)):
            rest = self._ahead - later
            held = known * curve.recall(good[0], rest) + (1 - known) * curve.recall(again[0], rest)
            left.append(held - self._price(later))
        asked = known * self._after(*good) + (1 - known) * self._after(*again)
        return max(asked - max(left), 0.0) + _MEET

    def _after(self, stability: float, difficulty: float) -> float:
        """The value right after a review."""
        cell = _cell(stability, difficulty)
        if cell not in self._afters:
            self._afters[cell] = self._value(exp(cell[0] / _CELLS), cell[1], 0)
        return self._afters[cell]

    def _value(self, stability: float, difficulty: float, days: int) -> float:
        """The value of a state with its last review `days` ago, if it is not asked today."""
        curve, ahead = self._curve, self._ahead
        best = curve.recall(stability, days + ahead)
        for later, price in self._later:
            asked = curve.recall_after(stability, difficulty, days + later, ahead - later)
            best = max(best, asked - price)
        return best
