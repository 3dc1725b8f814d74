"""What rewrites lines before they are parsed keeps their number, whatever they say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.importer.source.dialects import plain
from drill.importer.source.document import front_matter_lines
from drill.importer.source.fences import without_inner_fences
from drill.importer.source.margins import without_margin, without_text_fences, without_wrapper
from drill.importer.source.page_furniture import without_furniture
from drill.importer.source.pandoc_tables import with_tables_as_code
from drill.importer.source.reveals import is_reveal

PIECES = [
    "", "a", "> [!question] Why?", "> [!tip]- Answer", "> text", ":::details Why?", ":::",
    '??? q "a"', "    inside", '{{< details title="x" >}}', "{{< /details >}}", "<Answer>", "Term",
    ": text", "  more", "#flashcards/net", "id:: 1", "## 1. What?", "```", "```py", "   ```", "~~~",
    "Page 1", "Page 2", "Page 3", "12", "  ----------", "  ---- ----", "a::b", "?", "{% x %}",
    "    1. a?", "== a ==",
]  # fmt: skip

LINES = st.lists(st.sampled_from(PIECES) | st.text("ab >#:-`{}<?\t", max_size=12), max_size=40)


@pytest.mark.slow
@settings(max_examples=200, derandomize=True, deadline=None)
@given(LINES)
def test_no_rewrite_changes_the_number_of_lines(lines: list[str]) -> None:
    assert len(plain(lines, 0).lines) == len(lines)
    assert len(without_furniture(lines)) == len(lines)
    assert len(without_margin(lines)) == len(lines)
    assert len(without_wrapper(lines)) == len(lines)
    assert len(without_text_fences(lines)) == len(lines)
    assert len(without_inner_fences(lines)) == len(lines)
    assert len(with_tables_as_code(lines)) == len(lines)


def test_dialects_are_ignored_inside_fences() -> None:
    lines = ["```", ":::tip", "> [!question] Why?", "id:: 1", "<Answer>", "```"]
    assert plain(lines, 0).lines == lines


@pytest.mark.parametrize(
    ("lines", "bare"),
    [
        (["```markdown", "# a", "```", ""], ["", "# a", "", ""]),
        (["````md", "```py", "a", "```", "````"], ["", "```py", "a", "```", ""]),
        (["```md", "```py", "a", "```", "b", "```"], ["", "```py", "a", "```", "b", ""]),
        (["```md", "a", "```", "b", "```py", "c", "```"], None),
        (["```py", "a", "```"], None),
        (["```md", "a"], None),
    ],
)
def test_a_fence_of_markdown_around_the_whole_document_is_removed(
    lines: list[str], bare: list[str] | None
) -> None:
    assert without_wrapper(lines) == (bare or lines)


FENCED = ["# Quiz", "", "```", "Q1. DNS maps", "a name", "```", "~~~text", "Why?", "How?", "~~~"]


@pytest.mark.parametrize(
    ("lines", "bare"),
    [
        (FENCED, ["# Quiz", "", "", "Q1. DNS maps", "a name", "", "", "Why?", "How?", ""]),
        (["<pre> What?", "Why?", "How?</pre>"], [" What?", "Why?", "How?"]),
        (["```", "// What?", "// Why?", "// How?", "```"], None),
        (["```py", "Why?", "How?", "When?", "```"], None),
        ([*FENCED, "and", "more", "text"], None),
        (["1. one", "2. two", "3. three", "```", *(f"Why {n}?" for n in range(9)), "```"], None),
        (["```", "Q1 10", "Q2 20", "Q3 30", "q1 b q2", "```"], None),
        (["```", "$ cat --ask", "Why?", "How?", "When?", "```"], None),
        (["```", "Sure?", "```"] * 9, None),
    ],
)
def test_fences_around_most_of_a_text_that_asks_are_removed(
    lines: list[str], bare: list[str] | None
) -> None:
    assert without_text_fences(lines) == (bare or lines)


def test_front_matter_is_unchanged() -> None:
    assert plain(["---", "id:: 1", "---", "id:: 1"], 3).lines == ["---", "id:: 1", "---", ""]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (["> [!question] Why?", "> So."], ["###### Q: Why?", "So."]),
        (["> [!tip]- Answer", "> So."], ["**Answer:**", "So."]),
        (["> [!note] Mind", "> this"], ["> **Mind**", "> this"]),
        ([":::details Answer", "So.", ":::"], ["**Answer:**", "So.", ""]),
        ([":::details Why?", "So.", ":::"], ["###### Why?", "So.", "***"]),
        ([":::warning", "Hot.", ":::"], ["", "Hot.", ""]),
        (
            ["::::  challenge", "## Sum it", ":::  solution", "4", ":::", "::::"],
            ["<details>", "<summary>Q: Sum it</summary>", "**Answer:**", "4", "", "</details>"],
        ),
        ([":::challenge", "## You need", "one", ":::"], ["", "## You need", "one", ""]),
        (["## Sum {.x}", "mv a{.b,.c}", "mv a {.b}"], ["## Sum", "mv a{.b,.c}", "mv a {.b}"]),
        (['??? question "Why?"', "    So."], ["###### Q: Why?", "So."]),
        (["a", ": one", "", "b", ": two"], ["###### a", "one", "", "###### b", "two"]),
        (["a", ": one"], ["a", ": one"]),
        (["== Why? ==", "So.", "=====", "== a"], ["## Why?", "So.", "=====", "== a"]),
    ],
)
def test_containers_become_headings_or_labels_or_are_removed(
    lines: list[str], wanted: list[str]
) -> None:
    assert plain(lines, 0).lines == wanted


def test_tag_lines_are_removed_and_their_last_parts_are_topics() -> None:
    found = plain(["#flashcards/net/tcp", "#links"], 0)
    assert (found.lines, found.tags) == (["", ""], ["tcp", "links"])


@pytest.mark.parametrize(
    "text",
    ["Answer", "Show answer", "Click to expand!", "查看答案", "答えを見る", "답변 보기", "Réponse",
     "Ver respuesta", "Lösung anzeigen", "Показать ответ", "Cevabı göster", "Explanation"],
)  # fmt: skip
def test_summaries_that_only_announce_an_answer_are_recognised(text: str) -> None:
    assert is_reveal(text)


@pytest.mark.parametrize("text", ["What is an answer?", "Answer engines", "Solutions of salt", ""])
def test_other_summaries_are_not_taken_for_announcements(text: str) -> None:
    assert not is_reveal(text)


def test_a_comment_does_not_end_front_matter_but_a_heading_does() -> None:
    assert front_matter_lines(["---", "title: Cards", "#layout: post", "---", "text"]) == 4
    assert front_matter_lines(["---", "title: Cards", "# Cards", "---", "text"]) == 0
