"""Shared titles get the words that tell their questions apart."""

from drill.markdown.markup import plain
from drill.model import Entry, Option, Question
from drill.reporting.titles import distinct_titles
from tests import builders


def entry(name: str, text: str, *options: str) -> Entry:
    question = Question(name, text, options=tuple(map(Option, options)))
    return builders.entry(question)


def titles(*entries: Entry) -> list[str]:
    return list(distinct_titles(entries).values())


def test_a_title_of_one_question_stays_as_it_is() -> None:
    assert titles(entry("a", "What is `x`?\n\n    code"), entry("b", "Why?")) == [
        "What is `x`?",
        "Why?",
    ]


def test_the_first_line_that_no_other_has_is_added_code_as_code() -> None:
    code = "What's the output?\n\n```javascript\nlet x;\n{}\n```\n".format
    first, second = titles(entry("a", code("f(`1`)")), entry("b", code("g(2);")))
    assert first == "What's the output? ``f(`1`)``"
    assert second == "What's the output? `g(2);`"


def test_titles_are_the_same_whatever_their_case_and_spaces() -> None:
    assert titles(entry("a", "Why  this?\n\n- *one*"), entry("b", "why this?\n\ntwo $x^2$")) == [
        "Why  this? one",
        "why this? two x²",
    ]


def test_what_is_added_is_cut_between_words_and_is_no_markup() -> None:
    long = "some words_and *more* words that go on and on without end"
    (first, _) = titles(entry("a", f"Why?\n\n{long}"), entry("b", "Why?"))
    assert plain(first) == "Why? some words_and more words that go on…"


def test_without_a_body_the_options_tell_questions_apart() -> None:
    assert titles(
        entry("a", "Which is right?", "It is red", "no"),
        entry("b", "Which is right?", "Blue", "no"),
    ) == ["Which is right? It is red", "Which is right? Blue"]


def test_where_nothing_differs_the_title_stays() -> None:
    assert titles(entry("a", "Why?"), entry("b", "Why?")) == ["Why?", "Why?"]
