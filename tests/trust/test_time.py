"""Nothing that a stranger writes takes more than linear time: expressions, and highlighting."""

import re
import sys
from functools import partial
from random import Random

import pytest

if sys.platform == "win32":
    pytest.skip("needs interval timers", allow_module_level=True)

from drill.points.languages import Language
from drill.points.proposing import propose
from drill.terminal import highlighting
from tests.points.languages import LANGUAGES, patterns_of
from tests.trust import lexers, pattern_calls, patterns
from tests.trust.timing import growth

pytestmark = pytest.mark.slow


def test_every_regular_expression_takes_linear_time() -> None:
    found = {
        str(named): said
        for named in patterns.everyone()
        if (said := patterns.wrong(named, Random(str(named)), 8))
    }
    assert found == {}


def test_the_walk_sees_what_a_table_a_class_or_a_default_holds() -> None:
    seen = {named.pattern for named in patterns.everyone()}
    assert {call.pattern for call in pattern_calls.compiled_at_import()} <= seen


@pytest.mark.parametrize(
    "planted",
    [
        r"\s+$",
        r"(a|aa)+$",
        r"\.*\s*\d+\s*$",
        r"(?s)(.*?)\$(.*?)\$=",
        r"\W*x\W*",
        r"[a-z]{2} [a-z]+[^=]*\.$",
    ],
)
def test_an_expression_that_takes_more_than_linear_time_is_found(planted: str) -> None:
    named = patterns.Named("drill.planted", "_PLANTED", re.compile(planted), frozenset())
    assert patterns.wrong(named, Random(1), 8)


def test_no_expression_for_what_strangers_write_is_hidden_from_that_walk() -> None:
    assert patterns.unseen() == [
        "assistant_reply.json_object",  # the keys of a reply, one word or two
        "decks.fields.read",  # the few words of `Matching` in the deck format
        "exporters.typeset._in_words",  # one class of signs
        "exporters.typeset.compiled",  # bytes of our own PDF
        "importer.extraction.named_options.after_option",  # the words of an option in turn
        "points.languages.compiled",  # they meet sentences: see the next test
        "points.section_names._named",  # its results stand in a table
        "settings.toml_reader._place",  # the person's own settings
        "settings.toml_reader._place",
    ]


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_key_points_of_any_answer_take_linear_time(language: Language) -> None:
    rng = Random(language.code)
    some = [text for _, pattern in patterns_of(language) for text in patterns.texts(pattern)]
    for opening, piece, closing in rng.sample(some, 20):
        work = partial(propose, "What is it?")
        said = growth(work, opening, piece, 12_000, closing)
        # What a busy machine disturbed once is measured again, at twice the length.
        assert said is None or growth(work, opening, piece, 24_000, closing) is None, said


@pytest.mark.parametrize("piece", ["e", "A", "e "])
def test_a_short_line_of_keys_takes_no_long_time(piece: str) -> None:
    work = partial(propose, "Why?")
    for opening in ("It is so.\n\nAnswer: ", "1. so\n2. not so\n3. or\n4. both\n\n"):
        assert growth(work, opening, piece, 44, "!x") is None


@pytest.mark.parametrize("name", sorted(highlighting.LEXERS))
def test_a_lexer_that_highlights_takes_no_long_time_for_a_piece(name: str) -> None:
    assert lexers.wrong(name, Random(name), 6) == []


def test_only_measured_lexers_highlight_and_no_more_code_than_is_read() -> None:
    assert highlighting.lexer("py", "x = 1") == "python"
    assert highlighting.lexer("Python", "x = 1") == "python"
    assert [
        highlighting.lexer(name, "x") for name in ("chapel", "cddl", "factor", "fancy", "ini", "")
    ] == [highlighting.PLAIN] * 6
    for shell in ("sh", "console", "dockerfile"):
        assert highlighting.lexer(shell, "echo $'" + "\\\\" * 30) == highlighting.PLAIN
        assert highlighting.lexer(shell, "echo 'x'") != highlighting.PLAIN
    assert highlighting.lexer("python", "x\n" * 5_001) == highlighting.PLAIN
    for language in ("c", "cc"):
        assert highlighting.lexer(language, "a //\\\n//\\\n") == highlighting.PLAIN
        assert highlighting.lexer(language, "#define A \\\n  1 // one") != highlighting.PLAIN
    place = '  File "a", line 1'
    for bad in (f"{place}, in", f"{place} (", '  File "a\n", line 1'):
        assert highlighting.lexer("pycon", f">>> 1\n{bad}\n") == highlighting.PLAIN
    for good in (place, f"{place}, in <module>", "File"):
        assert highlighting.lexer("pycon", f">>> 1\n{good}\n") == "pycon"
    assert highlighting.lexer("python", "x" * 501) == highlighting.PLAIN
    for gap in ("\t", "\n", "\x1c", " \n"):
        assert highlighting.lexer("python", f"x{gap * 200}x") == highlighting.PLAIN
        assert highlighting.lexer("python", f"x{gap * 90}x") == "python"


def test_code_is_cut_into_pieces_between_its_lines() -> None:
    lines = [f"line {number}" for number in range(500)]
    cut = list(highlighting.pieces("\n".join(lines)))
    assert max(map(len, cut)) <= 1_500
    assert "\n".join(cut).split("\n") == lines
