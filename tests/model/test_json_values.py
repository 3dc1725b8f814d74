"""Values of JSON are taken as drill writes them, and no others."""

import pytest

from drill.model import json_values


@pytest.mark.parametrize(
    ("value", "refusal"),
    [
        (True, "not a whole number: True"),
        (1.0, "not a whole number: 1.0"),
        (2**63, "not a whole number from -9223372036854775808 to 9223372036854775807: "),
        (None, "not a whole number: None"),
    ],
)
def test_a_whole_number_has_64_bits_and_is_no_truth_value(value: object, refusal: str) -> None:
    with pytest.raises(ValueError, match=refusal):
        json_values.whole(value)


def test_a_text_has_no_half_of_a_surrogate_pair() -> None:
    with pytest.raises(ValueError, match="surrogates not allowed"):
        json_values.text("a\ud800")


def test_a_list_may_have_a_limit() -> None:
    assert json_values.listed(json_values.grade, [1, 4], 2) == (1, 4)
    with pytest.raises(ValueError, match="a list of 3 items; 2 is the limit"):
        json_values.listed(json_values.grade, [1, 2, 3], 2)
