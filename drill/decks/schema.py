"""`python -m drill.decks.schema` writes the JSON Schema that is shipped, from the format itself."""

import json

from drill.decks.deck_format import schema
from drill.decks.writing import SCHEMA
from drill.shipped import PACKAGE

SHIPPED = PACKAGE / SCHEMA


def render() -> str:
    """The schema as the file has it."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    SHIPPED.write_text(render(), encoding="utf-8")
