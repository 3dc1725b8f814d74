"""The excerpt of an answer for a card."""

import pytest

from drill.markdown.extract import Extract, extract, first_sentence, shortened_body


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. Two.", "One."),
        ("Use e.g. a map. Then stop.", "Use e.g. a map."),
        ("Version 1.2 is out. New.", "Version 1.2 is out."),
        ("**Bold. Still bold.** After.", "**Bold. Still bold.**"),
        ("Call `a. b` now. Then.", "Call `a. b` now."),
        ("Since $x. y$ holds (see A. Smith). Next.", "Since $x. y$ holds (see A. Smith)."),
        ("第一句。第二句。", "第一句。"),
        ("Line one\ngoes on. End.", "Line one goes on."),
        ("![a](b.png) See [it][1]. More.", "See it."),
    ],
)
def test_a_sentence_ends_where_a_reader_would_end_it(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


def test_a_long_sentence_is_cut_between_words_and_never_within_code() -> None:
    assert first_sentence("a b c d `e f g` h", most=6) == "a b c d …"


def test_an_answer_is_its_first_sentence_and_the_heads_of_its_parts() -> None:
    answer = """\
Hashing maps keys to slots. It is fast on average.

**Collisions**: two keys in one slot. They cost time.

- **Chaining**: a list in each slot. Simple.
- Open addressing looks for the next slot. It needs room.

Plain words at the end say no more.
"""
    assert extract(answer).points == (
        "Hashing maps keys to slots.",
        "**Collisions**: two keys in one slot.",
        "**Chaining**: a list in each slot.",
        "Open addressing looks for the next slot.",
    )


def test_prose_alone_is_its_first_three_sentences() -> None:
    answer = "It is one thing. Then it is two:\n\n```\nx\n```\n\nIt is three. It is four. Five."
    assert extract(answer).points == ("It is one thing.", "It is three.", "It is four.")


def test_a_link_alone_says_nothing() -> None:
    assert extract("[Answer](https://x.org/1) · [Code](https://x.org/2)") == Extract()
    assert extract("https://x.org/1\n\nIt is so.").points == ("It is so.",)
    assert extract("See [this](https://x.org/1).").points == ("See [this](https://x.org/1).",)
    assert extract("Read on:\n\n- [This](https://x.org/1)") == Extract()


def test_what_only_leads_to_a_list_is_left_to_the_list() -> None:
    assert extract("There are two kinds:\n\n- one\n- two").points == ("one", "two")
    assert extract("Write it so:\n\n```\nx\n```").points == ("Write it so:",)


def test_words_that_only_join_code_say_nothing() -> None:
    answer = "For example:\n\n```\nx\n```\n\nor\n\n```\ny\n```"
    assert extract(answer) == Extract(code="```\nx\n```")
    assert extract("Yes\n\n```\nx\n```").points == ("Yes",)


def test_a_heading_leads_in_what_follows() -> None:
    assert extract("## Costs\n\nIt is slow. Very.\n\n**D**\n\nBecause it is.").points == (
        "**Costs**: It is slow.",
        "**D**: Because it is.",
    )


def test_the_letter_of_an_option_says_nothing_but_a_short_answer_does() -> None:
    assert extract("B\n\nIt adds. Twice.").points == ("It adds.", "Twice.")
    assert [extract(each).points for each in ("4", "B")] == [("4",), ("B",)]


def test_a_table_is_its_rows() -> None:
    answer = "| kind | cost |\n|---|---|\n| map | $O(1)$ |\n| tree | $O(\\log n)$ |"
    assert extract(answer).points == ("**map**: $O(1)$", "**tree**: $O(\\log n)$")


def test_an_answer_is_never_without_an_extract_for_its_length_or_its_pictures() -> None:
    long = f"$$\n{' + '.join(['x'] * 200)}\n$$"
    assert extract(long) == Extract(formula=long)
    assert extract(f"So:\n\n{long}\n\nIt adds.") == Extract(("It adds.",))
    assert extract("![a net](net.png)") == Extract(("![a net](picture)",))
    assert extract("。\n\n- `&&`").points == ("`&&`",)
    assert extract("As follows:\n\n![a net](net.png)") == Extract(("![a net](picture)",))
    assert extract("![a net](net.png)\n\nIt learns.").points == ("It learns.",)


def test_the_first_formula_and_a_short_block_of_code_come_along() -> None:
    found = extract("Words.\n\n$$x = 1$$\n\n$$y$$\n\n```py\nrun()\n```")
    assert (found.formula, found.code) == ("$$\nx = 1\n$$", "```py\nrun()\n```")


def test_long_code_comes_along_only_where_there_is_nothing_else_and_is_cut() -> None:
    code = "```\n" + "line\n" * 30 + "```"
    assert extract(f"Words.\n\n{code}").code == ""
    assert extract(code).code == "```\n" + "line\n" * 10 + "…\n```"


def test_an_empty_answer_has_no_extract() -> None:
    assert extract("") == Extract()


def test_a_long_question_is_cut_with_its_code_closed() -> None:
    assert shortened_body("short\n\n```\nx\n```") == "short\n\n```\nx\n```"
    assert shortened_body("word " * 500) == "word " * 99 + "word …"
    cut = shortened_body("```\n" + "x\n" * 40 + "```")
    assert cut == "```\n" + "x\n" * 15 + "…\n```"
