"""Forged and damaged files of one's own: each is refused in words, or does no harm."""

import sys
from pathlib import Path
from random import Random

import pytest

from drill.cli.mock import DAMAGED
from drill.errors import DrillError
from drill.history import exchange
from drill.model import Mark, Rating
from drill.session import Deliver, Event, MarkAll, Press, Rate, Reveal, Toggle, snapshot
from tests.builders import entry
from tests.session.playing import BARE, MOCK, POINTED, TWO, Played
from tests.trust import forging

ENTRIES = {each.key: each for each in map(entry, (POINTED, BARE, TWO))}
MARKED: tuple[Event, ...] = (MarkAll(Mark.SAID), Rate(Rating.GOOD), Press.ACCEPT, *[Deliver(3)] * 3)
ROUND: tuple[Event, ...] = (Press.HINT, Reveal(50, "words"), Reveal(), Toggle(0), *MARKED)


def dumped(*events: Event) -> str:
    played = Played(MOCK, POINTED, BARE, TWO)
    played.do(*events)
    return snapshot.dump(played.state, "half", played.now)


STATES = (
    dumped(Reveal(50, "words")),
    dumped(*[Reveal()] * 3, Toggle(1)),
    dumped(*[Reveal()] * 3, *MARKED, MarkAll(Mark.SAID), Press.ACCEPT, Deliver(2)),
)


def test_a_forged_state_of_an_interview_is_refused_or_plays_to_its_end() -> None:
    chance, refused = Random(20261128), 0
    for number in range(300):
        text = forging.forged(STATES[number % 3], chance)
        played = Played()
        try:
            snapshot.keys(text)
            played.state = snapshot.load(text, ENTRIES, (), played.now).state
        except (*DAMAGED, DrillError):
            refused += 1
            continue
        played.do(*ROUND * 3, Press.UNDO, *MARKED, Press.UNDO, Press.UNDO, Press.STOP)
        snapshot.dump(played.state, "", played.now)
        for attempt in played.saved:
            assert exchange.checked(attempt) == attempt, text[:2000]
    assert 150 < refused < 290


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="pipes and links of Unix")
def test_a_home_with_one_file_forged_loses_nothing_and_hangs_nowhere(tmp_path: Path) -> None:
    base, chance = forging.home(tmp_path), Random(20261128)
    assert [forging.wrong(base, tmp_path / "home", chance, 3) for _ in range(4)] == [[]] * 4
