import random

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.decks import check_deck, read_deck, yaml_tree
from drill.model import Deck, Difficulty, KeyPoint, Question, Source

HEAD = "deck: d\ntitle: T\nquestions:\n  - id: q\n    question: What?\n"


def problems(data: str | bytes) -> list[str]:
    data = data.encode() if isinstance(data, str) else data
    return [str(problem) for problem in read_deck(data, "d.yaml").problems]


def test_all_fields_of_the_format_are_read() -> None:
    reading = read_deck(
        b"""\
deck: d
title: "A: title"
tags: [t, 2024, yes]
source: {document: notes.md, sha256: """
        + b"e7" * 32
        + b"""}
x-by: {name: Ada, year: 1843}
questions:
  - id: 2024
    question: |

      What?
        Code
    answer: >
      One
      line.

    key_points:
      - A point
      - point: Another
        bonus: true
        terms: [one, 1e3]
    hint: 'Hint'
    follow_ups: [And then?]
    notes: "A\\tnote\\n"
    tags: [u]
    difficulty: hard
    time: 1m30s
    lines: [29, 50]
    x-n: [1, 1.5, true, null, "1", 1e3]
""",
        "d.yaml",
    )
    assert reading.problems == ()
    assert reading.places == {"2024": 7}
    assert reading.deck == Deck(
        id="d",
        title="A: title",
        tags=("t", "2024", "yes"),
        source=Source("notes.md", "e7" * 32),
        extra={"x-by": {"name": "Ada", "year": 1843}},
        questions=(
            Question(
                id="2024",
                text="What?\n  Code",
                answer="One line.",
                key_points=(KeyPoint("A point"), KeyPoint("Another", True, ("one", "1e3"))),
                hint="Hint",
                follow_ups=("And then?",),
                notes="A\tnote\n",
                tags=("u",),
                difficulty=Difficulty.HARD,
                time=90,
                lines=(29, 50),
                extra={"x-n": [1, 1.5, True, None, "1", "1e3"]},
            ),
        ),
    )


