"""The input lines of a session in line mode."""

from drill.model import Mark
from drill.session import ChooseEach, Deliver, MarkEach, Press, Reveal
from drill.terminal.line_mode.input import parsed
from tests.session.playing import LAST, MOCK, ONE, QUIZ, Played


def test_an_interview_that_goes_on_asks_for_the_grades_of_delivery_that_it_lacks() -> None:
    played = Played(MOCK, LAST)
    state = played.do(Reveal(), MarkEach((Mark.SAID,)), Press.ACCEPT)
    assert parsed("3 3 2", state) == (Deliver(3), Deliver(3), Deliver(2))
    state = played.do(Deliver(3))
    assert parsed("3 3 2", state) == ()
    assert parsed("3 2", state) == (Deliver(3), Deliver(2))
    assert parsed("2", played.do(Deliver(3))) == (Deliver(2),)


def test_a_choice_takes_one_of_the_confidences_and_no_other_number() -> None:
    state = Played(QUIZ, ONE).state
    assert parsed("b 75 %", state) == (ChooseEach((1,)), Reveal(75))
    assert [parsed(f"b {said}%", state) for said in ("76", "x", "75% 95", "9" * 5000)] == [()] * 4
