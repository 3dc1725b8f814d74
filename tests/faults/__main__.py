"""`python -m tests.faults [KILLS [SEED]]`: hundreds of kills, and what they left."""

import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from tests.faults.kills import deck, run


def main(kills: int = 300, seed: int = 1) -> int:
    """Kill the quiz so many times, on one history that grows; 1 where anything was wrong."""
    chance = Random(seed)
    seen: Counter[str] = Counter()
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        cards = deck(Path(folder))
        for number in range(kills):
            kill = run(home, cards, chance)
            seen[f"{kill.face} {kill.signal.name}"] += 1
            seen["answers shown"] += kill.shown
            seen["answers kept"] += kill.kept
            seen["saved but not yet shown"] += kill.kept > kill.shown
            if kill.faults:
                bad += 1
                print(number, kill)
    print(f"{kills} kills (seed {seed}): {bad} left a fault;", dict(seen))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
