"""The answers that a model is measured by."""

import pytest

from drill.model import Mark
from tests.bench.judging import marked_answers, weighted_kappa

SAID, PARTLY, MISSED = Mark.SAID, Mark.PARTLY, Mark.MISSED


def test_each_answer_has_a_mark_for_each_point_of_its_question() -> None:
    answers = list(marked_answers())
    assert len(answers) == 50
    for answer in answers:
        assert len(answer.marks) == len(answer.question.key_points), answer.question.id


def test_agreement_counts_a_step_half_of_two() -> None:
    assert weighted_kappa([(SAID, SAID), (MISSED, MISSED)]) == 1
    assert weighted_kappa([(SAID, MISSED), (MISSED, SAID)]) == -1
    near = [(SAID, SAID), (SAID, PARTLY), (MISSED, MISSED), (MISSED, MISSED)]
    assert weighted_kappa(near) == pytest.approx(0.75)
