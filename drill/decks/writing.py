"""Writes a deck: always the same text for the same deck, laid out for editing by hand."""

from dataclasses import replace

from drill.decks import yaml_text
from drill.decks.deck_format import DECK, QUESTION
from drill.model import Deck, Question

SCHEMA = "deck.schema.json"
_MODELINE = f"# yaml-language-server: $schema={SCHEMA}\n"


def write(deck: Deck) -> str:
    """The deck as YAML; the first line names its schema for editors."""
    head = [line for lines in header(deck).values() for line in lines]
    items = (item(question) for question in deck.questions)
    return _MODELINE + "\n".join([*head, "questions:"]) + "\n" + "\n\n".join(items) + "\n"


def header(deck: Deck) -> dict[str, list[str]]:
    """The lines of each key of the deck but the questions."""
    parts = DECK.parts(replace(deck, questions=()))
    del parts["questions"]
    return parts


def item(question: Question, dash: str = "  - ") -> str:
    """The question as an item of the deck's list; `dash` is the text before its first key."""
    return "\n".join(yaml_text.indented(QUESTION.write("", question), " " * len(dash), dash))
