"""Detects documents whose questions are not for learning: changelogs, templates, surveys."""

from drill.importer.signals.outline import Outline
from drill.importer.signals.title_topics import names_something_else, names_survey
from drill.text import words

_WORDS = 2
"""The fewest words of an instruction; programs leave the number of a card in such a comment."""


def is_something_else(outline: Outline) -> bool:
    """Whether the titles name another kind of document, or comments ask to fill in the text."""
    answered = any(label.title for label in outline.answer_labels)
    if any(map(names_survey, outline.titles)) and not answered:
        return True
    named = any(map(names_something_else, outline.titles))
    return (named or _is_template(outline)) and not outline.title_asks


def _is_template(outline: Outline) -> bool:
    """Whether half of the headings have a comment right below, with instructions in words."""
    below = [outline.following(leaf) for leaf in outline.headings]
    comments = sum(
        leaf is not None
        and leaf.text.startswith("<!--")
        and sum(word.isalpha() for word in words(leaf.text)) >= _WORDS
        for leaf in below
    )
    return comments >= max(2, len(below) / 2)
