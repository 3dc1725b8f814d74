"""Detects documents whose questions are not for learning: changelogs, templates, surveys."""

import re

from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import names_something_else
from drill.text import lowered

_SURVEY = re.compile(
    r"\bsurvey\b|\bumfrage|\bencuesta|\bопрос(?:ник)?\b|\bанкет|\bsondage|\bsondaggio"
    r"|\benquête|\bankieta|问卷|問卷|アンケート|설문"
)  # of a text in lower case


def is_something_else(outline: Outline) -> bool:
    """Whether the titles name another kind of document, or comments ask to fill in the text."""
    surveys = any(_SURVEY.search(lowered(title)) for title in outline.titles)
    if surveys and not outline.answer_labels:
        return True
    named = any(map(names_something_else, outline.titles))
    return (named or _is_template(outline)) and not outline.title_asks


def _is_template(outline: Outline) -> bool:
    """Whether half of the headings have a comment right below, with instructions."""
    below = [outline.following(leaf) for leaf in outline.headings]
    comments = sum(leaf is not None and leaf.text.startswith("<!--") for leaf in below)
    return comments >= max(2, len(below) / 2)
