"""Cheat sheets as HTML and as Markdown."""

import re
from collections.abc import Callable
from dataclasses import replace

from drill.exporters.cheatsheet.content import Depth, Sheet
from drill.exporters.cheatsheet.html import html
from drill.exporters.cheatsheet.markdown import markdown
from drill.model import Question
from tests.exporters.conftest import CHOICE, ENTRIES, KNOWN, no_step

SheetOf = Callable[..., Sheet]


def test_the_page_opens_each_answer_by_itself_and_folds_on_request(sheet_of: SheetOf) -> None:
    assert html(sheet_of(), no_step, folded=False).count("<details open>") == 4
    text = html(sheet_of(), no_step, folded=True)
    assert text.count("<details>") == text.count("</details>") == 4
    assert 'slow <span class="tag">bonus</span>' in text


def test_a_folded_page_has_a_box_for_each_point_and_nothing_that_runs(sheet_of: SheetOf) -> None:
    text = html(sheet_of(entries=ENTRIES[:3]), no_step, folded=True)
    assert text.count('<input type="checkbox">') == 5
    assert 'class="score"' in text
    assert "<script" not in text
    assert "default-src 'none'" in text
    assert "checkbox" not in html(sheet_of(), no_step, folded=False)


def test_a_fold_shows_the_whole_prompt_with_its_code_and_options(sheet_of: SheetOf) -> None:
    code = replace(ENTRIES[0], question=Question("q", "What's the output?\n\n```\nf()\n```", "1"))
    text = html(sheet_of(entries=[code, CHOICE]), no_step, folded=True)
    prompts = re.findall("<summary>(.*?)</summary>", text, re.DOTALL)
    (first,) = [prompt for prompt in prompts if "output" in prompt]
    (second,) = [prompt for prompt in prompts if "Which two" in prompt]
    assert "<pre><code>f()\n</code></pre>" in first
    assert second.count("<li>") == 3
    assert "right" not in second
    assert text.count('class="fresh right"') == 2


def test_of_a_multiple_choice_the_right_options_have_boxes_and_the_reasons_none(
    sheet_of: SheetOf,
) -> None:
    text = html(sheet_of(entries=[CHOICE]), no_step, folded=True)
    assert text.count('<input type="checkbox">') == 2
    assert '<li class="fresh">They are even.</li>' in text


def test_a_sheet_of_titles_has_nothing_to_fold(sheet_of: SheetOf) -> None:
    assert "<details" not in html(sheet_of(Depth.TITLES), no_step, folded=True)


def test_the_page_and_each_foreign_card_have_their_language_and_direction(
    sheet_of: SheetOf,
) -> None:
    arabic = replace(ENTRIES[0], deck="arabic", lang="ar")
    text = html(sheet_of(entries=[*ENTRIES[:2], arabic]), no_step, folded=False)
    assert '<html lang="en">' in text
    assert '<article lang="ar" dir="rtl">' in text
    assert '<html lang="ar" dir="rtl">' in html(sheet_of(entries=[arabic]), no_step, folded=False)


def test_each_question_is_a_step(sheet_of: SheetOf) -> None:
    steps: list[int] = []
    html(sheet_of(), lambda: steps.append(1), folded=False)
    markdown(sheet_of(), lambda: steps.append(1))
    assert len(steps) == 8


def test_the_markdown_of_a_sheet(sheet_of: SheetOf) -> None:
    assert (
        markdown(sheet_of(entries=ENTRIES[:3], known=KNOWN), no_step)
        == """\
# Basics

*2026-11-24 · basics*

- What you missed: 2 questions
- Training: 1 question

## What you missed

### What is epochs?

- a pass
- *(missed 2 of 2)* many

### What is resnet?

- *(missed)* skips

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
