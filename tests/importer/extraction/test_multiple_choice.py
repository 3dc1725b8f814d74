"""The order of imported options is kept only where the explanation needs it."""

from drill.importer import import_document

_ASKED = "{0}. Which is a moon of {1}?\n\n- A) Io\n- B) Titan\n- C) Rhea\n\nAnswer: {2}\n\n"


def test_letter_of_the_right_option_does_not_keep_the_order_but_another_letter_does() -> None:
    document = _ASKED.format(1, "Jupiter", "A) Io") + _ASKED.format(2, "Saturn", "B. Option C too.")

    questions = import_document(f"# Moons\n\n{document}".encode(), "moons.md").deck.questions

    assert [question.shuffle for question in questions] == [None, False]
