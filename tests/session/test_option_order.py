"""Options are shuffled unless their order matters."""

from dataclasses import replace
from random import Random

import pytest

from drill.model import Option
from drill.session.option_order import is_run_of_numbers, option_order, speaks_of_others
from tests.session.playing import ONE


def test_the_option_order_is_random_and_repeatable_by_seed() -> None:
    orders = {option_order(ONE, Random(seed)) for seed in range(40)}
    assert len(orders) > 10
    assert option_order(ONE, Random(7)) == option_order(ONE, Random(7))


def test_the_right_option_is_equally_likely_at_every_place() -> None:
    rng = Random(3)
    places = [option_order(ONE, rng).index(1) for _ in range(4_000)]
    assert all(900 < places.count(place) < 1_100 for place in range(4))


def test_the_deck_decides_where_it_says_so() -> None:
    still = replace(ONE, shuffle=False)
    assert {option_order(still, Random(seed)) for seed in range(9)} == {(0, 1, 2, 3)}
    numbers = replace(ONE, options=(Option("1"), Option("2"), Option("3")), shuffle=True)
    assert len({option_order(numbers, Random(seed)) for seed in range(9)}) > 1


def test_an_explanation_that_calls_options_by_letter_keeps_the_order() -> None:
    for answer in ("B is right: it branches.", "Answer: C", "Only option (d) does.", "**B)** yes"):
        assert option_order(replace(ONE, answer=answer), Random(1)) == (0, 1, 2, 3)
    assert option_order(replace(ONE, answer="A branch is cheap."), Random(1)) != (0, 1, 2, 3)


@pytest.mark.parametrize(
    "text",
    [
        *("All of the above", "**None of these.**", "Both", "A and B", "Only C", "(a) and (c)"),
        *("A, B, and D", "1 and 3", "Options 1 and 2", "Neither a) nor b)", "All are correct"),
        *("Alle genannten", "Keine davon", "A und C", "Beide"),
        *("Toutes les réponses ci-dessus", "Aucune de ces réponses", "Les deux"),
        *("Todas las anteriores", "Ninguna de las anteriores", "A y B", "Todas as alternativas"),
        *("Tutte le precedenti", "Entrambe", "Alle bovenstaande", "Wszystkie powyższe"),
        *("Все вышеперечисленное", "Ничего из перечисленного", "А и Б", "Hepsi"),
        *("以上都是", "上記すべて", "いずれでもない", "위의 모두", "جميع ما سبق", "उपरोक्त सभी"),
    ],
)
def test_options_that_speak_of_each_other_keep_their_order(text: str) -> None:
    assert speaks_of_others(text)


@pytest.mark.parametrize(
    "text",
    [
        *("`None`", "A join of tables", "Plan B", "C++ and C#", "x or y", "`A and B`", "C"),
        *("Alle Dateien löschen", "Vitamin C", "All rows of the table", "Todos los archivos"),
        "None of the data is copied to the new buffer",
        "It copies the file above the fold, line by line",
    ],
)
def test_options_that_stand_alone_may_be_shuffled(text: str) -> None:
    assert not speaks_of_others(text)


@pytest.mark.parametrize(
    ("texts", "is_run"),
    [
        (["1", "2", "4"], True),
        (["100 %", "50 %", "0 %"], True),
        (["-1", "0", "1"], True),
        (["1.5 s", "1,000 s", "2 000 s"], True),
        (["2^3", "2^4"], True),
        (["$5", "$10"], True),
        (["0 to 5", "6 to 10"], True),
        (["10", "20", "5"], False),
        (["Error", "1", "2"], False),
        (["one", "two"], False),
    ],
)
def test_numbers_that_only_rise_or_only_fall_are_a_run(texts: list[str], is_run: bool) -> None:
    assert is_run_of_numbers(texts) is is_run
