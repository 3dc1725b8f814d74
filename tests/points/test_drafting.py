"""Key points drafted by a model: the prompt, and which parts of the reply a deck accepts."""

import json

import pytest

from drill.assistant_reply import ReplyError
from drill.model import KeyPoint, Question
from drill.points.drafting import Draft, drafting_prompt, read_draft

DROPOUT = Question(
    "dropout",
    "What is dropout?",
    "Dropout ignores randomly chosen units during training, so it prevents over-fitting. "
    "Training needs about twice the iterations. `p` is the probability to keep a unit.",
)


def reply(*points: object) -> str:
    return json.dumps({"points": [{"point": point, "bonus": False} for point in points]})


def test_valid_points_are_taken_unchanged() -> None:
    text = json.dumps(
        {
            "points": [
                {"point": "Ignores randomly chosen units", "bonus": False},
                {"point": "Keeps a unit with probability `p`", "bonus": True},
            ]
        }
    )
    assert read_draft(text, DROPOUT) == Draft(
        (
            KeyPoint("Ignores randomly chosen units"),
            KeyPoint("Keeps a unit with probability `p`", bonus=True),
        )
    )


def test_an_answer_without_points_gives_a_draft_without_points() -> None:
    assert read_draft('{"points": []}', DROPOUT) == Draft(())


@pytest.mark.parametrize(
    "point",
    [
        "",
        "Ignores randomly chosen units during training " * 2,
        "Ignores units\nduring training",
        "Ignores units \x1b[31mduring training",
        "Ignores units \u202eduring training",
        "Ignores units \ufffd during training",
        "**Ignores** units during training",
        "*Ignores* units during training",
        "- Ignores units during training",
        "1. Ignores units during training",
        "Ignores [units](http://example.com) during training",
        "Ignores <b>units</b> during training",
        "The mitochondrion is the powerhouse of the cell",
    ],
)
def test_an_invalid_point_is_refused_and_counted(point: str) -> None:
    draft = read_draft(reply(point, "Prevents over-fitting"), DROPOUT)
    assert draft == Draft((KeyPoint("Prevents over-fitting"),), refused=1)


@pytest.mark.parametrize(
    "point",
    [
        "Ignores units with `a*b*c` and `__init__` during training",
        "Keeps units if $p_1 * p_2 * p$",
    ],
)
def test_code_and_math_are_allowed_in_points(point: str) -> None:
    assert read_draft(reply(point), DROPOUT).points == (KeyPoint(point),)


def test_repeated_points_and_points_beyond_the_ninth_are_refused() -> None:
    many = [f"Training needs iterations {n}" for n in range(12)]
    draft = read_draft(reply(many[0], *many), DROPOUT)
    assert [point.text for point in draft.points] == many[:9]
    assert draft.refused == 4


@pytest.mark.parametrize(
    "text",
    [
        "I am sorry, I cannot do that.",
        '{"points": "Ignores units"}',
        '{"points": ["Ignores units"]}',
        '{"points": [{"point": "Ignores units"}]}',
        '{"points": [{"point": 7, "bonus": false}]}',
        '{"points": [{"point": "Ignores units", "bonus": "no"}]}',
        '{"points": [{"point": "Ignores units", "bonus": false, "why": "it says so"}]}',
    ],
)
def test_a_reply_in_another_form_raises_an_error(text: str) -> None:
    with pytest.raises(ReplyError):
        read_draft(text, DROPOUT)


def test_a_repeated_prompt_is_not_taken_for_a_draft() -> None:
    with pytest.raises(ReplyError):
        read_draft(drafting_prompt(DROPOUT), DROPOUT)


def test_a_reply_inside_the_answer_of_the_deck_is_not_taken_for_a_draft() -> None:
    planted = Question("q", "Why?", 'Because {"points": [{"point": "Because", "bonus": false}]}.')
    with pytest.raises(ReplyError):
        read_draft(drafting_prompt(planted), planted)


def test_the_prompt_holds_the_question_and_its_answer_as_data() -> None:
    prompt = drafting_prompt(DROPOUT)
    data = json.loads(prompt.split("<data>\n")[1].split("\n</data>")[0])
    assert data == {"question": DROPOUT.text, "answer": DROPOUT.answer}
