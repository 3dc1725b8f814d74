"""A session as Markdown, read again by a Markdown parser."""

import pytest
from markdown_it import MarkdownIt

from drill.exporters.markdown import verbatim
from drill.exporters.session.markdown import markdown
from tests.exporters.session.samples import EMPTY, REPORT, TYPED

READER = MarkdownIt("gfm-like", {"linkify": False})


@pytest.fixture
def text() -> str:
    return markdown(REPORT)


def test_it_begins_with_the_headline_and_what_to_do_next(text: str) -> None:
    assert text.startswith(
        "# Mock interview of 2026-11-24 09:00\n\n*Nets · 5 questions in 5 min, stopped early*\n\n"
        "- coverage: **25 %** (of 3 asked, skipped ones as 0)\n"
    )
    assert "\n- `drill show nets/hostile`: you were sure of one question and missed it\n" in text


def test_time_stands_against_its_budget_in_the_order_of_answering(text: str) -> None:
    table = text.partition("## Time\n\n")[2].partition("\n\n")[0]
    assert table.split("\n")[2:] == [
        "| 1. What is **dropout**? | ████ | 00:30 | 01:00 |  |",
        '| 2. Hostile \\</h3\\> # `t` #panic("x") | ████████▒▒ | 01:20 | 01:00 | 20 s |',
        "| 3. Only a question? (skipped) | █ | 00:05 | 01:00 |  |",
    ]


def test_a_mark_is_a_sign_and_a_word(text: str) -> None:
    assert "\n- ● **said**: drops units\n- ◐ **partly**: with $p$\n" in text
    assert "\n- ○ **missed**: slow *(bonus)*\n" in text
    assert "\n- open\n" in text


def test_missing_parts_are_named(text: str) -> None:
    assert "### 3. Only a question?\n\n*skipped · 00:05 of 01:00*\n\n**Your answer**\n\n" in text
    gone = text.split("### 5. gone/question\n\n")[1]
    assert gone == (
        "*not answered*\n\n**Your answer**\n\n*Not answered.*\n\n"
        "**Model answer**\n\n*Its deck is gone.*\n"
    )


def test_deck_text_cannot_break_the_markdown(text: str) -> None:
    tokens = READER.parse(text)
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inline)}
    assert not kinds & {"html_block", "html_inline", "image"}
    assert "\x1b" not in text
    headings = [
        tokens[i + 1].content for i, token in enumerate(tokens) if token.tag in {"h1", "h2"}
    ][::2]
    assert headings == [
        "Mock interview of 2026-11-24 09:00",
        *("Questions", "What to do next", "Time", "Coverage", "How sure you were", "Delivery"),
        "Question by question",
    ]


def test_typed_words_are_shown_as_they_were_typed() -> None:
    html = READER.render(verbatim(TYPED))
    assert html == (
        "<p>It drops &lt;script&gt;alert(4)&lt;/script&gt; **units** with $p$ [31m<br />\n"
        "\u00a0\u00a0\u00a0\u00a0and #panic(&quot;typed&quot;), [link](http://example.org)</p>\n"
        "<p># no heading<br />\n- no list | no cell</p>\n"
    )


def test_an_interview_without_answers_is_whole() -> None:
    text = markdown(EMPTY)
    assert "## Time" not in text
    assert "## Coverage" not in text
    assert text.count("*Not answered.*") == 5


def test_coverage_is_a_table_under_its_title() -> None:
    assert "| beside those before | | coverage | |\n" in markdown(REPORT)
