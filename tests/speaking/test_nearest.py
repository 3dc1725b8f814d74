"""The sentence of an answer nearest to a point."""

import pytest

from drill.model import KeyPoint
from drill.speaking.nearest import PlacedSentence, nearest_sentence

ANSWER = (
    "Well, dropout is something you do in training. "
    "You switch off random units with some probability. "
    "At test time nothing is dropped, and the weights are scaled."
)


@pytest.mark.parametrize(
    ("point", "sentence"),
    [
        ("Randomly ignores units", "You switch off random units with some probability."),
        ("Scales the weights when testing", "At test time nothing is dropped, and the weights are "
         "scaled."),
        ("Only while TRAINING", "Well, dropout is something you do in training."),
    ],
)  # fmt: skip
def test_the_sentence_that_shares_most_stems_is_the_nearest(point: str, sentence: str) -> None:
    assert nearest_sentence(KeyPoint(point), ANSWER) == PlacedSentence(
        sentence, ANSWER.index(sentence)
    )


def test_a_point_without_a_word_in_common_has_no_place() -> None:
    assert nearest_sentence(KeyPoint("Co-adaptation"), ANSWER) is None


def test_words_without_content_make_no_place() -> None:
    assert nearest_sentence(KeyPoint("It is not for the others"), "It is so for them.") is None


def test_the_terms_of_a_point_are_looked_for_too() -> None:
    point = KeyPoint("Doubles the work", terms=("weights",))
    place = nearest_sentence(point, ANSWER)
    assert place is not None
    assert place.sentence.startswith("At test time")


def test_a_word_of_one_sentence_counts_more_than_one_of_many() -> None:
    answer = "Units learn. Units learn much. Units learn little. Dropout helps."
    place = nearest_sentence(KeyPoint("Units under dropout"), answer)
    assert place == PlacedSentence("Dropout helps.", 51)


def test_an_answer_without_stops_is_cut_into_stretches() -> None:
    answer = " ".join(["and so on"] * 20 + ["the gradient vanishes"] + ["and so on"] * 20)
    place = nearest_sentence(KeyPoint("Vanishing gradients"), answer)
    assert place is not None
    assert "gradient vanishes" in place.sentence
    assert len(place.sentence.split()) == 25
    assert answer[place.start :].startswith(place.sentence)


def test_a_decimal_point_ends_no_sentence() -> None:
    place = nearest_sentence(KeyPoint("rate of 0.5"), "A rate of 0.5 is usual. So it is.")
    assert place == PlacedSentence("A rate of 0.5 is usual.", 0)


@pytest.mark.parametrize(
    ("lang", "point", "answer", "sentence"),
    [
        ("de", "Gewichte werden skaliert", "Es gibt Einheiten. Man skaliert jedes Gewicht.",
         "Man skaliert jedes Gewicht."),
        ("de-AT", "Häuser", "Ein Baum. Viele HÄUSERN.", "Viele HÄUSERN."),
        ("zh", "防止过拟合", "它是一种方法。这样可以避免过拟合。", "这样可以避免过拟合。"),
        ("ja", "過学習を防ぐ", "学習の話です。過学習を防ぎます。", "過学習を防ぎます。"),
        ("xx", "units", "Some unit. All units.", "All units."),
    ],
)  # fmt: skip
def test_other_languages_have_their_own_stems_or_none_and_cjk_its_characters(
    lang: str, point: str, answer: str, sentence: str
) -> None:
    place = nearest_sentence(KeyPoint(point), answer, lang)
    assert place is not None
    assert place.sentence == sentence


def test_of_two_sentences_that_share_the_same_the_shorter_is_nearer() -> None:
    answer = (
        "A gradient comes out of many layers, losses, batches and steps. The gradient vanishes."
    )
    place = nearest_sentence(KeyPoint("Gradient"), answer)
    assert place is not None
    assert place.sentence == "The gradient vanishes."
