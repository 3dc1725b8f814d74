"""What the headings of a document tell about the labels of each."""

from drill.importer.signals.label_settling import settled_candidates
from drill.importer.source.document import parse

FAR = "\n\nUno.\n\nDos.\n\nTres.\n\nCuatro.\n\n"


def test_a_heading_with_the_letter_a_before_one_with_b_is_no_answer() -> None:
    headings = f"### a) ¿Que es un marco?{FAR}### b) Dibuje uno.\n\n### Nota\n\nUna.\n"
    candidates, _ = settled_candidates(parse(headings, "tarea.md"))
    found = [(one.label.kind.value, one.title) for one in candidates if one.level]
    assert found == [("", "a) ¿Que es un marco?"), ("", "b) Dibuje uno."), ("", "Nota")]
