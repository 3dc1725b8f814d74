"""The shipped deck against the document it was made from, a copy of which stands in tests/seed."""

import hashlib
import re
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from drill.decks import read_deck, save_deck
from drill.model import Deck, Question
from drill.speaking.nearest import nearest_sentence
from drill.text import words

ROOT = Path(__file__).parent.parent
FILE = ROOT / "questions" / "day-5-deep-learning.yaml"
DOCUMENT = ROOT / "tests" / "seed" / "day-5-data-science-interview-preparation.md"
LINES = DOCUMENT.read_text(encoding="utf-8").split("\n")
IDS = [
    "epochs",
    "batch-size",
    "dropout",
    "hyperparameters",
    "activation-and-error",
    "non-linearity",
    "vanishing-gradient",
    "transfer-learning",
    "vgg16",
    "resnet",
    "imagenet",
    "darknet",
    "yolo",
]


@pytest.fixture(scope="module")
def deck() -> Deck:
    reading = read_deck(FILE.read_bytes(), FILE.name)
    assert reading.problems == ()
    assert reading.deck is not None
    return reading.deck


@pytest.fixture(params=range(len(IDS)), ids=IDS)
def question(deck: Deck, request: pytest.FixtureRequest) -> Question:
    index: int = request.param
    return deck.questions[index]


def wording(markdown: str) -> list[str]:
    """Words and punctuation in order, without the marks of headings, emphasis and bullets."""
    return re.findall(r"\w+|[^\w\s#*]", re.sub(r"^- ", "", markdown, flags=re.MULTILINE))


def test_writing_it_again_changes_no_byte(deck: Deck, tmp_path: Path) -> None:
    copy = tmp_path / FILE.name
    copy.write_bytes(FILE.read_bytes())
    save_deck(deck, copy)
    assert copy.read_bytes() == FILE.read_bytes()


def test_its_first_line_leads_editors_to_the_schema() -> None:
    first = FILE.read_text(encoding="utf-8").split("\n", 1)[0]
    assert first == "# yaml-language-server: $schema=../drill/deck.schema.json"
    assert (FILE.parent / "../drill/deck.schema.json").is_file()


def test_it_has_the_thirteen_questions_in_the_documents_order(deck: Deck) -> None:
    assert [each.id for each in deck.questions] == IDS
    assert (deck.id, deck.tags) == ("day-5-deep-learning", ("deep-learning",))


def test_it_names_its_document_by_name_and_sum(deck: Deck) -> None:
    assert deck.source is not None
    assert deck.source.document == DOCUMENT.name
    assert deck.source.sha256 == hashlib.sha256(DOCUMENT.read_bytes()).hexdigest()


def test_each_answer_keeps_the_words_and_punctuation_of_the_document_in_order(
    question: Question,
) -> None:
    assert question.answer is not None
    assert question.lines is not None
    heading, last = question.lines
    assert wording(question.answer) == wording("\n".join(LINES[heading:last]))


def test_lines_start_at_the_heading_that_asks_the_question(question: Question) -> None:
    assert question.lines is not None
    asked = re.sub(r"^[#*\s]*Q\d+[:.]", "", LINES[question.lines[0] - 1])
    assert asked != LINES[question.lines[0] - 1]
    assert SequenceMatcher(None, words(asked), words(question.text)).ratio() >= 0.8


def test_no_line_of_the_document_but_its_title_is_left_out(deck: Deck) -> None:
    taken = {
        number
        for each in deck.questions
        if each.lines
        for number in range(each.lines[0], each.lines[1] + 1)
    }
    left = [line for number, line in enumerate(LINES, 1) if number not in taken and line.strip()]
    assert left == [f"# {deck.title}"]


def test_each_question_is_finished_by_hand(question: Question) -> None:
    assert 3 <= len(question.key_points) <= 7
    assert len([point for point in question.key_points if not point.bonus]) >= 3
    assert question.hint
    assert question.follow_ups
    assert question.tags
    assert question.difficulty is not None
    assert question.time is not None
    assert 45 <= question.time <= 180


def test_the_documents_own_answer_has_a_sentence_near_every_key_point(question: Question) -> None:
    assert question.answer is not None
    for point in question.key_points:
        assert nearest_sentence(point, question.answer), point.text


def test_what_the_document_gets_wrong_or_leaves_open_stands_in_the_notes(deck: Deck) -> None:
    notes = {each.id: each.notes or "" for each in deck.questions}
    assert '"ILSRVC" is the ILSVRC, the ImageNet Large Scale Visual Recognition' in notes["resnet"]
    assert "The document gives no use case." in notes["yolo"]
    for id_ in ("vanishing-gradient", "vgg16", "resnet"):
        assert re.search(r"figure .*(missing|lost)", notes[id_])
