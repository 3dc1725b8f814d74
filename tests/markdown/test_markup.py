"""Markdown with math: what is math, what is a price, and that nothing written is lost."""

import pytest

from drill.markdown import markup


def math_in(text: str) -> list[str]:
    return [token.content for token in markup.walk(markup.parse(text)) if token.type in markup.MATH]


@pytest.mark.parametrize(
    ("text", "math"),
    [
        ("$x$ in a paragraph that ends in 5", ["x"]),
        ("Kept with  $p$ , dropped with  $1-p$", ["p", "1-p"]),
        ("$10; code `$x$`", []),
        ("$a; code `$x$`", []),
        ("costs $5 and $10, and $x$ is math", ["x"]),
        ("from $5-$10 or 5$ to 10$", []),
        (r"the 3$\sigma$ rule", [r"\sigma"]),
        (r"\$5, $a\$b$", [r"a\$b"]),
        ("`$x$` and ``$y$``", []),
        ("    $code$", []),
        ("a $$J = p$$ b", ["J = p"]),
        ("$$\na = b\n$$", ["\na = b\n"]),
        ("$$ unclosed\n\nand a paragraph $$", []),
        (r"let \(x^2\) and \[y = 1\] be", ["x^2", "y = 1"]),
        ("\\[\na\n- b\n= c\n\\]\n\ntext", ["\na\n- b\n= c\n"]),
        ("> \\[\n> x_1\n> \\]", ["\nx_1\n"]),
        ("- item\n\n  \\[\n  x = 1\n  \\]\n- next", ["\nx = 1\n"]),
        (r"\[1\] Smith, \(see below\), \(2\)", []),
        ("[link](http://example.org/$a$b)", []),
    ],
)
def test_math_is_distinguished_from_prices_code_and_escaped_brackets(
    text: str, math: list[str]
) -> None:
    assert math_in(text) == math


@pytest.mark.parametrize(
    "text",
    [
        "set by PATH=$PATH:$HOME/bin and read as ${PATH}:${HOME}",
        "echo $A$B and ${HOME}/$USER, then `${a}` and ${a}${b}",
        'Kotlin "$name$suffix", Bash "$name" or "$other"',
        "in PHP $this->db->$name; in Perl @$ref and %$ref",
        "echo $HOME/$USER; regex ^a$ or b$",
        'in make $(file "$name"); in /proc/$pid/fd/$n',
        "Vue has $attrs和$listeners, and $API_KEY_$DB_URL",
        "`$?` is the last status, $$ the process, $! the last job; $1, $_ and $@",
        "in Mongo {$set: {a: 1}, $inc: {n: 1}}, in jQuery $.ajax and $('#a')",
    ],
)
def test_variables_of_shells_and_templates_are_no_formulas(text: str) -> None:
    assert math_in(text) == []


@pytest.mark.parametrize(
    "formula",
    [
        "x", "n", "AUC", "x_i", "[0, 1)", "(0, 1]", "f'", "y^+", "y^-", "{n}^2", "-1", "p(x, y)",
        r"\{x : x > 0\}", r"50\%", "T > 1", "a/b", "<", "x, y,", "P(A|B)", "O(n \\log n)", "k!",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "around", ["{}", "the {}s of it", "({}).", "{}-means", "in {}, or", "第{}个"]
)
def test_formulas_stay_formulas_among_words(formula: str, around: str) -> None:
    assert math_in(around.format(f"${formula}$")) == [formula]


def test_dollars_in_doubt_are_those_refused_and_words_taken_for_formulas() -> None:
    text = "PATH=$PATH:$HOME and $ID$ but not $x$, $5 and $10, `$a:$b` or $\\alpha$"
    assert markup.doubtful_dollars(text) == ["$PATH:$", "$ID$"]


def test_text_after_a_displayed_formula_stays() -> None:
    assert markup.plain(r"\[x = 1\] and \[1\] Smith") == "x = 1 and [1] Smith"


def test_raw_html_is_text() -> None:
    (_, inline, _) = markup.parse("a <script>alert(1)</script>")
    assert [token.type for token in inline.children or ()] == ["text"]


def test_no_control_or_direction_character_comes_in_by_an_entity() -> None:
    text = "\x1b[31mred &#27;[0m &#x202e;txt ![&#x202e;](a) `\x9b1m`"
    contents = "".join(token.content for token in markup.walk(markup.parse(text)))
    assert not set(contents) & set("\x1b\x9b\u202e")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("What is **dropout** with $p=\\frac12$?", "What is dropout with p = ½?"),
        ("# not a heading", "# not a heading"),
        ("`df[col]` and [a link](http://example.org)", "df[col] and a link"),
        ("![a net](net.png) on\ntwo lines", "a net on two lines"),
        ("broken $\\frac{1}{$ here", "broken $\\frac{1}{$ here"),
        ("&#x202e;a\x1b[2J &#27;", "a[2J \ufffd"),
        (r"broken \(a_\) here", r"broken \(a_\) here"),
    ],
)
def test_a_title_is_one_plain_line(title: str, shown: str) -> None:
    assert markup.plain(title) == shown
