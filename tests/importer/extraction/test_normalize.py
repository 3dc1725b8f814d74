"""Markdown is made normalized, and code is left alone."""

import pytest

from drill.importer.extraction.normalize import continues, normalized, targets

LINKS = {"1": "https://example.org/one", "BAR BAZ": "two.md"}


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("<b>bold</b> and <i>slanted</i> and <code>x</code>", "**bold** and *slanted* and `x`"),
        ('<a href="x.md">link</a> <img src="a.png" alt="A">', "[link](x.md) ![A](a.png)"),
        ("<p>one</p>\n<p>two</p>", "one\n\ntwo"),
        ("<ul><li>one</li><li>two</li></ul>", "- one\n- two"),
        ("<ol>\n<li>one</li>\n<li>two</li>\n</ol>", "1. one\n2. two"),
        ('<pre><code class="language-js">a &lt; b\n</code></pre>', "```js\na < b\n```"),
        (
            "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
            "| a | b |\n| --- | --- |\n| 1 | 2 |",
        ),
        ("<details>\n<summary>Show answer</summary>\n\nYes.\n\n</details>", "Yes."),
        ("<details><summary>An example</summary>\n\nYes.\n</details>", "**An example**\n\nYes."),
        ("<!-- hidden -->shown", "shown"),
        ("a < b, List<String> and `<b>` stay", "a < b, List<String> and `<b>` stay"),
        (r"\(x^2\) and \[a = b\]", "$x^2$ and $$a = b$$"),
        (r"\\(x_1\\) is double escaped", "$x_1$ is double escaped"),
        (r"\[not math\] and `\(x\)`", r"\[not math\] and `\(x\)`"),
        ("```math\nx^2\n```", "$$\nx^2\n$$"),
        ("$`a+b`$", "$a+b$"),
        (
            "see [one][1], [bar baz], [none]",
            "see [one](https://example.org/one), [bar baz](two.md), [none]",
        ),
        ("one\n\n\n\ntwo   \n", "one\n\ntwo"),
    ],
)
def test_equivalent_markup_is_normalised_to_one_form(text: str, made: str) -> None:
    assert normalized(text, LINKS) == made


@pytest.mark.parametrize(
    "code", ["```html\n<b>x</b> \\(y\\) [a][1]\n\n\n\n```", "~~~\n<p>\n~~~", "`` <b>`x`</b> ``"]
)
def test_code_is_unchanged(code: str) -> None:
    assert normalized(f"before\n\n{code}\n\nafter", LINKS) == f"before\n\n{code}\n\nafter"


def test_only_relative_targets_outside_code_count_as_files() -> None:
    text = "![a](img/a.png) [b](https://b.example) [c](#c) [d](d.md#part) `[e](e.md)` [f](mailto:f)"
    assert list(targets(text)) == ["img/a.png", "d.md"]


def test_a_paragraph_continues_across_a_page_break() -> None:
    before = "and thus have a considerable effect on the performance of the"
    assert continues(before, "difference between the actual values")
    assert not continues(before + ".", "difference between the actual values")
    assert not continues(before, "Difference between the actual values")
    assert not continues("too short", "to be a line of a page")
