"""A document's own mark of right options is learned only where nothing else can be meant."""

import pytest

from drill.importer import import_document


def _options(questions: list[str]) -> list[list[str]]:
    """The options of each question of a quiz, the right ones with a `+` before them."""
    document = "\n\n".join(
        f"{n}. Which is part {n}?\n\n{one}" for n, one in enumerate(questions, 1)
    )
    deck = import_document(f"# Quiz\n\n{document}\n".encode(), "quiz.md").deck
    return [
        [("+" if option.correct else "") + option.text for option in question.options]
        for question in deck.questions
    ]


@pytest.mark.parametrize(
    ("texts", "answer"),
    [
        (["one", "two", "three", "(none of these)"], "B"),
        (["one", "two", "three", "**All of the above**"], "B"),
        (["20", "80 (default)", "90", "95"], "A"),
        (["2 x", "3 y", "4 z"], "C"),
        (["y = x", "y = 2", "y = 3"], "B"),
        (["git push --force", "git pull", "git fetch"], "C"),
        (["Open it (today)", "Close it", "Burn it"], "C"),
    ],
)
def test_an_answer_that_names_its_option_leaves_the_others_as_they_are(
    texts: list[str], answer: str
) -> None:
    place = "ABCD".index(answer)
    block = "\n".join(f"{letter}) {text}" for letter, text in zip("ABCD", texts, strict=False))
    texts = [text.strip("*") for text in texts]
    wanted = [*texts[:place], f"+{texts[place]}", *texts[place + 1 :]]

    assert _options([f"{block}\n\nAnswer: {answer}"] * 4) == [wanted] * 4


@pytest.mark.parametrize(
    "block",
    [
        "A) yes ✗\nB) no",
        "A) yes (sic)\nB) no",
        "A) yes\nB) no (falsch)\nC) neither",
        "A) yes\nB) no **(wrong)**\nC) neither",
        "A) yes\nB) no (by default)\nC) neither",
        "A) yes\nB) no x = x\nC) neither",
        "A) yes\nB) `no x`\nC) neither",
    ],
)
def test_a_mark_that_may_mean_wrong_or_is_text_makes_no_option_right(block: str) -> None:
    first, second, rest = block.split("\n") if block.count("\n") > 1 else (*block.split("\n"), "")
    other = f"A) {second[3:]}\nB) {first[3:]}\n{rest}".strip()

    options = _options([block, other] * 2)

    assert not any(text.startswith("+") for texts in options for text in texts)


def test_a_remark_that_stays_at_one_letter_makes_no_option_right() -> None:
    options = _options(["A) Stop it (optional)\nB) Open it\nC) Close it"] * 5)

    assert options == [["Stop it (optional)", "Open it", "Close it"]] * 5


def test_marks_are_read_where_no_answer_is_named_and_no_code_is_an_option() -> None:
    named = ["A) one (now)\nB) two\nC) six\n\nAnswer: B"] * 2
    marked = ["A) one\nB) two (TOČNO)\nC) six", "A) one (TOČNO)\nB) two\nC) six"] * 2
    code = ["```\na. one x\nb. two\n```", "```\na. one\nb. two x\n```"] * 2

    assert _options([*named, *marked]) == [
        *[["one (now)", "+two", "six"]] * 2,
        *[["one", "+two", "six"], ["+one", "two", "six"]] * 2,
    ]
    assert not any(text.startswith("+") for options in _options(code) for text in options)
