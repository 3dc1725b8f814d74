"""`python -m tests.faults --walk`: everything that may befall a history, hundreds of times.

Without `--walk` only kills, and many who score at once.
"""

import argparse
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from random import Random

from tests.conftest import SMALL_DECK
from tests.faults import flips, interviews, kills, machines
from tests.faults.calls import Walker
from tests.faults.crowd import score_at_once
from tests.faults.kills import Kill


def main() -> int:
    """Walk as far as is asked for; 1 where anything was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("kills", type=int, nargs="?", default=300)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    parser.add_argument(
        "--walk", action="store_true", help="flips, calls, machines, forged files and time too"
    )
    parser.add_argument("--calls", type=int, default=400)
    parser.add_argument("--flips", type=int, default=2_000)
    parser.add_argument("--commands", type=int, default=200, help="of three machines")
    parser.add_argument("--arguments", type=int, default=300)
    parser.add_argument("--states", type=int, default=100, help="forged files of a home")
    options = parser.parse_args()
    if sys.platform != "win32":  # under nohup too, a hang-up ends what is started here
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    chance = Random(options.seed)
    bad = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if options.kills:
            bad += _kills(folder, chance, options.kills)
        if options.walk:
            bad += _calls(folder, chance, options.calls)
            bad += _flips(folder, chance, options.flips)
            bad += _machines(folder, chance, options.commands)
            bad += _arguments(folder, chance, options.arguments)
            bad += _states(folder, chance, options.states)
            bad += _time()
    return 1 if bad else 0


def _kills(folder: Path, chance: Random, number: int) -> int:
    """Kill quizzes so many times, and interviews as often, on one history that grows."""
    home, cards = folder / "home", kills.deck(folder)
    bad = _told([kills.run(home, cards, chance) for _ in range(number)])
    sat: list[Kill] = []
    while sum(each.strike is not None for each in sat) < number:
        sat += interviews.run(home, cards, chance)
    bad += _told(sat)
    waits = score_at_once(folder / "crowd.db", 8, 100)
    print(f"8 processes, 100 answers each at once: the longest wait was {max(waits):.2f} s")
    return bad


def _calls(folder: Path, chance: Random, number: int) -> int:
    if shutil.which("gcc") is None:
        print("no C compiler: no system calls were made to fail")
        return 0
    place = folder / "calls"
    place.mkdir()
    faults = list(Walker(place).sample(chance, number))
    kinds = dict(sorted(Counter(fault.kind for fault in faults).items()))
    return _said(
        f"{len(faults)} system calls that failed or were the last, {kinds}",
        (f"{fault}" for fault in faults if fault.wrong),
    )


def _flips(folder: Path, chance: Random, number: int) -> int:
    place = folder / "flips"
    place.mkdir()
    path = flips.history(place)
    seen = flips.run(path, flips.places(path, chance, number))
    came = Counter("a fault" if each.is_fault else each.came for each in seen)
    return _said(
        f"{number} bits flipped, {dict(came)}", (f"{each}" for each in seen if each.is_fault)
    )


def _machines(folder: Path, chance: Random, commands: int) -> int:
    place = folder / "machines"
    place.mkdir()
    story = machines.run(place, chance, commands)
    return _said(
        f"three machines: {story.commands} commands, {story.kills} kills, "
        f"{len(story.acknowledged)} acknowledged answers",
        story.wrong,
    )


def _arguments(folder: Path, chance: Random, number: int) -> int:
    from tests.trust import arguments

    place = folder / "arguments"
    place.mkdir()
    (place / "deck.yaml").write_text(SMALL_DECK)
    said = (arguments.wrong(place, arguments.made(chance)) for _ in range(number))
    return _said(f"{number} commands with arguments by chance", filter(None, said))


def _states(folder: Path, chance: Random, number: int) -> int:
    from tests.trust import forging

    place = folder / "states"
    place.mkdir()
    base = forging.home(place)
    wrong = (said for _ in range(number) for said in forging.wrong(base, place / "home", chance))
    return _said(f"{number} homes with a file forged, damaged or replaced", wrong)


def _time() -> int:
    from drill.terminal.highlighting import LEXERS
    from tests.trust import lexers, patterns

    every = patterns.everyone()
    slow = (f"{named}: {said[0]}" for named in every if (said := patterns.wrong(named)))
    bad = _said(f"{len(every)} regular expressions", slow)
    slow = (f"{name}: {said[0]}" for name in sorted(LEXERS) if (said := lexers.wrong(name)))
    return bad + _said(f"{len(LEXERS)} lexers", slow)


def _said(what: str, wrong: Iterable[str]) -> int:
    """Say what was tried and what was wrong; how much that was."""
    began, bad = time.monotonic(), 0
    for each in wrong:
        bad += 1
        print(f"  {each}", flush=True)
    took = time.monotonic() - began
    print(f"{what}: {bad} wrong" + (f", {took:.0f} s" if took > 1 else ""), flush=True)
    return bad


def _told(runs: list[Kill]) -> int:
    """Say what was seen; how many runs left a fault."""
    seen = Counter(f"{run.face} {run.strike.signal.name}" for run in runs if run.strike)
    bad = [run for run in runs if run.faults]
    for run in bad:
        print(run)
    print(f"{seen.total()} kills: {len(bad)} left a fault; {dict(sorted(seen.items()))}")
    return len(bad)


if __name__ == "__main__":
    sys.exit(main())
