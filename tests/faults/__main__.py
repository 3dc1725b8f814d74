"""`python -m tests.faults [KILLS [SEED]]`: hundreds of kills, and many who score at once."""

import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from tests.faults import interviews, kills
from tests.faults.crowd import score_at_once
from tests.faults.kills import Kill


def main(number: int = 300, seed: int = 1) -> int:
    """Kill quizzes so many times, and interviews as often; 1 where anything was wrong.

    All are on one history, which grows.
    """
    chance = Random(seed)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        cards = kills.deck(Path(folder))
        bad = _told([kills.run(home, cards, chance) for _ in range(number)])
        sat: list[Kill] = []
        while sum(each.strike is not None for each in sat) < number:
            sat += interviews.run(home, cards, chance)
        bad += _told(sat)
        waits = score_at_once(Path(folder) / "crowd.db", 8, 100)
        print(f"8 processes, 100 answers each at once: the longest wait was {max(waits):.2f} s")
    return 1 if bad else 0


def _told(runs: list[Kill]) -> int:
    """Say what was seen; how many runs left a fault."""
    seen = Counter(f"{run.face} {run.strike.signal.name}" for run in runs if run.strike)
    bad = [run for run in runs if run.faults]
    for run in bad:
        print(run)
    print(f"{seen.total()} kills: {len(bad)} left a fault; {dict(sorted(seen.items()))}")
    return len(bad)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
