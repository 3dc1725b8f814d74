from collections.abc import Sequence
from dataclasses import replace

import pytest

from drill.model import Attempt, SessionKind
from drill.reporting.next_steps import advice
from drill.reporting.report import Report, report
from tests.reporting.test_report import SESSION, SKIPPED, A, B, attempt, entry, of

MOCK = replace(SESSION, kind=SessionKind.MOCK)


def commands(told: Report) -> list[str]:
    return [step.command for step in advice(told)]


@pytest.mark.parametrize(
    ("attempts", "expected"),
    [
        ([], ["drill quiz", "drill mock", "drill stats"]),
        ([A], ["drill quiz", "drill mock", "drill stats"]),
        # What was just scored is neither due nor new: a quiz on it must ask for what is weak.
        ([A, B], ["drill quiz --tag layers --weak", "drill quiz --weak", "drill quiz"]),
        ([SKIPPED], ["drill quiz nets", "drill quiz", "drill mock"]),
        ([attempt("nets/b", None)], ["drill quiz --tag layers", "drill quiz", "drill mock"]),
        (
            [attempt("nets/a", 0.0, 95), B],
            ["drill show nets/a", "drill quiz --tag loss --weak", "drill quiz --weak"],
        ),
    ],
)
def test_the_advice_begins_with_what_helps_most(
    attempts: Sequence[Attempt], expected: list[str]
) -> None:
    assert commands(of(*attempts))[:3] == expected


def test_an_interview_that_ran_over_is_to_be_repeated_and_carried_along() -> None:
    assert commands(of(replace(A, overtime=12.0), session=MOCK)) == [
        "drill mock",
        "drill export session last -o report.html",
        "drill quiz",
        "drill stats",
    ]


def test_there_are_three_things_to_do_beside_the_export() -> None:
    assert commands(of(A, session=MOCK)) == [
        "drill export session last -o report.html",
        "drill quiz",
        "drill mock",
        "drill stats",
    ]


def test_a_tag_of_a_stranger_is_quoted_for_the_shell() -> None:
    entries = {"nets/a": entry("a", "a b; rm -rf ~")}
    told = report(SESSION, [attempt("nets/a", 0.0)], entries, {}, {})
    assert commands(told)[0] == "drill quiz --tag 'a b; rm -rf ~' --weak"


def test_a_key_of_a_stranger_is_quoted_for_the_shell() -> None:
    session = replace(SESSION, questions=("a; rm -rf ~",))
    told = report(session, [attempt("a; rm -rf ~", 0.0, 95)], {}, {}, {})
    assert commands(told)[0] == "drill show 'a; rm -rf ~'"
