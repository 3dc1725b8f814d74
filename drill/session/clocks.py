"""Moments, and stop watches that measure between them."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Instant:
    """Now, twice: `at` to write down (aware UTC), `tick` to measure by (monotonic seconds)."""

    at: datetime
    tick: float


@dataclass(frozen=True, slots=True)
class Clock:
    """A stop watch; `spent` seconds up to the tick `since` (None while it stands)."""

    spent: float = 0.0
    since: float | None = None

    def seconds(self, tick: float) -> float:
        """What it shows at `tick`."""
        return self.spent + (max(0.0, tick - self.since) if self.since is not None else 0.0)

    def started(self, tick: float) -> "Clock":
        """The clock running from `tick` on."""
        return Clock(self.seconds(tick), tick)

    def stopped(self, tick: float) -> "Clock":
        """The clock standing at what it shows at `tick`."""
        return Clock(self.seconds(tick))


AT_ZERO = Clock()
