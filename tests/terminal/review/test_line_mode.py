"""The input lines of a review of drafts in line mode."""

from dataclasses import replace
from io import StringIO

import pytest

from drill.errors import DrillError
from drill.model import KeyPoint, Question
from drill.points.review import Add, Bonus, Event, Press, Rewrite, Shift, Toggle, start
from drill.terminal.review.line_mode import PlainReview, parsed
from tests.builders import entry
from tests.emulator import Emulator
from tests.terminal.faces import DROPOUT, console

DRAFT = replace(DROPOUT, key_points=(KeyPoint("Ignores units"), KeyPoint("At random")))


@pytest.mark.parametrize(
    ("line", "events"),
    [
        ("", (Press.KEEP,)),
        ("2", (Toggle(1),)),
        ("1, 2", (Toggle(0), Toggle(0))),
        ("a It slows training", (Add("It slows training"),)),
        ("e 2 By chance", (Rewrite(1, "By chance"),)),
        ("b 2", (Bonus(1),)),
        ("m 2 1", (Shift(1, -1),)),
        ("a", ()),
        ("99", ()),
        ("0", ()),
        ("x 2", (Toggle(1),)),
    ],
)
def test_a_line_names_what_is_done(line: str, events: tuple[Event, ...]) -> None:
    assert parsed(line, start((DRAFT,))) == events


def test_what_cannot_be_written_is_said_and_not_done(monkeypatch: pytest.MonkeyPatch) -> None:
    def write(_number: int, _before: Question, _after: Question) -> None:
        raise DrillError("net.yaml: no space left", "make room")

    monkeypatch.setattr("sys.stdin", StringIO("\n"))
    screen = Emulator()
    drafted = replace(DRAFT, drafted=True)
    review = PlainReview(console(screen), (entry(drafted),), write)
    state, code = review.run(start((drafted,)))
    assert "net.yaml: no space left; make room.\n" in screen.raw
    assert (state.index, state.done, code) == (0, 0, 0)
