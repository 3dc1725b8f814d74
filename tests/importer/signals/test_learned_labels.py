"""Labels that documents make for themselves."""

import pytest

from drill.importer.signals.learned_labels import Labels, learn
from drill.importer.source.document import parse


def learned(first: str, second: str, *, asked: str = "Why?", times: int = 3) -> Labels:
    turn = f"**{first}:** {asked}\n\n**{second}:** So.\n\n"
    return learn(parse("# Talk\n\n" + turn * times))


def test_two_alternating_words_are_labels_if_the_first_precedes_questions() -> None:
    assert learned("Anna", "Ben") == Labels("anna", "ben")
    assert learned("Köhler", "Wirt") == Labels("köhler", "wirt")


@pytest.mark.parametrize(
    ("asked", "times"), [("It rains.", 3), ("Why?", 2)], ids=["nothing asked", "two turns"]
)
def test_other_words_before_colons_are_not_labels(asked: str, times: int) -> None:
    assert learned("Anna", "Ben", asked=asked, times=times) == Labels()


def test_two_turns_of_known_label_pairs_are_enough() -> None:
    assert learned("Front", "Back", asked="A port", times=2) == Labels("front", "back")
    assert learned("Interviewer", "Candidate", asked="Go on.", times=2).question == "interviewer"


def test_advantages_and_drawbacks_are_not_labels() -> None:
    assert learned("Pros", "Cons", asked="It is fast.") == Labels()
