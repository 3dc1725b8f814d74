"""How a PDF sets the points of a card: their terms, in a paragraph, beside each other."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from drill.exporters.cheatsheet.content import Depth, Sheet
from drill.exporters.cheatsheet.paper import Form
from drill.exporters.cheatsheet.pdf import fitted, pdf
from drill.model import KeyPoint, Question
from tests.exporters.boxes import gray, needs_poppler, pages, text_of
from tests.exporters.cheatsheet.test_layout import asked
from tests.exporters.conftest import no_step, question

pytestmark = [pytest.mark.slow, needs_poppler]
SheetOf = Callable[..., Sheet]
MARGIN, GUTTER = 26.0, 14.0
SAME_SIZE = Form(largest=9)
TERMS = [("Recall:", "found"), ("F:", "both"), ("Precision:", "right")]


def lefts_of(content: bytes, *words: str) -> list[int]:
    return [round(word.left) for word in pages(content).words if word.text in words]


def test_points_that_explain_terms_stand_in_two_columns(sheet_of: SheetOf) -> None:
    points = [KeyPoint(f"{term} {said}") for term, said in TERMS]
    made = pdf(sheet_of(entries=asked(question("q", *points))), SAME_SIZE, no_step, numbered=False)
    assert len(set(lefts_of(made.pdf.content, *(said for _, said in TERMS)))) == 1
    assert len(set(lefts_of(made.pdf.content, *(term for term, _ in TERMS)))) == 1


def test_terms_stand_in_their_lines_where_columns_would_take_more_of_them(
    sheet_of: SheetOf,
) -> None:
    points = [KeyPoint(f"{term} {'word ' * 11}{said}") for term, said in TERMS]
    made = pdf(sheet_of(entries=asked(question("q", *points))), SAME_SIZE, no_step, numbered=False)
    firsts = [
        round(after.left)
        for before, after in zip(
            pages(made.pdf.content).words, pages(made.pdf.content).words[1:], strict=False
        )
        if before.text in {"Recall:", "F:", "Precision:"}
    ]
    assert len(set(firsts)) == 3


def test_where_space_is_short_a_few_short_points_run_in_with_their_title(
    sheet_of: SheetOf,
) -> None:
    points = [KeyPoint(f"point {at}") for at in range(3)]
    entries = asked(*(question(f"q{n}", *points) for n in range(150)))
    made = fitted(sheet_of(entries=entries), SAME_SIZE, 1, no_step, numbered=False)
    lines = [" ".join(line.split()) for line in text_of(made.pdf.content).split("\n")]
    assert made.carried < 150
    assert any("What is q0? point 0 • point 1 • point 2" in line for line in lines)


def test_full_width_punctuation_at_the_end_of_a_line_leaves_no_ink_in_the_gutter(
    sheet_of: SheetOf,
) -> None:
    # Typst hangs the empty half of such a sign over the edge: its box, which poppler reads, is no
    # evidence of ink.
    asks = [Question(f"q{at}", f"{'i' * (at // 2)}{'过拟合的模型' * 4}吗？") for at in range(40)]
    entries = [replace(entry, lang="zh") for entry in asked(*asks)]
    made = pdf(sheet_of(Depth.TITLES, entries=entries), SAME_SIZE, no_step, numbered=True)
    found = pages(made.pdf.content)
    column = (found.width - 2 * MARGIN - GUTTER) / 2
    rows = gray(made.pdf.content, 1)[70:-40]
    for left in (MARGIN, MARGIN + column + GUTTER):
        edge = round(left + column) + 1
        assert min(min(row[round(left) : edge]) for row in rows) < 100
        assert min(min(row[edge : edge + 8]) for row in rows) == 255


def test_a_line_of_code_runs_in_whole_with_its_title(sheet_of: SheetOf) -> None:
    ask = Question("q", "How do you find large files?", "```\nfind / -size +20M\n```")
    made = pdf(sheet_of(entries=asked(ask)), SAME_SIZE, no_step, numbered=False)
    lines = [" ".join(line.split()) for line in text_of(made.pdf.content).split("\n")]
    assert "How do you find large files? find / -size +20M" in lines
