"""Deck text as Markdown: what was text stays text, and nothing breaks out of its block."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.exporters.html import blocks as html_blocks
from drill.exporters.markdown import blocks, inline
from drill.markdown import markup
from tests.exporters.conftest import HOSTILE


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# A\n\n## B", "#### A\n\n##### B"),
        ("- a\n- b\n  1. c\n  2. d", "- a\n- b\n  1. c\n  2. d"),
        ("- a\n\n  b\n- c", "- a\n\n  b\n- c"),
        ("> q\n>\n> - z", "> q\n>\n> - z"),
        ("````py x\n```\n````", "````py\n```\n````"),
        ("    code", "```\ncode\n```"),
        ("```", "```\n```"),
        ("| a | b |\n|--|--|\n| `x\\|y` | $p$ |", "| a | b |\n| --- | --- |\n| `x\\|y` | $p$ |"),
        ("$$\nx <y\n$$", "$$x < y$$"),
        ("**b** *e* ~~s~~ `c` [l](http://e.org)", "**b** *e* ~~s~~ `c` [l](<http://e.org>)"),
        ("![pic](http://e.org/a.png)", "[pic](<http://e.org/a.png>)"),
        ("a\\\nb", "a\\\nb"),
        ("5$ and snake_case", "5\\$ and snake_case"),
        ("\\# a", "\\# a"),
        ("</details> &lt;b> &amp;amp;", "\\</details\\> \\<b\\> \\&amp;"),
        ("a\n1\\. b", "a 1. b"),
        ("7\\. b", "7\\. b"),
    ],
)
def test_blocks_are_written_anew(text: str, written: str) -> None:
    assert blocks(text) == written


def test_a_title_or_key_point_starts_no_block() -> None:
    assert inline("# a\n- b | c </details> ```") == "\\# a - b \\| c \\</details\\> \\`\\`\\`"
    assert inline("- a") == "\\- a"


def test_no_html_tag_stands_outside_of_code() -> None:
    outside = re.sub(r"(?ms)^(`{3,}).*?^\1$", "", blocks(HOSTILE))
    assert not re.search(r"(?<!\\)</?[a-z]+[ >/]", re.sub(r"\(<[^>]*>\)", "", outside))


WORDS = st.text(st.sampled_from("ab #*_`[]()<>!|$\\-+=~&;1.>\n"), max_size=24)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(WORDS)
def test_what_is_written_reads_as_the_same_page(text: str) -> None:
    """Not where marks of emphasis touch or lists follow each other: Markdown cannot say that."""
    kinds = [token.type for token in markup.walk(markup.parse(text))]
    if {"em_open", "strong_open"} & set(kinds) or kinds.count("bullet_list_open") > 1:
        return
    if kinds.count("ordered_list_open") > 1 or "list_item_open" in kinds:
        return

    def rendered(source: str) -> str:
        html = re.sub(
            r'<code class="tex">(.*?)</code>', r"\1", html_blocks(source), flags=re.DOTALL
        )
        return re.sub(r"\s+", " ", re.sub(r"(?<=h)[4-6]|(?<=<br>)\n", "", html)).strip()

    assert rendered(blocks(text)) == rendered(text)
