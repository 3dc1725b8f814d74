"""A session treats recordings like text."""

from drill.model import KeyPoint, Mark, Question
from drill.model.spoken import Spoken, TimedLine
from drill.session import MarkAll, Phase, Press, Reveal, Transcribed, start, to_answer
from tests.builders import entry
from tests.session.playing import LAST, MOCK, POINTED, Played

HEARD = Spoken(("s.1.flac",), (TimedLine(0.5, 2.0, "one and two"),), 1.5, 3.0, (), 0.5)
REVEAL = Reveal(recordings=("s.1.flac",))


def test_what_was_recorded_goes_into_the_attempt_with_what_was_heard() -> None:
    played = Played()
    played.do(REVEAL, Transcribed(HEARD))
    assert played.state.current.words == "one and two"
    played.do(Press.ACCEPT)
    assert played.saved[0].spoken == HEARD


def test_an_attempt_that_is_scored_sooner_keeps_the_recording() -> None:
    played = Played()
    played.do(REVEAL, Press.ACCEPT)
    assert played.saved[0].spoken == Spoken(("s.1.flac",))


def test_in_an_interview_words_come_in_while_the_next_question_stands() -> None:
    played = Played(MOCK)
    state = played.do(REVEAL, Transcribed(HEARD))
    assert (state.index, state.answers[0].spoken, state.answers[1].spoken) == (1, HEARD, None)


def test_words_of_recordings_that_no_answer_has_change_nothing() -> None:
    played = Played(MOCK)
    before = played.do(REVEAL)
    assert played.do(Transcribed(Spoken(("s.2.flac",), HEARD.lines))) == before


def test_words_that_come_in_end_no_pause() -> None:
    played = Played(MOCK)
    assert played.do(REVEAL, Press.PAUSE, Transcribed(HEARD)).pause is not None


def test_undo_takes_back_the_score_and_neither_the_recording_nor_its_words() -> None:
    played = Played()
    state = played.do(REVEAL, Transcribed(HEARD), Press.ACCEPT, Press.UNDO)
    assert (state.phase, state.current.spoken) == (Phase.MARKING, HEARD)


def test_words_that_came_in_after_the_score_outlast_an_undo() -> None:
    played = Played()
    state = played.do(REVEAL, Press.ACCEPT, Transcribed(HEARD), Press.UNDO)
    assert state.current.spoken == HEARD


def asked_on() -> Played:
    """An interview whose first question has a follow-up."""
    played = Played(MOCK)
    answers = (to_answer(entry(POINTED), follow_up="And then?"), to_answer(entry(LAST)))
    played.state = start("s", MOCK, answers, played.now)
    return played


def test_the_answer_to_a_follow_up_joins_the_first_recording() -> None:
    state = asked_on().do(REVEAL, Reveal(recordings=("s.1-2.flac",)))
    assert state.answers[0].spoken == Spoken(("s.1.flac", "s.1-2.flac"))


def test_a_follow_up_that_is_skipped_leaves_the_first_recording() -> None:
    state = asked_on().do(REVEAL, Press.SKIP)
    assert (state.index, state.answers[0].spoken) == (1, Spoken(("s.1.flac",)))


def test_a_question_without_words_has_none() -> None:
    played = Played(MOCK, Question("q", "Why?", key_points=(KeyPoint("me"),)))
    played.do(Reveal(), MarkAll(Mark.SAID))
    assert played.state.current.words is None
