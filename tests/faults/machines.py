"""Three machines that share a folder: they answer, sync, merge, rebuild, and are killed."""

import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from drill.history import History, exchange, repair, sync

NAMES = ("anna", "ben", "cleo")
_ANSWER = """
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from drill.history import History
from tests.history.samples import attempt, session
path, (number, answers, skew) = Path(sys.argv[1]), map(int, sys.argv[2:5])
name = f"20260302-{number:06}-aaaaaa"
with History.open(path) as history:
    started = session().started + timedelta(days=skew, minutes=number)
    history.start(replace(session(), id=name, started=started))
    for serial in range(answers):
        each = attempt(serial, key=f"deck/{(number + serial) % 7}")
        each = replace(each, id=f"{name}.{serial}", session=name,
                       scored_at=started + timedelta(seconds=serial))
        history.record(each)
        print(each.id, flush=True)
"""
_SYNC = """
import sys
from pathlib import Path
from drill.history import History
from drill.history.sync import sync_with_folder
with History.open(Path(sys.argv[1])) as history:
    sync_with_folder(history, Path(sys.argv[2]), sys.argv[3])
"""
_REBUILD = """
import sys
from pathlib import Path
from drill.history import History
with History.open(Path(sys.argv[1])) as history:
    history.rebuild()
"""


@dataclass(slots=True)
class Story:
    """What was done, and what was wrong at its end."""

    acknowledged: set[str] = field(default_factory=set)
    commands: int = 0
    kills: int = 0
    wrong: list[str] = field(default_factory=list)


def run(folder: Path, chance: Random, commands: int) -> Story:
    """Let the machines do so many things by chance, then level them and compare."""
    story = Story()
    shared = folder / "shared"
    paths = {name: folder / name / "history.db" for name in NAMES}
    # Clocks go wrong, each in its way.
    skews = {"anna": 0, "ben": 3, "cleo": -5}
    for number in range(commands):
        name = chance.choice(NAMES)
        path = str(paths[name])
        script, arguments = chance.choice(
            (
                (_ANSWER, [path, str(number), str(chance.randrange(1, 9)), str(skews[name])]),
                (_ANSWER, [path, str(number), str(chance.randrange(1, 9)), str(skews[name])]),
                (_SYNC, [path, str(shared), name]),
                (_REBUILD, [path]),
            )
        )
        _do(story, script, arguments, chance.uniform(0.05, 0.6) if chance.random() < 0.3 else None)
    for name in (*NAMES, *NAMES):
        with History.open(paths[name]) as history:
            sync.sync_with_folder(history, shared, name)
    told = []
    for each_path in paths.values():
        with History.open(each_path) as history:
            story.wrong += repair.check(history)
            told.append(list(exchange.lines(history.records())))
            missing = story.acknowledged - {attempt.id for attempt in history.attempts()}
            story.wrong += [f"{each_path}: {each} was acknowledged and is lost" for each in missing]
    if not told[0] == told[1] == told[2]:
        story.wrong.append("the machines do not say the same")
    return story


def _do(story: Story, script: str, arguments: list[str], killed_after: float | None) -> None:
    root = Path(__file__).parent.parent.parent
    process = subprocess.Popen(
        [sys.executable, "-c", script, *arguments], stdout=subprocess.PIPE, text=True, cwd=root
    )
    story.commands += 1
    if killed_after is not None:
        time.sleep(killed_after)
        process.send_signal(signal.SIGKILL)
    out = process.communicate(timeout=60)[0]
    if killed_after is None and process.returncode:
        story.wrong.append(f"{arguments} left with {process.returncode}")
    story.kills += process.returncode == -signal.SIGKILL
    # A line that a kill has cut is no acknowledgement.
    story.acknowledged |= set(out.rpartition("\n")[0].split())
