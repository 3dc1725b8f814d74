"""Labels that documents make for themselves."""

import pytest

from drill.importer.signals.learned_labels import Labels, learn
from drill.importer.source.document import parse


def learned(first: str, second: str, *, asked: str = "Why?", times: int = 3) -> Labels:
    turn = f"**{first}:** {asked}\n\n**{second}:** So.\n\n"
    return learn(parse("# Talk\n\n" + turn * times))


def test_two_unknown_words_in_turn_are_labels_where_the_first_asks() -> None:
    assert learned("Anna", "Ben") == Labels("anna", "ben")
    assert learned("Köhler", "Wirt") == Labels("köhler", "wirt")


@pytest.mark.parametrize(
    ("asked", "times"), [("It rains.", 3), ("Why?", 2)], ids=["nothing asked", "two turns"]
)
def test_unknown_words_are_no_labels(asked: str, times: int) -> None:
    assert learned("Anna", "Ben", asked=asked, times=times) == Labels()


def test_words_that_are_known_to_go_together_need_not_ask_and_two_turns_are_enough() -> None:
    assert learned("Front", "Back", asked="A port", times=2) == Labels("front", "back")
    assert learned("Interviewer", "Candidate", asked="Go on.", times=2).question == "interviewer"


def test_advantages_and_drawbacks_are_no_labels() -> None:
    assert learned("Pros", "Cons", asked="It is fast.") == Labels()
