"""Dispatch on the first character of a line gives the same blocks as the stock parser."""

from random import Random

import pytest
from markdown_it import MarkdownIt

from drill.markdown.block_rules import hasten
from tests.importer.test_gate import GATE

_PIECES = (
    *("a", "b c", "- ", "+ ", "1. ", "2) ", "> ", "# ", "===", "---", "***", "=", "| a | b |"),
    *("|---|---|", ":-", "```", "~~~", "[a]: b", "[a]:", "[a", "] x", "<div>", "<!-- ", "-->"),
    *("\n", "\n", "\n", "\n\n", "    ", "  ", "\t", "x\\", "`"),
)


def _parser(*, fast: bool) -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("table").disable("inline")
    if fast:
        hasten(parser)
    return parser


def test_blocks_are_those_of_the_parser() -> None:
    plain, fast = _parser(fast=False), _parser(fast=True)
    rng = Random(8)
    texts = ["".join(rng.choices(_PIECES, k=rng.randrange(1, 25))) for _ in range(2_000)]
    for text in [*texts, *(path.read_text(encoding="utf-8") for path in GATE.glob("*.md"))]:
        ours: dict[str, object] = {}
        theirs: dict[str, object] = {}
        assert fast.parse(text, ours) == plain.parse(text, theirs)
        assert ours == theirs


def test_an_open_bracket_before_a_long_paragraph_is_no_target() -> None:
    lines = "[" + "a\n" * 2_000
    (paragraph,) = [each for each in _parser(fast=True).parse(lines) if each.type == "inline"]
    assert paragraph.content == lines.strip()


@pytest.mark.parametrize("label", ["a", "a" * 900])
def test_the_label_of_a_target_may_be_as_long_as_markdown_allows(label: str) -> None:
    env: dict[str, dict[str, object]] = {}
    _parser(fast=True).parse(f"[{label}]: b", env)
    assert len(env["references"]) == 1
