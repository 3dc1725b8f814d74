"""The input lines of a session in line mode."""

from drill.model import Mark
from drill.session import Deliver, MarkEach, Press, Reveal
from drill.terminal.line_mode.input import parsed
from tests.session.playing import LAST, MOCK, Played


def test_an_interview_that_goes_on_asks_for_the_grades_of_delivery_that_it_lacks() -> None:
    played = Played(MOCK, LAST)
    state = played.do(Reveal(), MarkEach((Mark.SAID,)), Press.ACCEPT)
    assert parsed("3 3 2", state) == (Deliver(3), Deliver(3), Deliver(2))
    state = played.do(Deliver(3))
    assert parsed("3 3 2", state) == ()
    assert parsed("3 2", state) == (Deliver(3), Deliver(2))
    assert parsed("2", played.do(Deliver(3))) == (Deliver(2),)
