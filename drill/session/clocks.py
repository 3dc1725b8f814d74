"""Instants, and the stopwatches that run between them."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment by two clocks: `at` to record (aware UTC), `tick` to measure (monotonic seconds)."""

    at: datetime
    tick: float


@dataclass(frozen=True, slots=True)
class Clock:
    """A stopwatch: `spent` seconds up to the tick `since`, or None if it is stopped."""

    spent: float = 0.0
    since: float | None = None

    def seconds(self, tick: float) -> float:
        """The time on the clock at `tick`, in seconds."""
        return self.spent + (max(0.0, tick - self.since) if self.since is not None else 0.0)

    def started(self, tick: float) -> "Clock":
        """The clock running from `tick` on."""
        return Clock(self.seconds(tick), tick)

    def stopped(self, tick: float) -> "Clock":
        """The clock, stopped at `tick`."""
        return Clock(self.seconds(tick))


AT_ZERO = Clock()
