"""What the headings of a document tell about the labels of each, and what is no label."""

from drill.importer.signals.label_settling import settled_candidates
from drill.importer.signals.labels import LabelKind, read_label
from drill.importer.source.document import parse

FAR = "\n\nUno.\n\nDos.\n\nTres.\n\nCuatro.\n\n"


def test_a_heading_with_the_letter_a_before_one_with_b_is_no_answer() -> None:
    headings = f"### a) ¿Que es un marco?{FAR}### b) Dibuje uno.\n\n### Nota\n\nUna.\n"
    candidates, _ = settled_candidates(parse(headings, "tarea.md"))
    found = [(one.label.kind.value, one.title) for one in candidates if one.level]
    assert found == [("", "a) ¿Que es un marco?"), ("", "b) Dibuje uno."), ("", "Nota")]


def test_code_after_a_letter_and_a_dot_is_no_answer() -> None:
    texts = ('a.__proto__.name = "Ada"', "A.__ It is.", "**A4**", "**Réponse modèle** : elle.")
    kinds = [read_label(text).kind for text in texts]
    assert kinds == [LabelKind.NONE, LabelKind.ANSWER, LabelKind.ANSWER, LabelKind.ANSWER]