POINTS = "".join(f"      - point {number}\n" for number in range(10))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1: error[empty]: the file is empty: drill import DOC makes a deck"),
        ("# only\n", "1:1: error[empty]: the file is empty: drill import DOC makes a deck"),
        (
            "services: {}\n",
            "1:1: error[no-deck]: not a deck: it has neither 'deck' nor 'questions':"
            " a deck begins with 'deck: its-id'",
        ),
        (
            "- a\n",
            "1:1: error[no-deck]: not a deck: it has neither 'deck' nor 'questions':"
            " a deck begins with 'deck: its-id'",
        ),
        (
            "deck: d\ntitle: T\nquestions: []\n",
            "1:1: error[no-questions]: the deck has no questions: drill import DOC makes some",
        ),
        ("deck: d\ntitle: T\n", "1:1: error[missing-key]: a deck needs 'questions'"),
        (
            HEAD + "    anwser: x\n",
            "6:5: error[unknown-key]: unknown key 'anwser': did you mean 'answer'?",
        ),
        (HEAD + "    zzz: x\n", "6:5: error[unknown-key]: unknown key 'zzz'"),
        (
            HEAD + "    question: Why?\n",
            "6:5: error[duplicate-key]: duplicate key 'question' (first used on line 5): "
            "remove one",
        ),
        (
            HEAD + "  - id: q\n    question: Why?\n",
            "6:5: error[duplicate-id]: duplicate question 'q' (first used on line 4):"
            " give one of them another id",
        ),
        (
            HEAD + "    tags: a\n",
            "6:11: error[type]: 'tags': expected a list, found text: begin each item with '- '",
        ),
        (
            HEAD + "    tags: {a: b}\n",
            "6:11: error[type]: 'tags': expected a list, found a mapping: "
            "begin each item with '- '",
        ),
        (HEAD + "    hint: [a]\n", "6:11: error[type]: 'hint': expected text, found a list"),
        (
            HEAD + "    hint: {a: b}\n",
            "6:11: error[type]: 'hint': expected text, found a mapping: put the text in quotes",
        ),
        (
            HEAD + "  - text\n",
            "6:5: error[type]: an item of 'questions': expected a mapping, found text",
        ),
        (
            HEAD + "    hint:\n",
            "6:5: warning[empty]: 'hint' has no value: leave the key out, or quote the word",
        ),
        (
            HEAD + "    answer: null\n",
            "6:5: warning[empty]: 'answer' has no value: leave the key out, or quote the word",
        ),
        (
            HEAD + "    tags: [null]\n",
            "6:12: error[empty]: an item of 'tags' is empty: quote \"null\" to mean the word",
        ),
        (HEAD + "    hint: ' '\n", "6:11: error[empty]: 'hint' is empty"),
        (
            HEAD + "    time: 90\n",
            "6:11: error[time]: 'time': expected a time such as 90s, 2m or 1m30s, found '90':"
            " did you mean 90s?",
        ),
        (
            HEAD + "    time: 2h\n",
            "6:11: error[time]: 'time': expected a time such as 90s, 2m or 1m30s, found '2h'",
        ),
        (
            HEAD + "    difficulty: meduim\n",
            "6:17: error[choice]: 'difficulty': expected easy, medium or hard, found 'meduim':"
            " did you mean 'medium'?",
        ),
        (
            HEAD + "    key_points: [{point: a, bonus: yes}]\n",
            "6:36: error[choice]: 'bonus': expected true or false, found 'yes'",
        ),
        (
            HEAD + "    key_points: [{bonus: true}]\n",
            "6:18: error[missing-key]: a key point needs 'point'",
        ),
        (
            HEAD + "    key_points:\n" + POINTS,
            "16:9: error[too-many]: 'key_points' has 10 items; 9 is the limit (one key each)",
        ),
        (
            HEAD + "    lines: [9, 3]\n",
            "6:12: error[lines]: 'lines' is not [first, last], counted from 1",
        ),
        (
            HEAD + '    tags: ["a\\nb"]\n',
            "6:12: error[lines]: an item of 'tags' is more than one line",
        ),
        (
            HEAD + f"    tags: [{'a' * 81}]\n",
            "6:12: error[too-long]: an item of 'tags' has 81 characters; 80 is the limit",
        ),
        (
            HEAD + '    hint: "\\e[31m"\n',
            "6:11: error[control]: control character U+001B in 'hint': remove it",
        ),
        (
            HEAD + '    hint: "a\\x9bb"\n',
            "6:11: error[control]: control character U+009B in 'hint': remove it",
        ),
        (
            HEAD + '    hint: "a\\u202eb"\n',
            "6:11: warning[invisible]: 'hint' has invisible or bidirectional control characters:"
            " drill does not show them",
        ),
        (HEAD + "    hint: a\x01\n", "6:12: error[control]: control character U+0001: remove it"),
        (
            HEAD + "\thint: a\n",
            "6:1: error[tab]: tab in the indentation: indent with spaces",
        ),
        (
            HEAD + "    hint: Think: of what\n",
            "6:16: error[colon]: a colon inside a text: put the text in quotes",
        ),
        (
            HEAD + "    hint: `code`\n",
            "6:11: error[sign]: a text cannot begin with '`': put it in quotes",
        ),
        (
            HEAD + "    hint: &a x\n",
            "6:11: error[refused]: anchor &a is not allowed in a deck:"
            " write each value out where it is used",
        ),
        (
            HEAD + "    hint: *a\n",
            "6:11: error[refused]: alias *a is not allowed in a deck: write the value out",
        ),
        (
            HEAD + "    <<: {hint: x}\n",
            "6:5: error[refused]: merge keys are not allowed in a deck: write the values out",
        ),
        (
            HEAD + "    hint: !!python/object:os.system x\n",
            "6:11: error[refused]: YAML tag tag:yaml.org,2002:python/object:os.system"
            " is not allowed in a deck: remove it, or quote the text",
        ),
        (
            HEAD + "    ? [a]\n    : b\n",
            "6:7: error[key]: a key must be a word: put the text in quotes",
        ),
        (
            HEAD + "---\ndeck: e\n",
            "6:1: error[documents]: a second document begins: one file is one deck",
        ),
        (
            HEAD + "    x-a: " + "[" * 20 + "]" * 20 + "\n",
            "6:19: error[too-deep]: lists and mappings are nested too deeply",
        ),
    ],
)
def test_a_problem_has_a_position_and_a_hint(text: str, expected: str) -> None:
    assert problems(text) == [f"d.yaml:{expected}"]


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        (
            "Drop Out",
            "'id': 'Drop Out' is not lower-case words joined by '-': did you mean 'drop-out'?",
        ),
        (
            "Dropout",
            "'id': 'Dropout' is not lower-case words joined by '-': did you mean 'dropout'?",
        ),
        (
            "École",
            "'id': 'École' is not lower-case words joined by '-': did you mean 'école'?",
        ),
        (
            "../../x",
            "'id': '../../x' is not lower-case words joined by '-': did you mean 'x'?",
        ),
        ("CON", "'id': 'CON' is not lower-case words joined by '-'"),
        ("con", "'id' is 'con', a device's name on Windows"),
        ("a" * 300, "'id' has 300 characters; 80 is the limit: did you mean '" + "a" * 60 + "'?"),
    ],
)
def test_an_id_that_cannot_be_a_file_name_everywhere_is_refused(id_: str, expected: str) -> None:
    text = f"deck: d\ntitle: T\nquestions:\n  - id: {id_}\n    question: What?\n"
    assert problems(text) == [f"d.yaml:4:9: error[id]: {expected}"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            b"deck: caf\xe9\n",
            "1:10: error[not-utf8]: byte 0xe9 is not UTF-8: save the file as UTF-8",
        ),
        (
            HEAD.encode("utf-16"),
            "1:1: error[not-utf8]: byte 0xff is not UTF-8: save the file as UTF-8",
        ),
        (
            b"\xef\xbb\xbf" + HEAD.encode(),
            "1:1: warning[bom]: the file begins with a byte order mark: save as plain UTF-8",
        ),
        (
            b"a: " + b"x" * 8_000_000,
            "1:1: error[too-large]: the file is larger than 8 MB: split it into several decks",
        ),
    ],
    ids=["latin-1", "utf-16", "bom", "size"],
)
def test_bytes_that_are_not_a_deck_are_reported(data: bytes, expected: str) -> None:
    assert problems(data) == [f"d.yaml:{expected}"]


