"""The present moment, by the wall clock and the monotonic clock."""

from datetime import timedelta
from time import monotonic

from drill import clock
from drill.errors import DrillError
from drill.session import Instant

_read: list[Instant] = []


def now() -> Instant:
    """Now, by both clocks; an implausible jump of the wall clock is ignored."""
    tick = monotonic()
    try:
        moment = Instant(clock.now(), tick)
    except DrillError:
        if not _read:
            raise
        return Instant(_read[0].at + timedelta(seconds=tick - _read[0].tick), tick)
    _read[:] = [moment]
    return moment
