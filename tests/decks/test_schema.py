from drill.decks.deck_format import QUESTION
from drill.decks.schema import SHIPPED, render


def test_the_shipped_schema_is_that_of_the_format() -> None:
    """Mend with `python -m drill.decks.schema`."""
    assert SHIPPED.read_text(encoding="utf-8") == render()


def test_the_schema_matches_the_checks_of_reading() -> None:
    schema = QUESTION.schema()
    properties = schema["properties"]
    assert isinstance(properties, dict)
    assert schema["required"] == ["id", "question"]
    assert schema["additionalProperties"] is False
    assert properties["difficulty"] == {
        "description": "How hard it is.",
        "enum": ["easy", "medium", "hard"],
    }
    assert properties["key_points"]["maxItems"] == 9
