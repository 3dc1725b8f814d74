"""The benchmarks' data, seeded: 13 and 100,000 questions, and a history of a million attempts."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from drill.decks import read_deck
from drill.history import History
from drill.library import Library
from drill.model import Attempt, Mark, Rating, Session, SessionKind, SessionStatus

QUESTIONS, DECKS, ATTEMPTS = 100_000, 7_700, 1_000_000
FIRST_DECK = 500  # questions, in the deck that is changed
_SESSION = 100  # attempts
_LONG_AGO = 1_700_000_000
_PER_FOLDER = 100
ROOT = Path(__file__).resolve().parent.parent.parent


def make(folder: Path) -> None:
    """Put all data under `folder`; what an earlier run has made whole stays."""
    for name, fill in (("many", _many), ("few", _few), ("long", _long)):
        path, whole = folder / name, folder / f"{name}.whole"
        if not whole.exists():
            print(f"making {path}", flush=True)
            shutil.rmtree(path, ignore_errors=True)
            path.mkdir(parents=True)
            fill(path)
            whole.touch()


def index(root: Path, home: Path) -> None:
    """Complete the index of the decks under `root` in a home of its own."""
    library = Library.open([root], home / "cache", read_deck)
    library.refresh()
    library.close()


def deck(number: int, questions: int, chance: Random, words: list[str]) -> str:
    """A deck of made-up questions of the length that real ones have."""

    def some(count: int) -> str:
        return " ".join(chance.choices(words, k=count))

    lines = [f"deck: deck-{number:04}", f"title: {some(4)}", f"tags: [{some(1)}]", "questions:"]
    for serial in range(questions):
        lines += [f"  - id: q-{serial}", f"    question: What is {some(5)}?", "    answer: |"]
        lines += [f"      {some(18)}", f"      {some(18)}", "", f"      {some(14)}"]
        lines += ["    key_points:", f"      - {some(6)}", f"      - {some(6)}"]
        lines += [f"      - point: {some(5)}", "        bonus: true"]
        lines += [f"    tags: [{some(1)}]", "    difficulty: medium"]
    return "\n".join(lines) + "\n"


def sizes() -> list[int]:
    """How many questions each deck has: the first many, so that it can be changed."""
    left = QUESTIONS - FIRST_DECK
    share, more = divmod(left, DECKS - 1)
    return [FIRST_DECK, *(share + (number < more) for number in range(DECKS - 1))]


def _many(path: Path) -> None:
    chance = Random(1)
    words = _words(chance)
    for number, size in enumerate(sizes()):
        file = path / f"{number // _PER_FOLDER:02}" / f"deck-{number:04}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(deck(number, size, chance, words), encoding="utf-8")
        os.utime(file, (_LONG_AGO, _LONG_AGO))
    for folder in (*path.iterdir(), path):
        os.utime(folder, (_LONG_AGO, _LONG_AGO))


def _few(path: Path) -> None:
    chance = Random(2)
    (path / "deck.yaml").write_text(deck(0, 13, chance, _words(chance)), encoding="utf-8")


def _long(path: Path) -> None:
    with History.open(path / "history.db") as history:
        history.merge(_attempts())


def _attempts() -> Iterator[Session | Attempt]:
    chance = Random(3)
    keys = [
        f"deck-{deck:04}/q-{serial}" for deck, size in enumerate(sizes()) for serial in range(size)
    ]
    now = datetime.now(UTC)
    start = now - timedelta(days=1_000)
    step = timedelta(days=999) / ATTEMPTS
    for number in range(ATTEMPTS // _SESSION):
        begun = start + step * number * _SESSION
        name = f"{begun:%Y%m%d-%H%M%S}-{number % 26**3:06}"
        asked = tuple(chance.choices(keys, k=_SESSION))
        yield Session(name, SessionKind.QUIZ, begun, SessionStatus.FINISHED, asked, ended=begun)
        for serial, key in enumerate(asked):
            rating = chance.choices(list(Rating), (2, 2, 4, 2))[0]
            yield Attempt(
                id=f"{name}.{serial}",
                session=name,
                key=key,
                scored_at=begun + step * serial,
                seconds=30.0,
                coverage=(rating - 1) / 3,
                rating=rating,
                confidence=chance.choice((25, 50, 75, 95)),
                points=(("One thing", Mark.SAID), ("Another", Mark.MISSED)),
            )


def _words(chance: Random) -> list[str]:
    consonants, vowels = "bcdfglmnprst", "aeiou"
    return [
        "".join(chance.choice(consonants) + chance.choice(vowels) for _ in range(length))
        for length in chance.choices((1, 2, 3, 4), k=4_000)
    ]