def test_a_file_of_countless_values_is_not_read_to_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(yaml_tree, "_VALUES_LIMIT", 1_000)
    assert problems(b"a: [" + b"1," * 5_000) == [
        "d.yaml:1:1999: error[too-large]: the file has more than 1,000 values:"
        " split it into several decks"
    ]


def test_a_broken_question_does_not_hide_the_others() -> None:
    text = HEAD + "    time: 5\n  - id: r\n    question: Good?\n  - question: No id?\n"
    reading = read_deck(text.encode(), "d.yaml")
    assert reading.deck == Deck("d", "T", (Question("r", "Good?"),))
    assert reading.places == {"r": 7}
    assert [problem.line for problem in reading.problems] == [6, 9]


def test_a_broken_head_does_not_hide_the_questions() -> None:
    text = HEAD.replace("title: T", "titel: T\ntags: x")
    reading = read_deck(text.encode(), "d.yaml")
    assert reading.deck == Deck("d", "d", (Question("q", "What?"),))
    assert [problem.code for problem in reading.problems] == ["missing-key", "unknown-key", "type"]


def test_at_most_a_hundred_problems_are_reported() -> None:
    text = HEAD + "".join(f"    bad{number}: x\n" for number in range(500))
    told = problems(text)
    assert len(told) == 101
    assert told[-1] == "d.yaml:106:5: error[too-many]: more problems follow: fix those above first"


