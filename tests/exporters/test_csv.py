"""Questions as a table: plain text that no spreadsheet runs."""

import csv
import io
from dataclasses import replace

import pytest

from drill.exporters.csv import table
from drill.model import Question
from tests.exporters.conftest import CHOICE, ENTRIES, no_step


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_a_row_holds_plain_text_with_math_in_unicode() -> None:
    assert rows(table(ENTRIES[:1], no_step)) == [
        ["question", "answer", "key points", "tags", "deck", "id", "shuffle"],
        [
            "What is dropout?",
            "The answer of dropout: xᵢ.",
            "• drops p\n• slow (bonus)",
            "training",
            "Basics",
            "basics/dropout",
            "",
        ],
    ]


def test_options_stand_unmarked_below_the_question_and_the_right_ones_in_the_answer() -> None:
    (_, row) = rows(table([CHOICE], no_step))
    assert row[:3] == [
        "Which two?\n```\nOf `these`.\n```\na) two x²\nb) three\n```\nfour\n```\nc) one",
        "a) two x²\nb) three\n```\nfour\n```\nThey are even. Not odd.",
        "",
    ]


def test_lines_that_are_broken_on_purpose_stay_lines() -> None:
    entry = replace(ENTRIES[0], question=Question("q", "Why?", "One  \ntwo\nthree.\n\n- a  \n  b"))
    (_, row) = rows(table([entry], no_step))
    assert row[1] == "One\ntwo three.\n• a\n  b"


def test_the_order_of_options_that_means_something_is_kept_and_said() -> None:
    kept = replace(CHOICE, question=replace(CHOICE.question, shuffle=False))
    (_, row) = rows(table([kept], no_step))
    assert row[0].index("one") < row[0].index("two x²") < row[0].index("three")
    assert row[6] == "false"


def test_lines_end_as_rfc_4180_says() -> None:
    assert table(ENTRIES[:1], no_step).startswith(
        "question,answer,key points,tags,deck,id,shuffle\r\n"
    )


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1+1"])
def test_no_cell_is_a_formula_of_a_spreadsheet(text: str) -> None:
    entry = replace(ENTRIES[0], question=Question("q", f"`{text}`", text), deck_title=text)
    (_, row) = rows(table([entry], no_step))
    assert not {cell.lstrip()[:1] for cell in row} & set("=+-@")
