"""Runs real mock interviews, kills each again and again, and goes on with `--resume` to its end."""

from pathlib import Path
from random import Random

from drill.history import History, repair
from drill.model import Attempt, Delivery, Mark, SessionStatus
from tests.faults.kills import FACES, LAST, OPTIONS, SIGNALS, Kill, Reply, Strike, live

QUESTIONS = 4
REPLIES = {
    "plain": (
        Reply("begin", r"Empty begins", "\n"),
        Reply("ask", r"Write your answer;", "because {item}\n.\n"),
        Reply("ask", r"Enter reveals", "\n"),
        Reply("score", r"Which did you say\?", "1 ~2\n"),
        Reply("score", r"Structure, clarity and pace", "3 3 3\n"),
        Reply("score", r"Clarity and pace", "3 3\n"),
        Reply("score", r"\[Pace", "3\n"),
        Reply(LAST, r"[Ee]mpty ends", "\n"),
    ),
    "screen": (
        Reply("begin", r"any key begins", "\r"),
        Reply("ask", r"╰─+╯", "because {item}\x04"),
        Reply("ask", r"(?<!review )\d of \d · [\d:]+\s+Item \d{3}", " "),
        Reply("score", r"Which of these did you say\?", "0122\r"),
        Reply("score", r"How was your structure,", "3"),
        Reply("score", r"How was your structure 3, clarity,", "3"),
        Reply("score", r"How was your structure 3, clarity 3,", "3"),
        Reply(LAST, r"any other key ends", "\r"),
    ),
}


def run(home: Path, cards: Path, chance: Random) -> list[Kill]:
    """Sit one interview to its end; what each stretch of it showed, most of them killed."""
    form = chance.choice(("spoken", "typed"))
    command = ["mock", "--questions", str(cards), "-n", str(QUESTIONS)]
    new = [*command, *(["--typed"] if form == "typed" else [])]
    kills: list[Kill] = []
    met: list[tuple[str, str]] = []
    before = _sessions(home)
    begun = waits = False
    while waits or not begun:
        face, goal = chance.choice(FACES), chance.randrange(1, 9)
        strike = Strike(goal, chance.choice(SIGNALS), chance.uniform(0, 0.03))
        arguments = [*command, "--resume"] if waits else new
        seen, killed = live(home, [*arguments, *OPTIONS[face]], REPLIES[face], strike)
        met += [each for each in seen if each[0] != "begin" and [each] != met[-1:]]
        begun, waits, kept, faults = _look(home, met, before)
        shown = len({item for step, item in met if step == "score" and (step, item) != met[-1]})
        name = f"mock {form} {face}"
        kills.append(Kill(name, strike if killed else None, shown, kept, tuple(faults)))
        if len(kills) > 50:
            raise TimeoutError(f"{kills[-1]} comes to no end")
    return kills


def _sessions(home: Path) -> int:
    with History.open(home / "history.db") as history:
        return len(history.sessions())


def _look(home: Path, met: list[tuple[str, str]], before: int) -> tuple[bool, bool, int, list[str]]:
    """Whether the interview is begun, and waits; how many answers are kept; what is wrong."""
    with History.open(home / "history.db") as history:
        found = repair.check(history)
        if len(history.sessions()) == before:  # it was killed before it began
            return False, False, 0, [*found, *([f"{met} left nothing"] if met else [])]
        session, attempts = history.session("last"), history.attempts(history.session("last").id)
        waits = history.checkpointed() is not None
        # What was gone on from never comes again.
        found += [f"{each} came again" for each in set(met) if met.count(each) > 1]
        scored = {item for step, item in met if step == "score" and (step, item) != met[-1]}
        kept = {attempt.key[-3:] for attempt in attempts}
        found += [f"{item} was scored and is lost" for item in sorted(scored - kept)]
        serials = sorted(int(attempt.id.rpartition(".")[2]) for attempt in attempts)
        if len(kept) != len(attempts) or serials != list(range(len(attempts))):
            found.append(f"the attempts {serials} at {sorted(kept)}")
        if session.status is not (SessionStatus.RUNNING if waits else SessionStatus.FINISHED):
            found.append(f"the interview is {session.status}")
        if not waits and len(attempts) != QUESTIONS:
            found.append(f"{len(attempts)} of {QUESTIONS} answers are kept")
        typed = any(attempt.typed for attempt in attempts)
        found += [f"{attempt}" for attempt in attempts if not _is_whole(attempt, typed=typed)]
    return True, waits, len(attempts), found


def _is_whole(attempt: Attempt, *, typed: bool) -> bool:
    """Whether it holds all that was typed for its question."""
    marks = [mark for _, mark in attempt.points]
    words = f"because {attempt.key[-3:]}" in (attempt.typed or "")
    return (
        marks == [Mark.SAID, Mark.PARTLY]
        and attempt.delivery == Delivery(3, 3, 3)
        and words is typed
    )
