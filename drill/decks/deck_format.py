"""The deck format, declared once: reading, writing and the JSON Schema all follow it."""

from drill.decks.containers import Field, ListOf, Located, Record, TextOr
from drill.decks.fields import Enumeration, Flag, Lines, Matching, Schema, Slug, Span, Text
from drill.model import (
    QUESTIONS_LIMIT,
    TEXT_LIMIT,
    TOPICS_LIMIT,
    Deck,
    Difficulty,
    KeyPoint,
    Option,
    Question,
    Source,
)

_LINE = Text(limit=200, lines=1)
_WORDS = ListOf(Text(limit=80, lines=1), limit=50)
_PARAGRAPH = Text(limit=2_000)
_MARKDOWN = Text(limit=TEXT_LIMIT)

KEY_POINT = Record(
    "a key point",
    KeyPoint,
    {
        "point": Field("text", _PARAGRAPH, "One thing a good answer says.", required=True),
        "bonus": Field("bonus", Flag(), "Whether full coverage is possible without it."),
        "terms": Field("terms", _WORDS, "Words to look for in a typed answer."),
    },
)

OPTION = Record(
    "an option",
    Option,
    {
        "option": Field("text", _PARAGRAPH, "One choice, Markdown.", required=True),
        "correct": Field("correct", Flag(), "Whether it is right; several may be."),
    },
)

QUESTION = Record(
    "a question",
    Question,
    {
        "id": Field("id", Slug(), "Unique in the deck and stable: history hangs on it.", True),
        "question": Field("text", _MARKDOWN, "Markdown; the first line is the title.", True),
        "options": Field(
            "options",
            ListOf(TextOr(_PARAGRAPH, OPTION), limit=9, why=" (one key each)", least=2),
            "Multiple choice: 2 to 9 options in place of key points.",
            excludes="key_points",
        ),
        "shuffle": Field(
            "shuffle", Flag(), "False keeps the order of the options, true shuffles it."
        ),
        "answer": Field("answer", _MARKDOWN, "Markdown with $math$."),
        "key_points": Field(
            "key_points",
            ListOf(TextOr(_PARAGRAPH, KEY_POINT), limit=9, why=" (one key each)"),
            "What a good answer says, 3 to 7 points.",
        ),
        "hint": Field("hint", _PARAGRAPH, "Shown when asked for."),
        "follow_ups": Field(
            "follow_ups", ListOf(_PARAGRAPH, limit=20), "What an interviewer might ask next."
        ),
        "notes": Field("notes", _MARKDOWN, "An editor's corrections, apart from the source."),
        "tags": Field("tags", _WORDS, "Topics of this question."),
        "difficulty": Field("difficulty", Enumeration(Difficulty), "How hard it is."),
        "time": Field("time", Span(), "Speaking time: 90s, 2m or 1m30s."),
        "lines": Field("lines", Lines(), "First and last line in the source document."),
        "drafted": Field("drafted", Flag(), "Whether nobody has reviewed the key points yet."),
    },
    open=True,
)

SOURCE = Record(
    "a source",
    Source,
    {
        "document": Field("document", _LINE, "The document's file name.", required=True),
        "sha256": Field(
            "sha256",
            Matching("[0-9a-f]{64}", "64 hexadecimal digits"),
            "The SHA-256 of its bytes.",
            required=True,
        ),
    },
)

DECK = Record(
    "a deck",
    Deck,
    {
        "deck": Field("id", Slug(), "Stable: history hangs on it, not on the file's name.", True),
        "title": Field("title", _LINE, "The name of the deck on the screen.", required=True),
        "tags": Field("tags", _WORDS, "Topics of every question."),
        "topics": Field(
            "topics",
            ListOf(Text(limit=80, lines=1), limit=TOPICS_LIMIT),
            "Spellings of tags for print, such as 'Core React' for core-react.",
        ),
        "lang": Field(
            "lang",
            Matching("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}", "a language tag such as de or pt-BR"),
            "The language of the text.",
        ),
        "source": Field("source", SOURCE, "The document that the deck was made from."),
        "questions": Field(
            "questions",
            ListOf(Located(QUESTION), limit=QUESTIONS_LIMIT),
            "The questions.",
            required=True,
        ),
    },
    open=True,
)


VERSION = 1
"""The version of the deck format; it changes if an older drill cannot read new decks."""


def schema() -> Schema:
    """The JSON Schema of a deck file, in draft 7, which most editors support."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:drill:schema:deck:{VERSION}",
        "version": VERSION,
        "title": "drill deck",
        "description": "A deck of interview questions for drill.",
        **DECK.schema(),
    }
