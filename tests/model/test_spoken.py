"""A spoken answer in the history."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.model.pace import count_words
from drill.model.spoken import Pause, Spoken, TimedLine, of_json, to_json

LINES = (TimedLine(0, 2, "first"), TimedLine(2, 4, "second"))
seconds = st.floats(0, 5000)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def test_an_offset_of_the_transcript_leads_to_its_line() -> None:
    spoken = Spoken((), LINES)
    assert spoken.text == "first\nsecond"
    assert [spoken.line_at(offset) for offset in (0, 5, 6, 12, 20)] == [
        LINES[0], LINES[0], LINES[1], LINES[1], None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "count"), [("It's a test, isn't it?", 5), ("正则化防止过拟合", 8), ("", 0)]
)
def test_words_are_counted_and_characters_of_scripts_without_spaces(text: str, count: int) -> None:
    assert count_words(text) == count


@settings(derandomize=True, deadline=None)
@given(
    st.builds(
        Spoken,
        recordings=st.lists(texts).map(tuple),
        lines=st.lists(st.builds(TimedLine, seconds, seconds, texts)).map(tuple),
        speaking=st.none() | seconds,
        silent=st.none() | seconds,
        pauses=st.lists(st.builds(Pause, seconds, seconds)).map(tuple),
        first_word=st.none() | seconds,
        note=texts,
    )
)
def test_what_json_holds_reads_back_equal(spoken: Spoken) -> None:
    assert of_json(json.loads(json.dumps(to_json(spoken)))) == spoken


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {"recordings": "a.flac"},
        {"recordings": [1]},
        {"lines": [[0, 1]]},
        {"lines": [[0, "1", "text"]]},
        {"pauses": [3]},
        {"speaking": "long"},
        {"silent": float("nan")},
        {"first_word": -1},
        {"note": None},
        {"note": "\ud800"},
    ],
)
def test_what_is_no_spoken_answer_is_refused(value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the reader of histories adds place and file
        of_json(value)
