"""Multiple choice in exports."""

from dataclasses import replace

import pytest

from drill.exporters.options import right_options, shown_options, why
from tests.exporters.conftest import CHOICE


def test_the_order_is_the_same_in_each_export_and_not_that_of_the_deck() -> None:
    keys = [
        replace(CHOICE, question=replace(CHOICE.question, id=f"q{number}")) for number in range(20)
    ]
    orders = {tuple(option.text for option in shown_options(key)) for key in keys}
    assert len(orders) == 6
    assert all(shown_options(key) == shown_options(key) for key in keys)


def test_the_right_ones_are_told() -> None:
    assert right_options(CHOICE.question) == ("two $x^2$", "three\n\n    four")


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (None, None),
        ("They are even. Not odd.", "They are even."),
        ("One\nline! And more.\n\nMore.", "One line!"),
        ("See `a. b`. And more.", "See `a. b`. And more."),
        ("See [RFC 1. Part 2](http://x). And more.", "See [RFC 1. Part 2](http://x). And more."),
        ("偶数だから。他も。", "偶数だから。他も。"),
    ],
)
def test_the_reason_is_one_complete_sentence(answer: str | None, line: str | None) -> None:
    assert why(replace(CHOICE.question, answer=answer)) == line
