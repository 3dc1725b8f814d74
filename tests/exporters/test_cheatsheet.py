"""Cheat sheets: what stands on them, in which order, and in which form."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import which

import pytest

from drill.errors import DrillError
from drill.exporters.cheatsheet.content import Depth, Order, Sheet
from drill.exporters.cheatsheet.html import html
from drill.exporters.cheatsheet.markdown import markdown
from drill.exporters.cheatsheet.pdf import Form, Paper, fitted, pdf
from drill.model import Entry, KeyPoint
from tests.exporters.conftest import ENTRIES, no_step, question

A4 = Form(Paper.A4, 2)
SheetOf = Callable[..., Sheet]


def titles(made: Sheet) -> dict[str, list[str]]:
    return {topic.name: [card.title for card in topic.cards] for topic in made.topics}


def test_questions_stand_by_topic_in_the_order_of_their_document(sheet_of: SheetOf) -> None:
    assert titles(sheet_of()) == {
        "Training": ["What is dropout?", "What is epochs?"],
        "Deep nets": ["What is resnet?", "Hostile </h3> # `t`"],
    }


def test_what_is_missed_comes_first_confident_misses_before_all(sheet_of: SheetOf) -> None:
    made = sheet_of(order=Order.WEAK)
    assert titles(made) == {
        "What you keep missing": ["What is resnet?", "What is epochs?"],
        "Training": ["What is dropout?"],
        "Deep nets": ["Hostile </h3> # `t`"],
    }
    points = made.topics[0].cards[1].points
    assert [(point.text, point.missed) for point in points] == [("a pass", False), ("many", True)]


def test_missed_shows_the_missed_points_and_nothing_else(sheet_of: SheetOf) -> None:
    made = sheet_of(order=Order.MISSED)
    assert [[point.text for point in card.points] for card in made.cards] == [["skips"], ["many"]]
    assert [(card.answer, card.notes) for card in made.cards] == [(None, None)] * 2


def test_without_history_nothing_is_marked(sheet_of: SheetOf) -> None:
    assert not sheet_of().marks_missed
    assert sheet_of(order=Order.WEAK).marks_missed


@pytest.mark.parametrize(
    ("depth", "carried"),
    [
        (Depth.POINTS, "points notes"),
        (Depth.FULL, "answer notes"),
        (Depth.TITLES, ""),
        (Depth.BLANK, "blanks"),
    ],
)
def test_a_depth_says_how_much_is_carried(sheet_of: SheetOf, depth: Depth, carried: str) -> None:
    card = sheet_of(depth).cards[1]
    parts = ("answer", "points", "notes", "blanks")
    assert [part for part in parts if getattr(card, part)] == carried.split()


def test_core_points_stand_before_bonus_points(sheet_of: SheetOf) -> None:
    points = (KeyPoint("extra", bonus=True), KeyPoint("core"))
    entry = replace(ENTRIES[0], question=question("q", *points))
    (card,) = sheet_of(entries=[entry]).cards
    assert [point.text for point in card.points] == ["core", "extra"]


def test_a_question_without_key_points_carries_its_answer(sheet_of: SheetOf) -> None:
    assert sheet_of().cards[3].answer is not None


def test_the_markdown_of_a_sheet(sheet_of: SheetOf) -> None:
    assert (
        markdown(sheet_of(order=Order.WEAK, entries=ENTRIES[:3]), no_step)
        == """\
# Basics

*2026-11-24 · basics*

- What you keep missing: 2 questions
- Training: 1 question

## What you keep missing

### What is resnet?

- *(missed)* skips

### What is epochs?

- a pass
- *(missed)* many

> **Note**
>
> See *there*.

## Training

### What is dropout?

