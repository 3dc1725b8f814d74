"""What plan or schedule asks of one study day: one answer for every command."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from drill.model import Knowledge


@dataclass(frozen=True, slots=True)
class Today:
    """What is done and what is left of a study day.

    `done` counts the questions answered today that the plan, or the schedule, is about; `left` are
    the keys still to be asked, in the order to ask them, `new` of them never asked before. `spare`
    are minutes of the plan that the day's questions did not need, where it has more to ask; `more`
    says that a quiz would go on.
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

    `ranked` are those worth asking, the most valuable first; today's minutes have `room` for so
    many more; `answered` are the keys answered today, which come again on the `eve` of an interview
    alone; `unused` are seconds of today.
    """
    wanted = [key for key in ranked if eve or key not in answered]
    left = tuple(wanted[:room])
    new = sum(key not in known for key in left)
    spare = max(0, int(unused // 60)) if wanted and not left else 0
    done = sum(key in keys for key in answered)
    return Today(done, left, new, by_plan=True, spare=spare, more=bool(ranked))


def scheduled_today(due: Sequence[str], answered: Collection[str]) -> Today:
    """The day by the schedule alone: what is `due`, the most urgent first."""
    return Today(len(answered), tuple(due), 0, by_plan=False)
