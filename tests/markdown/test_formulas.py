"""Formulas: valid ones render right, invalid ones are refused, and none breaks the process."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.markdown.formulas import FormulaError, grid, mathml, one_line, parse

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "math"
LINES = dict(
    line.split("\t")
    for line in (ROOT / "tests" / "markdown" / "formulas.tsv").read_text("utf-8").splitlines()
)
MALFORMED = [
    r"\frac{1}{",
    r"\begin{bmatrix} 1 & 2",
    r"\unknowncmd{x} + y",
    "a_",
    "x^{2",
    r"\left( x",
    "}",
    r"\\",
    "",
    " ",
    r"\sqrt",
    "a__b",
    "\\text{naïve 中文 $x$}",
    r"\def\a{\a\a}\a",
    r"\href{javascript:alert(1)}{x}",
]


@pytest.mark.parametrize(("tex", "line"), LINES.items(), ids=LINES)
def test_a_formula_reads_right_on_one_line(tex: str, line: str) -> None:
    assert one_line(parse(tex)) == line


@pytest.mark.skipif(not SHARED.exists(), reason="the shared list of formulas is not here")
def test_the_table_holds_every_formula_of_the_shared_list() -> None:
    rows = (SHARED / "formulas.tsv").read_text("utf-8").splitlines()[1:]
    assert {row.split("\t")[2] for row in rows} <= LINES.keys()
    for tex in (SHARED / "malformed.txt").read_text("utf-8").splitlines():
        if tex != r"\frac12":  # which is whole: TeX takes one digit for each argument
            assert tex in MALFORMED


@pytest.mark.parametrize("tex", MALFORMED)
def test_what_is_no_formula_is_refused(tex: str) -> None:
    with pytest.raises(FormulaError):
        parse(tex)
    with pytest.raises(FormulaError):
        mathml(tex, display=False)


@pytest.mark.parametrize(
    ("tex", "lines"),
    [
        (
            r"\text{MSE} = \frac{1}{n}\sum_{i=1}^{n}\left(y_i - \hat{y}_i\right)^2",
            ["       1   n            ", "MSE = ───  ∑  (yᵢ − ŷᵢ)²", "       n  i=1           "],
        ),
        (
            r"\text{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}",
            [
                "                  zᵢ   ",
                "                 e     ",
                "softmax(z)ᵢ = ─────────",
                "                K   zⱼ ",
                "                ∑  e   ",
                "               j=1     ",
            ],
        ),
        (
            r"A = \begin{bmatrix} a_{11} & a_{12} \\ a_{21} & a_{22} \end{bmatrix}",
            ["    ⎡a₁₁  a₁₂⎤", "A = ⎣a₂₁  a₂₂⎦"],
        ),
        (
            r"f(x) = \begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}",
            ["       ⎧x  if x > 0 ", "f(x) = ⎩0  otherwise"],
        ),
        (
            r"\begin{aligned} a &= b + c \\ xyz &= d \end{aligned}",
            ["  a = b + c", "xyz = d    "],
        ),
        (r"\underbrace{a+b}_{n}", ["a + b", "╰─┬─╯", "  n  "]),
        (r"\left(\frac{a}{b}\right)^2", ["⎛ a ⎞²", "⎜───⎟ ", "⎝ b ⎠ "]),
        (r"\widehat{xyz}", [" ^ ", "xyz"]),
        (r"x_i^2", ["xᵢ²"]),
    ],
)
def test_a_displayed_formula_stands_in_two_dimensions(tex: str, lines: list[str]) -> None:
    assert grid(parse(tex)) == lines


@pytest.mark.parametrize(
    "tex",
    [
        "{" * 1900 + r"\frac{" * 20 + "x",
        r"\sqrt " * 600 + "x",
        r"\frac{" * 100 + "x" + "}{y}" * 100,
        "x" * 4001,
        r"\def\a{" + "x" * 3000 + "}" + r"\a" * 300,
    ],
    ids=["braces", "roots", "fractions", "length", "expansion"],
)
def test_a_formula_that_could_exhaust_the_machine_is_refused(tex: str) -> None:
    with pytest.raises(FormulaError):
        parse(tex)


@pytest.mark.parametrize(
    "nested",
    [
        "x^{%s}",
        r"\frac{%s}{y}",
        r"\sqrt{%s}",
        r"\overline{a%s}",
        r"\underbrace{%s}_{y}",
        "x_{%s}^2",
    ],
)
def test_a_deep_formula_is_laid_out_without_doing_its_parts_again_and_again(nested: str) -> None:
    tex = "x"
    for _ in range(18):
        tex = nested % tex
    node = parse(tex)
    assert one_line(node)
    assert grid(node)


def test_mathml_escapes_text_and_keeps_the_latex_for_copying() -> None:
    written = mathml(r"\text{<script>} < b", display=True)
    assert "<mtext>&lt;script&gt;</mtext>" in written
    assert 'encoding="application/x-tex">\\text{&lt;script&gt;} &lt; b</annotation>' in written
    assert written.startswith('<math display="block">')


PIECES = st.sampled_from(
    r"\frac { } _ ^ x 1 \sqrt \hat \left( \right) & \\ \begin{cases} \end{cases} \sum + - | ' 中 é "
    r"\text{if} \overline \begin{matrix} \end{matrix} \overset \underbrace \binom 2 \, \log".split()
)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_any_string_is_laid_out_in_lines_of_equal_width_or_refused(tex: str) -> None:
    try:
        node = parse(tex)
    except FormulaError:
        return
    assert "\n" not in one_line(node)
    lines = grid(node)
    assert lines
    if tex.isascii() and r"\hat" not in tex:
        assert len({len(line) for line in lines}) == 1
