"""Every module that carries questions knows all of their fields."""

from dataclasses import MISSING, fields, replace
from pathlib import Path

from drill.cli.record_types.questions import QuestionRecord
from drill.cli.records import question_record
from drill.decks import read_deck, write_deck
from drill.decks.deck_format import DECK, OPTION, QUESTION
from drill.library import Library, index
from drill.library.cells import to_data
from drill.model import Deck, Difficulty, KeyPoint, Option, Question
from drill.selection import Selection

POINT = KeyPoint("One fact", bonus=True, terms=("fact",))
WHOLE = Question(
    id="q",
    text="Why?\n\nReally",
    answer="Because.",
    key_points=(POINT,),
    hint="Think.",
    follow_ups=("And then?",),
    notes="A note.",
    tags=("topic",),
    difficulty=Difficulty.HARD,
    time=90,
    lines=(3, 9),
    options=(Option("a"), Option("b", correct=True)),
    shuffle=False,
    drafted=True,
    extra={"x-level": 3},
)
POINTS, OPTIONS = replace(WHOLE, options=(), shuffle=None), replace(WHOLE, id="o", key_points=())


def test_the_question_of_these_tests_has_no_field_at_its_default() -> None:
    for value in (WHOLE, POINT, WHOLE.options[1]):
        for field in fields(value):
            assert field.default is MISSING or getattr(value, field.name) != field.default, field


def test_the_deck_format_has_a_key_for_every_field() -> None:
    for record, kind in ((QUESTION, Question), (DECK, Deck), (OPTION, Option)):
        keys = {field.attribute for field in record.fields.values()}
        assert keys | {"extra"} >= {field.name for field in fields(kind)}


def test_the_record_of_json_has_a_member_for_every_field() -> None:
    assert {field.name for field in fields(Question)} <= QuestionRecord.__annotations__.keys()
    assert question_record(POINTS)["notes"] == "A note."


def test_an_index_of_other_cells_has_another_version() -> None:
    # Raise `_VERSION` with each new cell: an index that an older drill wrote has fewer.
    cells = to_data(WHOLE).split("\x1f")
    assert (index._VERSION, len(cells)) == (4, 15)


def test_writing_and_the_index_carry_every_field(tmp_path: Path) -> None:
    deck = Deck("d", "D", (POINTS, OPTIONS), topics=("SQL",), lang="de")
    path = tmp_path / "d.yaml"
    path.write_text(write_deck(deck), "utf-8")
    assert read_deck(path.read_bytes(), "d.yaml").deck == deck
    for _ in range(2):  # read from the file, then from the index
        library = Library.open((path,), tmp_path / "cache", read_deck)
        entries = library.entries(library.find(Selection()))
        library.close()
        for entry, question in zip(entries, [POINTS, OPTIONS], strict=True):
            for field in fields(Question):
                indexed = getattr(entry.question, field.name)
                assert indexed == getattr(question, field.name), field.name
        assert [entry.lang for entry in entries] == ["de", "de"]
        assert [entry.topics for entry in entries] == [("SQL",), ("SQL",)]
