"""`python -m drill.decks.schema` writes the shipped JSON Schema, generated from the format."""

import json

from drill.decks.deck_format import schema
from drill.decks.writing import SCHEMA
from drill.shipped import PACKAGE

SHIPPED = PACKAGE / SCHEMA


def render() -> str:
    """The text of the schema file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SHIPPED.write_text(render(), encoding="utf-8")
