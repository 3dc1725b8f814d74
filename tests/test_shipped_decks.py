"""The decks that drill ships: finished, in drill's own layout, and with code that does as it says.

Code in a deck is tried where its fence says what it is. A `python` block with `>>>` is a doctest;
any other is run, after the ones above it in the same text. A `sql` block is run by SQLite on the
tables below; SQL of one product is fenced as `postgresql` or `mysql` and left alone. A `text`
block that follows at once is the output. What the code of a multiple-choice question prints is
the question's correct option.
"""

import contextlib
import doctest
import io
import re
import sqlite3
from pathlib import Path

import pytest

from drill.decks import check_deck, write_deck
from drill.model import Deck, Question
from drill.speaking.nearest import nearest_sentence

QUESTIONS = Path(__file__).parent.parent / "questions"
COUNTS = {
    "algorithms": 40,
    "behavioural": 25,
    "day-5-deep-learning": 13,
    "git-and-linux": 40,
    "python": 40,
    "sql": 40,
    "statistics-and-ml": 40,
    "system-design": 25,
}
# The fewest multiple-choice questions of a deck that has any.
CHOICES = dict.fromkeys(
    ("algorithms", "git-and-linux", "python", "sql", "statistics-and-ml"), 6
) | {
    "behavioural": 3,
    "system-design": 5,
}
TABLES = """
CREATE TABLE employees (
    id integer PRIMARY KEY, name text, department_id integer, manager_id integer, salary integer
);
CREATE TABLE customers (id integer PRIMARY KEY, name text, email text);
CREATE TABLE orders (
    id integer PRIMARY KEY, customer_id integer, ordered_on date, status text, total integer
);
CREATE TABLE stock (product_id integer PRIMARY KEY, quantity integer);
CREATE TABLE accounts (id integer PRIMARY KEY, balance integer);
"""
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$(?:\n+```text\n(.*?)^```$)?", re.DOTALL | re.MULTILINE)


def _read(path: Path) -> Deck:
    reading = check_deck(path.read_bytes(), path.name)
    assert reading.problems == ()
    assert reading.deck is not None
    return reading.deck


DECKS = {path.stem: _read(path) for path in sorted(QUESTIONS.glob("*.yaml"))}
ASKED = [
    pytest.param(question, id=f"{name}:{question.id}")
    for name, deck in DECKS.items()
    for question in deck.questions
]
each_deck = pytest.mark.parametrize("name", DECKS)
each_question = pytest.mark.parametrize("question", ASKED)


def test_every_promised_deck_is_there() -> None:
    assert sorted(DECKS) == sorted(COUNTS)


@each_deck
def test_a_deck_is_named_as_its_file_and_has_the_promised_number_of_questions(name: str) -> None:
    deck = DECKS[name]
    assert deck.id == name
    assert deck.tags
    assert len(deck.questions) == COUNTS[name]


@each_deck
def test_a_deck_is_written_as_drill_writes_it_and_leads_editors_to_the_schema(name: str) -> None:
    shipped = (QUESTIONS / f"{name}.yaml").read_text("utf-8").split("\n", 1)
    assert shipped[0] == "# yaml-language-server: $schema=../drill/deck.schema.json"
    assert shipped[1] == write_deck(DECKS[name]).split("\n", 1)[1]


@each_deck
def test_a_deck_has_its_multiple_choice_questions_and_moves_the_right_option(name: str) -> None:
    choices = [question for question in DECKS[name].questions if question.options]
    assert len(choices) >= CHOICES.get(name, 0)
    places = {[option.correct for option in choice.options].index(True) for choice in choices}
    assert len(choices) < 3 or len(places) > 1


@each_question
def test_a_question_is_finished(question: Question) -> None:
    assert question.answer
    assert question.hint
    assert 1 <= len(question.follow_ups) <= 3
    assert question.tags
    assert question.difficulty is not None
    assert question.time is not None
    assert 30 <= question.time <= 180
    assert not question.drafted
    first, *more = question.text.split("\n")
    assert not more or not more[0].strip(), "the first line is the title, so it must be whole"
    assert first


@each_question
def test_a_question_has_key_points_that_its_answer_makes_or_options(question: Question) -> None:
    assert question.answer is not None
    if question.options:
        assert 3 <= len(question.options) <= 5
        assert {option.correct for option in question.options} == {True, False}
        assert len({option.text for option in question.options}) == len(question.options)
        return
    assert 3 <= len(question.key_points) <= 7
    assert len([point for point in question.key_points if not point.bonus]) >= 3
    for point in question.key_points:
        assert len(point.text) <= 90, point.text
        assert nearest_sentence(point, question.answer), point.text


def _python(code: str, names: dict[str, object]) -> str:
    """What the code prints; a doctest that fails is an AssertionError."""
    printed = io.StringIO()
    if ">>>" in code:
        test = doctest.DocTestParser().get_doctest(code, names, "deck", None, 0)
        failed = doctest.DocTestRunner().run(test, out=printed.write).failed
        assert not failed, printed.getvalue()
        return ""
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "deck", "exec"), names)
    return printed.getvalue()


def _sql(code: str, database: sqlite3.Connection) -> str:
    """The rows that the statements give, one a line."""
    rows: list[tuple[object, ...]] = []
    statement = ""
    for line in code.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            rows += database.execute(statement).fetchall()
            statement = ""
    assert not statement.strip(), f"no semicolon ends it: {statement}"
    return "".join(f"{' | '.join(map(_shown, row))}\n" for row in rows)


def _shown(value: object) -> str:
    if value is None:
        return "NULL"
    return f"{value:g}" if isinstance(value, float) else str(value)


@each_question
def test_code_runs_and_prints_what_the_deck_says(question: Question) -> None:
    for text in (question.text, question.answer or "", question.notes or ""):
        names: dict[str, object] = {"__name__": "deck"}
        with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as database:
            database.executescript(TABLES)
            for language, code, output in _BLOCK.findall(text):
                if language not in ("python", "sql"):
                    continue
                printed = _python(code, names) if language == "python" else _sql(code, database)
                if output:
                    assert printed == output
                if question.options and text == question.text and printed:
                    correct = next(option.text for option in question.options if option.correct)
                    assert re.sub(r" \| |\n", ", ", printed.strip()) == correct.strip("`")
