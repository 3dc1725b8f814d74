import pytest

from drill.importer.signals.title_topics import lists_questions, names_questions, names_survey


@pytest.mark.parametrize("title", ["Customer survey", "Umfrage zur Kantine", "満足度アンケート"])
def test_a_survey_is_named_in_many_languages(title: str) -> None:
    assert names_survey(title)


def test_only_the_beginning_of_a_long_title_is_examined() -> None:
    paragraph = "What is said of data. " * 50
    assert not names_survey(paragraph + "survey")
    assert not names_questions(paragraph + "interview questions")


@pytest.mark.parametrize("title", ["cau hoi", "questoes", "fragor", "otazky"])
def test_words_are_known_without_their_accents_as_in_names_of_files(title: str) -> None:
    assert names_questions(title)


def test_unaccented_words_announce_questions_too() -> None:
    assert lists_questions("50 cau hoi")
    assert not lists_questions("50 cau")
