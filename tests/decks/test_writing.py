from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from drill.decks import read_deck, write_deck
from drill.decks.yaml_text import scalar
from drill.model import Deck, Difficulty, KeyPoint, Option, Question, Source

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "questions" / "day-5-deep-learning.yaml"

FULL = Deck(
    id="python",
    title="Day 1: Python",
    tags=("python", "basics"),
    source=Source("notes.md", "e7" * 32),
    extra={"x-by": "Ada", "x-parts": [1, "2", None, True, {"a b": "c, d"}]},
    questions=(
        Question(
            id="gil",
            text="What is the GIL?\n\n    import threading",
            answer="A *lock*.  \n\tTabs and  trailing spaces stay.  \nλ, 中文, 🙂",
            key_points=(
                KeyPoint("One thread runs bytecode at a time"),
                KeyPoint("Released: while waiting", bonus=True, terms=("wait", "I/O: blocking")),
            ),
            hint="#1 reason?",
            follow_ups=("And without it?",),
            notes="The source says\nsomething else.",
            tags=("threads", "2024", "yes"),
            difficulty=Difficulty.HARD,
            time=90,
            lines=(3, 9),
            extra={"x-level": 3},
        ),
        Question(
            id="2024",
            text="null",
            options=(Option("yes"), Option("a\n\n    b", correct=True), Option("`c`: d")),
            shuffle=False,
            drafted=True,
        ),
    ),
)

TEXT = """\
# yaml-language-server: $schema=deck.schema.json
deck: python
title: "Day 1: Python"
tags: [python, basics]
source:
  document: notes.md
  sha256: e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7
x-by: Ada
x-parts: [1, "2", null, true, {a b: "c, d"}]
questions:
  - id: gil
    question: |
      What is the GIL?

          import threading
    answer: |
      A *lock*.\x20\x20
      \tTabs and  trailing spaces stay.\x20\x20
      λ, 中文, 🙂
    key_points:
      - One thread runs bytecode at a time
      - point: "Released: while waiting"
        bonus: true
        terms: [wait, "I/O: blocking"]
    hint: "#1 reason?"
    follow_ups: ["And without it?"]
    notes: |
      The source says
      something else.
    tags: [threads, "2024", "yes"]
    difficulty: hard
    time: 90s
    lines: [3, 9]
    x-level: 3

  - id: "2024"
    question: "null"
    options:
      - "yes"
      - option: |
          a

              b
        correct: true
      - "`c`: d"
    shuffle: false
    drafted: true
"""


def test_a_deck_is_written_in_the_order_of_the_format() -> None:
    assert write_deck(FULL) == TEXT


def test_what_is_written_reads_back_equal() -> None:
    reading = read_deck(TEXT.encode(), "python.yaml")
    assert (reading.deck, reading.problems) == (FULL, ())


def test_the_shipped_deck_is_written_as_it_is_shipped() -> None:
    text = SEED.read_text(encoding="utf-8")
    deck = read_deck(text.encode(), SEED.name).deck
    assert deck is not None
    written = write_deck(deck).split("\n", 1)
    shipped = text.split("\n", 1)
    assert shipped[0] == "# yaml-language-server: $schema=../drill/deck.schema.json"
    assert written[1] == shipped[1]


HARD = st.text(
    st.one_of(
        st.sampled_from("\n\n\t  :#-'\"\\|>%@`&*!?{}[],~=<x1\u2028\u2029\u00a0\u200b\ufeff\u202e"),
        st.characters(exclude_categories=["Cc", "Cs"]),
    ),
    min_size=1,
    max_size=30,
).filter(str.strip)
LINE = HARD.filter(lambda text: "\n" not in text)
WORDS = st.lists(LINE, max_size=3).map(tuple)
POINT = st.builds(KeyPoint, HARD, st.booleans(), WORDS)
FREE = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**14), 10**14) | HARD | st.just(1.5),
    lambda each: st.lists(each, max_size=2) | st.dictionaries(HARD, each, max_size=2),
    max_leaves=4,
)
QUESTION = st.builds(
    Question,
    id=st.just("q"),
    text=HARD,
    answer=st.none() | HARD,
    key_points=st.lists(POINT, max_size=2).map(tuple),
    hint=st.none() | HARD,
    follow_ups=st.lists(HARD, max_size=2).map(tuple),
    tags=WORDS,
    time=st.none() | st.integers(1, 3600),
    extra=st.dictionaries(st.just("x-") | LINE.map("x-".__add__), FREE, max_size=1),
)


OPTIONS = st.lists(
    st.builds(Option, HARD, st.booleans()),
    min_size=2,
    max_size=3,
    unique_by=lambda option: " ".join(option.text.split()),
)
CHOICE = st.builds(
    Question,
    id=st.just("q"),
    text=HARD,
    options=OPTIONS.map(tuple),
    shuffle=st.none() | st.booleans(),
    drafted=st.booleans(),
)


@pytest.mark.slow
@settings(derandomize=True, max_examples=200, deadline=None)
@given(QUESTION | CHOICE, LINE)
@example(Question("q", "a\n"), "t")
@example(Question("q", "\na", answer="a\n\n"), "- a")
@example(Question("q", " a\nb", answer="\ta\nb"), "a: ")
@example(Question("q", "a\n b \n\n\nc", answer="  a\n b"), "a #")
@example(Question("q", "a\u2028b\nc", answer="---\n..."), "...")
@example(Question("q", "a\n \nc", answer="a\n#b\n- c"), "0o17")
@example(Question("q", "a\n  "), "2024-13-45")
@example(Question("q", "a", options=(Option("b"), Option("  c\nd"))), "t")
@example(Question("q", "a", follow_ups=("b", "  c\nd")), "t")
def test_any_text_reads_back_equal(question: Question, title: str) -> None:
    deck = Deck("d", title, (question,))
    text = write_deck(deck)
    assert read_deck(text.encode(), "d.yaml").deck == deck, text


def test_text_is_quoted_exactly_if_yaml_would_read_something_else() -> None:
    signs = ["a", "b-", "Yes", "no", "null", "1", "_", " ", ": ", ":", " #", "#", ",", "[", "]",
             "?", "- ", ".", "e5", "é", "\u3000", "{", "}", "'"]  # fmt: skip
    chance = Random(4)
    texts = {"".join(chance.choices(signs, k=chance.randrange(1, 6))) for _ in range(1_500)}
    for text in (text for text in texts if text[0].isalnum()):
        for flow, source in ((False, f"- {text}"), (True, f"[{text}]")):
            try:
                reads = yaml.safe_load(source) == [text]
            except yaml.YAMLError:
                reads = False
            assert (scalar(text, flow=flow) == text) is reads, text
