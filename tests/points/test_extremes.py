"""For any answer, the points are sound or there are none."""

import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.markdown import markup
from drill.points.proposing import propose, statements
from drill.points.relatedness import related
from tests.points.answers import ANSWERS

MOST = 9
LONGEST = 90
PLAIN = {"text", "code_inline", *markup.MATH}


def check(question: str, answer: str) -> list[str]:
    """The proposals for `answer`, every one a sound point."""
    points = [point.text for point in propose(question, answer)]
    assert len(points) <= MOST
    for point in points:
        assert 0 < len(point) <= LONGEST
        assert "\n" not in point
        assert point == point.strip()
        assert {token.type for token in markup.parse_inline(point)} <= PLAIN
    return points


SENTENCE = "The scheduler gives every task a slice of time, and the next task follows. "
PIECES = st.sampled_from(
    [
        "- ", "1. ", "> ", "# ", "**", "*", "_", "`", "```\n", "$", "$$", "| a | b |\n|---|---|\n",
        "| `x` | y |\n", "[a](b)", "![](c.png)", "https://example.org/a_b_c", "\n",
        "\n\n", "    ",
        "Note: ", "Key points:\n\n", "For example, ", "it is ", "This ", "because ", ", which is ",
        "这是", "，", "。", "如果", "Это ", " — ", "если ", "۔", "؟", "<br>", "<b>",
        "a || b ", "__x__ ",
        "List<String> ", "&lt;", "\\[", "[ ] ", "[x] ", "(", ")", "（", "“", "\u202e", "\U000f0000",
        "The cache keeps what was read last", ". ", ": ", "; ", "such as ", "e.g. ", "é", "👶",
        "~~", "{{c1::x}}", "[[note|name]]", "==", "\r", "\x00", "\ufeff",
    ]
)  # fmt: skip
MIXED = st.lists(PIECES | st.text(max_size=12), max_size=60).map("".join)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(MIXED, MIXED)
def test_any_answer_gives_sound_points_and_the_same_ones_again(question: str, answer: str) -> None:
    assert check(question, answer) == check(question, answer)
    assert all(statement.strip() for statement in statements(answer))
    related(question, answer)


EXTREMES = {
    "3,000 words": SENTENCE * 200,
    "3,000 words without a full stop": "one two three four five six " * 500,
    "200 list items": "".join(
        f"- **Rule {n}**: the guard number {n} checks it\n" for n in range(200)
    ),
    "a table of nine columns": f"{'| a ' * 9}|\n{'|---' * 9}|\n" + f"{'| value ' * 9}|\n" * 20,
    "only code": "```python\nfor each in many:\n    print(each)\n```\n",
    "only links": "- [One](https://example.org/1)\n- [Two](https://example.org/2)\n",
    "only a picture": "![A diagram](figures/diagram.png)\n",
    "right to left": "الذاكرة المؤقتة تحفظ ما قُرئ أخيرًا. وهي أسرع من القرص بكثير. " * 3,
    "Chinese without an end": "缓存保存最近读取的数据" * 300,
    "10,000 nested quotes": "> " * 10_000 + "deep",
    "1,000 nested lists": "".join(f"{'  ' * depth}- level\n" for depth in range(1_000)),
    "50,000 brackets": "(" * 50_000,
    "50,000 asterisks": "*" * 50_000,
    "50,000 backticks": "` " * 25_000,
    "50,000 underscores": "__a" * 17_000,
    "one long word": "x" * 50_000,
    "nothing": "",
}


@pytest.mark.slow
@pytest.mark.parametrize("answer", EXTREMES.values(), ids=EXTREMES)
def test_an_extreme_answer_gives_sound_points(answer: str) -> None:
    check("What does the cache keep?", answer)
    assert all(statements(answer))


@pytest.mark.parametrize("name", ["only code", "only links", "only a picture", "nothing"])
def test_answers_without_facts_give_no_points(name: str) -> None:
    assert check("What does the cache keep?", EXTREMES[name]) == []


@pytest.mark.parametrize("marked", ANSWERS, ids=lambda marked: marked.question)
def test_a_real_answer_gives_sound_points(marked: tuple[str, str]) -> None:
    check(marked[0], marked[1])


def calls(work: Callable[[], object]) -> int:
    """How many functions `work` calls: its time, but the same on every machine."""
    count = 0

    def profile(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


GROWING = {
    "sentences": SENTENCE,
    "items": "- **Name**: the guard checks every request before it passes\n",
    "bare items": "- a\n",
    "rows": "| a | the guard checks every request |\n",
    "headings": "## Part\n\nThe guard checks.\n\n",
    "clauses": "it reads the file, which is large, ",
    "links": "[the guard of every request](guard.md). ",
    "Chinese clauses": "缓存保存数据，",
}


@pytest.mark.slow
@pytest.mark.parametrize("piece", GROWING.values(), ids=GROWING)
def test_twice_the_answer_takes_about_twice_the_work(piece: str) -> None:
    head = "| a | b |\n|---|---|\n" if piece.startswith("|") else ""
    propose("warm", head + piece * 10)
    small = calls(lambda: propose("What is it?", head + piece * 150))
    large = calls(lambda: propose("What is it?", head + piece * 300))
    assert large < 2.5 * small
