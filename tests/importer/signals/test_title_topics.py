import pytest

from drill.importer.signals.title_topics import names_questions, names_survey


@pytest.mark.parametrize("title", ["Customer survey", "Umfrage zur Kantine", "満足度アンケート"])
def test_a_survey_is_named_in_many_languages(title: str) -> None:
    assert names_survey(title)


def test_only_the_beginning_of_a_long_title_is_examined() -> None:
    paragraph = "What is said of data. " * 50
    assert not names_survey(paragraph + "survey")
    assert not names_questions(paragraph + "interview questions")