- drops $p$
- *(bonus)* slow
"""
    )


def test_no_answer_breaks_out_of_its_place_in_the_markdown(sheet_of: SheetOf) -> None:
    text = markdown(sheet_of(Depth.FULL), no_step)
    outside = re.sub(r"(?ms)^(`{3,}).*?^\1$", "", text)
    headings = [line for line in outside.splitlines() if re.match("#{1,3} ", line)]
    assert headings == [
        "# Basics",
        "## Training",
        "### What is dropout?",
        "### What is epochs?",
        "## Deep nets",
        "### What is resnet?",
        "### Hostile \\</h3\\> # `t`",
    ]


def test_the_page_opens_each_answer_by_itself_and_folds_on_request(sheet_of: SheetOf) -> None:
    assert html(sheet_of(), no_step, folded=False).count("<details open>") == 4
    text = html(sheet_of(), no_step, folded=True)
    assert text.count("<details>") == text.count("</details>") == 4
    assert '<li class="bonus">slow <span class="tag">bonus</span></li>' in text


def test_a_sheet_of_titles_has_nothing_to_fold(sheet_of: SheetOf) -> None:
    assert "<details" not in html(sheet_of(Depth.TITLES), no_step, folded=True)


def test_each_question_is_a_step(sheet_of: SheetOf) -> None:
    steps: list[int] = []
    html(sheet_of(), lambda: steps.append(1), folded=False)
    markdown(sheet_of(), lambda: steps.append(1))
    assert len(steps) == 8


# --- PDF ------------------------------------------------------------------------------------------


def text_of(content: bytes) -> str:
    if which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True
    )
    return done.stdout.decode()


def test_hostile_text_is_printed_as_it_stands(sheet_of: SheetOf) -> None:
    text = text_of(pdf(sheet_of(Depth.FULL), A4, no_step).content)
    for shown in (
        '#panic("x")',
        "<script>alert(1)</script>",
        '#read("/etc/passwd")',
        "$\\frac{1}{$",
    ):
        assert shown in text
    assert "2026-11-24 · basics" in text
    assert "1/1" in text.replace(" ", "")


def test_the_same_sheet_gives_the_same_bytes(sheet_of: SheetOf) -> None:
    made = pdf(sheet_of(), A4, no_step)
    assert pdf(sheet_of(), A4, no_step) == made
    assert b"/CreationDate(D:19700101" in made.content


def test_no_type_is_smaller_than_seven_points(sheet_of: SheetOf) -> None:
    content = fitted(sheet_of(entries=[*many(28), *ENTRIES[:3]]), A4, 1, no_step).content
    text_of(content)  # skips where poppler is not installed
    listed = subprocess.run(
        ["pdftotext", "-bbox-layout", "-", "-"], input=content, capture_output=True, check=True
    )
    words = re.findall(rb'yMin="([\d.]+)"[^>]*yMax="([\d.]+)">[a-z]+</word>', listed.stdout)
    assert min(float(low) - float(high) for high, low in words) > 7.9  # a line of 7 pt has 8


def test_signs_that_typst_has_no_font_for_are_told(sheet_of: SheetOf) -> None:
    entry = replace(ENTRIES[0], question=question("中文 é 🎉 𝔼 ∑"))
    assert pdf(sheet_of(entries=[entry]), A4, no_step).borrowed == "中文🎉"


def test_papers_differ(sheet_of: SheetOf) -> None:
    sizes = [
        re.search(rb"/MediaBox ?\[([^]]*)\]", pdf(sheet_of(), Form(paper, 1), no_step).content)
        for paper in Paper
    ]
    assert [size and size[1] for size in sizes] == [b"0 0 595.2756 841.8898", b"0 0 612 792"]


def many(count: int) -> list[Entry]:
    points = [KeyPoint(f"point {number} " + "of some length " * 4) for number in range(4)]
    points.append(KeyPoint("a bonus " * 8, bonus=True))
    return [replace(ENTRIES[0], question=question(f"q{n}", *points)) for n in range(count)]


def test_a_sheet_that_is_short_fills_its_page_in_larger_type(sheet_of: SheetOf) -> None:
    made = fitted(sheet_of(), A4, 1, no_step)
    assert made.pages == 1
    assert "Left out" not in text_of(made.content)


def test_what_does_not_fit_goes_bonus_first_then_the_strongest_and_the_sheet_says_so(
    sheet_of: SheetOf,
) -> None:
    without_bonus = fitted(sheet_of(entries=many(28)), A4, 1, no_step)
    assert without_bonus.pages == 1
    assert "Left out to fit: 28 bonus points." in text_of(without_bonus.content)
    known = sheet_of(entries=[*many(40), ENTRIES[0]])
    titles_alone = text_of(fitted(known, Form(Paper.A4, 1), 1, no_step).content)
    assert "41 bonus points; all but the title of “What is dropout?”" in titles_alone


def test_what_fits_in_no_way_is_refused(sheet_of: SheetOf) -> None:
    long = [replace(ENTRIES[0], question=question("word " * 3_000))]
    with pytest.raises(DrillError, match="nothing fits on 1 page"):
        fitted(sheet_of(entries=long), A4, 1, no_step)


def test_every_formula_and_every_nesting_can_be_printed(sheet_of: SheetOf) -> None:
    table = (Path(__file__).parent.parent / "markdown" / "formulas.tsv").read_text("utf-8")
    formulas = [line.split("\t")[0] for line in table.splitlines()]
    nested = [r"\sqrt{%s}", r"\sqrt{a%s}", r"\left(a%s\right)", r"\begin{matrix}%s\end{matrix}"]
    deep = "".join(f"{'> - ' * 9}${_nested(tex, 28)}$ ${_nested(tex, 57)}$\n\n" for tex in nested)
    answer = deep + "".join(f"\n\n${tex}$\n\n$${tex}$$" for tex in formulas)
    entry = replace(ENTRIES[0], question=replace(ENTRIES[0].question, answer=answer))
    assert pdf(sheet_of(Depth.FULL, entries=[entry]), A4, no_step).pages >= 1


def _nested(tex: str, depth: int) -> str:
    return _nested(tex, depth - 1).join(tex.split("%s")) if depth else "x"
