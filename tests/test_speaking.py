"""Pace, silence and pauses from levels and timed lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.speaking import (
    FRAME,
    Heard,
    Pause,
    Speech,
    TimedLine,
    count_words,
    joined,
    speech,
)

LOUD, QUIET = -20.0, -60.0


def levels(*stretches: tuple[float, float]) -> tuple[float, ...]:
    return tuple(level for level, seconds in stretches for _ in range(round(seconds / FRAME)))


def test_a_silence_over_two_seconds_is_a_pause_and_a_shorter_one_is_not() -> None:
    heard = Heard(levels((QUIET, 1), (LOUD, 5), (QUIET, 2.5), (LOUD, 4), (QUIET, 1.5), (LOUD, 3)))
    assert speech(heard) == Speech(0, 12.0, 5.0, (Pause(6.0, 2.5),), 1.0)


def test_silence_before_and_after_speaking_is_no_pause() -> None:
    heard = Heard(levels((QUIET, 4), (LOUD, 5), (QUIET, 6)))
    assert speech(heard) == Speech(0, 5.0, 10.0, (), 4.0)


def test_stops_within_words_belong_to_speaking() -> None:
    heard = Heard(levels((QUIET, 1), *[(LOUD, 0.4), (QUIET, 0.2)] * 5, (QUIET, 1)))
    assert speech(heard).speaking == 2.8


def test_pace_is_words_a_minute_of_speaking_time_alone() -> None:
    line = TimedLine(5, 11, "one two three four five six seven eight nine ten eleven twelve")
    spoken = speech(Heard(levels((QUIET, 5), (LOUD, 6), (QUIET, 9)), (line,)))
    assert (spoken.words, spoken.pace) == (12, 120)


def test_too_little_speaking_has_no_pace() -> None:
    heard = Heard(levels((QUIET, 5), (LOUD, 2), (QUIET, 5)), (TimedLine(5, 7, "I do not know"),))
    assert speech(heard).pace is None


def test_a_noise_where_no_words_were_heard_is_not_speaking() -> None:
    door = levels((QUIET, 3), (LOUD, 0.5), (QUIET, 3), (LOUD, 4), (QUIET, 1))
    assert speech(Heard(door, (TimedLine(6.5, 10.5, "words"),))).first_word == 6.2 + 0.3


@pytest.mark.parametrize("level", [-96.0, -50.0])
def test_an_even_level_without_words_is_silence(level: float) -> None:
    assert speech(Heard(levels((level, 5)))) == Speech(0, 0.0, 5.0)


def test_in_an_even_din_the_recognisers_lines_alone_tell_when_somebody_spoke() -> None:
    heard = Heard(levels((-30, 10)), (TimedLine(2.0, 5.0, "one two"),))
    assert speech(heard).first_word == 1.7


def test_an_empty_recording_measures_nothing() -> None:
    assert speech(Heard(())) == Speech(0, 0.0, 0.0)


def test_parts_of_an_answer_are_measured_as_one() -> None:
    part = Heard(levels((LOUD, 2), (QUIET, 1)), (TimedLine(0, 2, "first"),))
    whole = joined((part, part))
    assert whole.lines == (TimedLine(0, 2, "first"), TimedLine(3, 5, "first"))
    assert whole.seconds == 6
    assert whole.text == "first\nfirst"


def test_an_offset_of_the_transcript_leads_to_its_line() -> None:
    lines = (TimedLine(0, 2, "first"), TimedLine(2, 4, "second"))
    heard = Heard((), lines)
    assert [heard.line_at(offset) for offset in (0, 5, 6, 11, 20)] == [
        lines[0], lines[0], lines[1], lines[1], None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "count"), [("It's a test, isn't it?", 5), ("正则化防止过拟合", 8), ("", 0)]
)
def test_words_are_counted_and_characters_of_scripts_without_spaces(text: str, count: int) -> None:
    assert count_words(text) == count


@given(
    st.lists(st.floats(-96, 0), max_size=200),
    st.lists(st.tuples(st.floats(0, 12), st.floats(0, 12)), max_size=5),
)
def test_speaking_and_silence_make_up_the_recording(
    heard: list[float], edges: list[tuple[float, float]]
) -> None:
    lines = tuple(TimedLine(min(pair), max(pair), "word") for pair in edges)
    spoken = speech(Heard(tuple(heard), lines))
    assert spoken.speaking + spoken.silent == pytest.approx(len(heard) * FRAME, abs=0.02)
    assert sum(pause.seconds for pause in spoken.pauses) <= spoken.silent + 0.02
