"""Silence and pauses from levels and timed lines."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.model.spoken import Pause, Spoken, TimedLine
from drill.speaking.measures import FRAME, Heard, joined, measured

LOUD, QUIET = -20.0, -60.0


def levels(*stretches: tuple[float, float]) -> tuple[float, ...]:
    return tuple(level for level, seconds in stretches for _ in range(round(seconds / FRAME)))


def spoken(heard: Heard) -> Spoken:
    return measured((), heard)


def test_a_silence_over_two_seconds_is_a_pause_and_a_shorter_one_is_not() -> None:
    heard = Heard(levels((QUIET, 1), (LOUD, 5), (QUIET, 2.5), (LOUD, 4), (QUIET, 1.5), (LOUD, 3)))
    assert spoken(heard) == Spoken((), (), 12.0, 5.0, (Pause(6.0, 2.5),), 1.0)


def test_silence_before_and_after_speaking_is_no_pause() -> None:
    heard = Heard(levels((QUIET, 4), (LOUD, 5), (QUIET, 6)))
    assert spoken(heard) == Spoken((), (), 5.0, 10.0, (), 4.0)


def test_stops_within_words_belong_to_speaking() -> None:
    heard = Heard(levels((QUIET, 1), *[(LOUD, 0.4), (QUIET, 0.2)] * 5, (QUIET, 1)))
    assert spoken(heard).speaking == 2.8


def test_pace_is_words_a_minute_of_speaking_time_alone() -> None:
    line = TimedLine(5, 11, "one two three four five six seven eight nine ten eleven twelve")
    assert spoken(Heard(levels((QUIET, 5), (LOUD, 6), (QUIET, 9)), (line,))).pace == 120


def test_too_little_speaking_has_no_pace() -> None:
    heard = Heard(levels((QUIET, 5), (LOUD, 2), (QUIET, 5)), (TimedLine(5, 7, "I do not know"),))
    assert spoken(heard).pace is None


def test_a_noise_where_no_words_were_heard_is_not_speaking() -> None:
    door = levels((QUIET, 3), (LOUD, 0.5), (QUIET, 3), (LOUD, 4), (QUIET, 1))
    assert spoken(Heard(door, (TimedLine(6.5, 10.5, "words"),))).first_word == 6.5


@pytest.mark.parametrize("level", [-96.0, -50.0])
def test_an_even_level_without_words_is_silence(level: float) -> None:
    assert spoken(Heard(levels((level, 5)))) == Spoken((), (), 0.0, 5.0)


def test_in_an_even_din_the_recognisers_lines_alone_tell_when_somebody_spoke() -> None:
    heard = Heard(levels((-30, 10)), (TimedLine(2.0, 5.0, "one two"),))
    assert spoken(heard).first_word == 1.7


def test_an_empty_recording_measures_nothing() -> None:
    assert spoken(Heard((), note="no such file")) == Spoken((), (), 0.0, 0.0, note="no such file")


def test_parts_of_an_answer_are_measured_as_one() -> None:
    part = Heard(levels((LOUD, 2), (QUIET, 1)), (TimedLine(0, 2, "first"),))
    whole = measured(("a.flac", "b.flac"), joined((part, part)))
    assert whole.recordings == ("a.flac", "b.flac")
    assert whole.lines == (TimedLine(0, 2, "first"), TimedLine(3, 5, "first"))
    assert (whole.speaking, whole.silent) == (4, 2)


@settings(derandomize=True, deadline=None)
@given(
    st.lists(st.floats(-96, 0), max_size=200),
    st.lists(st.tuples(st.floats(0, 12), st.floats(0, 12)), max_size=5),
)
def test_speaking_and_silence_make_up_the_recording(
    heard: list[float], edges: list[tuple[float, float]]
) -> None:
    lines = tuple(TimedLine(min(pair), max(pair), "word") for pair in edges)
    found = spoken(Heard(tuple(heard), lines))
    assert (found.speaking or 0) + (found.silent or 0) == pytest.approx(
        len(heard) * FRAME, abs=0.02
    )
    assert sum(pause.seconds for pause in found.pauses) <= (found.silent or 0) + 0.02
