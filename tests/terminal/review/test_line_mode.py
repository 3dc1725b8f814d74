"""The input lines of a review of drafts in line mode."""

from dataclasses import replace

import pytest

from drill.model import KeyPoint
from drill.points.review import Add, Bonus, Event, Press, Rewrite, Shift, Toggle, start
from drill.terminal.review.line_mode import parsed
from tests.terminal.faces import DROPOUT

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
    ],
)
def test_a_line_names_what_is_done(line: str, events: tuple[Event, ...]) -> None:
    assert parsed(line, start((DRAFT,))) == events
