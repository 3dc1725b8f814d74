"""Cards as other programs write them, in the words that a deck wants."""

from drill.importer.card_texts import tidied, with_options
from drill.importer.formats import Card
from drill.model import Option

_PROGRAM = "Cards by\n[a school](https://a.example)\n\n---\n\n"


def cards(*sides: tuple[str, str | None]) -> list[Card]:
    return [Card(front, back, n, n) for n, (front, back) in enumerate(sides, 1)]


def read(*sides: tuple[str, str | None]) -> list[tuple[str, str | None]]:
    return [(card.question, card.answer) for card in tidied(cards(*sides))]


def test_an_advertisement_on_every_card_is_left_out() -> None:
    plain = [(f"What is layer {n}?", f"Layer {n}") for n in range(5)]
    sides = [(_PROGRAM + front, f"{back}\n\n{_PROGRAM}") for front, back in plain]
    assert read(*sides) == plain


def test_an_instruction_on_every_card_stays() -> None:
    sides = [(f"Translate:\n\nword {n}", f"mot {n}") for n in range(5)]
    assert read(*sides) == sides


def test_a_heading_as_front_and_a_single_bullet_as_back_lose_their_marks() -> None:
    sides = [("## What is C#?", "- A language"), ("A *", "- one\n- two"), ("5 - 7", "- 2")]
    assert read(*sides, ("B", None)) == [
        ("What is C#?", "A language"),
        ("A *", "- one\n- two"),
        ("5 - 7", "- 2"),
        ("B", None),
    ]


def test_options_in_a_front_are_options_if_the_back_names_the_right_one() -> None:
    asked = "Which is a port?\n\nA. Iron  \nB. 80  \nC. Sand"
    (card,) = cards((asked, "**Correct Answer:** B. 80\n\nIt is HTTP's."))
    made = with_options(card)
    assert (made.question, made.answer) == ("Which is a port?", "B. 80\n\nIt is HTTP's.")
    assert made.options == (Option("Iron"), Option("80", correct=True), Option("Sand"))
    (open_card,) = cards((asked, "Ask a friend."))
    assert with_options(open_card) == open_card
