"""The gate: small documents of many forms in many languages, and the questions that are in them.

`corpus/NAME.md` is a document, `corpus/NAME.yaml` its questions with options and answers. A
document named `neg-…` has none.
"""

from pathlib import Path

import pytest
import yaml

from drill.errors import DrillError
from drill.importer import import_document
from drill.model import Question

GATE = Path(__file__).parent / "corpus"
DOCUMENTS = sorted(GATE.glob("*.md"))


def _said(question: Question, wanted: dict[str, object]) -> dict[str, object]:
    said: dict[str, object] = {"question": question.text}
    if question.options:
        said["options"] = [
            {"option": option.text} | ({"correct": True} if option.correct else {})
            for option in question.options
        ]
    if question.hint:
        said["hint"] = question.hint
    said["answer"] = question.answer
    if "difficulty" in wanted:
        said["difficulty"] = question.difficulty and question.difficulty.value
    return said


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_of_the_gate_gives_exactly_its_questions(path: Path) -> None:
    wanted = yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))
    if not wanted:
        with pytest.raises(DrillError, match="no questions found"):
            import_document(path.read_bytes(), path.name)
        return
    questions = import_document(path.read_bytes(), path.name).deck.questions
    pairs = zip(questions, [*wanted, *({} for _ in questions)], strict=False)
    assert [_said(question, each) for question, each in pairs] == wanted


def test_the_gate_holds_thirty_documents_or_more_in_twelve_languages() -> None:
    assert len(DOCUMENTS) >= 30
    text = "".join(path.read_text("utf-8") for path in DOCUMENTS)
    for word in (
        "What", "¿Qué", "Frage", "Qu'est-ce", "O que é", "Что", "什么", "とは", "설명", "ما هي",
        "Che cos'è", "Wat is", "Vad är", "क्या", "nedir", "Czym", "Що таке", "Apa itu", "Câu",
    ):  # fmt: skip
        assert word in text
