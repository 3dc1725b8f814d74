"""Multiple choice in the report of a session: yours against the right ones, in every form."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from drill.exporters.session.html import html
from drill.exporters.session.json import to_json
from drill.exporters.session.markdown import markdown
from drill.exporters.session.pdf import _question, pdf
from drill.model import OfferedOption, Option, Question, Rating, SessionStatus
from drill.reporting.report import Report, report
from tests.exporters.session.samples import SESSION, attempt, entry
from tests.exporters.session.test_pdf import printed

ONE = entry(
    "one",
    Question(
        "",
        "What's the output?\n\n```\nf(1)\n```",
        "It is *doubled*.",
        options=(Option("`1`"), Option("`2`", correct=True), Option("A\n\n    trace")),
    ),
)
TWO = entry(
    "two",
    Question(
        "",
        "What's the output?\n\n```\nf(2)\n```",
        "It is doubled too.",
        hint="Double.",
        notes="Twice.",
        options=(Option("`4`", correct=True), Option("`2`")),
    ),
)
UNKEYED = entry("open", Question("", "Which?", options=(Option("this"), Option("that"))))
ATTEMPTS = [
    replace(
        attempt("one", 0, 9.0, 0.0, Rating.AGAIN),
        choices=(
            OfferedOption("`1`", correct=False, chosen=True),
            OfferedOption("`2`", correct=True, chosen=False),
            OfferedOption("A\n\n    trace", correct=False, chosen=False),
        ),
    ),
    replace(
        attempt("open", 1, 9.0, 0.75, Rating.GOOD),
        choices=(
            OfferedOption("this", correct=False, chosen=True),
            OfferedOption("that", correct=False, chosen=False),
        ),
    ),
]


def reported(status: SessionStatus = SessionStatus.FINISHED) -> Report:
    entries = {each.key: each for each in (ONE, TWO, UNKEYED)}
    session = replace(SESSION, status=status, questions=tuple(entries), budgets=(60.0,) * 3)
    return report(session, ATTEMPTS, entries, {}, {})


def test_markdown_sets_yours_against_the_right_one() -> None:
    text = markdown(reported())
    assert "### 1. What's the output? `f(1)`\n" in text
    assert "### 2. What's the output? `f(2)`\n" in text
    assert (
        "**Options**\n\n- ● ✗ **yours**: `1`\n- ○ ✓ **right**: `2`\n- ○ A\n\n  ```\n  trace\n"
        in text
    )
    assert "- ● **yours**: this\n- ○ that\n" in text
    assert "Nothing was written down" not in text


def test_html_has_signs_and_words_beside_the_colours() -> None:
    text = html(reported())
    assert (
        '<li class="missed"><span class="sign">● ✗ <small>yours</small></span>'
        "<div><p><code>1</code></p>\n</div></li>" in text
    )
    assert '<li class="partly"><span class="sign">○ ✓ <small>right</small>' in text


def test_pdf_gives_its_template_the_signs_and_the_colours() -> None:
    options = json.loads(json.dumps(_question(reported().items[0])))["options"]
    assert [(option["sign"], option["mark"]) for option in options] == [
        ("● ✗", "missed"),
        ("○ ✓", "partly"),
        ("○", ""),
    ]


def test_pdf_prints_them_too(tmp_path: Path) -> None:
    pytest.importorskip("typst")
    text = printed(pdf(reported()).content, tmp_path)
    assert "○ ✓ right" in text
    assert "● ✗ yours" in text


def test_json_has_the_choices_of_the_history_and_the_options_of_the_deck() -> None:
    document = json.loads(to_json(reported(), {}, []))
    assert document["questions"][0]["options"][1] == {"text": "`2`", "correct": True}


@pytest.mark.parametrize("form", [markdown, html, lambda each: to_json(each, {}, [])])
def test_a_resumable_interview_reveals_no_unscored_answer(
    form: "object",
) -> None:
    assert callable(form)
    text = form(reported(SessionStatus.RUNNING))
    for secret in ("doubled too", "Double.", "Twice.", "✓ **right**: `4`", '"correct": true,'):
        assert secret not in text
    assert "doubled" in text  # of what was scored
    shown = html(reported(SessionStatus.RUNNING))
    assert "It is shown when the interview is over." in shown
    assert shown.count("✓") == 1
