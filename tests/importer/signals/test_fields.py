"""Fields of a question, in many languages."""

import pytest

from drill.importer.signals.fields import Field, read_field


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("*Difficulty: easy*", Field("easy")),
        ("**Difficulty:** Hard", Field("hard")),
        ("- **Nível:** Médio  ", Field("medium")),
        ("Сложность: высокая", Field("hard")),
        ("难度：中等", Field("medium")),
        ("Difficulty: 🟢 Easy", Field("easy")),
        ("**Topics:** nets, ports", Field(topics=("nets", "ports"))),
        ("**Tema:** Redes", Field(topics=("Redes",))),
        ("**Type:** theory", Field()),
        ("Difficulty: unknown", None),
        ("The level: easy", None),
        ("What is easy?", None),
    ],
)
def test_fields_are_told_from_other_lines(line: str, field: Field | None) -> None:
    assert read_field(line) == field