def test_an_anchor_that_explodes_costs_nothing() -> None:
    lines = ["  x-0: &a0 [x]"]
    lines += [f"  x-{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 99)]
    told = problems("x:\n" + "\n".join(lines) + "\n" + HEAD)
    assert told[0] == (
        "d.yaml:2:8: error[refused]: anchor &a0 is not allowed in a deck:"
        " write each value out where it is used"
    )
    assert len(told) == 101


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused_before_it_costs_anything(opening: str) -> None:
    assert [problem.split(": ")[1] for problem in problems("a:\n" + opening * 200_000)][-1] in {
        "error[too-deep]",
        "error[yaml]",
    }


def test_an_invalid_formula_gives_a_warning() -> None:
    text = HEAD + "    answer: The $\\frac{1$ half, but $x^2$.\n"
    assert read_deck(text.encode(), "d.yaml").problems == ()
    (problem,) = check_deck(text.encode(), "d.yaml").problems
    assert str(problem).startswith(
        "d.yaml:4:1: warning[formula]: a formula of 'q' is shown as written: $\\frac{1$: "
    )


def test_the_pure_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD + "    answer: |\n      a\n       b\n    x-n: [1, '1', null]\n    hint: &a x\n"
    fast = read_deck(text.encode(), "d.yaml")
    monkeypatch.setattr(yaml_tree, "_LOADER", yaml.SafeLoader)
    assert read_deck(text.encode(), "d.yaml") == fast
    assert problems(HEAD + "\thint: a\n") == [
        "d.yaml:6:1: error[tab]: tab in the indentation: indent with spaces"
    ]
    assert problems(HEAD + '    hint: "\\UFFFFFFFF"\n') == [
        "d.yaml:1:1: error[yaml]: not YAML: an escape of an invalid character"
    ]


VALUE = st.recursive(
    st.sampled_from(["null", "x", "1", "~", '"\\x00"', "a: b", "*a", "&a b", "!t c", "''", "9s"]),
    lambda each: (
        st.lists(each, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.lists(each, max_size=2).map(
            lambda items: "{" + ", ".join(f"k: {x}" for x in items) + "}"
        )
    ),
    max_leaves=6,
)
KEYS = [
    "id",
    "question",
    "answer",
    "key_points",
    "options",
    "shuffle",
    "tags",
    "time",
    "lines",
    "x-y",
    "<<",
    "difficulty",
]


@pytest.mark.slow
@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(KEYS), VALUE), max_size=6))
def test_any_shape_of_deck_gives_a_reading(fields: list[tuple[str, str]]) -> None:
    lines = [f"{key}: {value}" for key, value in fields]
    text = HEAD + "  - " + "\n    ".join(lines or ["{}"]) + "\n"
    reading = read_deck(text.encode(), "d.yaml")
    assert reading.deck is not None or reading.problems


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.integers(0, 2**32))
def test_any_bytes_give_a_reading(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(
        (HEAD + "    key_points: [a, {point: b, bonus: true}]\n    time: 90s\n").encode()
    )
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(data))
        match chance.randrange(3):
            case 0:
                data[place] = chance.randrange(256)
            case 1:
                del data[place : place + chance.randrange(6)]
            case _:
                data[place:place] = chance.choice(
                    [b"\xff", b"\t", b": ", b"- ", b"&a ", b"\n", b"'"]
                )
    reading = read_deck(bytes(data), "d.yaml")
    assert reading.deck is not None or reading.problems


def test_hints_are_computed_only_for_reported_errors(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def near(word: str, words: object, n: int) -> list[str]:
        asked.append(word)
        return ["deck"]

    monkeypatch.setattr("drill.decks.fields.get_close_matches", near)
    keys = "".join(f"k{number}: 1\n" for number in range(1_000))
    found = read_deck(f"deck: d\n{keys}".encode(), "many.yaml").problems
    assert (len(found), found[-1].code) == (101, "too-many")
    assert len(asked) == 101


def test_a_problem_quotes_no_more_than_can_be_read() -> None:
    question = f"{{id: q, question: q, difficulty: {'a' * 9_000}}}"
    text = f"deck: {'ﷺ' * 100_000}\ntitle: T\nquestions: [{question}]"
    first, *_, last = (str(problem) for problem in read_deck(text.encode(), "long.yaml").problems)
    assert first.startswith("long.yaml:1:7: error[id]: 'deck' has 100,000 characters; 80 is the li")
    assert last.startswith(
        "long.yaml:3:46: error[choice]: 'difficulty': expected easy, medium or hard, found 'aaa"
    )
    assert max(len(first), len(last)) < 700
