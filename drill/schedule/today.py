"""The work of one study day by plan or schedule, the same for every command."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from drill.model import Knowledge


@dataclass(frozen=True, slots=True)
class Today:
    """The questions done and left on a study day.

    `done` is the number of questions of the plan, or of the schedule, answered today; `left` are
    the keys still to be asked, in order, `new` the number of them never asked before. `spare` is
    the plan's minutes that the day's questions did not need, if it has more to ask; `more` says
    that a quiz would find more questions.
    """

    done: int
    left: tuple[str, ...]
    new: int
    by_plan: bool
    spare: int = 0
    more: bool = True

    @property
    def total(self) -> int:
        """The number of questions of the day, done and left."""
        return self.done + len(self.left)

    @property
    def extra(self) -> str:
        """The command that asks more once the day is done."""
        return "drill quiz" if self.more else "drill quiz --cram"

    @property
    def again(self) -> int:
        """The number of questions left that were asked before."""
        return len(self.left) - self.new


def planned_today(
    ranked: Sequence[str],
    room: int,
    keys: Collection[str],
    known: Mapping[str, Knowledge],
    answered: Collection[str],
    *,
    unused: float,
    eve: bool,
) -> Today:
    """The day by a plan for the questions `keys`.

    `ranked` are the questions worth asking, the most valuable first; `room` is the number that
    still fits into today's minutes; `answered` are the keys answered today, which come again only
    on the `eve` of an interview; `unused` is the rest of today's time, in seconds.
    """
    wanted = [key for key in ranked if eve or key not in answered]
    left = tuple(wanted[:room])
    new = sum(key not in known for key in left)
    spare = max(0, int(unused // 60)) if wanted and not left else 0
    done = sum(key in keys for key in answered)
    return Today(done, left, new, by_plan=True, spare=spare, more=bool(ranked))


def scheduled_today(due: Sequence[str], answered: Collection[str]) -> Today:
    """The day by the schedule alone: the questions `due`, the most urgent first."""
    return Today(len(answered), tuple(due), 0, by_plan=False)
