"""`python -m tests.trust [--seconds N] [--seed N]`: hostile decks for as long as you like.

The smallest deck that goes wrong is kept in tests/trust/findings/, where the test run reads it.
"""

import argparse
import sys
import time
import traceback
from zlib import crc32

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.trust import fuzz
from tests.trust.faces import show_everywhere

_ROUND = settings(
    max_examples=100,
    deadline=None,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)


def main() -> int:
    """Fuzz; 1 where anything was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.trust")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    tried, last, slowest, number = 0, b"", 0.0, options.seed
    found: set[str] = set()

    def attempt(data: bytes) -> None:
        nonlocal tried, last, slowest
        tried, last = tried + 1, data
        start = time.process_time()
        show_everywhere(data)
        slowest = max(slowest, time.process_time() - start)

    begun = time.monotonic()
    while time.monotonic() - begun < options.seconds:
        for made in (fuzz.structured, fuzz.mutated):
            try:
                seed(number)(_ROUND(given(made)(attempt)))()
            except Exception as error:
                # Shrinking ends with the smallest: the last that was tried.
                frame = traceback.extract_tb(error.__traceback__)[-1]
                place = f"{type(error).__name__} in {frame.filename}:{frame.lineno}"
                if place not in found:
                    found.add(place)
                    path = fuzz.FINDINGS / f"{crc32(last):08x}.yaml"
                    path.write_bytes(last)
                    print(f"{path}: {place}: {str(error)[:200]}", flush=True)
        number += 1
    seconds = time.monotonic() - begun
    print(
        f"{tried:,} decks tried in {seconds:.0f} s (seeds {options.seed} to {number - 1}), the"
        f" slowest {slowest:.2f} s; {len(found)} went wrong"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
