"""Speeds up Markdown's block rules: each is tried only on lines that it can begin on.

The parser tries every rule on every line of a paragraph, and reads the paragraph twice. In a text
of short lines that takes most of its time. Here the first character of a line selects the rules,
and one rule reads both paragraphs and underlined headings.
"""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from markdown_it.common.utils import mdTrim
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.ruler import Ruler

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

_SIGNS = {
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
    "math": "$\\",
    "math_block": "$",
    "math_bracket_block": "\\",
}
"""The first characters of a block, by its rule; other rules may begin with any character."""
_NO_SIGN = ""
_ALL_SIGNS = frozenset((_NO_SIGN, *"".join(_SIGNS.values())))
_BELOW_HEADER = frozenset("|-:")
"""The first characters of the second line of a table."""
_CHAINS = ("", "paragraph", "reference", "blockquote", "list")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*")
_LABEL_LIMIT = 2_000
"""The most characters to search for the label of a link target; CommonMark allows 999."""


def hasten(parser: "MarkdownIt") -> None:
    """Make `parser`, which already has all its rules, read the same blocks in less time."""
    rules = parser.block.ruler
    rules.at("paragraph", _text)
    rules.disable("lheading")
    parser.block.ruler = _BySign(rules)


class _BySign(Ruler[RuleFuncBlockType]):
    """The rules of a parser, by the first character of a line."""

    def __init__(self, rules: Ruler[RuleFuncBlockType]) -> None:
        super().__init__()
        self._names = rules.get_active_rules()
        names = dict(zip(rules.getRules(), self._names, strict=True))
        self._rules = {chain: [_asked(rules.getRules(chain), names)] for chain in _CHAINS}

    def getRules(self, chainName: str = "") -> list[RuleFuncBlockType]:  # noqa: N802, N803 (as the parser calls it)
        """A rule that tries all rules of a chain."""
        return self._rules[chainName]

    def get_active_rules(self) -> list[str]:
        """The names of all rules."""
        return self._names


def _asked(
    rules: Sequence[RuleFuncBlockType], names: Mapping[RuleFuncBlockType, str]
) -> RuleFuncBlockType:
    """A rule that tries those of `rules` that can begin on a line, in their order."""

    def chosen(sign: str, passed_over: str) -> list[RuleFuncBlockType]:
        return [
            rule
            for rule in rules
            if names[rule] != passed_over
            and (names[rule] not in _SIGNS or sign in set(_SIGNS[names[rule]]))
        ]

    plain = {sign: chosen(sign, "table") for sign in _ALL_SIGNS}
    tables = {sign: chosen(sign, "") for sign in _ALL_SIGNS}

    def ask(state: "StateBlock", line: int, end: int, silent: bool) -> bool:
        place = state.bMarks[line] + state.tShift[line]
        below = state.bMarks[line + 1] + state.tShift[line + 1]
        sign = state.src[place : place + 1]
        if sign not in _ALL_SIGNS or (
            sign == "[" and state.src.find("]:", place, place + _LABEL_LIMIT) < 0
        ):
            sign = _NO_SIGN
        by_sign = tables if state.src[below : below + 1] in _BELOW_HEADER else plain
        for rule in by_sign[sign]:  # noqa: SIM110 (a generator for each line costs more)
            if rule(state, line, end, silent):
                return True
        return False

    return ask


def _text(state: "StateBlock", first: int, end: int, silent: bool) -> bool:  # noqa: ARG001 (the parser's signature)
    """A paragraph, or a heading underlined with `=` or `-`."""
    (begins_another,) = state.md.block.ruler.getRules("paragraph")
    outer, state.parentType = state.parentType, "paragraph"
    level = 0
    line = first + 1
    while line < state.lineMax and not state.isEmpty(line):
        indent = state.sCount[line]
        if indent - state.blkIndent <= 3:  # otherwise the line continues the paragraph
            place = state.bMarks[line] + state.tShift[line]
            if indent >= state.blkIndent and _UNDERLINE.fullmatch(
                state.src, place, state.eMarks[line]
            ):
                level = 1 if state.src[place] == "=" else 2
                break
            # A quotation has already tried the lines that it marks with a negative indent.
            if indent >= 0 and begins_another(state, line, state.lineMax, True):
                break
        line += 1
    kind, tag = ("heading", f"h{level}") if level else ("paragraph", "p")
    state.line = line + bool(level)
    opening = state.push(f"{kind}_open", tag, 1)
    opening.map = [first, state.line]
    inline = state.push("inline", "", 0)
    inline.content = mdTrim(state.getLines(first, line, state.blkIndent, False))
    inline.map = [first, line]
    inline.children = []
    closing = state.push(f"{kind}_close", tag, -1)
    if level:
        opening.markup = closing.markup = state.src[place]
    state.parentType = outer
    return True
