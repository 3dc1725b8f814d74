"""Answers in the terminal: no raw Markdown, no control sequence of a deck, at any width."""

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

from drill.terminal.markdown import answer_view


def shown(text: str, width: int = 72, encoding: str = "utf-8", *, color: bool = False) -> str:
    raw = io.BytesIO()
    file = io.TextIOWrapper(raw, encoding=encoding, newline="\n")
    system = "truecolor" if color else None
    console = Console(file=file, width=width, force_terminal=True, color_system=system)  # type: ignore[arg-type]
    console.print(answer_view(text))
    file.flush()
    return raw.getvalue().decode(encoding)


def lines(text: str, width: int = 72, encoding: str = "utf-8") -> list[str]:
    return [line.rstrip() for line in shown(text, width, encoding).splitlines()]


def test_marks_of_markdown_do_not_show() -> None:
    assert lines("# Where\n\nA **bold** *word*, `code`, ~~gone~~.\n\n1. one\n2. two") == [
        "Where",
        "",
        "A bold word, code, gone.",
        "",
        " 1 one",
        " 2 two",
    ]


def test_no_empty_line_stands_above_a_list_at_the_top() -> None:
    assert lines("- one\n\ntwo") == [" • one", "", "two"]


def test_math_in_a_line_is_unicode() -> None:
    assert lines(r"dropped with $1-p$, kept with \(p\)") == ["dropped with 1 − p, kept with p"]


def test_displayed_math_stands_in_two_dimensions_where_it_fits() -> None:
    tex = r"$$\bar{x} = \frac{a + b + c}{n}$$"
    assert lines(tex) == ["       a + b + c", "  x̄ = ───────────", "           n"]
    assert lines(tex, width=20) == ["       a + b + c", "  x̄ = ───────────", "           n"]
    assert lines(tex, width=16) == ["  x̄ = (a + b +", "  c)/n"]


@pytest.mark.parametrize("tex", [r"\frac{1}{", "a_", r"\left( x", "}", r"\sqrt", "a__b", r"\\"])
def test_a_malformed_formula_is_shown_as_it_was_written(tex: str) -> None:
    assert lines(f"see ${tex}$ here") == [f"see ${tex}$ here"]
    assert lines(f"$$ {tex} $$") == [f"  $$ {tex} $$"]


def test_text_in_brackets_is_no_console_markup() -> None:
    assert lines("[bias], df[col], [/b] and [red]x[/red] :smile:") == [
        "[bias], df[col], [/b] and [red]x[/red] :smile:"
    ]


def test_links_show_where_they_lead_and_are_no_terminal_links() -> None:
    text = "[a **paper**](http://example.org/x) <http://example.org> ![A net](net.png)"
    assert lines(text, 100) == [
        "a paper (http://example.org/x) http://example.org [A net: net.png]"
    ]
    assert "\x1b]8" not in shown(text, color=True)
    assert lines("[x](javascript:alert(1))") == ["[x](javascript:alert(1))"]


def test_control_sequences_of_a_deck_do_not_reach_the_terminal() -> None:
    hostile = (
        "\x1b[31mred\x1b[0m \x1b]8;;http://x\x07link \x9b2J &#27;[2J \u202etxt\n\n```\n\x1b[2J\n```"
    )
    assert not re.search("[\x1b\x07\x9b\u202e]", shown(hostile))


@pytest.mark.parametrize(
    "fence", ["```python", "```no-such-language", "```", "~~~../../etc", "```[b]"]
)
def test_code_is_shown_whatever_its_language(fence: str) -> None:
    closing = fence[:3]
    assert lines(f"{fence}\nx[0] = '$a$'  # **no**\n{closing}") == ["  x[0] = '$a$'  # **no**"]


def test_no_background_is_set_and_no_bright_colour() -> None:
    text = "# H\n\n`code` **b** $x$\n\n```python\ndef f(): return 1  # c\n```\n\n> q\n\n- i\n\n"
    text += "| a |\n|---|\n| b |"
    codes = {
        code
        for group in re.findall(r"\x1b\[([\d;]*)m", shown(text, color=True))
        for code in group.split(";")
    }
    assert codes <= {"0", "1", "2", "3", "4", "32", "35", "36"}


def test_a_console_without_utf_8_gets_latex_and_ascii() -> None:
    text = "“Kept” with $\\frac{1}{n}$ – é 中\n\n- item\n\n> quote\n\n---\n\n$$\\sum_i x$$\n\n"
    text += "| a |\n|---|\n| b |"
    assert lines(text, 40, "ascii")[:9] == [
        '"Kept" with $\\frac{1}{n}$ - ? ?',
        "",
        " * item",
        "",
        "| quote",
        "",
        "-" * 40,
        "  $$\\sum_i x$$",
        "",
    ]
    assert lines("é", encoding="latin-1") == ["é"]


def test_a_table_fits_forty_columns() -> None:
    row = "| a rather long cell of text | and another one that is long | $x^2$ |"
    table = f"{row}\n|---|---|---|\n{row}"
    assert max(map(len, lines(table, 40))) <= 40


SNIPPETS = st.sampled_from(
    "# h\n;- a\n;  - b\n;> ;1. x\n;999999999. y\n;```\n;~~~py\n;| a | b |\n;|---|--:|\n;$x$ ;$$;"
    "\\[x=1\\]\n;**;_;`;[a](b);![;](x);\n;\n\n;    ;---\n;中文;é;<br>;\\;&#27;x;long word ;\t;"
    "$\\frac{a}{b}$;longlonglonglonglonglonglonglonglonglonglong".split(";")
)


@pytest.mark.slow
@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.lists(SNIPPETS, max_size=25).map("".join), st.sampled_from([1, 7, 40, 100]))
def test_any_text_is_shown_at_any_width(text: str, width: int) -> None:
    assert "\x1b]" not in shown(text, width)
    shown(text, width, "ascii")


def test_what_is_nested_too_deeply_to_be_laid_out_is_shown_as_it_stands() -> None:
    assert shown("> " * 20 + "deep", 80).count(">") == 0
    assert "deep" in shown("> " * 60 + "deep", 40)
    assert "deep" in shown("- " * 60 + "deep", 40)
